import Flatbush from 'flatbush'
import type { RoadGraph } from '../road-network/graph.ts'

/** A graph that can be posted to a worker. It leaves out the border lines. */
export type PortableGraph = Omit<RoadGraph, 'pieces' | 'borderPieces'> & {
  pieces: { data: ArrayBufferLike; byteOffset: number }
}

/** What of a graph is posted to a worker that matches tracks; the arrays are copied on the way. */
export function portGraph({ pieces, borderPieces: _left, ...graph }: RoadGraph): PortableGraph {
  return { ...graph, pieces: { data: pieces.data, byteOffset: pieces.byteOffset } }
}

/** The graph in the worker. */
export function openGraph({ pieces, ...graph }: PortableGraph): RoadGraph {
  return { ...graph, pieces: Flatbush.from(pieces.data, pieces.byteOffset), borderPieces: null }
}
