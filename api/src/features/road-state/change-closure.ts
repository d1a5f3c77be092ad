import type { Bbox } from '@borne/geodata/geometry/position'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { bindGeometry, LINE_REACH_METRES, POINT_REACH_METRES } from '@borne/geodata/road-state/bind-geometry'
import { closuresOn, confidenceAt } from '@borne/geodata/road-state/closures-on'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import { HALF_LIFE_DAYS } from '../../contract-kit/road-state.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { Sql } from '../../platform/sql.ts'
import { checkClosureDates } from './check-dates.ts'
import { checkClosureGeometry } from './check-geometry.ts'
import type { Closure, ClosureChangeInput, ClosureInput } from './contract.ts'
import {
  CLOSURE_WRITES,
  type ClosureFields,
  findClosure,
  insertClosure,
  type StoredClosure,
  writeClosure,
} from './queries.ts'

/** Who reports, through which door, on which roads. */
export interface ClosuresAt {
  readonly db: Db
  readonly caller: Caller
  /** Asked only when a shape is given: the network takes its time to load. */
  readonly getRoads: () => Promise<{ readonly graph: RoadGraph; readonly bbox: Bbox }>
}

/** Where nobody says how slow. Assumption. */
const SLOW_FACTOR = 0.5

/** Adds a closure. The same report sent again is answered with what became of the first. */
export async function reportClosure(
  at: ClosuresAt,
  { id, ...input }: ClosureInput,
): Promise<{ closure: Closure; isNew: boolean }> {
  const fields = checkFields({
    ...input,
    geometry: await checkShape(at, input.geometry),
    speedFactor: input.speedFactor ?? (input.effect === 'slow' ? SLOW_FACTOR : 1),
    note: input.note ?? '',
    startsAt: input.startsAt ?? new Date().toISOString(),
    endsAt: input.endsAt ?? null,
    halfLifeDays: input.halfLifeDays ?? HALF_LIFE_DAYS[input.cause],
  })
  const inserted = await insertClosure(at.db, id, fields)
  const found = await findClosure(at.db, (inserted ?? id)!)
  if (!found || (!inserted && !found.isOwn))
    throw problem('closure-id-taken', { closureId: id }, { field: 'id' })
  return { closure: judge(found), isNew: inserted !== undefined }
}

/** Changes the given fields of a closure, made on `input.version`. */
export async function changeClosure(
  at: ClosuresAt,
  closureId: string,
  { version, geometry, ...stated }: ClosureChangeInput,
): Promise<Closure> {
  const current = await openForChange(at, closureId, version)
  const given = Object.entries(stated).filter(([, value]) => value !== undefined)
  const fields = checkFields({
    ...(current as ClosureFields),
    ...Object.fromEntries(given),
    ...(geometry === undefined ? {} : { geometry: await checkShape(at, geometry) }),
  })
  return write(at, current, CLOSURE_WRITES.updated(fields))
}

/** Somebody has seen it again: its confidence is whole from now on. */
export async function confirmClosure(at: ClosuresAt, closureId: string, version: number): Promise<Closure> {
  const current = await getCurrent(at, closureId, version)
  const isOver = current.endsAt !== null && Date.parse(current.endsAt) <= Date.now()
  if (isOver || current.liftedAt !== null) throw problem('closure-over')
  return write(at, current, CLOSURE_WRITES.confirmed)
}

/** Says that the road is open again, or that this was said by mistake. Nothing is deleted. */
export async function liftClosure(
  at: ClosuresAt,
  closureId: string,
  { version, isLifted }: { version: number; isLifted: boolean },
): Promise<Closure> {
  const current = await openForChange(at, closureId, version)
  if ((current.liftedAt !== null) === isLifted) return judge(current)
  return write(at, current, isLifted ? CLOSURE_WRITES.lifted : CLOSURE_WRITES.restored)
}

/** The closure, or the problem that there is none: also for what the caller may not see. */
export async function getClosure(db: Db, closureId: string): Promise<StoredClosure> {
  const closure = await findClosure(db, closureId)
  if (!closure) throw problem('closure-not-found', { closureId })
  return closure
}

/** What a closure does on a day. */
export function judge(closure: StoredClosure, date = thisDay()): Closure {
  const known = asKnownToRoads(closure)
  const confidence = Math.round(confidenceAt(known, date) * 1000) / 1000
  return { ...closure, confidence, isActing: closuresOn([known], date).length > 0 }
}

export function thisDay(): string {
  return new Date().toISOString().slice(0, 10)
}

/** As `loadClosures`: the roads are open from the day of the lifting. */
function asKnownToRoads(closure: StoredClosure): RoadClosure {
  const { liftedAt, endsAt } = closure
  const liftedOn = liftedAt && `${liftedAt.slice(0, 10)}T00:00:00.000Z`
  return { ...closure, endsAt: liftedOn && (endsAt === null || liftedOn < endsAt) ? liftedOn : endsAt }
}

async function checkShape(at: ClosuresAt, value: unknown): Promise<RoadClosure['geometry']> {
  const { graph, bbox } = await at.getRoads()
  const geometry = checkClosureGeometry(value, bbox)
  if (bindGeometry(graph, geometry).size > 0) return geometry
  const reach = { pointMetres: POINT_REACH_METRES, lineMetres: LINE_REACH_METRES }
  throw problem('closure-touches-no-road', reach, { field: 'geometry' })
}

function checkFields(fields: ClosureFields): ClosureFields {
  checkText(fields)
  checkClosureDates(fields, Date.now())
  return fields
}

async function getCurrent({ db }: ClosuresAt, closureId: string, version: number): Promise<StoredClosure> {
  const current = await getClosure(db, closureId)
  if (current.version !== version) throw changedMeanwhile(current, version)
  return current
}

async function openForChange(at: ClosuresAt, closureId: string, version: number): Promise<StoredClosure> {
  const current = await getCurrent(at, closureId, version)
  if (!current.isOwn && !at.caller.permissions.includes('closures.manage')) throw problem('not-permitted')
  return current
}

async function write(at: ClosuresAt, { id, version }: StoredClosure, change: Sql): Promise<Closure> {
  const isWritten = await writeClosure(at.db, { id, version }, change)
  const closure = await getClosure(at.db, id)
  if (!isWritten) throw changedMeanwhile(closure, version)
  return judge(closure)
}

function changedMeanwhile(current: StoredClosure, yours: number) {
  return problem(
    'closure-changed-meanwhile',
    { yours, current: current.version },
    { extra: { current: judge(current) } },
  )
}
