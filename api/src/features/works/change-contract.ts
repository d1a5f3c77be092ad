import { randomUUID } from 'node:crypto'
import { summariseWorks } from '@borne/geodata/works/summarise-works'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { WorksContractChangeInput, WorksContractDetail, WorksContractInput } from './contract.ts'
import { findEvents } from './event-queries.ts'
import {
  findContract,
  findContractorNames,
  findContractPosts,
  findProjectFacts,
  findUnseenPost,
  insertContract,
  insertSummary,
  lockContract,
  type StoredContract,
  setContractArchived,
  updateContract,
  writeContractPosts,
} from './queries.ts'
import { refreshSummary } from './refresh-summary.ts'
import { findCalendars } from './settings-queries.ts'

/** The contract, or the problem that there is none: also for what the caller may not see. */
export async function getContract(db: Db, contractId: string): Promise<StoredContract> {
  const contract = await findContract(db, contractId)
  if (!contract) throw problem('works-not-found', { contractId })
  return contract
}

/** With the names of what it names. */
export async function describeContract(db: Db, contractId: string): Promise<WorksContractDetail> {
  const { projectId, contractorId, ...contract } = await getContract(db, contractId)
  const posts = await findContractPosts(db, contractId)
  const facts = (await findProjectFacts(db)).get(projectId)
  const contractors = await findContractorNames(db)
  if (!facts) throw problem('works-not-found', { contractId })
  return {
    ...contract,
    ...facts,
    contractor:
      contractorId === null ? null : { id: contractorId, name: contractors.get(contractorId) ?? '' },
    posts: posts.map(({ id, name }) => ({ id, name })),
  }
}

/** Adds a contract on which nothing has happened yet, or nothing at all. */
export function createContract(db: Db, input: WorksContractInput): Promise<WorksContractDetail> {
  return db.transaction(async () => {
    const { postIds, ...stated } = await checkContract(db, input)
    const contractId = randomUUID()
    await insertContract(db, contractId, stated).catch(tellTaken(stated.reference))
    await writeContractPosts(db, contractId, postIds)
    const contract = { id: contractId, ...stated }
    await insertSummary(db, contractId, summariseWorks(contract, [], await findCalendars(db)))
    return describeContract(db, contractId)
  })
}

/** Of a signed contract these change by an amendment alone. */
const SIGNED_FIELDS = ['currency', 'amountMinor', 'taxPpm', 'durationDays', 'terms'] as const

/** @throws problem `works-changed-meanwhile` with the current one, when `version` is no longer it. */
export function changeContract(
  db: Db,
  contractId: string,
  { version, ...input }: WorksContractChangeInput,
): Promise<WorksContractDetail> {
  return db.transaction(async () => {
    await lockContract(db, contractId)
    const current = await openForChange(db, contractId, version)
    if (current.isArchived) throw problem('works-archived', { reference: current.reference })
    const { postIds, ...stated } = await checkContract(db, input)
    await refuseAfterSignature(db, current, stated)
    const isWritten = await updateContract(db, { id: contractId, version }, stated).catch(
      tellTaken(stated.reference),
    )
    if (!isWritten) throw changedMeanwhile(await getContract(db, contractId), version)
    await writeContractPosts(db, contractId, postIds)
    await refreshSummary(db, { id: contractId, ...stated })
    return describeContract(db, contractId)
  })
}

/** Takes a contract out of the lists, or puts it back. Nothing is deleted. */
export function archiveContract(
  db: Db,
  contractId: string,
  { version, isArchived }: { version: number; isArchived: boolean },
): Promise<WorksContractDetail> {
  return db.transaction(async () => {
    await lockContract(db, contractId)
    const current = await openForChange(db, contractId, version)
    if (current.isArchived !== isArchived)
      await setContractArchived(db, { id: contractId, version }, isArchived)
    return describeContract(db, contractId)
  })
}

async function openForChange(db: Db, contractId: string, version: number): Promise<StoredContract> {
  const current = await getContract(db, contractId)
  if (current.version !== version) throw changedMeanwhile(current, version)
  return current
}

function changedMeanwhile(current: StoredContract, yours: number) {
  const words = { yours, current: current.version, reference: current.reference }
  return problem('works-changed-meanwhile', words, { extra: { current } })
}

async function checkContract(db: Db, input: WorksContractInput): Promise<WorksContractInput> {
  checkText(input)
  const { advancePpm, advanceRecoveryFromPpm: from, advanceRecoveryToPpm: to } = input.terms
  if (advancePpm > 0 && from >= to)
    throw problem('works-recovery-range', { from, to }, { field: 'terms.advanceRecoveryToPpm' })
  const { projectId, contractorId, postIds } = input
  if (!(await findProjectFacts(db)).has(projectId)) throw unknownParty('projectId', projectId)
  if (contractorId !== null && !(await findContractorNames(db)).has(contractorId))
    throw unknownParty('contractorId', contractorId)
  const unseen = await findUnseenPost(db, postIds)
  if (unseen !== undefined) throw problem('works-post-unknown', { postId: unseen }, { field: 'postIds' })
  return { ...input, postIds: [...new Set(postIds)] }
}

function unknownParty(field: string, id: string) {
  return problem('works-party-unknown', { field, id }, { field })
}

async function refuseAfterSignature(
  db: Db,
  current: StoredContract,
  stated: Omit<WorksContractInput, 'postIds'>,
): Promise<void> {
  const fields = SIGNED_FIELDS.filter((field) => !isSame(current[field], stated[field]))
  if (fields.length === 0) return
  const events = await findEvents(db, current.id)
  const { chain } = summariseWorks(current, events, await findCalendars(db))
  if (chain.signature === null && chain['start-order'] === null) return
  const words = { reference: current.reference, fields: fields.join(', ') }
  throw problem('works-signed', words, { field: fields[0]! })
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null) return one === other
  return Object.entries(one).every(([key, value]) => value === (other as Record<string, unknown>)[key])
}

const UNIQUE_VIOLATION = '23505'

function tellTaken(reference: string) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    throw problem('works-reference-taken', { reference }, { field: 'reference', cause: error })
  }
}
