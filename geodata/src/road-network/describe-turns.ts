import type { Position } from '../geometry/position.ts'
import { conditionsOf } from './arc-costs.ts'
import type { OffRoadConnector } from './connect-off-road.ts'
import { LEAST_METRES } from './find-branches.ts'
import { findFords } from './find-fords.ts'
import { GRADES, type RoadGraph } from './graph.ts'
import { HIGHWAYS, type Highway } from './road-codes.ts'
import { bearingOut } from './turn-angle.ts'
import { type Junction, turnAt } from './turn-at.ts'
import type { TurnKind } from './turn-kinds.ts'
import type { NetworkOptions, Passage, RoadGrade, Route, RouteCrossing } from './types.ts'

/** A step of the list of turns, without words: those are in `turn-words.ts`. */
export interface Turn {
  kind: TurnKind
  position: Position
  /** Along the network, from the start of the way. */
  atMetres: number
  atSeconds: number
  /** To the next step; of a step off the road, the length of its connector. */
  lengthMetres: number
  seconds: number
  /** The road that follows; of `arrive`, the one that was driven last. */
  name: string | null
  highway: Highway
  grade: RoadGrade
  /** Which exit of a roundabout, counted from 1; null elsewhere, and where the way ends on the roundabout. */
  exit: number | null
  /** Country that a `cross-border` enters. */
  iso3: string | null
  /** Direction in which one goes on, degrees clockwise from north; null at the end. */
  bearingDegrees: number | null
}

/** Stretches off the road at the two ends of a way (`connectOffRoad`); those of less than 50 m are not told. */
export interface OffRoadEnds {
  start?: OffRoadConnector
  end?: OffRoadConnector
}

const TOLD_OFF_ROAD_METRES = 50

interface Step {
  kind: TurnKind
  atMetres: number
  position: Position
  /** Place in the driven passages of the one that follows. */
  next: number
  exit?: number | null
  iso3?: string
}

/** The passages of some length, and how far from the start each begins. */
interface Drive {
  passages: readonly Passage[]
  startMetres: readonly number[]
  startSeconds: readonly number[]
}

/**
 * The list of turns of a way: what a driver has to do, and where.
 *
 * A step stands where there is a choice: at a bend without a side road nothing is told, nor where one goes straight on
 * along a road of the same name. Choices are the roads that the vehicle could drive out on. Bearings are taken over 25 m.
 * Fords are told where water may run on the day (the state of the stretch is due to season or water), and where the map
 * knows a ford.
 *
 * @param route From `findRoute` or `routeAlong` on the same graph.
 * @param options Those of the route.
 * @param offRoad Told as steps of their own: `leave-road`, `join-road`. Their lengths are in no other figure.
 * @returns In order of travel, `depart` first, `arrive` last; at least these two.
 */
export function describeTurns(
  graph: RoadGraph,
  route: Route,
  options: NetworkOptions,
  offRoad: OffRoadEnds = {},
): Turn[] {
  const drive = layOut(route)
  const steps: Step[] = [
    { kind: 'depart', atMetres: 0, position: route.from.snappedPosition, next: 0 },
    ...[
      ...findTurns(graph, drive, options),
      ...fordsOf(graph, drive, options),
      ...route.crossings.map((crossing) => borderStep(drive, crossing)),
    ].sort((a, b) => a.atMetres - b.atMetres),
    {
      kind: 'arrive',
      atMetres: route.lengthMetres,
      position: route.to.snappedPosition,
      next: drive.passages.length,
    },
  ]
  const turns = steps.map((step, i) => tell(graph, drive, step, steps[i + 1]))
  return withEnds(turns, offRoad)
}

function layOut({ passages }: Route): Drive {
  const driven = passages.filter(({ lengthMetres }) => lengthMetres > 0)
  const parts = driven.length > 0 ? driven : passages.slice(0, 1)
  const startMetres = [0]
  const startSeconds = [0]
  parts.forEach(({ lengthMetres, seconds }, i) => {
    startMetres.push(startMetres[i]! + lengthMetres)
    startSeconds.push(startSeconds[i]! + seconds)
  })
  return { passages: parts, startMetres, startSeconds }
}

