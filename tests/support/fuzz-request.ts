import { type JsonSchema, NASTY, type Pool, spoiled, validValue } from './fuzz-values.ts'
import { drivenAlong, gpxOf, trackForm } from './given-track.ts'
import { PHOTO } from './photo.ts'
import type { Random } from './random.ts'

export type Method = 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Operation {
  readonly method: Method
  /** As the document writes it: `/api/posts/{postId}`. */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: JsonSchema | undefined
  readonly takesFile: boolean
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: JsonSchema
}
interface Described {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
  readonly consumes?: unknown
}
export interface ApiDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, JsonSchema>> }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

export interface FuzzRequest {
  readonly method: Method
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
  readonly remoteAddress: string
}

export function operationsOf({ paths, components }: ApiDocument): Operation[] {
  const named = components?.schemas ?? {}
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase() as Method,
      path,
      parameters,
      body: written(requestBody?.content['application/json']?.schema, named),
      takesFile:
        /\/(photos|tracks|photos\/\{worksPhotoId\}|checks\/\{checkId\}|logos\/\{ground\})$/.test(path) &&
        /^(post|put)$/.test(method),
    })),
  )
}

/** The schema with those that it names written out in their places. */
function written<T>(schema: T, named: Readonly<Record<string, JsonSchema>>): T {
  if (typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map((item) => written(item, named)) as T
  const ref = (schema as { $ref?: unknown }).$ref
  if (typeof ref === 'string') {
    const target = named[ref.replace('#/components/schemas/', '')]
    if (!target) throw new Error(`the document names no schema ${ref}`)
    return written(target, named) as T
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, written(value, named)])) as T
}

/** A request to the operation: as it should be, nearly so, or far from it. */
export function fuzzRequest(
  random: Random,
  operation: Operation,
  { pool: known, versions }: { pool: Pool; versions: ReadonlyMap<string, number> },
): FuzzRequest {
  const isValid = random.chance(0.45)
  const method = random.chance(0.04) ? random.pick(METHODS) : operation.method
  const path = pathOf(random, operation, { pool: known, isValid })
  const version = versions.get(UUID.exec(path)?.[0] ?? '')
  const pool = version === undefined ? known : { ...known, version: [version] }
  const url = `${path}${searchOf(random, operation, { pool, isValid })}`
  const body = bodyOf(random, operation, { pool, isValid })
  return {
    method,
    url,
    headers: { ...body?.headers, ...keyFor(random, operation, pool), ...(isValid ? {} : oddHeaders(random)) },
    ...(body && method !== 'GET' && method !== 'HEAD' ? { payload: body.payload } : {}),
    remoteAddress: random.chance(0.1)
      ? '127.0.0.1'
      : `10.${random.int(0, 3)}.${random.int(0, 255)}.${random.int(1, 254)}`,
  }
}

/** Of a showing, mostly: what is asked for with it is the ground of maps, which everybody with a key may see. */
function keyFor(random: Random, { path }: Operation, { showingKey = [] }: Pool): Record<string, string> {
  if (!path.startsWith('/api/shared/basemap') || showingKey.length === 0 || random.chance(0.3)) return {}
  return { 'x-borne-showing': String(random.pick(showingKey)) }
}

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/
const METHODS: readonly Method[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']

interface Manner {
  readonly pool: Pool
  readonly isValid: boolean
}

function pathOf(random: Random, { path, parameters }: Operation, { pool, isValid }: Manner): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((parameter) => parameter.name === name)?.schema ?? { type: 'string' }
    if (!isValid && random.chance(0.3)) return badSegment(random)
    return encode(spell(validValue(random, schema, name, pool)))
  })
  if (isValid || random.chance(0.95)) return filled
  return random.pick([
    `${filled}/`,
    `${filled}/x`,
    `/${filled}`,
    filled.toUpperCase(),
    `${filled}%2F..`,
    `${filled};a=b`,
  ])
}

function badSegment(random: Random): string {
  return random.pick([
    '%00',
    '%ZZ',
    '%',
    '%E0%A4%A',
    '%C0%AE%C0%AE',
    '..%2F..%2Fetc%2Fpasswd',
    '%2e%2e',
    '-1',
    '0',
    '1e400',
    '9223372036854775808',
    'NaN',
    'x'.repeat(190),
    'x'.repeat(400),
    encode(spell(random.pick(NASTY))).slice(0, 3000),
  ])
}

