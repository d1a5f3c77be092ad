import { sphericalLengthMetres } from '@borne/geodata/geometry/distance'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { findLineMeeting } from '@borne/geodata/geometry/self-meeting'
import type { Db } from '../../platform/db.ts'
import { type ProblemCode, type ProblemError, type ProblemParams, problem } from '../../platform/problems.ts'
import { type CoverageChange, type CoverageQuestion, MOST_BUILT_ROADS } from './question-contract.ts'
import { findKnown, type Named } from './scenario-queries.ts'

const LEAST_METRES = 20
const MOST_METRES = 200_000
/** A road or a post may lie some kilometres beyond the last known road. */
const AROUND_DEGREES = 0.1

/** What question and changes name of what is stored. */
export function namedBy(
  { postIds }: Pick<CoverageQuestion, 'postIds'>,
  changes: readonly CoverageChange[],
): Named {
  const unique = (ids: readonly string[]) => [...new Set(ids)]
  return {
    postIds: unique([
      ...(postIds ?? []),
      ...changes.flatMap((change) => ('postId' in change ? [change.postId] : [])),
    ]),
    contractIds: unique(changes.flatMap((change) => ('contractId' in change ? [change.contractId] : []))),
    closureIds: unique(changes.flatMap((change) => ('closureId' in change ? [change.closureId] : []))),
  }
}

/** Places in `changes` whose post, contract or closure the caller does not find. */
export function findBroken(changes: readonly CoverageChange[], known: Named): number[] {
  return changes.flatMap((change, index) => (isKnown(change, known) ? [] : [index]))
}

function isKnown(change: CoverageChange, { postIds, contractIds, closureIds }: Named): boolean {
  if ('postId' in change) return postIds.includes(change.postId)
  if ('contractId' in change) return contractIds.includes(change.contractId)
  return 'closureId' in change ? closureIds.includes(change.closureId) : true
}

/**
 * Lets changes through that can be made.
 *
 * @param network Envelope of the road network.
 * @throws problems `coverage-…`, on the field of the first change that cannot.
 */
export async function checkChanges(
  db: Db,
  question: CoverageQuestion,
  changes: readonly CoverageChange[],
  network: Bbox,
): Promise<void> {
  const built = changes.filter(({ kind }) => kind === 'road-built').length
  if (built > MOST_BUILT_ROADS)
    throw problem('coverage-too-many-roads', { count: built, most: MOST_BUILT_ROADS }, { field: 'changes' })
  for (const [index, change] of changes.entries()) {
    const field = `changes.${index}`
    if ('position' in change) checkPlace(change.position, `${field}.position`, { number: index + 1, network })
    if (change.kind === 'road-built')
      checkRoad(change.coordinates, `${field}.coordinates`, { number: index + 1, network })
  }
  const known = await findKnown(db, namedBy(question, changes))
  const unseen = question.postIds?.findIndex((id) => !known.postIds.includes(id)) ?? -1
  if (unseen >= 0)
    throw problem(
      'coverage-post-unknown',
      { postId: question.postIds![unseen]! },
      { field: `question.postIds.${unseen}` },
    )
  const [broken] = findBroken(changes, known)
  if (broken !== undefined) throw unknownThing(changes[broken]!, broken)
}

/** The problem of a change that names what is not there. */
export function unknownThing(change: CoverageChange, index: number): ProblemError {
  const [code, part, id]: [ProblemCode, string, string] =
    'postId' in change
      ? ['coverage-change-post-unknown', 'postId', change.postId]
      : 'contractId' in change
        ? ['coverage-change-contract-unknown', 'contractId', change.contractId]
        : ['coverage-change-closure-unknown', 'closureId', 'closureId' in change ? change.closureId : '']
  return problem(code, { number: index + 1, id }, { field: `changes.${index}.${part}` })
}

interface Where {
  /** Of the change, from 1. */
  readonly number: number
  readonly network: Bbox
}

/** @throws problem `coverage-outside-region`. */
export function checkPlace([lon, lat]: Position, field: string, { number, network }: Where): void {
  const [west, south, east, north] = network
  const isAround =
    lon >= west - AROUND_DEGREES &&
    lon <= east + AROUND_DEGREES &&
    lat >= south - AROUND_DEGREES &&
    lat <= north + AROUND_DEGREES
  if (isAround) return
  const region = network.map((degrees) => degrees.toFixed(2)).join(', ')
  throw refuse('coverage-outside-region', { number, position: `${lon}, ${lat}`, region }, field)
}

function checkRoad(line: readonly Position[], field: string, where: Where): void {
  const { number } = where
  if (line.length < 2) throw refuse('coverage-road-too-short', { number, count: line.length }, field)
  for (const position of line) checkPlace(position, field, where)
  const metres = Math.round(sphericalLengthMetres(line))
  if (metres < LEAST_METRES || metres > MOST_METRES)
    throw refuse(
      'coverage-road-length-unfit',
      { number, metres, least: LEAST_METRES, most: MOST_METRES },
      field,
    )
  const meeting = findLineMeeting(line)
  if (meeting)
    throw problem('coverage-road-crosses-itself', { number }, { field, extra: { position: meeting } })
}

function refuse(code: ProblemCode, params: ProblemParams, field: string): ProblemError {
  return problem(code, params, { field })
}
