import { findTravelTimes } from '@borne/geodata/road-network/find-matrix'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { type BenchRow, benchRow } from './bench-row.ts'
import { EVERYWHERE, positionOf, type RoadsCase } from './roads-case.ts'
import type { OwnTimes } from './roads-own.ts'
import type { PgRoutingTimes } from './roads-pgrouting.ts'
import type { ValhallaTimes } from './roads-valhalla.ts'
import { quantile } from './stopwatch.ts'

type Question = 'route' | 'oneToAll' | 'matrix' | 'manyMatrix' | 'reach' | 'isochrone' | 'closure'

/** How many times faster than the peer, and at most how many milliseconds. */
export interface Goals {
  valhalla: Partial<Record<ToValhalla, number>>
  pgRouting: Partial<Record<ToPgRouting, number>>
  closureMs?: number
  seasonMs?: number
}

export interface Measured {
  own: OwnTimes
  pgRouting: PgRoutingTimes | { missing: string }
  valhalla: ValhallaTimes
  checkedPairs: number
}

const WORDS: Record<Question, string> = {
  route: 'one route between two places, geometry included',
  oneToAll: 'one-to-all, all nodes',
  matrix: 'matrix 50 × 50',
  manyMatrix: 'matrix 500 × 500',
  reach: 'reached within 60 minutes, as times of nodes',
  isochrone: 'isochrone of 60 minutes, as an area',
  closure: 'from a new closure to the new matrix 50 × 50',
}
type ToValhalla = Exclude<Question, 'reach'>
type ToPgRouting = Exclude<Question, 'isochrone'>
const TO_VALHALLA: ToValhalla[] = ['route', 'oneToAll', 'matrix', 'manyMatrix', 'isochrone', 'closure']
const TO_PGROUTING: ToPgRouting[] = ['route', 'oneToAll', 'matrix', 'manyMatrix', 'reach', 'closure']
const UNIT = 'CPU ms'

/** One row for each question to each peer, then what only we are asked. pgRouting makes no areas, Valhalla no reach. */
export function roadRows(bench: string, roads: RoadsCase, measured: Measured, goals: Goals): BenchRow[] {
  const { own, valhalla, checkedPairs } = measured
  const { name } = roads
  const row = (words: string, value: number, rest: { goal?: number } = {}) =>
    benchRow(bench, { row: `${name}: ${words}`, value, unit: UNIT, ...rest })
  return [
    ...TO_VALHALLA.map((question) => valhallaRow(bench, name, question, measured, goals)),
    ...TO_PGROUTING.map((question) => pgRoutingRow(bench, name, question, measured, goals)),
    ...hastyRows(bench, name, own, valhalla),
    row('reached within 60 minutes, as parts of roads', own.reachedParts),
    row(`${WORDS.closure}, its arcs known`, own.closureByArcs),
    ...(goals.closureMs === undefined ? [] : [row(WORDS.closure, own.closure, { goal: goals.closureMs })]),
    row('from another day, in the rains, to the new matrix 50 × 50', own.season, {
      ...(goals.seasonMs === undefined ? {} : { goal: goals.seasonMs }),
    }),
    row(`${WORDS.route}, by plain search`, own.routePlain),
    row(`${WORDS.oneToAll}, by plain search`, own.oneToAllPlain),
    row(`${WORDS.matrix}, by plain search`, own.matrixPlain),
    benchRow(bench, {
      row: `${name}: pairs compared with Dijkstra’s search, none different`,
      value: checkedPairs,
      unit: 'pairs',
    }),
    agreementRow(bench, roads, valhalla),
  ]
}

/** A setting of Valhalla's that is quicker than the best, but loses ways. */
function hastyRows(
  bench: string,
  name: string,
  { matrix }: OwnTimes,
  { hasty: { ms, setting, lost, asked } }: ValhallaTimes,
): BenchRow[] {
  if (lost === 0) return []
  const row = `${name}: ${WORDS.matrix}; a setting of the peer that loses ${lost} of ${asked} ways`
  return [
    benchRow(bench, { row, value: matrix, unit: UNIT, peer: { name: `Valhalla (${setting})`, value: ms } }),
  ]
}

function ratioOf(times: number | undefined): { goalRatio?: number } {
  return times === undefined ? {} : { goalRatio: 1 / times }
}

function valhallaRow(
  bench: string,
  name: string,
  question: ToValhalla,
  { own, valhalla }: Measured,
  goals: Goals,
): BenchRow {
  const { ms, setting } = valhalla[question]
  return benchRow(bench, {
    row: `${name}: ${WORDS[question]}`,
    value: own[question],
    unit: UNIT,
    peer: { name: `Valhalla (${setting})`, value: ms },
    ...ratioOf(goals.valhalla[question]),
  })
}

function pgRoutingRow(
  bench: string,
  name: string,
  question: ToPgRouting,
  { own, pgRouting }: Measured,
  goals: Goals,
): BenchRow {
  const words = `${name}: ${WORDS[question]}`
  if ('missing' in pgRouting) {
    return benchRow(bench, {
      row: `${words}; pgRouting left out: ${pgRouting.missing}`,
      value: own[question],
      unit: UNIT,
    })
  }
  const { functions } = pgRouting
  return benchRow(bench, {
    row: words,
    value: own[question],
    unit: UNIT,
    peer: { name: `pgRouting (${functions[question]})`, value: pgRouting[question] },
    ...ratioOf(goals.pgRouting[question]),
  })
}

/** Both drive the same network at about the same speeds: their times are near each other. */
function agreementRow(
  bench: string,
  { name, graph, froms, tos }: RoadsCase,
  { seconds }: ValhallaTimes,
): BenchRow {
  const snap = (node: number) => snapToRoad(graph, positionOf(graph, node), EVERYWHERE)!
  const own = findTravelTimes(graph, froms.map(snap), tos.map(snap), EVERYWHERE).seconds
  const ratios: number[] = []
  let oneSided = 0
  seconds.forEach((row, i) => {
    row.forEach((theirs, j) => {
      const ours = own[i]![j]!
      if ((theirs === null) !== (ours === Infinity)) oneSided++
      else if (theirs !== null && theirs > 0) ratios.push(ours / theirs)
    })
  })
  const deciles = [0.1, 0.5, 0.9].map((share) => quantile(ratios, share).toFixed(2)).join(', ')
  return benchRow(bench, {
    row: `${name}: our time ÷ Valhalla's on the same pairs: deciles 1, 5, 9: ${deciles}; ${oneSided} pairs of ${seconds.length * tos.length} known to one alone`,
    value: quantile(ratios, 0.5),
    unit: '×',
  })
}
