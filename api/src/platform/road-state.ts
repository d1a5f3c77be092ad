import type { Position } from '@borne/geodata/geometry/position'
import type { NetworkOptions } from '@borne/geodata/road-network/types'
import { avoidAreas } from '@borne/geodata/road-state/avoid-areas'
import { compileRoadState, groundStateOn } from '@borne/geodata/road-state/compile-road-state'
import type { RoadConditions, RoadState } from '@borne/geodata/road-state/conditions'
import { type Ground, supposeGround, type WhatIf } from '@borne/geodata/road-state/suppose-ground'
import { tellState } from '@borne/geodata/road-state/tell-state'
import type { RoadClosure, VehicleProfile } from '@borne/geodata/road-state/types'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Polygon } from 'geojson'
import type { NetworkQuery, StateUsed } from '../contract-kit/network.ts'
import { visibilityOf } from './access/caller.ts'
import type { Db } from './db.ts'
import { parseAreas } from './parse-areas.ts'
import { problem } from './problems.ts'
import type { EngineQuestion, RoadEngine } from './road-engine.ts'
import {
  loadAcceptedEdits,
  loadEditsRevision,
  loadLearnedSpeeds,
  loadPassagesRevision,
} from './road-learning-queries.ts'
import { type RoadNetwork, toNetworkOptions } from './road-network.ts'
import { loadCalendars, loadClosures, loadRoadStateRevision, loadVehicles } from './road-state-queries.ts'
import { openValhallaEngine } from './valhalla/valhalla-engine.ts'

/** A question to the roads, with all that answers it. */
export interface RoadQuestion {
  readonly network: RoadNetwork
  readonly options: NetworkOptions & { readonly conditions: RoadConditions }
  readonly vehicle: VehicleProfile
  /** What is known of the day: with the network it makes the conditions. */
  readonly ground: RoadState
  readonly state: StateUsed
  /** As asked, for an engine of another make. */
  readonly engineQuestion: EngineQuestion
}

/** Works out the state of the roads that a caller asks for, and remembers the last ones. */
export interface RoadStates {
  /** @param network That of another day, to compare the two days on; default: the one in service on the day. */
  ask(request: FastifyRequest, query: NetworkQuery, network?: RoadNetwork): Promise<RoadQuestion>
  /** The same as if these were the closures that are known. */
  suppose(
    request: FastifyRequest,
    query: NetworkQuery,
    network: RoadNetwork,
    closures: readonly RoadClosure[],
  ): Promise<RoadQuestion>
  /** The same under what is supposed of a day. */
  supposeDay(
    request: FastifyRequest,
    query: NetworkQuery,
    network: RoadNetwork,
    whatIf: WhatIf,
  ): Promise<RoadQuestion>
  /** The same on a ground that was kept. */
  replay(query: NetworkQuery, network: RoadNetwork, ground: RoadState): RoadQuestion
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly roadStates: RoadStates
    /** Answers ways, matrices and isochrones in the place of our own engine, where the office runs one. */
    readonly roadEngine: RoadEngine | null
  }
}

/** What is taken to hold in the place of what is known of a day. */
interface Supposed {
  readonly key: string
  on(ground: Ground, date: string): Ground
}

/** More days and vehicles than people look at in one sitting; an array of each is small. */
const REMEMBERED = 24
const DAY_MS = 86_400_000
/** Days of which something may be known or planned. */
const YEARS_AROUND = 20

