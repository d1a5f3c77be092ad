import type { Reach } from '@borne/api/contracts/coverage'
import type { RoadDay, RoadInputs } from '@borne/api/contracts/roads'
import { measureReach, type StartPost } from '@borne/geodata/coverage/measure-reach'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { fromRunLengths } from '@borne/geodata/road-network/run-lengths'
import { compareDays, type PlacedPost } from '@borne/geodata/road-state/compare-days'
import { compileRoadState, groundStateOn } from '@borne/geodata/road-state/compile-road-state'
import type { RoadConditions } from '@borne/geodata/road-state/conditions'
import { tellState } from '@borne/geodata/road-state/tell-state'
import type { LearnedSpeed, RoadClosure, RoadEdit } from '@borne/geodata/road-state/types'

/** What every question to the roads carries, as the parameters of the API with their defaults written out. */
export interface RoadsAsked {
  /** Absent: the dry season without closures. */
  readonly date?: string | undefined
  readonly vehicle: string
  readonly crossing: boolean
  readonly documented: boolean
  readonly presumed: boolean
  readonly presumedMetres: number
}
export interface ReachAsked extends RoadsAsked {
  /** Ids separated by commas; absent: every operational post. */
  readonly posts?: string | undefined
  readonly minutes: number
  readonly offRoadMetres: number
  readonly includeUnconfirmed: boolean
}
export interface DayAsked extends RoadsAsked {
  readonly date: string
  readonly against?: string | undefined
}

/** The roads in memory: they answer as the server does, to the last figure. */
export interface OpenRoads {
  takeInputs(inputs: RoadInputs): void
  /** @throws RangeError when the graph or the inputs are of another day, network or vehicle. */
  reach(asked: ReachAsked): Reach
  day(asked: DayAsked): RoadDay
}

/** Days and vehicles whose states are kept: those of one drag over the months. */
const KEPT_STATES = 40

/** @throws PackedRoadsError when the bytes are not those of a graph. */
export function openRoads(buffer: ArrayBuffer): OpenRoads {
  const { graph, hierarchy } = unpackRoads(buffer)
  attachHierarchy(graph, hierarchy)
  let held: Held | null = null
  const get = (): Held => {
    if (!held) throw new RangeError('the inputs have not come')
    return held
  }
  return {
    takeInputs(inputs) {
      held = hold(graph, inputs)
    },
    reach: (asked) => timed(() => answerReach(get(), asked)),
    day: (asked) => timed(() => answerDay(get(), asked)),
  }
}

interface Held {
  readonly graph: RoadGraph
  readonly inputs: RoadInputs
  readonly isInRegion: Uint8Array
  readonly states: Map<string, RoadConditions>
}

function hold(graph: RoadGraph, inputs: RoadInputs): Held {
  const isInRegion = fromRunLengths(inputs.regionRuns)
  if (isInRegion.length !== graph.edgeCount) throw new RangeError('the inputs are of another graph')
  return { graph, inputs, isInRegion, states: new Map() }
}

function answerReach(held: Held, asked: ReachAsked): Omit<Reach, 'computeMilliseconds'> {
  const { graph, inputs } = held
  checkVersion(inputs, asked.date ?? today())
  const { borders, settlements, attribution } = inputs
  const reach = measureReach({ graph, borders, settlements }, startPosts(inputs, asked.posts), {
    minutes: asked.minutes,
    offRoadMetres: asked.offRoadMetres,
    includeUnconfirmed: asked.includeUnconfirmed,
    ...askedDay(held, asked, asked.date),
  })
  return { ...reach, attribution }
}

function answerDay(held: Held, asked: DayAsked): Omit<RoadDay, 'computeMilliseconds'> {
  const { graph, inputs, isInRegion } = held
  checkVersion(inputs, asked.date)
  const day = askedDay(held, asked, asked.date)
  const other = askedDay(held, asked, asked.against)
  const posts = inputs.posts.flatMap((post): PlacedPost[] =>
    post.position && !post.isArchived ? [{ ...post, position: post.position }] : [],
  )
  const compared = compareDays({ graph, isInRegion, start: inputs.start }, day, other, posts)
  return { ...compared, attribution: inputs.attribution }
}

function startPosts({ posts }: RoadInputs, asked: string | undefined): StartPost[] {
  if (asked === undefined)
    return posts.filter(({ isOperational, isArchived }) => isOperational && !isArchived)
  const ids = asked.split(',')
  return posts.filter(({ postId }) => ids.includes(postId))
}

function askedDay(held: Held, asked: RoadsAsked, date: string | undefined) {
  const conditions = conditionsOn(held, date ?? null, asked.vehicle)
  return {
    options: {
      allowCrossing: asked.crossing,
      allowDocumented: asked.documented,
      allowPresumed: asked.presumed,
      maxPresumedMetres: asked.presumedMetres,
      conditions,
    },
    state: tellState(conditions, held.inputs.network, 0),
  }
}

function conditionsOn(
  { graph, inputs, states }: Held,
  date: string | null,
  vehicleId: string,
): RoadConditions {
  const key = `${date} ${vehicleId}`
  const found = states.get(key)
  if (found) return found
  const vehicle = inputs.vehicles.find(({ id }) => id === vehicleId)
  if (!vehicle || !inputs.learnedFor.includes(vehicle.mode))
    throw new RangeError(`the inputs are not for the vehicle ${vehicleId}`)
  const { calendars } = inputs
  const conditions = compileRoadState(graph, {
    date,
    vehicle,
    calendars,
    closures: date === null ? [] : (inputs.closures as RoadClosure[]),
    edits: inputs.edits as RoadEdit[],
    learned: readLearned(inputs.learned[groundStateOn(calendars, date)]),
  })
  if (states.size >= KEPT_STATES) states.delete(states.keys().next().value!)
  states.set(key, conditions)
  return conditions
}

function readLearned(columns: RoadInputs['learned'][keyof RoadInputs['learned']]): Map<number, LearnedSpeed> {
  return new Map(
    columns.edges.map((edge, i) => [
      edge,
      {
        logFactor: columns.logFactors[i]!,
        logSpread: columns.logSpreads[i]!,
        passages: columns.passages[i]!,
      },
    ]),
  )
}

function checkVersion({ versions, network }: RoadInputs, date: string): void {
  if (chooseVersion(versions, date)?.id !== network.id)
    throw new RangeError(`another version of the network counts on ${date}`)
}

/** The day in Mauritania, which keeps Greenwich's time. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function timed<T extends object>(compute: () => T): T & { computeMilliseconds: number } {
  const startedAt = performance.now()
  const result = compute()
  return { ...result, computeMilliseconds: Math.round((performance.now() - startedAt) * 100) / 100 }
}
