import type { Closure, ClosureInput } from '@borne/api/contracts/road-state'
import { type ShapeKind, type ShapePoint, shapeGeometry, shapeOf } from '../../map/shape.ts'

/** A closure as it is typed and drawn. Moments are those of the clock on the wall: `2026-08-15T08:30`. */
export interface ClosureDraft {
  readonly kind: ShapeKind
  readonly points: readonly ShapePoint[]
  readonly effect: Closure['effect']
  readonly speedFactor: number
  readonly cause: Closure['cause']
  readonly note: string
  readonly startsAt: string
  /** The last day, `2026-08-20`; empty: until lifted. */
  readonly endsOn: string
  /** Empty: what is usual for the cause. */
  readonly halfLifeDays: string
}

export type ClosureStatement = Omit<ClosureInput, 'id'>
export type DraftFault = 'shape' | 'start' | 'end' | 'halfLife'
const SLOW_FACTOR = 0.5

export function newClosureDraft(now: Date): ClosureDraft {
  return {
    kind: 'point',
    points: [],
    effect: 'cut',
    speedFactor: SLOW_FACTOR,
    cause: 'wadi',
    note: '',
    startsAt: toWallClock(now),
    endsOn: '',
    halfLifeDays: '',
  }
}

export function draftOfClosure(closure: Closure): ClosureDraft {
  const shape = shapeOf(closure.geometry)
  return {
    kind: shape?.kind ?? 'point',
    points: shape?.points ?? [],
    effect: closure.effect,
    speedFactor: closure.effect === 'slow' ? closure.speedFactor : SLOW_FACTOR,
    cause: closure.cause,
    note: closure.note ?? '',
    startsAt: toWallClock(new Date(closure.startsAt)),
    endsOn: closure.endsAt ? toWallClock(new Date(closure.endsAt)).slice(0, 10) : '',
    halfLifeDays: String(closure.halfLifeDays),
  }
}

/** What is missing before it can be sent, by field of the server. */
export function checkClosureDraft(draft: ClosureDraft): Partial<Record<keyof ClosureStatement, DraftFault>> {
  const days = Number(draft.halfLifeDays)
  const hasDays = draft.halfLifeDays === '' || (Number.isInteger(days) && days >= 1 && days <= 365)
  return {
    ...(shapeGeometry(draft.kind, draft.points) ? {} : { geometry: 'shape' as const }),
    ...(draft.startsAt ? {} : { startsAt: 'start' as const }),
    ...(draft.endsOn && draft.endsOn < draft.startsAt.slice(0, 10) ? { endsAt: 'end' as const } : {}),
    ...(hasDays ? {} : { halfLifeDays: 'halfLife' as const }),
  }
}

/** The statement that a draft without faults makes. */
export function statementOfDraft(draft: ClosureDraft): ClosureStatement {
  return {
    geometry: shapeGeometry(draft.kind, draft.points),
    effect: draft.effect,
    speedFactor: draft.effect === 'slow' ? draft.speedFactor : 1,
    cause: draft.cause,
    note: draft.note.trim(),
    startsAt: new Date(draft.startsAt).toISOString(),
    endsAt: draft.endsOn ? new Date(`${draft.endsOn}T23:59`).toISOString() : null,
    ...(draft.halfLifeDays === '' ? {} : { halfLifeDays: Number(draft.halfLifeDays) }),
  }
}

/** The fields that a person changed: only these are sent, so that a colleague's changes of others stay. */
export function changedStatement(before: ClosureDraft, after: ClosureDraft): Partial<ClosureStatement> {
  const [old, now] = [statementOfDraft(before), statementOfDraft(after)]
  const names = Object.keys(now) as (keyof ClosureStatement)[]
  return Object.fromEntries(
    names
      .filter((name) => JSON.stringify(old[name]) !== JSON.stringify(now[name]))
      .map((name) => [name, now[name]]),
  )
}

/** Of the fields that a person changed, those in which a colleague's version differs. */
export function disputedFields({
  before,
  mine,
  theirs,
}: Record<'before' | 'mine' | 'theirs', ClosureDraft>): (keyof ClosureStatement)[] {
  const apart = changedStatement(theirs, mine)
  return (Object.keys(changedStatement(before, mine)) as (keyof ClosureStatement)[]).filter(
    (field) => field in apart,
  )
}

function toWallClock(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}
