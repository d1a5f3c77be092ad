import { useSyncExternalStore } from 'react'
import { type KeptVisit, readVisits, removeVisit, writeVisit } from './visit-store.ts'

const NONE: readonly KeptVisit[] = []
let visits: readonly KeptVisit[] = NONE
let isRead = false
const listeners = new Set<() => void>()

/** What the device keeps, drafts and waiting ones; read once, then followed. */
export function useKeptVisits(accountId: string | undefined): readonly KeptVisit[] {
  const all = useSyncExternalStore(subscribe, () => visits)
  return accountId ? all.filter(({ draft }) => draft.accountId === accountId) : NONE
}

/** Shown at once; the promise tells when, or why not, the device has it. */
export function keepVisit(visit: KeptVisit): Promise<void> {
  const others = visits.filter(({ draft }) => draft.reportId !== visit.draft.reportId)
  change([...others, visit])
  return writeVisit(visit)
}

export function dropVisit({ draft }: KeptVisit): Promise<void> {
  change(visits.filter((other) => other.draft.reportId !== draft.reportId))
  return removeVisit(draft)
}

export function currentVisits(): readonly KeptVisit[] {
  return visits
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (!isRead) {
    isRead = true
    // A browser that keeps nothing has nothing to show: what is noted now stays in memory.
    void readVisits().then(
      (kept) => {
        const known = new Set(visits.map(({ draft }) => draft.reportId))
        change([...kept.filter(({ draft }) => !known.has(draft.reportId)), ...visits])
      },
      () => undefined,
    )
  }
  return () => {
    listeners.delete(listener)
  }
}

function change(next: readonly KeptVisit[]) {
  visits = next
  for (const listener of listeners) listener()
}
