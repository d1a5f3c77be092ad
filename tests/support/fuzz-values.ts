import type { Random } from './random.ts'

/** As much of JSON Schema as the OpenAPI document uses. */
export interface JsonSchema {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null'
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: JsonSchema | false
  readonly prefixItems?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

/** Values that have a name in this database: real ones, so that requests get further than to «not found». */
export type Pool = Readonly<Record<string, readonly unknown[]>>

/** What no field asks for. Words of SQL name no table of ours, so that a table's name in an answer is the server's. */
export const NASTY: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'Chef \udfff',
  '\u202ecnirp',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  'مركز',
  'x'.repeat(10_000),
  '💥'.repeat(3_000),
  `'; drop table students; --`,
  '" or 1=1 --',
  '../../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '%00',
  '\r\nset-cookie: a=b',
  -1,
  0,
  -0.5,
  1.5,
  1e308,
  -1e308,
  5e-324,
  2_147_483_648,
  -2_147_483_649,
  9_007_199_254_740_991,
  2 ** 60,
  '9223372036854775808',
  'NaN',
  'Infinity',
  '1e400',
  '2025-02-30',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13',
  [],
  {},
  [[]],
  [null],
  { toString: 'x' },
  { constructor: { prototype: {} } },
  JSON.parse('{"__proto__": {"admin": true}}'),
  nested(40),
]

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)]
}

/** A value that the schema allows, with its bounds and edges. `name` is the field's: some have real values. */
export function validValue(random: Random, schema: JsonSchema, name: string, pool: Pool): unknown {
  const real = pool[name]
  if (real && real.length > 0 && schema.type !== 'array' && random.chance(0.8)) return random.pick(real)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return validValue(random, random.pick(choices), name, pool)
  switch (schema.type) {
    case 'string':
      return validText(random, schema)
    case 'integer':
      return Math.trunc(validNumber(random, schema))
    case 'number':
      return validNumber(random, schema)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    case 'array':
      return validList(random, schema, name, pool)
    case 'object':
      return validObject(random, schema, pool)
    default:
      return name === 'position' ? random.pick(POSITIONS) : random.pick(NASTY)
  }
}

const PLACES = [
  [-12.18479, 15.15799],
  [-12.45024, 14.90099],
  [-11.6, 15.4],
]
const POSITIONS: readonly unknown[] = [
  null,
  ...PLACES,
  [15.15799, -12.18479],
  [2.35, 48.85],
  [-12, 95],
  [-12],
  [-12, 15, 30],
]

function validText(random: Random, { format, pattern, minLength = 0, maxLength = 60 }: JsonSchema): string {
  if (format === 'uuid') return random.uuid()
  if (format === 'email') return `${random.hex(6)}@example.org`
  if (pattern) return textOf(random, new RegExp(pattern))
  const length = random.pick([minLength, Math.min(maxLength, minLength + random.int(0, 20)), maxLength])
  return random.pick(['a', 'é', 'ش', ' b']).repeat(length).slice(0, length)
}

/** One of the forms that patterns of ours ask for. */
function textOf(random: Random, pattern: RegExp): string {
  const monthDay = `${pad(random.int(1, 12))}-${pad(random.int(1, 28))}`
  const date = `20${random.int(10, 29)}-${monthDay}`
  const clock = `${pad(random.int(0, 23))}:${pad(random.int(0, 59))}`
  const forms = [
    date,
    clock,
    monthDay,
    date.slice(0, 7),
    `${date}T${clock}:00Z`,
    `a${random.hex(3)}`,
    `/${random.hex(3)}`,
    `a${random.int(1, 9)}.webp`,
    `https://${random.hex(6)}.example.org`,
  ]
  const form = forms.find((text) => pattern.test(text))
  if (form === undefined) throw new Error(`no form is known for the pattern ${pattern}`)
  return form
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function validNumber(random: Random, { minimum = -1000, maximum = 1000 }: JsonSchema): number {
  if (random.chance(0.2)) return random.pick([minimum, maximum])
  const most = Math.min(maximum, minimum + 1000)
  return minimum + random.next() * (most - minimum)
}

function validList(random: Random, schema: JsonSchema, name: string, pool: Pool): unknown[] {
  const { items = {}, prefixItems, minItems = 0, maxItems = 4 } = schema
  if (prefixItems || items === false) return validTuple(random, schema, name, pool)
  const most = random.chance(0.03) ? Math.min(maxItems, 60) : Math.min(maxItems, minItems + 2)
  const length = random.int(minItems, most)
  return Array.from({ length }, () => validValue(random, items, name.replace(/Ids$/, 'Id'), pool))
}

/** A pair of numbers is a position everywhere. */
function validTuple(random: Random, { prefixItems = [] }: JsonSchema, name: string, pool: Pool): unknown[] {
  const isPosition = prefixItems.length === 2 && prefixItems.every(({ type }) => type === 'number')
  if (isPosition) return random.pick(PLACES)
  return prefixItems.map((item) => validValue(random, item, name, pool))
}

function validObject(random: Random, schema: JsonSchema, pool: Pool): Record<string, unknown> {
  const { properties = {}, required = [] } = schema
  const kept = Object.entries(properties).filter(([name]) => required.includes(name) || random.chance(0.5))
  return Object.fromEntries(kept.map(([name, inner]) => [name, validValue(random, inner, name, pool)]))
}

/** The value with something wrong at one place: another type, out of range, missing, too much, too deep. */
export function spoiled(random: Random, value: unknown): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.7)) {
    const at = random.int(0, value.length - 1)
    return value.map((item, index) => (index === at ? spoiled(random, item) : item))
  }
  if (isRecord(value) && random.chance(0.85)) {
    const names = Object.keys(value)
    const name = names.length > 0 ? random.pick(names) : 'extra'
    if (random.chance(0.15)) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name))
    if (random.chance(0.1))
      return { ...value, [random.pick(['id', 'role', 'subOfficeId', ''])]: random.pick(NASTY) }
    return { ...value, [name]: spoiled(random, value[name]) }
  }
  return random.chance(0.1) ? [value] : random.pick(NASTY)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
