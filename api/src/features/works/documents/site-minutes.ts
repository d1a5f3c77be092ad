import type { Progress, ReportFact } from '@borne/geodata/works/state'
import type { Bill } from '@borne/geodata/works/types'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown, tellDay, tellPercent, tellQuantity } from '../../../platform/documents/french-words.ts'
import { problem } from '../../../platform/problems.ts'
import { contractFacts, contractOn, punchFacts, wholeState } from './contract-facts.ts'
import type { DocumentSource } from './document-source.ts'
import { CAUSES } from './document-words.ts'
import { photoFacts } from './photo-facts.ts'

/** What the minutes of a site visit say: what a report measured, what it changes, what is open, what was seen. */
export function siteMinutesFacts(source: DocumentSource): Facts {
  const report = findReport(source)
  const then = contractOn(source, report.on)
  const { state } = then
  // On its day the report still waits: what was validated until then is before, what is proposed is what it found.
  const before = state.progress
  const now = report.state === 'rejected' ? before : state.proposedProgress
  const last = state.reports.findLast((other) => other.state === 'validated' && other.on < report.on)
  const lostDays = state.lostDays.filter(({ on }) => last === undefined || on > last.on)
  return {
    ...contractFacts(source, then),
    dateVisite: tellDay(report.on),
    auteur: orUnknown(nameOf(source, report.eventId)),
    validation: tellDecision(source, report),
    valide: report.state === 'validated',
    remarques: orUnknown(report.note),
    motifBaisse: report.fallReason ?? '',
    physique: tellPercent(now.physicalPercent),
    physiqueAvant: tellPercent(before.physicalPercent),
    lots: packageRows(state.bills.at(-1)?.bill, { now, before }),
    mesures: measureRows(state.bills.at(-1)?.bill, report),
    joursPerdus: lostDays.map(({ on, cause, rainMillimetres, note }) => ({
      date: tellDay(on),
      cause: CAUSES[cause],
      pluie: rainMillimetres === null ? '—' : `${String(rainMillimetres).replace('.', ',')}\u202fmm`,
      note: orUnknown(note),
    })),
    reserves: punchFacts(state.punchItems.filter((item) => item.state !== 'lifted')),
    photos: photoFacts(source, photosOf(source, report)),
  }
}

function findReport(source: DocumentSource): ReportFact {
  const { reports } = wholeState(source)
  const { eventId } = source
  const found =
    eventId === undefined
      ? reports.findLast(({ state }) => state !== 'rejected')
      : reports.find((report) => report.id === eventId || report.eventId === eventId)
  if (!found) throw problem('document-without-event', { kind: 'PV de chantier' }, { field: 'event' })
  return found
}

function nameOf({ events }: DocumentSource, eventId: string): string | null {
  return events.find(({ id }) => id === eventId)?.recordedByName ?? null
}

function tellDecision(source: DocumentSource, { state, decision }: ReportFact): string {
  if (decision === null) return 'Proposé, en attente de validation sur le site'
  const by = nameOf(source, decision.eventId)
  const words = state === 'validated' ? 'Validé' : 'Rejeté'
  return `${words} le ${tellDay(decision.on)}${by === null ? '' : ` par ${by}`}${decision.note && ` : ${decision.note}`}`
}

function packageRows(bill: Bill | undefined, { now, before }: { now: Progress; before: Progress }): Facts[] {
  return (bill?.packages ?? []).map(({ code, label }) => {
    const of = (progress: Progress) =>
      progress.packages.find(({ packageCode }) => packageCode === code)?.percent ?? 0
    const weightPpm = now.packages.find(({ packageCode }) => packageCode === code)?.weightPpm ?? 0
    return {
      lot: code,
      intituleLot: label,
      poids: tellPercent(weightPpm / 10_000),
      avant: tellPercent(of(before)),
      constate: tellPercent(of(now)),
    }
  })
}

function measureRows(bill: Bill | undefined, { measures }: ReportFact): Facts[] {
  return measures.map((measure) => {
    if ('percent' in measure) {
      const group = bill?.packages.find(({ code }) => code === measure.packageCode)
      return {
        numero: measure.packageCode,
        designation: group?.label ?? '',
        unite: '%',
        prevu: '100',
        mesure: tellPercent(measure.percent),
      }
    }
    const item = bill?.items.find(({ code }) => code === measure.itemCode)
    return {
      numero: measure.itemCode,
      designation: item?.label ?? '',
      unite: item?.unit ?? '',
      prevu: item ? tellQuantity(item.quantityMilli) : '—',
      mesure: tellQuantity(measure.quantityMilli),
    }
  })
}

/** Those of the report, and of the réserves and lost days that were recorded with it. */
function photosOf({ events, photos }: DocumentSource, report: ReportFact) {
  const ids = new Set(
    events
      .filter(
        ({ id, happenedOn, kind, recordedBy }) =>
          id === report.eventId ||
          (happenedOn === report.on &&
            recordedBy === report.recordedBy &&
            ['punch-item', 'lost-day'].includes(kind)),
      )
      .flatMap(({ photoIds }) => photoIds),
  )
  return photos.filter(({ id }) => ids.has(id))
}