function findTurns(graph: RoadGraph, drive: Drive, options: NetworkOptions): Step[] {
  const { passages, startMetres } = drive
  const conditions = conditionsOf(graph, options)
  const steps: Step[] = []
  const long = passages.flatMap(({ lengthMetres }, i) => (lengthMetres >= LEAST_METRES ? [i] : []))
  for (const [place, next] of long.entries()) {
    const previous = place === 0 ? null : long[place - 1]!
    const junction: Junction = {
      before: previous === null ? null : passages[previous]!,
      passed: passages.slice(previous ?? 0, next),
      onward: long.slice(place).map((i) => passages[i]!),
    }
    const turn = turnAt(graph, junction, conditions)
    if (turn)
      steps.push({ ...turn, atMetres: startMetres[next]!, position: passages[next]!.coordinates[0]!, next })
  }
  return steps
}

function fordsOf(graph: RoadGraph, { passages, startMetres }: Drive, options: NetworkOptions): Step[] {
  return findFords(graph, passages, conditionsOf(graph, options)).map(({ passage, atMetres, position }) => ({
    kind: 'ford',
    atMetres: startMetres[passage]! + atMetres,
    position,
    next: passage,
  }))
}

function borderStep({ passages, startMetres }: Drive, { atMetres, position, toIso3 }: RouteCrossing): Step {
  const after = startMetres.findIndex((start) => start > atMetres)
  const next = after < 0 ? passages.length - 1 : after - 1
  return { kind: 'cross-border', atMetres, position, next, iso3: toIso3 }
}

function tell(graph: RoadGraph, drive: Drive, step: Step, following: Step | undefined): Turn {
  const { passages } = drive
  const passage = passages[Math.min(step.next, passages.length - 1)]!
  const { edge } = passage
  const atSeconds = secondsAt(drive, step)
  const isEnd = following === undefined
  return {
    kind: step.kind,
    position: step.position,
    atMetres: step.atMetres,
    atSeconds,
    lengthMetres: isEnd ? 0 : following.atMetres - step.atMetres,
    seconds: isEnd ? 0 : secondsAt(drive, following) - atSeconds,
    name: graph.names[graph.edgeName[edge]!] || null,
    highway: HIGHWAYS[graph.edgeHighway[edge]!]!,
    grade: GRADES[graph.edgeGrade[edge]!]!,
    exit: step.exit ?? null,
    iso3: step.iso3 ?? null,
    bearingDegrees: isEnd || passage.lengthMetres === 0 ? null : bearingOut(passage.coordinates),
  }
}

function secondsAt({ passages, startMetres, startSeconds }: Drive, { atMetres, next }: Step): number {
  const passage = passages[next]
  if (!passage) return startSeconds.at(-1)!
  const share = passage.lengthMetres > 0 ? (atMetres - startMetres[next]!) / passage.lengthMetres : 0
  return startSeconds[next]! + share * passage.seconds
}

function withEnds(turns: readonly Turn[], { start, end }: OffRoadEnds): Turn[] {
  const isTold = (connector: OffRoadConnector | undefined): connector is OffRoadConnector =>
    connector !== undefined && connector.lengthMetres >= TOLD_OFF_ROAD_METRES
  const [first, ...rest] = turns
  const last = rest.pop()!
  const ground = { name: null, highway: 'gap', grade: 'presumed' } as const
  const told: Turn[] = []
  if (isTold(start)) {
    const { lengthMetres, seconds, line } = start
    const bearingDegrees = bearingOut(line)
    told.push({ ...first!, ...ground, position: line[0], lengthMetres, seconds, bearingDegrees })
    told.push({ ...first!, kind: 'join-road' })
  } else told.push(first!)
  told.push(...rest)
  if (isTold(end)) {
    const { lengthMetres, seconds, line } = end
    const bearingDegrees = bearingOut(line.toReversed())
    told.push({ ...last, ...ground, kind: 'leave-road', lengthMetres, seconds, bearingDegrees })
    told.push({ ...last, ...ground, position: line[0] })
  } else told.push(last)
  return told
}
