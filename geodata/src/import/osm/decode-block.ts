import { NO_TAGS, type OsmMember, type OsmTags, type OsmVisitor } from './osm-source.ts'
import { ProtoError, ProtoReader } from './proto-reader.ts'

export const HAS_NODES = 1
export const HAS_WAYS = 2
export const HAS_RELATIONS = 4

const MEMBER_TYPES: readonly OsmMember['type'][] = ['node', 'way', 'relation']

interface Block {
  strings: StringTable
  groups: ProtoReader[]
  /** Of the file's numbers to degrees × 10⁷. */
  toLonE7: (value: number) => number
  toLatE7: (value: number) => number
}

/**
 * Hands what is in an inflated `PrimitiveBlock` to a visitor.
 *
 * @returns The kinds that it holds: `HAS_NODES` + `HAS_WAYS` + `HAS_RELATIONS`.
 * @throws ProtoError where the bytes are no such block.
 */
export function decodeBlock(bytes: Uint8Array, visitor: OsmVisitor): number {
  const block = readBlock(bytes)
  const visitNode = visitor.node?.bind(visitor)
  const wayKeys = visitor.way ? block.strings.placesOf(visitor.wayKeys ?? []) : null
  let kinds = 0
  for (const group of block.groups) {
    while (!group.isAtEnd()) {
      const tag = group.tag()
      if (tag === 10 || tag === 18) kinds |= HAS_NODES
      else if (tag === 26) kinds |= HAS_WAYS
      else if (tag === 34) kinds |= HAS_RELATIONS
      if (tag === 10 && visitNode) decodeNode(group.message(), block, visitNode)
      else if (tag === 18 && visitNode) decodeDense(group.message(), block, visitNode)
      else if (tag === 26 && wayKeys) decodeWay(group.message(), block, wayKeys, visitor)
      else if (tag === 34 && visitor.relation) decodeRelation(group.message(), block, visitor)
      else group.skip(tag)
    }
  }
  return kinds
}

function readBlock(bytes: Uint8Array): Block {
  const reader = new ProtoReader(bytes)
  const groups: ProtoReader[] = []
  let strings: StringTable | null = null
  let granularity = 100
  let latOffset = 0
  let lonOffset = 0
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 10) strings = new StringTable(reader.message())
    else if (tag === 18) groups.push(reader.message())
    else if (tag === 136) granularity = reader.varint()
    else if (tag === 152) latOffset = reader.varint()
    else if (tag === 160) lonOffset = reader.varint()
    else reader.skip(tag)
  }
  if (!strings) throw new ProtoError('a block without strings')
  const toE7 = (offset: number) => (value: number) => Math.round((offset + granularity * value) / 100)
  return { strings, groups, toLonE7: toE7(lonOffset), toLatE7: toE7(latOffset) }
}

type NodeVisitor = NonNullable<OsmVisitor['node']>

function decodeDense(reader: ProtoReader, block: Block, visit: NodeVisitor): void {
  let [ids, lats, lons, tags]: (ProtoReader | null)[] = [null, null, null, null]
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 10) ids = reader.message()
    else if (tag === 66) lats = reader.message()
    else if (tag === 74) lons = reader.message()
    else if (tag === 82) tags = reader.message()
    else reader.skip(tag)
  }
  if (!ids || !lats || !lons) throw new ProtoError('nodes without positions')
  if (tags?.isAtEnd()) tags = null
  let [id, lat, lon, tagsAt] = [0, 0, 0, 0]
  const readTags = () => (tags ? denseTags(tags, tagsAt, block.strings) : NO_TAGS)
  while (!ids.isAtEnd()) {
    id += ids.signed()
    lat += lats.signed()
    lon += lons.signed()
    if (tags) {
      tagsAt = tags.position
      while (tags.varint() !== 0) tags.varint()
    }
    visit(id, block.toLonE7(lon), block.toLatE7(lat), readTags)
  }
  if (!lats.isAtEnd() || !lons.isAtEnd()) throw new ProtoError('nodes and positions differ in number')
}

