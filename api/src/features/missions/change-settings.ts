import type { Position } from '@borne/geodata/geometry/position'
import { findSelfMeeting } from '@borne/geodata/geometry/self-meeting'
import { isDay } from '@borne/geodata/works/days'
import { z } from 'zod'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { loadVehicles } from '../../platform/road-state-queries.ts'
import { findSettingVersion, type SettingTable, writeSetting } from './setting-tables.ts'
import type {
  MissionAreaInput,
  MissionPlaceInput,
  MissionRuleInput,
  MissionSettings,
  VisitRequestInput,
} from './settings-contract.ts'
import { findAreas, findRules, findSettings, findUnseenPost } from './settings-queries.ts'

const UNIQUE_VIOLATION = '23505'

interface Change<Input> {
  readonly table: SettingTable<Input>
  readonly input: Input
  /** Null where it is new. */
  readonly at: { readonly id: string; readonly version: number } | null
}

/** Adds or changes a row, and answers with all of them. @throws problems of the catalogue, with nothing written. */
export function changeSetting<Input extends object>(
  db: Db,
  { table, input, at }: Change<Input>,
): Promise<MissionSettings> {
  checkText(input)
  return db.transaction(async () => {
    const isWritten = await writeSetting(db, table, at, input).catch(tellTaken(input))
    if (at !== null && !isWritten) throw await explainMiss(db, table as SettingTable<never>, at)
    return findSettings(db)
  })
}

function tellTaken(input: object) {
  return (error: unknown): never => {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    const given = input as Readonly<Record<string, string>>
    const field = ['registration', 'validFrom', 'name'].find((one) => one in given)!
    throw problem('mission-setting-taken', { value: given[field] }, { field, cause: error })
  }
}

async function explainMiss(
  db: Db,
  table: SettingTable<never>,
  { id, version }: { id: string; version: number },
): Promise<Error> {
  const current = await findSettingVersion(db, table, id)
  if (current === undefined) return problem('mission-setting-not-found', { id })
  return problem('mission-setting-changed-meanwhile', { yours: version, current })
}

export async function checkVehicle(db: Db, { profileId }: { profileId: string }): Promise<void> {
  await checkProfile(db, profileId)
}

async function checkProfile(db: Db, profileId: string | null): Promise<void> {
  if (profileId === null) return
  const known = (await loadVehicles(db)).map(({ id }) => id)
  if (!known.includes(profileId))
    throw problem(
      'vehicle-unknown',
      { vehicleId: profileId, known: known.join(', ') },
      { field: 'profileId' },
    )
}

export async function checkPlace(_db: Db, place: z.output<typeof MissionPlaceInput>): Promise<void> {
  checkPosition(place.position, 'position')
}

function checkPosition([lon, lat]: Position, field: string): void {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90)
    throw problem('mission-position-not-on-earth', { lon, lat }, { field })
}

const MOST_CORNERS = 500
const Shape = z.object({
  type: z.literal('Polygon'),
  coordinates: z.tuple([
    z
      .array(z.tuple([z.number(), z.number()]))
      .min(4)
      .max(MOST_CORNERS),
  ]),
})

/** An area goes round something, closes, and meets itself only where it began; its rules are none but active ones' own. */
export async function checkArea(
  db: Db,
  { polygon, isArchived, name }: z.output<typeof MissionAreaInput>,
  areaId: string | null,
): Promise<void> {
  const shape = Shape.safeParse(polygon)
  const rim = shape.data?.coordinates[0]
  const [first, last] = [rim?.[0], rim?.at(-1)]
  if (!rim || !first || !last || first[0] !== last[0] || first[1] !== last[1])
    throw problem('mission-area-unreadable', { most: MOST_CORNERS }, { field: 'polygon' })
  for (const corner of rim) checkPosition(corner, 'polygon')
  const meeting = findSelfMeeting(rim.slice(0, -1))
  if (meeting)
    throw problem('mission-area-crosses-itself', { name }, { field: 'polygon', extra: { position: meeting } })
  const rule = isArchived
    ? (await findRules(db)).find((one) => one.areaId === areaId && one.isActive)
    : undefined
  if (rule && areaId)
    throw problem('mission-area-in-use', { area: name, rule: rule.name }, { field: 'isArchived' })
}

const A_LEAP_YEAR = '2000'
const NEEDS_AREA: readonly string[] = ['no-entry', 'escort']

export async function checkRule(db: Db, rule: z.output<typeof MissionRuleInput>): Promise<void> {
  const { demand, areaId, season, profileId, name } = rule
  if (areaId === null && NEEDS_AREA.includes(demand.kind))
    throw problem('mission-rule-needs-area', { name }, { field: 'areaId' })
  const area = areaId === null ? null : (await findAreas(db)).find(({ id }) => id === areaId)
  if (area === undefined || area?.isArchived)
    throw problem('mission-area-unknown', { areaId }, { field: 'areaId' })
  for (const day of season ? [season.starts, season.ends] : [])
    if (!isDay(`${A_LEAP_YEAR}-${day}`))
      throw problem('mission-rule-season', { name, day }, { field: 'season' })
  if (demand.kind === 'clearance' && demand.from > demand.until)
    throw problem(
      'mission-dates-reversed',
      { from: demand.from, until: demand.until },
      { field: 'demand.until' },
    )
  await checkProfile(db, profileId)
}

export async function checkRequest(
  db: Db,
  { postId, earliest, latest }: z.output<typeof VisitRequestInput>,
): Promise<void> {
  if ((await findUnseenPost(db, [postId])) !== undefined)
    throw problem('mission-post-unknown', { postId }, { field: 'postId' })
  if (earliest !== null && latest !== null && earliest > latest)
    throw problem('mission-dates-reversed', { from: earliest, until: latest }, { field: 'latest' })
}
