import type { DueReason } from '@borne/api/contracts/missions'
import type { Formats } from '../../ui/formats.ts'
import type { DueWords } from './due-messages.ts'

/** One reason in a few words: «Réserves à lever (3)». */
export function dueText(
  { kind, values }: Pick<DueReason, 'kind' | 'values'>,
  m: DueWords,
  formats: Pick<Formats, 'day' | 'number'>,
): string {
  const text = (key: string) => String(values[key] ?? '—')
  const day = formats.day(typeof values.date === 'string' ? values.date : null)
  const number = (key: string) => formats.number(Number(values[key] ?? Number.NaN))
  switch (kind) {
    case 'milestone':
      return m.milestone(text('title'), day)
    case 'report-waiting':
      return m.reportWaiting(text('reference'), day)
    case 'punch-to-check':
      return m.punchToCheck(number('count'))
    case 'punch-overdue':
      return m.punchOverdue(number('count'), day)
    case 'works-end':
      return m.worksEnd(text('reference'), day)
    case 'guarantee-end':
      return m.guaranteeEnd(text('reference'), day)
    case 'no-report':
      return m.noReport(text('reference'), number('days'))
    case 'last-visit-old':
      return m.lastVisitOld(number('days'))
    case 'never-visited':
      return m.neverVisited
    case 'requested':
      return values.askedBy
        ? m.requestedBy(text('subject'), String(values.askedBy))
        : m.requested(text('subject'))
  }
}
