import { createHash } from 'node:crypto'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { RoadNetwork } from './road-network.ts'
import { stableText } from './stable-text.ts'

/** What a network amounts to, by content: two with the same digests give the same answers. */
export interface NetworkDigests {
  readonly roads: string
  /** With the crossings of the border. */
  readonly settlements: string
  readonly border: string
}

const known = new WeakMap<RoadGraph, string>()

export function digestNetwork({ graph, settlements, crossings, borders }: RoadNetwork): NetworkDigests {
  return {
    roads: digestGraph(graph),
    settlements: digestOf({ settlements, crossings }),
    border: digestOf(borders),
  }
}

/** SHA-256 of a value that JSON can hold, in hexadecimal, whatever the order of its keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(stableText(value)).digest('hex')
}

/** Indices are left out: they follow from the rest. */
function digestGraph(graph: RoadGraph): string {
  const found = known.get(graph)
  if (found) return found
  const hash = createHash('sha256')
  for (const [name, value] of Object.entries(graph).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (typeof value === 'object' && value !== null && 'search' in value) continue
    hash.update(name)
    if (ArrayBuffer.isView(value))
      hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))
    else hash.update(stableText(value instanceof Map ? [...value] : value))
  }
  const digest = hash.digest('hex')
  known.set(graph, digest)
  return digest
}
