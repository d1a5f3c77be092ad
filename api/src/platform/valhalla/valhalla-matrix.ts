import type { Position } from '@borne/geodata/geometry/position'
import { z } from 'zod'
import { problem } from '../problems.ts'
import type { EngineMatrix, EngineQuestion } from '../road-engine.ts'
import { isNothingFound, NOTHING_FOUND, type ValhallaClient } from './valhalla-client.ts'
import { commonQuery, toLocation } from './valhalla-query.ts'

/** 2500 pairs are what one question may hold in Valhalla's own settings. */
const SIDE_AT_ONCE = 50
/** Places of one question of `locate` in Valhalla's own settings. */
const LOCATED_AT_ONCE = 20
const MOST_PAIRS = 250_000

const Rows = z.array(z.array(z.number().nullable()))
const MatrixAnswer = z.object({ sources_to_targets: z.object({ durations: Rows, distances: Rows }) })
const LocateAnswer = z.array(z.object({ edges: z.array(z.unknown()).nullable() }))

/** Indices of places: the rows and the columns of a part of the matrix. */
interface Block {
  rows: readonly number[]
  columns: readonly number[]
}

/**
 * Asks a matrix in blocks that the service takes.
 *
 * @throws problem `road-matrix-too-large` beyond 250 000 pairs.
 */
export async function findValhallaMatrix(
  client: ValhallaClient,
  froms: readonly Position[],
  tos: readonly Position[],
  question: EngineQuestion,
  today: string,
): Promise<EngineMatrix> {
  const pairs = froms.length * tos.length
  if (pairs > MOST_PAIRS) throw problem('road-matrix-too-large', { pairs, most: MOST_PAIRS })
  const common = commonQuery(question, today)
  const matrix: EngineMatrix = {
    seconds: froms.map(() => tos.map(() => Infinity)),
    metres: froms.map(() => tos.map(() => Infinity)),
  }

  /** A pair without a way fails its whole block: the block is cut until that pair stands alone. */
  const fill = async ({ rows, columns }: Block): Promise<void> => {
    if (rows.length === 0 || columns.length === 0) return
    const query = {
      ...common,
      sources: rows.map((row) => toLocation(froms[row]!)),
      targets: columns.map((column) => toLocation(tos[column]!)),
      verbose: false,
    }
    const answer = await client.ask('sources_to_targets', query, MatrixAnswer)
    if (!isNothingFound(answer)) return write(matrix, { rows, columns }, answer.sources_to_targets)
    if (rows.length === 1 && columns.length === 1) return
    if (answer === NOTHING_FOUND.noRoadNear) {
      const near = {
        rows: await keepNearRoads(client, common, froms, rows),
        columns: await keepNearRoads(client, common, tos, columns),
      }
      const isSame = near.rows.length === rows.length && near.columns.length === columns.length
      if (!isSame) return fill(near)
    }
    for (const half of halves({ rows, columns })) await fill(half)
  }

  for (const rows of slices(froms.keys().toArray(), SIDE_AT_ONCE)) {
    for (const columns of slices(tos.keys().toArray(), SIDE_AT_ONCE)) await fill({ rows, columns })
  }
  return matrix
}

function write(
  { seconds, metres }: EngineMatrix,
  { rows, columns }: Block,
  { durations, distances }: z.infer<typeof MatrixAnswer>['sources_to_targets'],
): void {
  rows.forEach((row, i) => {
    columns.forEach((column, j) => {
      seconds[row]![column] = durations[i]?.[j] ?? Infinity
      const kilometres = distances[i]?.[j] ?? Infinity
      metres[row]![column] = kilometres * 1000
    })
  })
}

/** Those of the places that Valhalla brings onto a road. */
async function keepNearRoads(
  client: ValhallaClient,
  common: object,
  places: readonly Position[],
  indices: readonly number[],
): Promise<number[]> {
  const kept: number[] = []
  for (const some of slices(indices, LOCATED_AT_ONCE)) {
    const query = { ...common, locations: some.map((index) => toLocation(places[index]!)), verbose: false }
    const answer = await client.ask('locate', query, LocateAnswer)
    if (isNothingFound(answer)) continue
    kept.push(...some.filter((_, i) => (answer[i]?.edges?.length ?? 0) > 0))
  }
  return kept
}

function halves({ rows, columns }: Block): Block[] {
  const byRows = rows.length >= columns.length
  const side = byRows ? rows : columns
  const middle = side.length >> 1
  return [side.slice(0, middle), side.slice(middle)].map((half) =>
    byRows ? { rows: half, columns } : { rows, columns: half },
  )
}

function slices<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size))
  return parts
}
