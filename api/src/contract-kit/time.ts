import { z } from 'zod'

/** Calendar day `YYYY-MM-DD`. */
export const Day = z.iso.date()
/** Moment in UTC, ISO 8601 with a `Z`. */
export const Instant = z.iso.datetime()
