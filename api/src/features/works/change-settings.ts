import { isDay } from '@borne/geodata/works/days'
import type { z } from 'zod'
import { type AuditAuthor, appendAudit } from '../../platform/audit.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type {
  ChecklistInput,
  CurrencyRate,
  ProjectInput,
  WorkCalendarInput,
  WorksParties,
} from './settings-contract.ts'
import {
  findParties,
  findPartyVersion,
  findRates,
  type PartyTable,
  removeRate,
  type ValueTable,
  writeValue,
} from './settings-queries.ts'

const UNIQUE_VIOLATION = '23505'
const UNKNOWN_KEY = '23503'

interface Change<Input> {
  readonly table: PartyTable<Input>
  readonly input: Input
  /** Null where it is new. */
  readonly at: { readonly id: string; readonly version: number } | null
  /** How the input is called in a problem. */
  readonly name: string
}

/** Adds or changes a party, and answers with all of them. @throws problems of the catalogue, with nothing written. */
export function writeParty<Input extends object>(db: Db, change: Change<Input>): Promise<WorksParties> {
  const { table, input, at, name } = change
  checkText(input)
  return db.transaction(async () => {
    try {
      if (at === null) await table.insert(db, input)
      else if (!(await table.update(db, at, input))) throw await explainMiss(db, table, at)
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === UNIQUE_VIOLATION)
        throw problem('works-name-taken', { name }, { field: 'name', cause: error })
      if (code === UNKNOWN_KEY)
        throw problem('works-party-unknown', { field: 'donorId, programmeId', id: '—' }, { cause: error })
      throw error
    }
    return findParties(db)
  })
}

async function explainMiss(
  db: Db,
  table: PartyTable<never>,
  { id, version }: { id: string; version: number },
): Promise<Error> {
  const current = await findPartyVersion(db, table, id)
  if (current === undefined) return problem('works-party-not-found', { id })
  return problem('works-party-changed-meanwhile', { yours: version, current })
}

/** Takes a rate away that should never have been stated; the journal keeps who did it. @returns those that are left. */
export function withdrawRate(
  db: Db,
  rate: Pick<CurrencyRate, 'currency' | 'validFrom'>,
  author: AuditAuthor,
): Promise<CurrencyRate[]> {
  const subjectId = `${rate.currency} ${rate.validFrom}`
  return db.transaction(async () => {
    if (!(await removeRate(db, rate))) throw problem('works-party-not-found', { id: subjectId })
    const detail = { action: 'removed' }
    await appendAudit(db, author, { action: 'change', subject: 'currency-rate', subjectId, detail })
    return findRates(db)
  })
}

/** Shares of the donors add up to a million, or there are none. */
export function checkShares({ contributions }: z.infer<typeof ProjectInput>): void {
  const sum = contributions.reduce((total, { sharePpm }) => total + sharePpm, 0)
  const donors = new Set(contributions.map(({ donorId }) => donorId))
  if (contributions.length > 0 && (sum !== 1_000_000 || donors.size < contributions.length))
    throw problem('works-shares-not-whole', { sum }, { field: 'contributions' })
}

const A_LEAP_YEAR = '2000'

/** Days of exceptions are days of the calendar; where they recur each year, of a leap year. */
export function checkCalendarDays({ exceptions }: z.infer<typeof WorkCalendarInput>): void {
  for (const [index, { label, from, until }] of exceptions.entries()) {
    for (const [field, day] of [
      ['from', from],
      ['until', until],
    ] as const) {
      const whole = day.length === 5 ? `${A_LEAP_YEAR}-${day}` : day
      if (!isDay(whole))
        throw problem('works-calendar-day', { label, day }, { field: `exceptions.${index}.${field}` })
    }
    const isWhole = from.length === until.length && (from.length === 5 || from <= until)
    if (!isWhole)
      throw problem('works-calendar-day', { label, day: until }, { field: `exceptions.${index}.until` })
  }
}

export function checkItems({ items }: z.infer<typeof ChecklistInput>): void {
  const seen = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) throw problem('works-item-repeated', { id }, { field: `items.${index}.id` })
    seen.add(id)
  }
}

/** Adds a calendar or a checklist at version 0, or changes the version named. */
export async function changeValue<T extends { readonly id: string; readonly version: number }>(
  db: Db,
  {
    table,
    id,
    input,
    find,
  }: {
    readonly table: ValueTable
    readonly id: string
    readonly input: { readonly version: number }
    readonly find: (db: Db) => Promise<T[]>
  },
): Promise<T> {
  const { version, ...stated } = input
  checkText(stated)
  const isWritten = await writeValue(db, table, { value: { ...stated, id }, version })
  const current = (await find(db)).find((one) => one.id === id)
  if (!current) throw problem('works-party-not-found', { id })
  if (!isWritten)
    throw problem(
      'works-party-changed-meanwhile',
      { yours: version, current: current.version },
      { extra: { current } },
    )
  return current
}
