import { lineAmountMinor } from './bill-total.ts'
import { divideRounded, splitByWeights } from './divide-rounded.ts'
import type { ItemProgress, PackageProgress, Progress, ReportFact } from './state.ts'
import type { Bill, BillItem, Day } from './types.ts'

const MILLION = 1_000_000
/** Percents are kept as whole ten-thousandths, so that equal histories give equal figures. */
const PER_PERCENT = 10_000

interface Latest {
  readonly value: number
  readonly turn: number
  readonly on: Day
}

/** What was said last of each item and package. */
interface LastWords {
  readonly ofItems: Map<string, Latest>
  readonly ofPackages: Map<string, Latest>
  turn: number
}

/**
 * What reports say is built, on a bill. Of an item the last word counts: its own quantity, or the percent of its package, which
 * stands for all items of it. A package is the average of its items by amount, and the works that of the packages by weight.
 *
 * @param bill On which quantities become percents; null gives no figures.
 * @param reports In the order of their days; each is taken as true.
 */
export function measureProgress(bill: Bill | null, reports: readonly ReportFact[]): Progress {
  const words = startWords()
  for (const report of reports) hear(words, report)
  return progressOf(bill, words)
}

/** The progress after each report, in their order; on one bill, as `measureProgress`. */
export function readProgress(bill: Bill | null, reports: readonly ReportFact[]): Progress[] {
  const words = startWords()
  return reports.map((report) => {
    hear(words, report)
    return progressOf(bill, words)
  })
}

function progressOf(bill: Bill | null, { ofItems, ofPackages }: LastWords): Progress {
  if (bill === null) return { items: [], packages: [], physicalPercent: null, measuredOn: null }
  const items = bill.items.map((item) =>
    progressOfItem(item, ofItems.get(item.code), ofPackages.get(item.packageCode)),
  )
  const weights = packageWeights(bill)
  const amounts = new Map(bill.items.map((item) => [item.code, amountOf(item)]))
  const packages = bill.packages.map(({ code }, index): PackageProgress => {
    const own = items.filter(({ packageCode }) => packageCode === code)
    const word = ofPackages.get(code)
    const shares = own.map((item): [number, number] => [
      item.percent * PER_PERCENT,
      amounts.get(item.itemCode)!,
    ])
    return {
      packageCode: code,
      percent: (averageOf(shares) ?? word?.value ?? 0) / PER_PERCENT,
      weightPpm: weights[index]!,
      measuredOn: latestDay([word?.on ?? null, ...own.map(({ measuredOn }) => measuredOn)]),
    }
  })
  const works = packages.map(({ percent, weightPpm }): [number, number] => [percent * PER_PERCENT, weightPpm])
  return {
    items,
    packages,
    physicalPercent: (averageOf(works) ?? 0) / PER_PERCENT,
    measuredOn: latestDay(packages.map(({ measuredOn }) => measuredOn)),
  }
}

/** Weights of the packages of a bill as stated, or by their amounts: millionths that add up to a million. */
export function packageWeights({ packages, items }: Bill): number[] {
  if (packages.every(({ weightPpm }) => weightPpm !== null))
    return packages.map(({ weightPpm }) => weightPpm!)
  const amounts = new Map(packages.map(({ code }) => [code, 0]))
  for (const item of items) {
    amounts.set(item.packageCode, (amounts.get(item.packageCode) ?? 0) + amountOf(item))
  }
  return splitByWeights(
    MILLION,
    packages.map(({ code }) => amounts.get(code)!),
  )
}

function startWords(): LastWords {
  return { ofItems: new Map(), ofPackages: new Map(), turn: 0 }
}

function hear(words: LastWords, { measures, on }: ReportFact): void {
  for (const measure of measures) {
    words.turn += 1
    const { turn } = words
    if ('itemCode' in measure) words.ofItems.set(measure.itemCode, { value: measure.quantityMilli, turn, on })
    else {
      const value = Math.round(measure.percent * PER_PERCENT)
      words.ofPackages.set(measure.packageCode, { value, turn, on })
    }
  }
}

function progressOfItem(item: BillItem, own: Latest | undefined, whole: Latest | undefined): ItemProgress {
  const { code: itemCode, packageCode, quantityMilli: asked } = item
  if (own !== undefined && (whole === undefined || own.turn > whole.turn)) {
    const percent = sharePpmOf(own.value, asked) / PER_PERCENT
    return { itemCode, packageCode, quantityMilli: own.value, percent, measuredOn: own.on }
  }
  const share = whole?.value ?? 0
  const quantityMilli = divideRounded(BigInt(asked) * BigInt(share), BigInt(MILLION))
  return { itemCode, packageCode, quantityMilli, percent: share / PER_PERCENT, measuredOn: whole?.on ?? null }
}

/** In millionths, at most a million; nothing of nothing is none of it. */
function sharePpmOf(done: number, asked: number): number {
  if (done >= asked) return asked === 0 ? 0 : MILLION
  return divideRounded(BigInt(done) * BigInt(MILLION), BigInt(asked))
}

/** Of whole numbers by whole weights; undefined where nothing weighs. */
function averageOf(shares: readonly (readonly [value: number, weight: number])[]): number | undefined {
  let sum = 0n
  let weights = 0n
  for (const [value, weight] of shares) {
    sum += BigInt(Math.round(value)) * BigInt(weight)
    weights += BigInt(weight)
  }
  return weights === 0n ? undefined : divideRounded(sum, weights)
}

function amountOf({ quantityMilli, unitPriceMinor }: BillItem): number {
  return lineAmountMinor(quantityMilli, unitPriceMinor)
}

function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
}
