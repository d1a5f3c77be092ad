import type { EditKind, RoadEdit, RoadEditInput } from '@borne/api/contracts/road-edits'
import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Ground } from '@borne/geodata/road-network/road-codes'
import type { Geometry } from 'geojson'
import { type ShapePoint, shapeOf } from '../../map/shape.ts'

export type EditedClass = NonNullable<RoadEditInput['highway']>

/** A correction as it is typed and drawn. */
export interface EditDraft {
  readonly kind: EditKind
  readonly line: readonly ShapePoint[]
  /** Empty: not stated. */
  readonly highway: EditedClass | ''
  readonly ground: Ground | ''
  readonly name: string
  /** `2026-03-01`; empty: open. */
  readonly validFrom: string
  readonly validUntil: string
  readonly note: string
}

export type EditStatement = Required<Omit<RoadEditInput, 'id' | 'kind'>>
export type EditFault = 'line' | 'class' | 'nothing' | 'dates'

export function newEditDraft(): EditDraft {
  return {
    kind: 'add',
    line: [],
    highway: 'track',
    ground: '',
    name: '',
    validFrom: '',
    validUntil: '',
    note: '',
  }
}

export function draftOfEdit(edit: RoadEdit): EditDraft {
  return {
    kind: edit.kind,
    line: lineOf(edit.geometry),
    highway: (edit.highway ?? '') as EditedClass | '',
    ground: edit.ground ?? '',
    name: edit.name ?? '',
    validFrom: edit.validFrom ?? '',
    validUntil: edit.validUntil ?? '',
    note: edit.note ?? '',
  }
}

/** What is missing before it can be sent, by field of the server. */
export function checkEditDraft(draft: EditDraft): Partial<Record<keyof EditStatement, EditFault>> {
  const { kind, line, highway, ground, name, validFrom, validUntil } = draft
  const saysNothing = kind === 'change' && !highway && !ground && !name.trim()
  return {
    ...(line.length < 2 ? { geometry: 'line' as const } : {}),
    ...(kind === 'add' && !highway ? { highway: 'class' as const } : {}),
    ...(saysNothing ? { highway: 'nothing' as const } : {}),
    ...(validFrom && validUntil && validUntil < validFrom ? { validUntil: 'dates' as const } : {}),
  }
}

/** The statement that a draft without faults makes; a road that does not exist has no class. */
export function statementOfDraft(draft: EditDraft): EditStatement {
  const isRemoval = draft.kind === 'remove'
  return {
    geometry: { type: 'LineString', coordinates: draft.line },
    highway: isRemoval ? null : draft.highway || null,
    ground: isRemoval ? null : draft.ground || null,
    name: isRemoval ? null : draft.name.trim() || null,
    validFrom: draft.validFrom || null,
    validUntil: draft.validUntil || null,
    note: draft.note.trim(),
  }
}

/** The fields that a person changed: only these are sent, so that a colleague's changes of others stay. */
export function changedStatement(before: EditDraft, after: EditDraft): Partial<EditStatement> {
  const [old, now] = [statementOfDraft(before), statementOfDraft(after)]
  const names = Object.keys(now) as (keyof EditStatement)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name]]),
  )
}

export function lineOf(geometry: Geometry): ShapePoint[] {
  return shapeOf(geometry)?.points ?? []
}

export function lengthOf(line: readonly ShapePoint[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + sphericalMetres(line[i]!, at), 0)
}
