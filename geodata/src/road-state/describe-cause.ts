import type { RoadCause } from './conditions.ts'
import type { ClosureCause, ConditionLevel } from './types.ts'

/** A cause as answers tell it: every kind with the same fields, null where they do not apply. */
export interface ToldCause {
  kind: RoadCause['kind']
  level: ConditionLevel
  /** Id of the calendar, the closure or the correction; null for an area. */
  id: string | null
  /** Of a season. */
  nameFr: string | null
  nameEn: string | null
  /** Of a closure. */
  cause: ClosureCause | null
  since: string | null
  until: string | null
  /** 0 to 1, of a closure. */
  confidence: number | null
}

/** A cause of `RoadConditions` as answers tell it. */
export function describeCause(cause: RoadCause): ToldCause {
  const nothing = {
    id: null,
    nameFr: null,
    nameEn: null,
    cause: null,
    since: null,
    until: null,
    confidence: null,
  }
  const { kind, level } = cause
  switch (kind) {
    case 'season': {
      const { calendarId, nameFr, nameEn, since, until } = cause
      return { ...nothing, kind, level, id: calendarId, nameFr, nameEn, since, until }
    }
    case 'closure': {
      const { closureId, since, confidence } = cause
      return { ...nothing, kind, level, id: closureId, cause: cause.cause, since, confidence }
    }
    case 'edit':
      return { ...nothing, kind, level, id: cause.editId, since: cause.since }
    case 'avoided':
      return { ...nothing, kind, level }
  }
}
