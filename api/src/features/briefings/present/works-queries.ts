import type { AnyWorksEvent, WorkCalendar, WorksContract } from '@borne/geodata/works/types'
import type { Db } from '../../../platform/db.ts'
import { instant } from '../../../platform/instant.ts'
import { sql } from '../../../platform/sql.ts'

/** A contract with all that was recorded on it: how it stood on a day is folded from that. */
export interface ContractHistory {
  readonly contract: WorksContract
  readonly events: readonly AnyWorksEvent[]
}

export function findHistories(db: Db, contractIds: readonly string[]): Promise<ContractHistory[]> {
  return db.many<ContractHistory>(sql`
    select json_build_object('id', contract.id, 'currency', contract.currency,
             'amountMinor', contract.amount_minor, 'taxPpm', contract.tax_ppm,
             'durationDays', contract.duration_days,
             'terms', json_build_object(
               'penaltyPerDayPpm', contract.penalty_per_day_ppm, 'penaltyCapPpm', contract.penalty_cap_ppm,
               'retentionPpm', contract.retention_ppm, 'advancePpm', contract.advance_ppm,
               'advanceRecoveryFromPpm', contract.advance_recovery_from_ppm,
               'advanceRecoveryToPpm', contract.advance_recovery_to_ppm,
               'guaranteeMonths', contract.guarantee_months)) as contract,
           (select coalesce(json_agg(json_build_object('id', event.id, 'contractId', event.contract_id,
                     'ordinal', event.ordinal, 'kind', event.kind, 'happenedOn', event.happened_on,
                     'recordedAt', ${instant(sql`event.recorded_at`)}, 'recordedBy', event.recorded_by,
                     'replaces', event.replaces, 'about', event.about, 'payload', event.payload,
                     'photoIds', '[]'::json) order by event.ordinal), '[]')
              from works_event event where event.contract_id = contract.id) as events
      from works_contract contract
     where contract.id = any(${contractIds}::uuid[])
     order by contract.id`)
}

export async function findCalendars(db: Db): Promise<WorkCalendar[]> {
  const rows = await db.many<{ value: WorkCalendar }>(sql`select value from work_calendar order by id`)
  return rows.map(({ value }) => value)
}
