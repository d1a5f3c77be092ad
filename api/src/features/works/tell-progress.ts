import { addDays, daysBetween } from '@borne/geodata/works/days'
import type { Bill, Day } from '@borne/geodata/works/types'
import { measuresAt } from './demonstration-bill.ts'
import type { ContractStory, ToldProgress } from './demonstration-set.ts'
import { type EventWriter, laterWithin, type Recorder } from './event-writer.ts'

const REPORT_DAYS = 14
/** Nearer than this to what is told, no report is made in between. */
const APART_DAYS = 7
const REMARKS = [
  'Équipe au complet, approvisionnement suivi.',
  'Équipe réduite cette semaine.',
  'Livraison reçue, stockage à l’abri.',
  'Eau de chantier apportée par citerne.',
  'Journal de chantier visé.',
  'Réunion de chantier tenue, PV signé.',
]

interface Telling {
  readonly writer: EventWriter
  readonly bill: Bill
  readonly statusDate: Day
  /** Whoever reports, and whoever decides. */
  readonly proposer: Recorder
  readonly decider: Recorder
  /** From 0 to 1, the same each time. */
  readonly random: () => number
}

/** Reports every two weeks that lead from one told measure to the next, each decided by a second person, and visits after the works. */
export function tellProgress(story: ContractStory, telling: Telling): void {
  const told = story.progress ?? []
  let last: ToldProgress = { on: story.chain['start-order'] ?? '', percent: 0 }
  for (const next of told) {
    for (const between of reportsBetween(last, next, story)) tellReport(story, telling, between)
    tellReport(story, telling, next)
    if (isCounted(next)) last = next
  }
  const accepted = story.chain['provisional-acceptance']
  if (accepted !== undefined && story.followUpDays !== undefined) {
    tellVisits({ from: accepted, every: story.followUpDays, until: story.chain['final-acceptance'] }, telling)
  }
}

function reportsBetween(
  from: ToldProgress,
  to: ToldProgress,
  { suspensions }: ContractStory,
): ToldProgress[] {
  const reports: ToldProgress[] = []
  const whole = daysBetween(from.on, to.on)
  for (let days = REPORT_DAYS; days <= whole - APART_DAYS; days += REPORT_DAYS) {
    const on = addDays(from.on, days)
    if (suspensions?.some((stop) => stop.from <= on && (stop.to === null || on < stop.to))) continue
    const gain = isCounted(to) ? Math.max(0, to.percent - from.percent) * (days / whole) : 0
    reports.push({ on, percent: Math.floor(from.percent + gain) })
  }
  return reports
}

function isCounted({ rejected, waiting = false }: ToldProgress): boolean {
  return rejected === undefined && !waiting
}

function tellReport(story: ContractStory, telling: Telling, told: ToldProgress): void {
  const { on, percent, first } = told
  if (first === undefined) {
    decide(telling, { id: report(story, telling, { told, percent }), on, told })
    return
  }
  const before = report(story, telling, { told, percent: first.percent })
  decide(telling, { id: before, on, told })
  const after = report(story, telling, { told, percent, replaces: before, knownOn: first.correctedOn })
  decide(telling, { id: after, on: first.correctedOn, told })
}

interface Reported {
  readonly told: ToldProgress
  readonly percent: number
  readonly replaces?: string
  readonly knownOn?: Day
}

function report(
  { measuresItems = false }: ContractStory,
  { writer, bill, proposer, random }: Telling,
  { told, percent, replaces, knownOn }: Reported,
): string {
  const remark = REMARKS[Math.floor(random() * REMARKS.length)]!
  const payload = {
    note: `Fictif : ${told.note ?? remark}`,
    measures: measuresAt(bill, percent, { byItems: measuresItems }),
    fallReason: told.fallReason ?? null,
  }
  return writer.write('progress-report', told.on, payload, { by: proposer, replaces, knownOn })
}

function decide(
  { writer, decider, statusDate, random }: Telling,
  { id, on, told }: { readonly id: string; readonly on: Day; readonly told: ToldProgress },
): void {
  if (told.waiting) return
  const decidedOn = laterWithin(on, 1 + Math.floor(random() * 3), statusDate)
  const kind = told.rejected === undefined ? 'report-validated' : 'report-rejected'
  writer.write(kind, decidedOn, { note: told.rejected ?? '' }, { by: decider, about: id })
}

function tellVisits(
  { from, every, until }: { readonly from: Day; readonly every: number; readonly until: Day | undefined },
  { writer, statusDate }: Telling,
): void {
  const last = until ?? statusDate
  for (let on = addDays(from, every); on < last; on = addDays(on, every)) {
    const note = 'Fictif : visite pendant la période de garantie, rien à signaler.'
    const about = writer.write(
      'progress-report',
      on,
      { note, measures: [], fallReason: null },
      { by: 'focal-point' },
    )
    writer.write('report-validated', on, {}, { by: 'coordinator', about })
  }
}
