import type { RoadConditions } from '../road-state/conditions.ts'
import { bearingOfArc, endNodeOf, findBranches } from './find-branches.ts'
import { GRADES, ROUNDABOUT_BIT, type RoadGraph } from './graph.ts'
import { HIGHWAYS } from './road-codes.ts'
import { roadKindOf } from './road-kind.ts'
import { bearingIn, bearingOut, kindOfAngle, sideOfFork, turnDegrees } from './turn-angle.ts'
import type { TurnKind } from './turn-kinds.ts'
import type { Passage } from './types.ts'

/** The place between two stretches of a way. */
export interface Junction {
  /** By which one comes; null at the start of the way. */
  before: Passage | null
  /** That one and those of no direction after it, which end at the nodes of the junction. */
  passed: readonly Passage[]
  /** The stretch by which one goes on, and all that follow. */
  onward: readonly Passage[]
}

interface JunctionTurn {
  kind: TurnKind
  exit: number | null
}

/** What there is to do at a junction; null where one just goes on. */
export function turnAt(
  graph: RoadGraph,
  { before, passed, onward }: Junction,
  conditions: RoadConditions,
): JunctionTurn | null {
  const after = onward[0]!
  const step = (kind: TurnKind | null) => kind && { kind, exit: null }
  const [comes, goes] = [before && kindOf(graph, before), kindOf(graph, after)]
  if (!before) return null
  if (goes === 'water') return comes === 'water' ? null : step('board-ferry')
  if (comes === 'water') return step('leave-ferry')
  if (goes === 'open-ground') return comes === 'open-ground' ? null : step('leave-road')
  if (comes === 'open-ground') return step('join-road')
  if (isRoundabout(graph, before)) return null
  if (isRoundabout(graph, after)) return { kind: 'roundabout', exit: exitOf(graph, onward, conditions) }
  const branches = findBranches(
    graph,
    passed.map((passage) => endNodeOf(graph, passage)),
    before,
    after,
    conditions,
  )
  return step(turnInto(graph, before, after, branches))
}

function turnInto(
  graph: RoadGraph,
  before: Passage,
  after: Passage,
  branches: readonly number[],
): TurnKind | null {
  if (before.edge === after.edge && before.to > before.from !== after.to > after.from) return 'u-turn'
  if (branches.length === 0) return null
  if (isSchematic(graph, before) || isSchematic(graph, after)) return 'continue'
  const arriving = bearingIn(before.coordinates)
  const degrees = turnDegrees(arriving, bearingOut(after.coordinates))
  const kind = kindOfAngle(degrees)
  if (kind !== 'continue') return kind
  const isOn = isSameRoad(graph, before.edge, after.edge)
  const rivals = isOn
    ? branches.filter((arc) => isSameRoad(graph, before.edge, graph.arcEdge[arc]!))
    : branches
  const side = sideOfFork(
    degrees,
    rivals.map((arc) => turnDegrees(arriving, bearingOfArc(graph, arc))),
  )
  return side ?? (isOn ? null : 'continue')
}

/** Whether a driver takes one edge for the continuation of the other. */
function isSameRoad(graph: RoadGraph, before: number, after: number): boolean {
  const [named, next] = [graph.edgeName[before]!, graph.edgeName[after]!]
  return next === 0 ? kindOfEdge(graph, before) === kindOfEdge(graph, after) : next === named
}

/** Exits that one comes by, the one taken included; null where the way ends before. */
function exitOf(graph: RoadGraph, onward: readonly Passage[], conditions: RoadConditions): number | null {
  const out = onward.findIndex((passage) => !isRoundabout(graph, passage))
  if (out < 0) return null
  let exit = 1
  for (let i = 0; i < out - 1; i++) {
    const [before, after] = [onward[i]!, onward[i + 1]!]
    const branches = findBranches(graph, [endNodeOf(graph, before)], before, after, conditions)
    exit += branches.filter((arc) => (graph.edgeQuality[graph.arcEdge[arc]!]! & ROUNDABOUT_BIT) === 0).length
  }
  return exit
}

function isRoundabout(graph: RoadGraph, { edge }: Passage): boolean {
  return (graph.edgeQuality[edge]! & ROUNDABOUT_BIT) !== 0
}

/** The line drawn for it is straight: nobody knows how it meets the others. */
function isSchematic(graph: RoadGraph, { edge }: Passage): boolean {
  return GRADES[graph.edgeGrade[edge]!] === 'documented'
}

function kindOf(graph: RoadGraph, { edge }: Passage) {
  return kindOfEdge(graph, edge)
}

function kindOfEdge(graph: RoadGraph, edge: number) {
  return roadKindOf(HIGHWAYS[graph.edgeHighway[edge]!]!, GRADES[graph.edgeGrade[edge]!]!)
}
