import type { RoadCause as Cause } from '@borne/geodata/road-state/conditions'
import type { RoadCause } from '../contract-kit/network.ts'

/** A cause as answers tell it. */
export function describeCause(cause: Cause): RoadCause {
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
