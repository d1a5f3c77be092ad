import Flatbush from 'flatbush'
import type { AddedEdge, GapEdge, RoadGraph } from './graph.ts'
import type { Hierarchy } from './hierarchy/hierarchy.ts'

/** Changes whenever the arrays of the graph, their meaning or the codes of `road-codes.ts` change. */
export const GRAPH_FORMAT = 1

/** A graph with its hierarchy, and facts of the caller's that travel with them. */
export interface PackedRoads {
  graph: RoadGraph
  hierarchy: Hierarchy
  /** Plain JSON. */
  facts: unknown
}

const ARRAYS = {
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Float32Array,
  Float64Array,
} as const
type ArrayName = keyof typeof ARRAYS

interface Section {
  name: string
  kind: ArrayName | 'Flatbush'
  /** From the end of the head. */
  byteOffset: number
  byteLength: number
}

interface Head {
  format: number
  sections: Section[]
  /** What is no array. */
  plain: Record<string, unknown>
}

/** Maps are written as their entries. */
interface Plain {
  facts: unknown
  gaps: [number, GapEdge][]
  additions: [number, AddedEdge][]
}

const MAGIC = 0x4252_4e45
const ALIGNMENT = 8
/** Arrays of the hierarchy that are those of the graph. */
const SHARED: ReadonlySet<string> = new Set(['arcStart', 'arcHead'])

/** The file is not of this format, or is cut short. */
export class PackedRoadsError extends Error {
  override name = 'PackedRoadsError'
}

/**
 * Writes a graph and its hierarchy as one run of bytes that `unpackRoads` reads without copying: for a file, a worker
 * or the browser. Numbers are in the byte order of the machine, which is little-endian on all that runs this.
 */
export function packRoads({ graph, hierarchy, facts }: PackedRoads): Uint8Array<ArrayBuffer> {
  const sections: Section[] = []
  const chunks: Uint8Array[] = []
  const plain: Record<string, unknown> = {
    facts,
    gaps: [...graph.gaps],
    additions: [...graph.additions],
  }
  let at = 0
  const add = (name: string, kind: Section['kind'], bytes: Uint8Array) => {
    sections.push({ name, kind, byteOffset: at, byteLength: bytes.byteLength })
    chunks.push(bytes)
    at += align(bytes.byteLength)
  }
  const addAll = (owner: 'graph' | 'hierarchy', parts: object) => {
    for (const [name, value] of Object.entries(parts)) {
      const key = `${owner}.${name}`
      if (value instanceof Flatbush) add(key, 'Flatbush', indexBytes(value))
      else if (ArrayBuffer.isView(value)) {
        if (owner === 'graph' || !SHARED.has(name)) add(key, arrayName(value), bytesOf(value))
      } else if (!(value instanceof Map)) plain[key] = value
    }
  }
  addAll('graph', graph)
  addAll('hierarchy', hierarchy)
  const head = new TextEncoder().encode(
    JSON.stringify({ format: GRAPH_FORMAT, sections, plain } satisfies Head),
  )
  const start = align(8 + head.byteLength)
  const packed = new Uint8Array(start + at)
  new Uint32Array(packed.buffer, 0, 2).set([MAGIC, head.byteLength])
  packed.set(head, 8)
  chunks.forEach((chunk, i) => {
    packed.set(chunk, start + sections[i]!.byteOffset)
  })
  return packed
}

/**
 * Reads what `packRoads` wrote; the arrays are views of the given bytes.
 *
 * @throws PackedRoadsError if the bytes are of another format or too few.
 */
export function unpackRoads(buffer: ArrayBuffer): PackedRoads {
  const { sections, plain, start } = readHead(buffer)
  const parts: Record<'graph' | 'hierarchy', Record<string, unknown>> = { graph: {}, hierarchy: {} }
  const put = (key: string, value: unknown) => {
    const [owner, name] = key.split('.') as ['graph' | 'hierarchy', string]
    parts[owner][name] = value
  }
  for (const { name, kind, byteOffset, byteLength } of sections) {
    if (start + byteOffset + byteLength > buffer.byteLength)
      throw new PackedRoadsError(`${name} is cut short`)
    put(name, readSection(buffer, kind, start + byteOffset, byteLength))
  }
  const { facts, gaps, additions, ...others } = plain as unknown as Plain
  for (const [key, value] of Object.entries(others)) put(key, value)
  const graph = {
    ...parts.graph,
    gaps: new Map(gaps),
    additions: new Map(additions),
  } as unknown as RoadGraph
  const { arcStart, arcHead } = graph
  return { graph, hierarchy: { ...parts.hierarchy, arcStart, arcHead } as unknown as Hierarchy, facts }
}

function readHead(buffer: ArrayBuffer): Head & { start: number } {
  const [magic, length] = buffer.byteLength >= 8 ? new Uint32Array(buffer, 0, 2) : []
  if (magic !== MAGIC || length === undefined || 8 + length > buffer.byteLength) {
    throw new PackedRoadsError('these are not packed roads')
  }
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, length))) as Head
  if (head.format !== GRAPH_FORMAT)
    throw new PackedRoadsError(`format ${head.format} instead of ${GRAPH_FORMAT}`)
  return { ...head, start: align(8 + length) }
}

function readSection(
  buffer: ArrayBuffer,
  kind: Section['kind'],
  byteOffset: number,
  byteLength: number,
): unknown {
  if (kind === 'Flatbush') return Flatbush.from(buffer, byteOffset)
  const type = ARRAYS[kind]
  return new type(buffer, byteOffset, byteLength / type.BYTES_PER_ELEMENT)
}

/** An index that was unpacked is a part of the bytes that it was unpacked from. */
function indexBytes({ data, byteOffset, _indices: last }: Flatbush): Uint8Array {
  return new Uint8Array(data, byteOffset, last.byteOffset + last.byteLength - byteOffset)
}

function arrayName(value: ArrayBufferView): ArrayName {
  const name = value.constructor.name
  if (!(name in ARRAYS)) throw new TypeError(`cannot pack a ${name}`)
  return name as ArrayName
}

function bytesOf(value: ArrayBufferView): Uint8Array {
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}
