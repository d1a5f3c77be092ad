import { curveFacts } from '@borne/geodata/works/curve-facts'
import { earnedShares } from '@borne/geodata/works/earned-shares'
import { type EndForecast, forecastEnd } from '@borne/geodata/works/forecast-end'
import { ledger } from '@borne/geodata/works/ledger'
import { plannedShareOf, plannedShareOfWorks } from '@borne/geodata/works/planned-shares'
import type { WorksAlarm } from '@borne/geodata/works/results'
import { type SCurvePoint, sCurve } from '@borne/geodata/works/s-curve'
import type { ContractState } from '@borne/geodata/works/state'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import type { Day } from '@borne/geodata/works/types'
import { worksAlarms } from '@borne/geodata/works/works-alarms'
import type { DocumentImage, Facts } from '../../../platform/documents/document-facts.ts'
import {
  orUnknown,
  tellDay,
  tellDays,
  tellMoney,
  tellPercent,
} from '../../../platform/documents/french-words.ts'
import { contractFacts, contractOn } from './contract-facts.ts'
import type { DocumentSource } from './document-source.ts'
import { ALARMS } from './document-words.ts'
import { drawCurve } from './draw-curve.ts'
import { photoFacts } from './photo-facts.ts'

const MOST_PHOTOS = 4
const CURVE_WIDTH_MILLIMETRES = 165

/** What the progress sheet says: how the works stand on a day, in figures, as a curve and in photos. */
export function progressSheetFacts(source: DocumentSource): Facts {
  const { contract, on } = source
  const { currency } = contract
  const then = contractOn(source, on)
  const { state, clock } = then
  const { totals, amountMinor, taxMinor } = ledger(contract, state)
  const { curve, forecast, planned, plannedOf } = scheduleFacts(source, state, amountMinor + taxMinor)
  const report = state.reports.findLast((one) => one.state === 'validated')
  return {
    ...contractFacts(source, then),
    dateEtat: tellDay(on),
    physique: tellPercent(state.progress.physicalPercent),
    prevu: tellPercent(planned),
    certifie: tellMoney(totals.grossMinor, currency),
    certifiePourcent: tellPercent(totals.certifiedPercent),
    paye: tellMoney(totals.paidMinor, currency),
    payePourcent: tellPercent(totals.paidPercent),
    resteAPayer: tellMoney(totals.outstandingMinor, currency),
    joursRestants: tellDays(Math.max(0, clock.remainingDays)),
    finEstimee: tellForecast(forecast),
    lots: (state.bills.at(-1)?.bill.packages ?? []).map(({ code, label }) => {
      const done = state.progress.packages.find(({ packageCode }) => packageCode === code)
      return {
        lot: code,
        intituleLot: label,
        poids: tellPercent((done?.weightPpm ?? 0) / 10_000),
        realise: tellPercent(done?.percent ?? 0),
        prevuLot: tellPercent(plannedOf(code)),
      }
    }),
    courbe: curve,
    reservesOuvertes: String(state.punchItems.filter((item) => item.state !== 'lifted').length),
    alertes: alarmFacts(source, on),
    dernierRapport: tellDay(report?.on ?? null),
    remarques: orUnknown(report?.note),
    photos: photoFacts(source, lastPhotos(source, on)),
  }
}

interface ScheduleFacts {
  readonly curve: DocumentImage | null
  readonly forecast: EndForecast | null
  readonly planned: number | null
  plannedOf(packageCode: string): number | null
}

/** Nothing without a plan or before the start. */
function scheduleFacts(source: DocumentSource, state: ContractState, budgetMinor: number): ScheduleFacts {
  const { on, calendars } = source
  const { schedule, packages, readings } = curveFacts(state, calendars)
  if (schedule === null) return { curve: null, forecast: null, planned: null, plannedOf: () => null }
  const current =
    curveFacts(state, calendars, state.currentPlan ?? state.baselines.at(-1) ?? null).schedule ?? schedule
  const forecast = forecastEnd(current, packages, earnedShares(packages, readings, on), on)
  const payments = [...state.payments, ...state.retentionReleases]
  const points = sCurve({ schedule, current, packages, readings, payments, budgetMinor, forecast, on })
  return {
    curve: curveImage(points, on),
    forecast,
    planned: 100 * plannedShareOfWorks(schedule, packages, on),
    plannedOf: (packageCode) => 100 * plannedShareOf(schedule, packageCode, on),
  }
}

function curveImage(points: readonly SCurvePoint[], on: Day): DocumentImage {
  return {
    kind: 'image',
    description: 'Courbe en S : prévu, réalisé et payé, en pourcentage du marché',
    widthMillimetres: CURVE_WIDTH_MILLIMETRES,
    load: () => drawCurve(points, on),
  }
}

/** A range where the own pace of the works is known; no day is told more exactly than the forecast is. */
function tellForecast(forecast: EndForecast | null): string {
  if (forecast === null || forecast.p50 === null) return '—'
  const tell = (day: Day) =>
    forecast.grain === 'month' ? tellDay(day).replace(/^\S+ /, '') : `vers le ${tellDay(day)}`
  if (forecast.p80 === null) return `${tell(forecast.p50)}, si la suite va comme prévu`
  return `${tell(forecast.p50)} (une chance sur deux), ${tell(forecast.p80)} (quatre sur cinq)`
}

function alarmFacts({ contract, events, calendars, knownAt }: DocumentSource, on: Day): Facts[] {
  const known = events.filter(({ recordedAt, happenedOn }) => recordedAt <= knownAt && happenedOn <= on)
  return worksAlarms(contract, summariseWorks(contract, known, calendars), { on }).map((alarm) => ({
    alerte: tellAlarm(alarm),
    critique: alarm.severity === 'critical',
  }))
}

/** With its day, or with how far money and works are apart and from where on that is an alarm. */
function tellAlarm({ code, on, values }: WorksAlarm): string {
  if (code !== 'paid-ahead-of-works' && code !== 'works-ahead-of-paid')
    return ALARMS[code] + (on === null ? '' : ` (${tellDay(on)})`)
  const points = (value: unknown) => String(value).replace('.', ',')
  return `${ALARMS[code]} (écart de ${points(values.points)} points, seuil ${points(values.threshold)})`
}

/** The latest up to the day, oldest first. */
function lastPhotos({ photos }: DocumentSource, on: Day) {
  const dayOf = ({ takenAt, uploadedAt }: (typeof photos)[number]) => (takenAt ?? uploadedAt).slice(0, 10)
  return photos
    .filter((photo) => dayOf(photo) <= on)
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)))
    .slice(-MOST_PHOTOS)
}
