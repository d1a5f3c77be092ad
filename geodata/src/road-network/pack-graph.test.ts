import { expect, test } from 'vitest'
import { buildRoadGraph } from './build-graph.ts'
import { findTravelTimes } from './find-matrix.ts'
import { edgeOf } from './graph.ts'
import { buildHierarchy } from './hierarchy/hierarchy.ts'
import { PackedRoadsError, packRoads, unpackRoads } from './pack-graph.ts'
import { attachHierarchy } from './prepared.ts'
import { AT_HOME, allEdges, at, pointOn, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'

const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, name: 'Piste', ground: 'sand', coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, iso3: null, coordinates: [at(1, 0), at(1, 1)] }),
    road({ id: 3, u: 4, v: 5, coordinates: [at(0, 2), at(1, 2)] }),
  ],
  gaps: [{ id: 'g', lengthMetres: 900, roadA: 1, roadB: 3, coordinates: [at(0, 0), at(0, 2)] }],
  restrictions: [{ fromEdge: 1, viaNode: 2, toEdge: 2, modes: 1 }],
  wadis: [[at(0.5, -1), at(0.5, 1)]],
  borders: [[at(-1, 0.5), at(2, 0.5)]],
})
const packed = packRoads({ graph, hierarchy: buildHierarchy(graph), facts: { key: 'k' } })

test('what was packed is there again', () => {
  const read = unpackRoads(packed.buffer.slice(0))
  expect(read.facts).toEqual({ key: 'k' })
  for (const key of Object.keys(graph) as (keyof typeof graph)[]) {
    if (key !== 'pieces' && key !== 'borderPieces') expect(read.graph[key], key).toEqual(graph[key])
  }
  expect(allEdges(read.graph)).toEqual(allEdges(graph))
  expect(edgeOf(read.graph, 0)).toMatchObject({ name: 'Piste', ground: 'sand' })
})

test('and answers the same', () => {
  const read = unpackRoads(packed.buffer.slice(0))
  attachHierarchy(read.graph, read.hierarchy)
  const options = { ...AT_HOME, allowPresumed: true }
  const points = (one: typeof graph) => [1, 2, 3].map((id) => pointOn(one, id, 0.4))
  expect(findTravelTimes(read.graph, points(read.graph), points(read.graph), options)).toEqual(
    findTravelTimes(graph, points(graph), points(graph), options),
  )
  expect(snapToRoad(read.graph, at(0.3, 0.1), AT_HOME)).toEqual(snapToRoad(graph, at(0.3, 0.1), AT_HOME))
})

test('what was read is packed again as it was', () => {
  const read = unpackRoads(packed.buffer.slice(0))
  expect(packRoads(read)).toEqual(packed)
})

test('other bytes, fewer bytes and another format are refused', () => {
  expect(() => unpackRoads(new ArrayBuffer(4))).toThrow(PackedRoadsError)
  expect(() => unpackRoads(new Uint8Array(64).fill(7).buffer)).toThrow(PackedRoadsError)
  expect(() => unpackRoads(packed.buffer.slice(0, packed.byteLength - 40))).toThrow(/cut short/)
  const text = new TextDecoder('latin1').decode(packed)
  const place = text.indexOf('"format":1') + '"format":'.length
  const other = packed.slice()
  other[place] = '9'.charCodeAt(0)
  expect(() => unpackRoads(other.buffer)).toThrow(/format 9/)
})
