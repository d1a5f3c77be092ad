import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { Checklist, CurrencyRate, WorkCalendar, WorksParties } from './settings-contract.ts'

/** Tables of things with a version that hold one JSON value each. */
const VALUES = {
  work_calendar: { table: sql`work_calendar`, target: sql`public.work_calendar` },
  inspection_checklist: { table: sql`inspection_checklist`, target: sql`public.inspection_checklist` },
} as const
export type ValueTable = keyof typeof VALUES

function findValues<T>(db: Db, name: ValueTable): Promise<T[]> {
  return db
    .many<{ value: T; version: number }>(
      sql`select value, version from ${VALUES[name].table} order by value ->> 'nameFr' collate "und-x-icu", id`,
    )
    .then((rows) => rows.map(({ value, version }) => ({ ...value, version })))
}

export function findCalendars(db: Db): Promise<WorkCalendar[]> {
  return findValues<WorkCalendar>(db, 'work_calendar')
}

export function findChecklists(db: Db): Promise<Checklist[]> {
  return findValues<Checklist>(db, 'inspection_checklist')
}

/** Adds a value at version 0, else writes over the version named. Returns false when that is no longer the current one. */
export async function writeValue(
  db: Db,
  name: ValueTable,
  { value, version }: { value: { readonly id: string }; version: number },
): Promise<boolean> {
  const { target } = VALUES[name]
  const text = JSON.stringify(value)
  const written = await db.run(
    version === 0
      ? sql`insert into ${target} (id, value, version) values (${value.id}, ${text}::jsonb, 1) on conflict do nothing`
      : sql`update ${target} set value = ${text}::jsonb, version = version + 1
             where id = ${value.id} and version = ${version}`,
  )
  return written === 1
}

/** Rates by currency, the latest first. */
export function findRates(db: Db): Promise<CurrencyRate[]> {
  return db.many(sql`
    select currency, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", mru_micro as "mruMicro", source
      from currency_rate
     order by currency, valid_from desc`)
}

/** A rate of a day is stated once: a later statement takes the place of the earlier one. */
export async function writeRate(db: Db, rate: CurrencyRate): Promise<void> {
  await db.run(sql`
    insert into public.currency_rate (currency, valid_from, mru_micro, source)
    values (${rate.currency}, ${rate.validFrom}, ${rate.mruMicro}, ${rate.source})
    -- Not of "excluded": reading it takes the right to read those columns of the table.
    on conflict (currency, valid_from) do update set mru_micro = ${rate.mruMicro}, source = ${rate.source}`)
}

/** @returns false where no rate stood on that day. */
export async function removeRate(
  db: Db,
  { currency, validFrom }: Pick<CurrencyRate, 'currency' | 'validFrom'>,
): Promise<boolean> {
  const removed = await db.run(sql`
    delete from public.currency_rate where currency = ${currency} and valid_from = ${validFrom}`)
  return removed === 1
}

export async function findParties(db: Db): Promise<WorksParties> {
  return {
    donors: await db.many(sql`
      select id, code, name, is_demonstration as "isDemonstration", version
        from donor order by code collate "und-x-icu", id`),
    contractors: await db.many(sql`
      select id, name, contact, is_demonstration as "isDemonstration", version
        from contractor order by name collate "und-x-icu", id`),
    programmes: await db.many(sql`
      select id, name, is_demonstration as "isDemonstration", version
        from programme order by name collate "und-x-icu", id`),
    projects: await db.many(sql`
      select project.id,
             project.programme_id as "programmeId",
             project.name,
             project.currency,
             project.is_demonstration as "isDemonstration",
             project.version,
             -- Unknown, not none, to who may not see what donors promised.
             case when caller_clearance() >= 2 then
               (select coalesce(json_agg(json_build_object('donorId', contribution.donor_id,
                                                           'sharePpm', contribution.share_ppm,
                                                           'amountMinor', contribution.amount_minor)
                                         order by contribution.share_ppm desc, contribution.donor_id), '[]')
                  from donor_contribution contribution
                 where contribution.project_id = project.id)
             end as contributions
        from project
       order by project.name collate "und-x-icu", project.id`),
  }
}

/** One kind of party: where it stands, and how what is stated of it is written. */
export interface PartyTable<Input> {
  readonly target: Sql
  insert(db: Db, input: Input): Promise<string>
  /** Returns false when the version is no longer the current one. */
  update(db: Db, at: { id: string; version: number }, input: Input): Promise<boolean>
}

export async function findPartyVersion(
  db: Db,
  table: PartyTable<never>,
  id: string,
): Promise<number | undefined> {
  const found = await db.maybeOne<{ version: number }>(
    sql`select version from ${table.target} where id = ${id}`,
  )
  return found?.version
}
