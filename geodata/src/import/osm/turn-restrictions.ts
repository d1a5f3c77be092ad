import { type AccessMask, FOOT_ONLY, MOTOR_MODES, modeBit } from '../../road-network/road-codes.ts'
import type { TurnRestriction } from '../../road-network/types.ts'
import type { CollectedRoads, RestrictionRelation } from './collect-roads.ts'
import { findId } from './id-table.ts'
import { count, type RestrictionRefusal } from './osm-report.ts'
import type { OsmTags } from './osm-source.ts'
import type { OsmEdgeRecord } from './split-ways.ts'

/** A relation in the terms of the file, before its ways are edges. */
export interface NodeRestriction {
  fromWays: number[]
  toWays: number[]
  /** OSM id, and its place in `nodeIds`. */
  viaNode: number
  viaIndex: number
  modes: AccessMask
  /** Only these turns are allowed; else these are forbidden. */
  isOnly: boolean
}

const MODES_BY_WORD: Readonly<Record<string, AccessMask>> = {
  vehicle: MOTOR_MODES,
  motor_vehicle: MOTOR_MODES,
  motorcar: modeBit('car'),
  hgv: modeBit('lorry'),
  motorcycle: modeBit('motorbike'),
  foot: FOOT_ONLY,
}
const KINDS = /^(no|only)_(left_turn|right_turn|straight_on|u_turn|entry|exit)$/
const KEY = /^restriction(?::(\w+))?$/
const TIMED_KEYS: readonly string[] = ['day_on', 'day_off', 'hour_on', 'hour_off']

/**
 * Reads the turn restrictions of a file: `no_…` and `only_…` over a node, with `except` and `restriction:hgv`.
 * Those over ways, at times and of other kinds are counted in the report of `collected`.
 *
 * @see https://wiki.openstreetmap.org/wiki/Relation:restriction
 */
export function readRestrictions(collected: CollectedRoads): NodeRestriction[] {
  return collected.restrictions.flatMap((relation) => {
    const found = readRelation(relation, collected)
    if (typeof found !== 'string') return found
    count(collected.report.restrictionsLeftOut, found)
    return []
  })
}

function readRelation(
  { tags, members }: RestrictionRelation,
  { nodeIds }: CollectedRoads,
): NodeRestriction[] | RestrictionRefusal {
  const statements = readStatements(tags)
  if (typeof statements === 'string') return statements
  const refsOf = (role: string, type: string) =>
    members.filter((member) => member.role === role && member.type === type).map((member) => member.ref)
  if (refsOf('via', 'way').length > 0) return 'via-way'
  const [viaNode, ...others] = refsOf('via', 'node')
  if (viaNode === undefined || others.length > 0) return 'other-kind'
  const viaIndex = findId(nodeIds, viaNode)
  if (viaIndex < 0) return 'member-left-out'
  const ends = { fromWays: refsOf('from', 'way'), toWays: refsOf('to', 'way'), viaNode, viaIndex }
  return statements.map((statement) => ({ ...ends, ...statement }))
}

type Statement = Pick<NodeRestriction, 'modes' | 'isOnly'>

function readStatements(tags: OsmTags): Statement[] | RestrictionRefusal {
  const entries = [...tags].filter(([key]) => key.startsWith('restriction'))
  const isTimed = TIMED_KEYS.some((key) => tags.has(key))
  if (isTimed || entries.some(([key]) => key.endsWith(':conditional'))) return 'conditional'
  const excepted = (tags.get('except') ?? '')
    .split(';')
    .reduce((mask, word) => mask | (MODES_BY_WORD[word.trim()] ?? 0), 0)
  const statements: Statement[] = []
  let isKnown = false
  for (const [key, value] of entries) {
    const kind = KINDS.exec(value)?.[1]
    const [, word] = KEY.exec(key) ?? []
    if (!kind || !KEY.test(key)) continue
    isKnown = true
    const modes = (word === undefined ? MOTOR_MODES : (MODES_BY_WORD[word] ?? 0)) & ~excepted
    if (modes !== 0) statements.push({ modes, isOnly: kind === 'only' })
  }
  if (statements.length > 0) return statements
  return isKnown ? 'other-modes' : 'other-kind'
}

/**
 * Turns restrictions into forbidden pairs of edges. Of an `only_…` every other turn is forbidden, back into the same
 * edge included.
 *
 * @param edges All edges that end at a node of a restriction; others do no harm.
 */
export function resolveRestrictions(
  restrictions: readonly NodeRestriction[],
  edges: Iterable<OsmEdgeRecord>,
  { report, wayIds }: Pick<CollectedRoads, 'report' | 'wayIds'>,
): TurnRestriction[] {
  const known = new Set(wayIds)
  const atNode = edgesAtNodes(restrictions, edges)
  const forbidden: TurnRestriction[] = []
  for (const restriction of restrictions) {
    if (![...restriction.fromWays, ...restriction.toWays].every((way) => known.has(way))) {
      count(report.restrictionsLeftOut, 'member-left-out')
      continue
    }
    const turns = forbiddenTurns(restriction, atNode.get(restriction.viaNode) ?? [])
    if (turns.length === 0) count(report.restrictionsLeftOut, 'not-at-node')
    else report.restrictions++
    forbidden.push(...turns)
  }
  return forbidden
}

function edgesAtNodes(
  restrictions: readonly NodeRestriction[],
  edges: Iterable<OsmEdgeRecord>,
): Map<number, OsmEdgeRecord[]> {
  const atNode = new Map<number, OsmEdgeRecord[]>(restrictions.map(({ viaNode }) => [viaNode, []]))
  for (const edge of edges) {
    atNode.get(edge.u)?.push(edge)
    if (edge.v !== edge.u) atNode.get(edge.v)?.push(edge)
  }
  return atNode
}

function forbiddenTurns(
  { fromWays, toWays, viaNode, modes, isOnly }: NodeRestriction,
  edges: readonly OsmEdgeRecord[],
): TurnRestriction[] {
  const froms = edges.filter((edge) => fromWays.includes(edge.osmWayId) && arrives(edge, viaNode, modes))
  const tos = edges.filter((edge) => toWays.includes(edge.osmWayId) && leaves(edge, viaNode, modes))
  if (froms.length === 0 || tos.length === 0) return []
  const closed = isOnly ? edges.filter((edge) => leaves(edge, viaNode, modes) && !tos.includes(edge)) : tos
  return froms.flatMap((from) =>
    closed
      // A way that goes on through the node is not turned back into by a `no_left_turn`.
      .filter((to) => to !== from || isOnly || fromWays.every((way) => toWays.includes(way)))
      .map((to) => ({ fromEdge: from.id, viaNode, toEdge: to.id, modes })),
  )
}

function arrives({ u, v, accessForward, accessBackward }: OsmEdgeRecord, node: number, modes: AccessMask) {
  return (v === node && (accessForward! & modes) !== 0) || (u === node && (accessBackward! & modes) !== 0)
}

function leaves({ u, v, accessForward, accessBackward }: OsmEdgeRecord, node: number, modes: AccessMask) {
  return (u === node && (accessForward! & modes) !== 0) || (v === node && (accessBackward! & modes) !== 0)
}
