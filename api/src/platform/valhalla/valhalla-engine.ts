import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Position } from '@borne/geodata/geometry/position'
import { z } from 'zod'
import type { EngineIsochrone, EngineQuestion, EngineRoute, RoadEngine } from '../road-engine.ts'
import { decodePolyline } from './decode-polyline.ts'
import { isNothingFound, openValhallaClient, type ValhallaClient } from './valhalla-client.ts'
import { findValhallaMatrix } from './valhalla-matrix.ts'
import { commonQuery, toLocation } from './valhalla-query.ts'

const TIMEOUT_MS = 30_000
/** Contours of one question in Valhalla's own settings. */
const CONTOURS_AT_ONCE = 4

const RouteAnswer = z.object({
  trip: z.object({
    legs: z.array(z.object({ shape: z.string() })).length(1),
    summary: z.object({ time: z.number(), length: z.number() }),
  }),
})
const Coordinates = z.array(z.array(z.tuple([z.number(), z.number()])))
const IsochroneAnswer = z.object({
  features: z.array(
    z.object({
      properties: z.object({ contour: z.number() }),
      geometry: z.discriminatedUnion('type', [
        z.object({ type: z.literal('Polygon'), coordinates: Coordinates }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Coordinates) }),
      ]),
    }),
  ),
})

/**
 * Valhalla, for countries and continents. It drives at the speeds of the tags in its tiles: of our states of the
 * roads it obeys the areas to avoid, and what its operator writes into its live traffic for the present day.
 *
 * @param url Where its JSON API stands.
 * @param today The present day where the roads are.
 */
export function openValhallaEngine(url: string, today: () => string, timeoutMs = TIMEOUT_MS): RoadEngine {
  const client = openValhallaClient(url.replace(/\/+$/, ''), timeoutMs)
  return {
    name: 'valhalla',
    limits: [
      'season',
      'closures',
      'local-edits',
      'vehicle-speeds',
      'crossing-rule',
      'grades',
      'classes',
      'causes',
      'off-road',
      'boats',
    ],
    findRoute: (from, to, question) => findRoute(client, from, to, question, today()),
    findMatrix: (froms, tos, question) => findValhallaMatrix(client, froms, tos, question, today()),
    findIsochrones: (from, minutes, question) => findIsochrones(client, from, minutes, question, today()),
  }
}

async function findRoute(
  client: ValhallaClient,
  from: Position,
  to: Position,
  question: EngineQuestion,
  today: string,
): Promise<EngineRoute | null> {
  const query = {
    ...commonQuery(question, today),
    locations: [toLocation(from), toLocation(to)],
    directions_type: 'none',
  }
  const answer = await client.ask('route', query, RouteAnswer)
  if (isNothingFound(answer)) return null
  const { legs, summary } = answer.trip
  const coordinates = decodePolyline(legs[0]!.shape)
  return {
    lengthMetres: summary.length * 1000,
    seconds: summary.time,
    coordinates,
    fromOffRoadMetres: sphericalMetres(from, coordinates[0]!),
    toOffRoadMetres: sphericalMetres(to, coordinates.at(-1)!),
    legs: null,
  }
}

async function findIsochrones(
  client: ValhallaClient,
  from: Position,
  minutes: readonly number[],
  question: EngineQuestion,
  today: string,
): Promise<EngineIsochrone[]> {
  const found = new Map<number, EngineIsochrone['area']>()
  for (let at = 0; at < minutes.length; at += CONTOURS_AT_ONCE) {
    const query = {
      ...commonQuery(question, today),
      locations: [toLocation(from)],
      contours: minutes.slice(at, at + CONTOURS_AT_ONCE).map((time) => ({ time })),
      polygons: true,
    }
    const answer = await client.ask('isochrone', query, IsochroneAnswer)
    if (isNothingFound(answer)) return []
    for (const { properties, geometry } of answer.features) found.set(properties.contour, geometry)
  }
  return minutes.flatMap((limit) => {
    const area = found.get(limit)
    return area ? [{ minutes: limit, area }] : []
  })
}
