import type { WorksSummary } from '@borne/geodata/works/results'
import type { Db } from '../../platform/db.ts'
import { findStoredContracts, findSummaries, findSummaryTimes, type SummarisedContract } from './queries.ts'

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
  const contracts = await findStoredContracts(db, filter)
  const times = new Map(await findSummaryTimes(db))
  const ids = contracts.flatMap(({ id }) =>
    times.has(id) && known.get(id)?.at !== times.get(id) ? [id] : [],
  )
  const read = new Map(ids.length === 0 ? [] : await findSummaries(db, ids))
  const found = contracts.flatMap((contract) => {
    const summary = read.get(contract.id) ?? known.get(contract.id)?.summary
    return summary && times.has(contract.id) ? [{ ...contract, summary }] : []
  })
  if (known.size + read.size > MOST_KNOWN) known.clear()
  for (const { id, summary } of found) known.set(id, { at: times.get(id)!, summary })
  return found
}
