import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import type { SeasonCalendar, VehicleProfile } from '../../contract-kit/road-state.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { type ProblemCode, problem } from '../../platform/problems.ts'
import { checkCalendar } from './check-calendar.ts'
import { findSettings, type SettingTable, writeSetting } from './queries.ts'

type Stored<T> = T & { version: number; updatedAt: string | null }

/** Things that the product brings and the office may change: the vehicles, the calendars. */
interface Settings<T extends { readonly id: string }> {
  readonly table: SettingTable
  readonly defaults: readonly T[]
  readonly notFound: ProblemCode
  readonly check: (value: T) => void
}

export const VEHICLES: Settings<VehicleProfile> = {
  table: 'vehicle_profile',
  defaults: DEFAULT_VEHICLES as readonly VehicleProfile[],
  notFound: 'vehicle-not-found',
  check: checkText,
}
export const CALENDARS: Settings<SeasonCalendar> = {
  table: 'season_calendar',
  defaults: DEFAULT_CALENDARS as readonly SeasonCalendar[],
  notFound: 'calendar-not-found',
  check: (calendar) => {
    checkText(calendar)
    checkCalendar(calendar)
  },
}

export async function listSettings<T extends { readonly id: string }>(
  db: Db,
  { table, defaults }: Settings<T>,
): Promise<Stored<T>[]> {
  const stored = await findSettings<T>(db, table)
  return defaults.map((own) => {
    const found = stored.find(({ value }) => value.id === own.id)
    return { ...(found?.value ?? own), version: found?.version ?? 0, updatedAt: found?.updatedAt ?? null }
  })
}

/**
 * Changes what may be changed of one, or puts the product's own back when nothing is given.
 *
 * @throws problem `road-setting-changed-meanwhile` with the current one, when `version` is no longer it.
 */
export async function changeSetting<T extends { readonly id: string }>(
  db: Db,
  settings: Settings<T>,
  { id, version, given }: { id: string; version: number; given: Partial<T> },
): Promise<Stored<T>> {
  const own = settings.defaults.find((one) => one.id === id)
  if (!own) throw problem(settings.notFound, { id })
  const value: T = { ...own, ...given }
  settings.check(value)
  const isWritten = await writeSetting(db, settings.table, { value, version })
  const current = (await listSettings(db, settings)).find((one) => one.id === id)!
  if (!isWritten) {
    const words = { yours: version, current: current.version }
    throw problem('road-setting-changed-meanwhile', words, { extra: { current } })
  }
  return current
}