/** Keys and values of dense nodes stand in one list, 0 after those of each node. */
function denseTags(list: ProtoReader, at: number, strings: StringTable): OsmTags {
  const reader = new ProtoReader(list.bytes, at, list.end)
  const tags = new Map<string, string>()
  for (let key = reader.varint(); key !== 0; key = reader.varint()) {
    tags.set(strings.text(key), strings.text(reader.varint()))
  }
  return tags
}

function decodeNode(reader: ProtoReader, block: Block, visit: NodeVisitor): void {
  let [id, lat, lon] = [0, 0, 0]
  let keys: number[] = []
  let values: number[] = []
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 8) id = reader.signed()
    else if (tag === 18) keys = reader.message().varints()
    else if (tag === 26) values = reader.message().varints()
    else if (tag === 64) lat = reader.signed()
    else if (tag === 72) lon = reader.signed()
    else reader.skip(tag)
  }
  visit(id, block.toLonE7(lon), block.toLatE7(lat), () => block.strings.tags(keys, values))
}

function decodeWay(
  reader: ProtoReader,
  { strings }: Block,
  wayKeys: ReadonlySet<number>,
  visitor: OsmVisitor,
): void {
  let id = 0
  let keys: number[] = []
  let values: ProtoReader | null = null
  let refs: ProtoReader | null = null
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 8) id = reader.varint()
    else if (tag === 18) keys = reader.message().varints()
    else if (tag === 26) values = reader.message()
    else if (tag === 66) refs = reader.message()
    else reader.skip(tag)
  }
  if (!keys.some((key) => wayKeys.has(key))) return
  visitor.way?.(id, refs?.deltas() ?? [], strings.tags(keys, values?.varints() ?? []))
}

function decodeRelation(reader: ProtoReader, { strings }: Block, visitor: OsmVisitor): void {
  let id = 0
  let [keys, values, roles, ids, types]: number[][] = [[], [], [], [], []]
  while (!reader.isAtEnd()) {
    const tag = reader.tag()
    if (tag === 8) id = reader.varint()
    else if (tag === 18) keys = reader.message().varints()
    else if (tag === 26) values = reader.message().varints()
    else if (tag === 66) roles = reader.message().varints()
    else if (tag === 74) ids = reader.message().deltas()
    else if (tag === 82) types = reader.message().varints()
    else reader.skip(tag)
  }
  visitor.relation?.(id, strings.tags(keys!, values!), () =>
    ids!.map((ref, i) => {
      const type = MEMBER_TYPES[types![i] ?? -1]
      if (!type) throw new ProtoError('a member of no known type')
      return { type, ref, role: strings.text(roles![i] ?? 0) }
    }),
  )
}

/** The strings of a block, decoded when first asked for. */
class StringTable {
  readonly #raw: Uint8Array[] = []
  readonly #texts: (string | undefined)[] = []

  constructor(reader: ProtoReader) {
    while (!reader.isAtEnd()) {
      const tag = reader.tag()
      if (tag === 10) this.#raw.push(reader.message().rest())
      else reader.skip(tag)
    }
  }

  text(place: number): string {
    const known = this.#texts[place]
    if (known !== undefined) return known
    const raw = this.#raw[place]
    if (!raw) throw new ProtoError(`string ${place} is missing`)
    const text = Buffer.from(raw.buffer, raw.byteOffset, raw.length).toString('utf8')
    this.#texts[place] = text
    return text
  }

  tags(keys: readonly number[], values: readonly number[]): OsmTags {
    if (keys.length !== values.length) throw new ProtoError('keys and values differ in number')
    if (keys.length === 0) return NO_TAGS
    return new Map(keys.map((key, i) => [this.text(key), this.text(values[i]!)]))
  }

  /** Where these words stand; a table may hold a word twice. */
  placesOf(words: readonly string[]): Set<number> {
    const lengths = new Set(words.map((word) => word.length))
    const places = new Set<number>()
    this.#raw.forEach((raw, place) => {
      if (lengths.has(raw.length) && words.includes(this.text(place))) places.add(place)
    })
    return places
  }
}
