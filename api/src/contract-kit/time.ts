import { z } from 'zod'

/** Calendar day `YYYY-MM-DD`; there is no year 0. */
export const Day = z.iso.date().refine((day) => !day.startsWith('0000'))
/** Moment in UTC, ISO 8601 with a `Z`. */
export const Instant = z.iso.datetime()
