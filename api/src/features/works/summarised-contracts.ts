import type { WorksSummary } from '@borne/geodata/works/results'
import type { Db } from '../../platform/db.ts'
import { findDatedContracts, findSummaries, type SummarisedContract } from './queries.ts'

/** Summaries as they were last read. They are most of what a list reads, and change one at a time. */
const known = new Map<string, { readonly at: string; readonly summary: WorksSummary }>()
const MOST_KNOWN = 10_000

/**
 * The contracts that the caller sees, with their summaries, by reference. Which contracts those are, and of what moment their
 * summaries, is asked each time; a summary is read again when it was written since.
 */
export async function findContracts(
  db: Db,
  filter: { includeArchived: boolean },
): Promise<SummarisedContract[]> {
  const contracts = await findDatedContracts(db, filter)
  const stale = contracts.filter(({ id, summarisedAt }) => known.get(id)?.at !== summarisedAt)
  const ids = stale.map(({ id }) => id)
  const read = new Map(ids.length === 0 ? [] : await findSummaries(db, ids))
  const found = contracts.flatMap(({ summarisedAt, ...contract }) => {
    const summary = read.get(contract.id) ?? known.get(contract.id)?.summary
    return summary ? [{ at: summarisedAt, contract: { ...contract, summary } }] : []
  })
  if (known.size + read.size > MOST_KNOWN) known.clear()
  for (const { at, contract } of found) known.set(contract.id, { at, summary: contract.summary })
  return found.map(({ contract }) => contract)
}
