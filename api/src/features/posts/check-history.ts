import { problem } from '../../platform/problems.ts'
import type { PhysicalStatusEntry } from './contract.ts'

interface DatedEntry {
  readonly validFrom: string
}

/**
 * A dated history in the order of time, or the problem of the entry that cannot stand.
 *
 * @param known Days that the register already holds: they are kept even when this machine's clock is behind.
 * @param today The last day that an entry may have, `YYYY-MM-DD`.
 * @throws problem `history-date-repeated` or `history-date-in-future` on `field`.
 */
export function checkHistory<Entry extends DatedEntry>(
  entries: readonly Entry[],
  { field, today, known = [] }: { field: string; today: string; known?: readonly DatedEntry[] },
): Entry[] {
  const ordered = entries.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))
  for (const [index, { validFrom: day }] of ordered.entries()) {
    if (ordered[index + 1]?.validFrom === day) throw problem('history-date-repeated', { day }, { field })
    if (day > today && !known.some((entry) => entry.validFrom === day)) {
      throw problem('history-date-in-future', { day }, { field })
    }
  }
  return ordered
}

/** @throws problem `progress-without-works`: a percentage is a statement about works. */
export function checkProgress(entries: readonly PhysicalStatusEntry[]): void {
  for (const { status, progressPercent, validFrom } of entries) {
    if (progressPercent !== null && status !== 'under-works') {
      throw problem(
        'progress-without-works',
        { percent: progressPercent, day: validFrom },
        { field: 'physicalHistory' },
      )
    }
  }
}
