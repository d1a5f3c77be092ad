import { convertAmount } from '@borne/geodata/works/convert-amount'
import { addDays, addMonths } from '@borne/geodata/works/days'
import type { WorksSummary } from '@borne/geodata/works/results'
import type { Db } from '../../platform/db.ts'
import type { WorksProgress, WorksStage } from './contract.ts'
import { thisDay } from './list-works.ts'
import { findContractPosts, type SummarisedContract } from './queries.ts'
import { findRates } from './settings-queries.ts'
import { findContracts } from './summarised-contracts.ts'

const MOST_MONTHS = 120
/** A rate serves as a weight however old it is. */
const ANY_AGE_DAYS = 36_500
/** A rate is known to this many digits. */
const UNIT_MINOR = 1_000_000

/** What each post with works looked like at each month's end, up to the current month. */
export function findProgressByMonth(db: Db): Promise<WorksProgress> {
  return db.transaction(() => readProgress(db))
}

async function readProgress(db: Db): Promise<WorksProgress> {
  const contracts = await findContracts(db, { includeArchived: false })
  const links = await findContractPosts(db)
  const rates = await findRates(db)
  const months = monthEnds(contracts)
  const weights = new Map(contracts.map((contract) => [contract.id, weigh(contract, rates)]))
  const byId = new Map(contracts.map((contract) => [contract.id, contract]))
  const posts = [...Map.groupBy(links, ({ id }) => id)].flatMap(([postId, own]) => {
    const found = own.flatMap(({ contractId }) => byId.get(contractId) ?? [])
    if (found.length === 0) return []
    return [
      {
        postId,
        contractIds: found.map(({ id }) => id),
        percents: months.map((month) => meanPercent(found, weights, month)),
        stages: months.map((month) => laggingStage(found, month)),
      },
    ]
  })
  return { months, posts: posts.sort((a, b) => (a.postId < b.postId ? -1 : 1)) }
}

function monthEnds(contracts: readonly SummarisedContract[]): string[] {
  const starts = contracts.flatMap(({ summary }) => summary.chain['start-order'] ?? [])
  const today = thisDay()
  const first = [...starts, today].toSorted()[0]!
  const months: string[] = []
  let month = endOfMonth(first)
  while (month <= endOfMonth(today) && months.length < MOST_MONTHS) {
    months.push(month)
    month = endOfMonth(addDays(month, 1))
  }
  return months
}

function endOfMonth(day: string): string {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}

/** The amount in ouguiyas at the latest rate, as exact as a weight need be; null where there is no rate. */
function weigh({ currency, summary }: SummarisedContract, rates: Awaited<ReturnType<typeof findRates>>) {
  const asked = { from: currency, to: 'MRU', on: thisDay() } as const
  const converted = convertAmount(UNIT_MINOR, asked, { rates, maxAgeDays: ANY_AGE_DAYS })
  return 'refusal' in converted ? null : summary.amountMinor * (converted.amountMinor / UNIT_MINOR)
}

/** By the amounts of the contracts that have begun; by their number where one has no rate. */
function meanPercent(
  contracts: readonly SummarisedContract[],
  weights: ReadonlyMap<string, number | null>,
  month: string,
): number | null {
  const begun = contracts.flatMap(({ id, summary }) => {
    const percent = percentAt(summary, month)
    return percent === null ? [] : [{ percent, weight: weights.get(id) ?? null }]
  })
  if (begun.length === 0) return null
  const isWeighed = begun.every(({ weight }) => weight !== null && weight > 0)
  const total = begun.reduce((sum, { weight }) => sum + (isWeighed ? weight! : 1), 0)
  const sum = begun.reduce((sum, { percent, weight }) => sum + percent * (isWeighed ? weight! : 1), 0)
  return Math.round((sum / total) * 10_000) / 10_000
}

/** The last percent of the curve up to the month's end; null before the start order. */
function percentAt(
  { chain, curve, physicalPercent, lastReportOn }: WorksSummary,
  month: string,
): number | null {
  const startedOn = chain['start-order']
  if (startedOn === null || startedOn > month) return null
  if (lastReportOn === null || lastReportOn <= month) return physicalPercent ?? 0
  return curve.findLast(({ on, earned }) => on <= month && earned !== null)?.earned ?? 0
}

const ORDER: readonly WorksStage[] = [
  'stopped',
  'started',
  'signature',
  'award',
  'tender',
  'preparation',
  'pre-accepted',
  'provisionally-accepted',
  'finally-accepted',
  'terminated',
  'closed',
]

/** Of several contracts of a post, the one that is most in the works. */
function laggingStage(contracts: readonly SummarisedContract[], month: string): WorksStage {
  const stages = contracts.map(({ summary }) => stageAt(summary, month))
  return stages.reduce((first, stage) => (ORDER.indexOf(stage) < ORDER.indexOf(first) ? stage : first))
}

const STEPS = [
  ['final-acceptance', 'finally-accepted'],
  ['provisional-acceptance', 'provisionally-accepted'],
  ['pre-acceptance', 'pre-accepted'],
  ['start-order', 'started'],
  ['signature', 'signature'],
  ['award', 'award'],
  ['tender', 'tender'],
] as const

function stageAt({ chain, suspensions, stage, lastEventOn }: WorksSummary, month: string): WorksStage {
  if (lastEventOn !== null && lastEventOn <= month) return stage
  const isReached = (day: string | null) => day !== null && day <= month
  if (isReached(chain.termination)) return 'terminated'
  const reached = STEPS.find(([step]) => isReached(chain[step]))?.[1] ?? 'preparation'
  const isStopped = suspensions.some(({ from, to }) => from <= month && (to === null || to > month))
  return reached === 'started' && isStopped ? 'stopped' : reached
}
