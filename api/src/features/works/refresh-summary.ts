import { summariseWorks } from '@borne/geodata/works/summarise-works'
import type { WorksContract } from '@borne/geodata/works/types'
import type { Db } from '../../platform/db.ts'
import { findEvents } from './event-queries.ts'
import { writeSummary } from './queries.ts'
import { findCalendars } from './settings-queries.ts'

/** Folds the events of a contract anew into what the lists read, in the transaction of whoever changed them. */
export async function refreshSummary(db: Db, contract: WorksContract): Promise<void> {
  const events = await findEvents(db, contract.id)
  await writeSummary(db, contract.id, summariseWorks(contract, events, await findCalendars(db)))
}
