import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Position } from '../../geometry/position.ts'
import { type Mode, modeBit } from '../../road-network/road-codes.ts'
import { buildOsmNetwork, type OsmNetwork } from './build-osm-network.ts'
import { openOsmFile } from './open-osm-file.ts'

interface Case {
  name: string
  from: Position
  to: Position
  mode: Mode
  reachable: boolean
  metres: number | null
}

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../tests/fixtures/osm/${name}`, import.meta.url))
const CASES: Case[] = JSON.parse(readFileSync(fixture('cases.json'), 'utf8'))

let network: OsmNetwork
beforeAll(async () => {
  const source = await openOsmFile(fixture('every-case.osm'))
  network = await buildOsmNetwork(source)
})

/** An edge being driven along, from one node to the other. */
interface Arc {
  edgeId: number
  tail: number
  head: number
  metres: number
}

function arcsOf({ edges }: OsmNetwork, mode: Mode): Arc[] {
  const bit = modeBit(mode)
  return edges.flatMap(({ id, u, v, lengthMetres: metres, accessForward, accessBackward }) => [
    ...((accessForward! & bit) !== 0 ? [{ edgeId: id, tail: u, head: v, metres }] : []),
    ...((accessBackward! & bit) !== 0 ? [{ edgeId: id, tail: v, head: u, metres }] : []),
  ])
}

function nodeAt({ edges }: OsmNetwork, [lon, lat]: Position): number {
  for (const { u, v, coordinates } of edges) {
    if (coordinates[0]![0] === lon && coordinates[0]![1] === lat) return u
    const last = coordinates[coordinates.length - 1]!
    if (last[0] === lon && last[1] === lat) return v
  }
  throw new Error(`no node at ${lon}, ${lat}`)
}

/** Shortest way from arc to arc by plain relaxation, so that turns can be forbidden. */
function shortestMetres({ from, to, mode }: Case): number {
  const arcs = arcsOf(network, mode)
  const [start, end] = [nodeAt(network, from), nodeAt(network, to)]
  const mayTurn = (a: Arc, b: Arc) =>
    a.head === b.tail &&
    !network.restrictions.some(
      ({ fromEdge, viaNode, toEdge, modes }) =>
        fromEdge === a.edgeId && viaNode === a.head && toEdge === b.edgeId && (modes & modeBit(mode)) !== 0,
    )
  const metres = new Map(arcs.filter(({ tail }) => tail === start).map((arc) => [arc, arc.metres]))
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false
    for (const [arc, soFar] of [...metres]) {
      for (const next of arcs) {
        if (!mayTurn(arc, next) || soFar + next.metres >= (metres.get(next) ?? Infinity)) continue
        metres.set(next, soFar + next.metres)
        hasChanged = true
      }
    }
  }
  return Math.min(...[...metres].map(([arc, length]) => (arc.head === end ? length : Infinity)))
}

describe('every case of a tag', () => {
  test.each(CASES)('$name', (item) => {
    const metres = shortestMetres(item)
    expect(Number.isFinite(metres)).toBe(item.reachable)
    // A barrier or ford on a node adds its centimetre.
    if (item.metres !== null) expect(Math.abs(metres - item.metres)).toBeLessThan(0.1)
  })

  test('what is not read is counted', () => {
    const { report } = network
    expect(report.waysLeftOut).toEqual({ 'not-built': 2, area: 1, 'too-few-nodes': 1 })
    expect(report.restrictionsLeftOut).toEqual({ 'via-way': 1, conditional: 1 })
    expect(report.restrictions).toBe(4)
    expect(report.nodesMissing).toBe(1)
    expect([report.barriers, report.fords]).toEqual([6, 1])
  })
})