function spell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Texts of the search that have a form of their own, which the document does not tell. */
const FORMS: Readonly<Record<string, (random: Random, pool: Pool) => string>> = {
  bbox: (random) =>
    random.pick([
      '-13,14,-11,16',
      '-12.5,15,-12,15.5',
      '1,2,3',
      '180,90,-180,-90',
      'a,b,c,d',
      '-1e400,0,1,1',
    ]),
  posts: (random, { postId = [] }) =>
    Array.from({ length: random.int(1, 4) }, () => random.pick(postId)).join(),
  stops: (random, { postId = [] }) =>
    Array.from({ length: random.pick([2, 2, 3, 5, 20, 21]) }, () =>
      random.chance(0.5)
        ? random.pick(postId)
        : random.pick(['-12.18479,15.15799', '-11.4,15.35', '15.15,-12.18', '2,48', '']),
    ).join(';'),
  from: (random, { postId = [] }) =>
    random.pick([random.pick(postId) as string, '-12.18479,15.15799', '2,48', '']),
  vehicle: (random) => random.pick(['4x4', '4x4', 'truck', 'motorbike', 'foot', 'x']),
  avoid: (random) =>
    random.pick(['', '-12.3,15;-12.2,15;-12.2,15.1;-12.3,15.1', '-12.3,15;-12.2,15.1', 'x;y', '-12,15']),
  q: (random) =>
    random.pick(['selibaby', 'gouraye', 'gorye', 'سيليبابي', 'a', '%', '_', '\\', 'post', 'x'.repeat(100)]),
  status: (random) => random.pick(['operational', 'planned,closed', 'planned,,', 'x']),
  moughataa: (random) => random.pick(['Sélibaby', 'MR0502', 'x']),
  minutes: (random) => random.pick(['1', '20', '60', '60', '120', '1440', '0', '1441']),
}

function searchOf(random: Random, { parameters }: Operation, { pool, isValid }: Manner): string {
  const pairs = parameters
    .filter((parameter) => parameter.in === 'query')
    .filter(({ required }) => required || random.chance(0.4))
    .map(({ name, schema }) => {
      const form = schema.pattern ? undefined : FORMS[name]
      const value = form?.(random, pool) ?? spell(validValue(random, schema, name, pool))
      const isBad = !isValid && random.chance(0.3)
      return [name, encode(isBad ? spell(random.pick(NASTY)) : value)] as const
    })
  if (!isValid && random.chance(0.2)) pairs.push(...oddPairs(random, pairs))
  if (pairs.length === 0) return ''
  return `?${pairs.map(([name, value]) => (value === '' && name === '' ? '&' : `${name}=${value}`)).join('&')}`
}

