import type { Bbox } from '@borne/geodata/geometry/position'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { bindGeometry, LINE_REACH_METRES } from '@borne/geodata/road-state/bind-geometry'
import type { LineString } from 'geojson'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { Sql } from '../../platform/sql.ts'
import { checkLine } from './check-line.ts'
import type { EditKind, RoadEdit, RoadEditChangeInput, RoadEditInput } from './contract.ts'
import {
  EDIT_WRITES,
  type EditFields,
  findEdit,
  insertEdit,
  rematchTracksNear,
  writeEdit,
} from './queries.ts'

export interface EditsAt {
  readonly db: Db
  /** Asked only when a line is given: the network takes its time to load. */
  readonly getRoads: () => Promise<{ readonly graph: RoadGraph; readonly bbox: Bbox }>
}

/** Adds a drawing as a proposal. The same drawing sent again is answered with what became of the first. */
export async function proposeEdit(
  at: EditsAt,
  { id, kind, ...input }: RoadEditInput,
): Promise<{ edit: RoadEdit; isNew: boolean }> {
  const fields = checkFields(kind, {
    geometry: await checkPlace(at, kind, input.geometry),
    highway: input.highway ?? null,
    ground: input.ground ?? null,
    name: input.name ?? null,
    validFrom: input.validFrom ?? null,
    validUntil: input.validUntil ?? null,
    note: input.note ?? '',
  })
  const inserted = await insertEdit(at.db, id, kind, fields)
  const edit = await findEdit(at.db, (inserted ?? id)!)
  if (!edit || (!inserted && !edit.isOwn)) throw problem('edit-id-taken', { editId: id }, { field: 'id' })
  return { edit, isNew: inserted !== undefined }
}

/** Changes the given fields of an edit, made on `input.version`. */
export async function changeEdit(
  at: EditsAt,
  editId: string,
  { version, geometry, ...stated }: RoadEditChangeInput,
): Promise<RoadEdit> {
  const current = await getCurrent(at.db, editId, version)
  const given = Object.entries(stated).filter(([, value]) => value !== undefined)
  const fields = checkFields(current.kind, {
    ...(current as EditFields),
    ...Object.fromEntries(given),
    ...(geometry === undefined ? {} : { geometry: await checkPlace(at, current.kind, geometry) }),
  })
  return write(at.db, current, EDIT_WRITES.updated(fields))
}

/** Accepts or rejects an edit; what was decided may be decided otherwise. Nothing is deleted. */
export async function decideEdit(
  { db }: EditsAt,
  editId: string,
  { version, state }: { version: number; state: 'accepted' | 'rejected' },
): Promise<RoadEdit> {
  const current = await getCurrent(db, editId, version)
  if (current.state === state) return current
  const edit = await write(db, current, EDIT_WRITES.decided(state))
  if (edit.kind === 'add' && state === 'accepted') await rematchTracksNear(db, edit.id)
  return edit
}

/** The edit, or the problem that there is none: also for what the caller may not see. */
export async function getEdit(db: Db, editId: string): Promise<RoadEdit> {
  const edit = await findEdit(db, editId)
  if (!edit) throw problem('edit-not-found', { editId })
  return edit
}

async function checkPlace(at: EditsAt, kind: EditKind, value: unknown): Promise<LineString> {
  const { graph, bbox } = await at.getRoads()
  const line = checkLine(value, bbox)
  if (kind === 'add' || bindGeometry(graph, line).size > 0) return line
  throw problem('edit-touches-no-road', { metres: LINE_REACH_METRES }, { field: 'geometry' })
}

function checkFields(kind: EditKind, fields: EditFields): EditFields {
  checkText(fields)
  const { highway, ground, name, validFrom, validUntil } = fields
  const isStated = kind === 'add' ? highway !== null : kind === 'remove' || Boolean(highway ?? ground ?? name)
  if (!isStated) throw problem('edit-says-nothing', {}, { field: 'highway' })
  if (validFrom !== null && validUntil !== null && validUntil < validFrom) {
    throw problem('edit-dates-reversed', {}, { field: 'validUntil' })
  }
  return fields
}

async function getCurrent(db: Db, editId: string, version: number): Promise<RoadEdit> {
  const current = await getEdit(db, editId)
  if (current.version !== version) throw changedMeanwhile(current, version)
  return current
}

async function write(db: Db, { id, version }: RoadEdit, change: Sql): Promise<RoadEdit> {
  const isWritten = await writeEdit(db, { id, version }, change)
  const edit = await getEdit(db, id)
  if (!isWritten) throw changedMeanwhile(edit, version)
  return edit
}

function changedMeanwhile(edit: RoadEdit, yours: number) {
  return problem('edit-changed-meanwhile', { yours, current: edit.version }, { extra: { edit } })
}
