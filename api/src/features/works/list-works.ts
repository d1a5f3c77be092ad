import { contractClock } from '@borne/geodata/works/contract-clock'
import { plannedPercentOn } from '@borne/geodata/works/summarise-works'
import { worksAlarms } from '@borne/geodata/works/works-alarms'
import type { Db } from '../../platform/db.ts'
import type { WorksAlerts, WorksQuery, WorksRow, WorksRows, WorksSort } from './contract.ts'
import { WorksStage } from './contract.ts'
import {
  findContractorNames,
  findContractPosts,
  findProjectFacts,
  type SummarisedContract,
} from './queries.ts'
import { findContracts } from './summarised-contracts.ts'

type Question = Omit<WorksQuery, 'withAlarm' | 'includeArchived' | 'on'> & {
  readonly on: string
  readonly withAlarm: boolean
  readonly includeArchived: boolean
}

/** Today in Mauritania, whose clock is UTC. */
export function thisDay(): string {
  return new Date().toISOString().slice(0, 10)
}

/** One page of the portfolio. What a day makes of it is computed here: so it is sorted and filtered here too. */
export async function listWorks(db: Db, question: Question): Promise<WorksRows> {
  const { on, limit, offset, sort, order, ...filter } = question
  const rows = (await findRows(db, { on, includeArchived: filter.includeArchived })).filter((row) =>
    fits(row, filter),
  )
  const sign = order === 'asc' ? 1 : -1
  const sorted = rows.toSorted((a, b) => sign * compareBy[sort](a, b))
  return { on, items: sorted.slice(offset, offset + limit), total: rows.length, limit, offset }
}

/** Every contract that the caller sees, by reference, as it stands on a day. In one transaction, which asks once who calls. */
export function findRows(db: Db, question: { on: string; includeArchived: boolean }): Promise<WorksRow[]> {
  return db.transaction(() => readRows(db, question))
}

async function readRows(
  db: Db,
  { on, includeArchived }: { on: string; includeArchived: boolean },
): Promise<WorksRow[]> {
  const contracts = await findContracts(db, { includeArchived })
  const projects = await findProjectFacts(db)
  const contractors = await findContractorNames(db)
  const postsOf = Map.groupBy(await findContractPosts(db), ({ contractId }) => contractId)
  return contracts.flatMap((contract) => {
    const facts = projects.get(contract.projectId)
    if (!facts) return []
    const { contractorId, id } = contract
    const contractor =
      contractorId === null ? null : { id: contractorId, name: contractors.get(contractorId) ?? '' }
    const posts = (postsOf.get(id) ?? []).map((post) => ({ id: post.id, name: post.name }))
    const donors = facts.donors.map((donor) => ({ id: donor.id, code: donor.code, name: donor.name }))
    return [{ ...figuresOf(contract, on), ...facts, donors, contractor, posts }]
  })
}

type Figures = Omit<WorksRow, 'programme' | 'project' | 'donors' | 'contractor' | 'posts'>

function figuresOf(contract: SummarisedContract, on: string): Figures {
  const { summary } = contract
  const clock = contractClock(contract, summary, on)
  return {
    id: contract.id,
    reference: contract.reference,
    title: contract.title,
    currency: contract.currency,
    amountMinor: summary.amountMinor,
    stage: summary.stage,
    startedOn: clock.startedOn,
    endsOn: clock.plannedEnd,
    receivedOn: summary.chain['provisional-acceptance'],
    delayDays: clock.startedOn === null ? null : clock.delayDays,
    penaltyMinor: clock.penalty.exposureMinor,
    physicalPercent: summary.physicalPercent,
    plannedPercent: plannedPercentOn(summary.curve, on),
    certifiedPercent: summary.certifiedPercent,
    paidPercent: summary.paidPercent,
    openPunchCount: summary.openPunchItems.length,
    pendingReportCount: summary.waitingReports.length,
    // A summary of before says not by whom; the next event on its contract makes it anew.
    waitingReports: summary.waitingReports.map(({ eventId, on: day, recordedBy = null }) => ({
      eventId,
      on: day,
      recordedBy,
    })),
    lastReportOn: summary.lastReportOn,
    alarms: worksAlarms(contract, summary, { on, clock }) as WorksRow['alarms'],
    curve: summary.curve as WorksRow['curve'],
    isArchived: contract.isArchived,
    isDemonstration: contract.isDemonstration,
    version: contract.version,
    updatedAt: contract.updatedAt,
  }
}

type Filter = Pick<Question, 'postId' | 'donorId' | 'contractorId' | 'stage' | 'withAlarm'>

function fits(row: WorksRow, { postId, donorId, contractorId, stage, withAlarm }: Filter): boolean {
  return (
    (postId === undefined || row.posts.some(({ id }) => id === postId)) &&
    (donorId === undefined || row.donors.some(({ id }) => id === donorId)) &&
    (contractorId === undefined || row.contractor?.id === contractorId) &&
    (stage === undefined || row.stage === stage) &&
    (!withAlarm || row.alarms.length > 0)
  )
}

const collator = new Intl.Collator('fr')
/** Of codes and days, of which there are too many to be compared as words. */
const compareCodes = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byText = (read: (row: WorksRow) => string) => (a: WorksRow, b: WorksRow) =>
  collator.compare(read(a), read(b))
const byNumber = (read: (row: WorksRow) => number | null) => (a: WorksRow, b: WorksRow) =>
  (read(a) ?? -1) - (read(b) ?? -1)
const gravity = ({ alarms }: WorksRow) =>
  alarms.reduce((sum, { severity }) => sum + (severity === 'critical' ? 1000 : 1), 0)

/** Rows come by reference, and stay so where this finds no difference. */
const compareBy: Readonly<Record<WorksSort, (a: WorksRow, b: WorksRow) => number>> = {
  reference: (a, b) => compareCodes(a.reference, b.reference),
  title: byText(({ title }) => title),
  contractor: byText(({ contractor }) => contractor?.name ?? ''),
  end: (a, b) => compareCodes(a.endsOn ?? '', b.endsOn ?? ''),
  stage: byNumber(({ stage }) => WorksStage.options.indexOf(stage)),
  delay: byNumber(({ delayDays }) => delayDays),
  physical: byNumber(({ physicalPercent }) => physicalPercent),
  paid: byNumber(({ paidPercent }) => paidPercent),
  alarms: byNumber(gravity),
}

/** What needs looking at, the gravest first, then the oldest. */
export async function listAlerts(db: Db, on: string): Promise<WorksAlerts> {
  const rows = await findRows(db, { on, includeArchived: false })
  const items = rows.flatMap(({ id, reference, title, posts, isDemonstration, alarms }) =>
    alarms.map((alarm) => ({
      ...alarm,
      contractId: id,
      reference,
      title,
      postNames: posts.map(({ name }) => name),
      isDemonstration,
    })),
  )
  const rank = { critical: 0, warning: 1 }
  const sorted = items.toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || compareCodes(a.on ?? '9', b.on ?? '9'),
  )
  return { on, items: sorted }
}