/** Halves of characters have no form in an address. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).slice(0, 12_000)
}

function oddPairs(
  random: Random,
  pairs: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  const known = pairs.length > 0 ? random.pick(pairs) : (['limit', '1'] as const)
  return random.pick([
    [known, known],
    [[`${known[0]}[]`, '1']],
    [['__proto__', 'x']],
    [['constructor', 'x']],
    [['', '']],
    [[known[0], '%']],
    [[known[0], '%ff']],
    [['x'.repeat(3000), 'y']],
    Array.from({ length: 300 }, (_, index) => [`k${index}`, '1'] as const),
  ])
}

interface Body {
  readonly payload: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

function bodyOf(
  random: Random,
  { body, path, takesFile }: Operation,
  { pool, isValid }: Manner,
): Body | undefined {
  if (takesFile) return random.chance(isValid ? 0.2 : 0.02) ? goodForm(random, path) : garbageForm(random)
  if (!body)
    return isValid || random.chance(0.9) ? undefined : json(String(random.pick(['{}', '[]', 'x', ''])))
  const value = validValue(random, body, '', pool)
  if (isValid) return json(JSON.stringify(value))
  const text = JSON.stringify(random.chance(0.8) ? spoiled(random, value) : random.pick(NASTY)) ?? ''
  return json(random.chance(0.25) ? oddJson(random, text) : text)
}

function json(payload: string): Body {
  return { payload, headers: { 'content-type': 'application/json' } }
}

/** Texts that are hardly JSON, or JSON that few writers make. */
function oddJson(random: Random, text: string): string {
  const depth = random.pick([5_000, 100_000])
  return random.pick([
    text.slice(0, Math.floor(text.length / 2)),
    `\ufeff${text}`,
    `${text}${text}`,
    text.replace(/:("[^"]*"|[\d.]+|null)/, ':1e400'),
    text.replace(/:("[^"]*"|[\d.]+|null)/, ':NaN'),
    text.replace(/:("[^"]*"|[\d.]+|null)/, ':-0'),
    text.replace(/:("[^"]*"|[\d.]+|null)/, `:${'['.repeat(depth)}${']'.repeat(depth)}`),
    text.replace('{', `{"version":1,"position":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)},`),
    text.replace('{', '{"version":1,"version":2,'),
    text.replace('{', '{"__proto__":{"x":1},'),
    `"${'x'.repeat(1_100_000)}"`,
    '',
  ])
}

const BOUNDARY = 'borne'

function goodForm(random: Random, path: string): Body {
  return path.endsWith('/tracks') ? trackForm(gpxOf(drivenAlong(), random.int(1, 1e12))) : photoForm(PHOTO)
}

function photoForm(file: Buffer, name = 'file'): Body {
  return {
    payload: photoBytes(file, name),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}

function photoBytes(file: Buffer, name = 'file'): Buffer {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"; filename="a.jpg"\r\n\r\n`
  return Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
}

function garbageForm(random: Random): Body {
  const noise = Buffer.from(random.hex(random.int(0, 400) * 2), 'hex')
  const cut = PHOTO.subarray(0, random.int(2, 3000))
  return random.pick<() => Body>([
    () => photoForm(noise),
    () => photoForm(cut),
    () => photoForm(Buffer.concat([cut, noise])),
    () => photoForm(noise, 'other'),
    () => photoForm(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    () => photoForm(Buffer.concat([Buffer.from('GIF89a'), noise])),
    () => photoForm(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise])),
    () => ({ ...photoForm(cut), payload: noise }),
    () => ({ payload: photoForm(cut).payload, headers: { 'content-type': 'multipart/form-data' } }),
    () => ({ ...photoForm(cut), payload: photoBytes(cut).subarray(0, 60) }),
    () => json('{"file":"x"}'),
    () => ({
      payload: `--${BOUNDARY}\r\ncontent-disposition: form-data; name="caption"\r\n\r\n\u0000${'é'.repeat(600)}\r\n--${BOUNDARY}--\r\n`,
      headers: photoForm(cut).headers,
    }),
    () => ({
      payload: `--${BOUNDARY}\r\ncontent-disposition: form-data; name="__proto__"\r\n\r\nx\r\n`.repeat(20),
      headers: photoForm(cut).headers,
    }),
  ])()
}

const ODD_HEADERS: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['accept-language', ['en', 'fr;q=0', 'en;q=x, fr', '*', ';;;,,,', 'ar-MR', 'x'.repeat(5000)]],
  ['if-none-match', ['*', '"x"', 'W/"x"', '', '"', 'x'.repeat(5000)]],
  [
    'content-type',
    [
      'text/plain',
      'application/xml',
      'application/json; charset=utf-16',
      'multipart/form-data',
      'x',
      '',
      'application/x-www-form-urlencoded',
    ],
  ],
  ['accept-encoding', ['gzip', 'br', 'identity;q=0', '*;q=0', 'gzip;q=1.5', 'deflate, zstd', 'x']],
  ['accept', ['text/html', 'application/xml', 'x/x']],
  ['range', ['bytes=0-1', 'bytes=-1', 'bytes=5-1', 'x']],
  ['if-modified-since', ['x', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  ['host', ['ailleurs.example', '', '[::1]', 'localhost:99999', '127.0.0.1']],
  ['sec-fetch-site', ['cross-site', 'none', 'x']],
  ['origin', ['null', 'https://ailleurs.example', 'x', '']],
  ['x-forwarded-for', ['1.2.3.4', 'x'.repeat(500)]],
  ['x-http-method-override', ['DELETE']],
  ['user-agent', ['', 'é'.repeat(400), 'x'.repeat(5000)]],
]

function oddHeaders(random: Random): Record<string, string> {
  const chosen = ODD_HEADERS.filter(() => random.chance(0.08))
  return Object.fromEntries(chosen.map(([name, values]) => [name, random.pick(values)]))
}
