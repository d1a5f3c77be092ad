import type { RoadInputs } from '@borne/api/contracts/roads'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { fromRunLengths } from '@borne/geodata/road-network/run-lengths'
import { compileRoadState, groundStateOn } from '@borne/geodata/road-state/compile-road-state'
import type { RoadConditions } from '@borne/geodata/road-state/conditions'
import { supposeGround, type WhatIf } from '@borne/geodata/road-state/suppose-ground'
import { tellState } from '@borne/geodata/road-state/tell-state'
import type { LearnedSpeed, RoadClosure, RoadEdit } from '@borne/geodata/road-state/types'
import type { RoadsAsked } from './roads-asked.ts'

/** A graph with the inputs that belong to it, and the states of the roads that were asked last. */
export interface HeldRoads {
  readonly graph: RoadGraph
  readonly inputs: RoadInputs
  readonly isInRegion: Uint8Array
  readonly states: Map<string, RoadConditions>
}

/** Days and vehicles whose states are kept: those of one drag over the months. */
const KEPT_STATES = 40

/** @throws RangeError when the inputs are of another graph. */
export function holdRoads(graph: RoadGraph, inputs: RoadInputs): HeldRoads {
  const isInRegion = fromRunLengths(inputs.regionRuns)
  if (isInRegion.length !== graph.edgeCount) throw new RangeError('the inputs are of another graph')
  return { graph, inputs, isInRegion, states: new Map() }
}

/** @throws RangeError when another version of the network counts on the day; absent: today. */
export function checkVersion({ inputs }: HeldRoads, date = today()): void {
  if (chooseVersion(inputs.versions, date)?.id !== inputs.network.id)
    throw new RangeError(`another version of the network counts on ${date}`)
}

/** Closures in the place of the stored ones; `key` tells them from others. */
export interface SupposedClosures {
  readonly key: string
  readonly closures: readonly RoadClosure[]
}

/** The permissions and the state of the roads of a question, and how answers tell it. */
export function askedState(
  held: HeldRoads,
  asked: RoadsAsked,
  date: string | undefined,
  supposed: SupposedClosures | null = null,
) {
  const conditions = conditionsOn(held, date ?? null, asked.vehicle, null, supposed)
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

/** The state of the roads on a day for a vehicle; null: the dry season without closures. */
export function conditionsOn(
  { graph, inputs, states }: HeldRoads,
  date: string | null,
  vehicleId: string,
  whatIf: WhatIf | null = null,
  supposed: SupposedClosures | null = null,
): RoadConditions {
  const key = `${date} ${vehicleId} ${whatIf?.date === date ? JSON.stringify(whatIf) : ''} ${supposed?.key ?? ''}`
  const found = states.get(key)
  if (found) return found
  const vehicle = inputs.vehicles.find(({ id }) => id === vehicleId)
  const learned = inputs.learned.find(({ modes }) => vehicle && modes.includes(vehicle.mode))
  if (!vehicle || !learned) throw new RangeError(`the inputs know no vehicle ${vehicleId}`)
  const stored = inputs.closures as RoadClosure[]
  const known = { calendars: inputs.calendars, closures: [...(supposed?.closures ?? stored)] }
  const { calendars, closures } = date === null ? known : supposeGround(known, date, whatIf)
  const conditions = compileRoadState(graph, {
    date,
    vehicle,
    calendars,
    closures: date === null ? [] : closures,
    edits: inputs.edits as RoadEdit[],
    learned: readLearned(learned.on[groundStateOn(calendars, date)]),
  })
  if (states.size >= KEPT_STATES) states.delete(states.keys().next().value!)
  states.set(key, conditions)
  return conditions
}

type LearnedColumns = RoadInputs['learned'][number]['on']['dry']

function readLearned(columns: LearnedColumns): Map<number, LearnedSpeed> {
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

/** The day in Mauritania, which keeps Greenwich's time. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}
