import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { deflateSync } from 'node:zlib'

export type Tags = Readonly<Record<string, string>>

export interface PbfNode {
  readonly id: number
  readonly lon: number
  readonly lat: number
  readonly tags?: Tags
}

export interface PbfWay {
  readonly id: number
  readonly refs: readonly number[]
  readonly tags: Tags
}

export interface PbfMember {
  readonly type: 'node' | 'way' | 'relation'
  readonly ref: number
  readonly role: string
}

export interface PbfRelation {
  readonly id: number
  readonly members: readonly PbfMember[]
  readonly tags: Tags
}

export interface PbfContent {
  readonly nodes: Iterable<PbfNode>
  readonly ways: Iterable<PbfWay>
  readonly relations?: Iterable<PbfRelation>
  /** Told in the header: west, south, east, north. */
  readonly bbox?: readonly [number, number, number, number]
  /** Beyond what this file needs, to try a reader with. */
  readonly requiredFeatures?: readonly string[]
  /** Blobs are left as they are, so that a changed byte reaches the decoder. */
  readonly isRaw?: boolean
}

/** As many as other writers put into a block. */
const BLOCK_SIZE = 8000
const MEMBER_TYPES = ['node', 'way', 'relation']

/**
 * Writes an .osm.pbf file: dense nodes, ways and relations, deflated, without versions and authors.
 *
 * The content is taken one block at a time, so it may be generated. Ids must come in rising order by kind.
 */
export async function writePbf(path: string, content: PbfContent): Promise<void> {
  const out = createWriteStream(path)
  const put = async (type: string, block: Uint8Array) => {
    if (!out.write(frame(type, block, content.isRaw ?? false))) await once(out, 'drain')
  }
  await put('OSMHeader', headerBlock(content))
  for (const nodes of inBlocks(content.nodes)) await put('OSMData', nodeBlock(nodes))
  for (const ways of inBlocks(content.ways)) await put('OSMData', wayBlock(ways))
  for (const relations of inBlocks(content.relations ?? [])) await put('OSMData', relationBlock(relations))
  out.end()
  await finished(out)
}

function* inBlocks<T>(items: Iterable<T>): Generator<T[]> {
  let block: T[] = []
  for (const item of items) {
    block.push(item)
    if (block.length === BLOCK_SIZE) {
      yield block
      block = []
    }
  }
  if (block.length > 0) yield block
}

function frame(type: string, block: Uint8Array, isRaw: boolean): Buffer {
  const packed = isRaw ? null : deflateSync(block)
  const blob = packed
    ? new Message().varint(2, block.length).bytes(3, packed).done()
    : new Message().bytes(1, block).done()
  const header = new Message().text(1, type).varint(3, blob.length).done()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, blob])
}

function headerBlock({ bbox, requiredFeatures = [] }: PbfContent): Uint8Array {
  const header = new Message()
  if (bbox) {
    const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * 1e9))
    const box = new Message().signed(1, west!).signed(2, east!).signed(3, north!).signed(4, south!)
    header.bytes(1, box.done())
  }
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes', ...requiredFeatures]) header.text(4, feature)
  return header.done()
}

function nodeBlock(nodes: readonly PbfNode[]): Uint8Array {
  const strings = new Strings()
  const hasTags = nodes.some(({ tags }) => tags !== undefined)
  const dense = new Message()
    .deltas(1, nodes, (node) => node.id)
    .deltas(8, nodes, (node) => Math.round(node.lat * 1e7))
    .deltas(9, nodes, (node) => Math.round(node.lon * 1e7))
  if (hasTags) {
    const places = nodes.flatMap(({ tags }) => [
      ...Object.entries(tags ?? {}).flatMap(([key, value]) => [strings.place(key), strings.place(value)]),
      0,
    ])
    dense.packed(10, places)
  }
  return primitiveBlock(strings, new Message().bytes(2, dense.done()))
}

function wayBlock(ways: readonly PbfWay[]): Uint8Array {
  const strings = new Strings()
  const group = new Message()
  for (const way of ways) {
    const message = tagged(way, strings).deltas(8, way.refs, (ref) => ref)
    group.bytes(3, message.done())
  }
  return primitiveBlock(strings, group)
}

function relationBlock(relations: readonly PbfRelation[]): Uint8Array {
  const strings = new Strings()
  const group = new Message()
  for (const relation of relations) {
    const { members } = relation
    const roles = members.map((member) => strings.place(member.role))
    const types = members.map((member) => MEMBER_TYPES.indexOf(member.type))
    const message = tagged(relation, strings)
      .packed(8, roles)
      .deltas(9, members, (member) => member.ref)
      .packed(10, types)
    group.bytes(4, message.done())
  }
  return primitiveBlock(strings, group)
}

function tagged({ id, tags }: { id: number; tags: Tags }, strings: Strings): Message {
  const keys = Object.keys(tags).map((key) => strings.place(key))
  const values = Object.values(tags).map((value) => strings.place(value))
  return new Message().varint(1, id).packed(2, keys).packed(3, values)
}

function primitiveBlock(strings: Strings, group: Message): Uint8Array {
  const table = new Message()
  for (const word of strings.words) table.text(1, word)
  return new Message().bytes(1, table.done()).bytes(2, group.done()).done()
}

class Strings {
  /** The first place is kept empty: in dense nodes 0 ends the tags of a node. */
  readonly words = ['']
  readonly #places = new Map<string, number>()

  place(word: string): number {
    const known = this.#places.get(word)
    if (known !== undefined) return known
    this.#places.set(word, this.words.length)
    return this.words.push(word) - 1
  }
}

/** A protocol buffer message being written, field by field. */
class Message {
  #bytes = new Uint8Array(64)
  #length = 0

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  varint(field: number, value: number): this {
    this.#put(field * 8)
    this.#put(value)
    return this
  }

  signed(field: number, value: number): this {
    return this.varint(field, zigzag(value))
  }

  text(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value))
  }

  bytes(field: number, value: Uint8Array): this {
    this.#put(field * 8 + 2)
    this.#put(value.length)
    this.#reserve(value.length)
    this.#bytes.set(value, this.#length)
    this.#length += value.length
    return this
  }

  packed(field: number, values: readonly number[]): this {
    const inner = new Message()
    for (const value of values) inner.#put(value)
    return this.bytes(field, inner.done())
  }

  deltas<T>(field: number, items: readonly T[], numberOf: (item: T) => number): this {
    const inner = new Message()
    let last = 0
    for (const item of items) {
      const value = numberOf(item)
      inner.#put(zigzag(value - last))
      last = value
    }
    return this.bytes(field, inner.done())
  }

  /** A varint of up to 2^53; bit operations end at 2^31. */
  #put(value: number): void {
    this.#reserve(8)
    while (value > 127) {
      this.#bytes[this.#length++] = (value % 128) + 128
      value = Math.floor(value / 128)
    }
    this.#bytes[this.#length++] = value
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value
}
