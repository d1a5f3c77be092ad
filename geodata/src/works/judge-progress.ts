import { divideRounded } from './divide-rounded.ts'
import type { Fold } from './fold-event.ts'
import { certifiedQuantities } from './judge-bill.ts'
import { refuseOutsideWorks } from './judge-chain.ts'
import { type Judge, refusal, refuseIf, type Spot } from './judging.ts'
import { measureProgress } from './measure-progress.ts'
import type { WorksRefusal } from './results.ts'
import type { ReportFact } from './state.ts'
import type { Bill, Measure, WorksEventKind } from './types.ts'

const FIELD = 'payload.measures'
const PER_PERCENT = 10_000

const judgeReport: Judge<'progress-report'> = (judging) => {
  const { fold, event } = judging
  const { measures, fallReason } = event.payload
  const outside = refuseOutsideWorks(judging, 'final-acceptance')
  if (measures.length === 0) return outside
  const bill = fold.bills.at(-1)?.bill
  if (bill === undefined) return [...outside, refusal('no-bill', {}, { field: FIELD })]
  const faults = measures.flatMap((measure, index) => judgeMeasure(bill, measure, { field: FIELD, index }))
  const falls =
    faults.length > 0 || isReason(fallReason)
      ? []
      : [...belowCertified(fold, bill, measures), ...fallsOf(bill, validatedOf(fold.reports), measures)]
  return [...outside, ...faults, ...falls]
}

function judgeMeasure(bill: Bill, measure: Measure, spot: Spot): WorksRefusal[] {
  if ('itemCode' in measure) {
    const { itemCode, quantityMilli } = measure
    const item = bill.items.find(({ code }) => code === itemCode)
    if (item === undefined) return [refusal('unknown-item', { itemCode }, spot)]
    const { quantityMilli: billMilli } = item
    return refuseIf(
      quantityMilli > billMilli,
      'quantity-over-bill',
      { itemCode, quantityMilli, billMilli },
      spot,
    )
  }
  const { packageCode, percent } = measure
  return [
    ...refuseIf(
      !bill.packages.some(({ code }) => code === packageCode),
      'unknown-package',
      { packageCode },
      spot,
    ),
    ...refuseIf(!(percent >= 0 && percent <= 100), 'percent-out-of-range', { packageCode, percent }, spot),
  ]
}

function belowCertified({ certificates }: Fold, bill: Bill, measures: readonly Measure[]): WorksRefusal[] {
  const certified = certifiedQuantities(certificates)
  return measures.flatMap((measure, index) => {
    const measured =
      'itemCode' in measure
        ? [measure]
        : bill.items
            .filter(({ packageCode }) => packageCode === measure.packageCode)
            .map(({ code, quantityMilli }) => ({
              itemCode: code,
              quantityMilli: partOf(quantityMilli, measure.percent),
            }))
    const below = measured.find(
      ({ itemCode, quantityMilli }) => quantityMilli < (certified.get(itemCode) ?? 0),
    )
    if (below === undefined) return []
    const certifiedMilli = certified.get(below.itemCode)!
    return [refusal('quantity-below-certified', { ...below, certifiedMilli }, { field: FIELD, index })]
  })
}

function partOf(quantityMilli: number, percent: number): number {
  return divideRounded(BigInt(quantityMilli) * BigInt(Math.round(percent * PER_PERCENT)), 1_000_000n)
}

/** Measures that say less than the reports before them. */
function fallsOf(bill: Bill, before: readonly ReportFact[], measures: readonly Measure[]): WorksRefusal[] {
  const { items, packages } = measureProgress(bill, before)
  return measures.flatMap((measure, index) => {
    const spot = { field: FIELD, index }
    if ('itemCode' in measure) {
      const { itemCode, quantityMilli } = measure
      const beforeMilli = items.find((item) => item.itemCode === itemCode)?.quantityMilli ?? 0
      return refuseIf(
        quantityMilli < beforeMilli,
        'progress-falls',
        { itemCode, quantityMilli, beforeMilli },
        spot,
      )
    }
    const { packageCode, percent } = measure
    const beforePercent = packages.find((one) => one.packageCode === packageCode)?.percent ?? 0
    const isLess = Math.round(percent * PER_PERCENT) < Math.round(beforePercent * PER_PERCENT)
    return refuseIf(isLess, 'progress-falls', { packageCode, percent, beforePercent }, spot)
  })
}

const judgeDecision: Judge<'report-validated' | 'report-rejected'> = ({ fold, event, by }) => {
  const index = fold.reports.findIndex(({ eventId }) => eventId === event.about)
  const report = fold.reports[index]
  if (report === undefined) return [refusal('unknown-event', {}, { field: 'about' })]
  if (report.state !== 'proposed') {
    return [refusal('already-decided', { state: report.state, on: report.decision?.on ?? '' })]
  }
  if (by !== null && by === report.recordedBy) return [refusal('same-person')]
  const bill = fold.bills.at(-1)?.bill
  if (event.kind === 'report-rejected' || bill === undefined) return []
  return [report, ...fold.reports.slice(index + 1).filter(({ state }) => state === 'validated')].flatMap(
    (one) => {
      if (isReason(one.fallReason)) return []
      const earlier = fold.reports.slice(0, fold.reports.indexOf(one))
      const before = earlier.filter((other) => other === report || other.state === 'validated')
      return fallsOf(bill, before, one.measures).map(({ code, params }) =>
        refusal(code, { ...params, on: one.on }),
      )
    },
  )
}

function validatedOf(reports: readonly ReportFact[]): ReportFact[] {
  return reports.filter(({ state }) => state === 'validated')
}

function isReason(reason: string | null): boolean {
  return reason !== null && reason.trim() !== ''
}

const judgeLostDay: Judge<'lost-day'> = (judging) => refuseOutsideWorks(judging, 'provisional-acceptance')

export const PROGRESS_JUDGES = {
  'progress-report': judgeReport,
  'report-validated': judgeDecision,
  'report-rejected': judgeDecision,
  'lost-day': judgeLostDay,
} as const satisfies { readonly [Kind in WorksEventKind]?: Judge<Kind> }