export const roadStatePlugin = fastifyPlugin(async (app: FastifyInstance) => {
  /** They go with their network. */
  const states = new WeakMap<RoadNetwork, Map<string, Compiled>>()

  const find = async (
    request: FastifyRequest,
    query: NetworkQuery,
    asked?: RoadNetwork,
    supposed?: Supposed,
  ): Promise<RoadQuestion> => {
    const date = readDay(query.date)
    const areas = query.avoid === undefined ? [] : parseAreas(query.avoid)
    const network = asked ?? (await app.roadNetwork.getFor(request.caller?.accountId, date ?? undefined))
    const revisions = [
      await loadRoadStateRevision(app.systemDb),
      await loadEditsRevision(app.systemDb),
      await loadPassagesRevision(app.systemDb),
    ].join(' ')
    const caller = request.caller ? visibilityOf(request.caller) : ''
    const key = `${revisions} ${caller} ${date} ${query.vehicle} ${supposed?.key ?? ''}`
    const known = states.get(network) ?? new Map<string, Compiled>()
    states.set(network, known)
    let found = known.get(key)
    if (!found) {
      const seen = {
        calendars: await loadCalendars(app.systemDb),
        closures: date === null ? [] : await loadClosures(request.db),
      }
      const taken = date === null || !supposed ? seen : supposed.on(seen, date)
      const ground = await gatherGround(app.systemDb, network, { date, vehicleId: query.vehicle }, taken)
      found = { network, ground, conditions: compileRoadState(network.graph, ground) }
    }
    remember(known, key, found)
    return toQuestion(found, query, areas)
  }

  app.decorate(
    'roadEngine',
    app.config.valhallaUrl === undefined ? null : openValhallaEngine(app.config.valhallaUrl, today),
  )
  app.decorate('roadStates', {
    ask: (request, query, network) => find(request, query, network),
    suppose: (request, query, network, closures) =>
      find(request, query, network, {
        key: JSON.stringify(closures),
        on: ({ calendars }) => ({ calendars, closures }),
      }),
    supposeDay: (request, query, network, whatIf) =>
      find(request, query, network, {
        key: JSON.stringify(whatIf),
        on: (ground, date) => supposeGround(ground, date, whatIf),
      }),
    replay: (query, network, ground) => {
      const areas = query.avoid === undefined ? [] : parseAreas(query.avoid)
      return toQuestion(
        { network, ground, conditions: compileRoadState(network.graph, ground) },
        query,
        areas,
      )
    },
  })
})

interface Compiled {
  readonly network: RoadNetwork
  readonly ground: RoadState
  readonly conditions: RoadConditions
}

/** The day in Mauritania, which keeps Greenwich's time. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}

function remember<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key)
  known.set(key, value)
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!)
}

/** @throws problem `date-unreadable`, `date-too-far`. */
export function readDay(date: string | undefined): string | null {
  if (date === undefined) return null
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date)
    throw problem('date-unreadable', { date })
  if (Math.abs(at - Date.now()) > YEARS_AROUND * 365 * DAY_MS)
    throw problem('date-too-far', { date, years: YEARS_AROUND })
  return date
}

/** Corrections and what passages taught are of the network, for everyone. */
async function gatherGround(
  systemDb: Db,
  network: RoadNetwork,
  { date, vehicleId }: { readonly date: string | null; readonly vehicleId: string },
  { calendars, closures }: Ground,
): Promise<RoadState> {
  const vehicles = await loadVehicles(systemDb)
  const vehicle = vehicles.find(({ id }) => id === vehicleId)
  if (!vehicle)
    throw problem('vehicle-unknown', { vehicleId, known: vehicles.map(({ id }) => id).join(', ') })
  const edits = await loadAcceptedEdits(systemDb)
  const groundState = groundStateOn(calendars, date)
  const learned = await loadLearnedSpeeds(systemDb, network, { groundState, mode: vehicle.mode })
  return { date, vehicle, calendars, closures, edits, learned }
}

function toQuestion(
  { network, ground, conditions: compiled }: Compiled,
  query: NetworkQuery,
  areas: readonly Position[][][],
): RoadQuestion {
  const polygons = areas.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  const conditions = avoidAreas(network.graph, compiled, polygons)
  const { vehicle } = conditions
  return {
    network,
    vehicle,
    ground,
    options: { ...toNetworkOptions(query), conditions },
    state: tellState(conditions, network.version, areas.length),
    engineQuestion: { date: query.date ?? today(), mode: vehicle.mode, avoidAreas: polygons },
  }
}
