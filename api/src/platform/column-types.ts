import pg from 'pg'

type Parse = (text: string) => unknown

const { builtins } = pg.types
const { arrayParser } = pg.types as unknown as {
  arrayParser: { create(source: string, read: Parse): { parse(): unknown[] } }
}

const asIs: Parse = (text) => text

/** int8 → number. Beyond 2^53 a number would lie, so that is an error. */
const safeInteger: Parse = (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond the safe integers: ${text}`)
  return value
}

const arrayOf =
  (read: Parse): Parse =>
  (text) =>
    arrayParser.create(text, read).parse()

const TIMESTAMP_ARRAY = 1115
const DATE_ARRAY = 1182
const INTERVAL_ARRAY = 1187
const INT8_ARRAY = 1016
const NUMERIC_ARRAY = 1231

const parsers = new Map<number, Parse>([
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, asIs],
  [builtins.DATE, asIs],
  [builtins.TIMESTAMP, asIs],
  [builtins.INTERVAL, asIs],
  [INT8_ARRAY, arrayOf((entry) => (entry === null ? null : safeInteger(entry)))],
  [NUMERIC_ARRAY, arrayOf(asIs)],
  [DATE_ARRAY, arrayOf(asIs)],
  [TIMESTAMP_ARRAY, arrayOf(asIs)],
  [INTERVAL_ARRAY, arrayOf(asIs)],
])

/**
 * Parsers of every pool, so that a column comes back as the same JavaScript type from both engines:
 * int8 → number; numeric, date, timestamp and interval → string; timestamptz → Date; json → parsed.
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}
