import type { Way } from '@borne/api/contracts/ways'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { findSelfMeeting } from '@borne/geodata/geometry/self-meeting'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { avoidAreas } from '@borne/geodata/road-state/avoid-areas'
import type { ToldState } from '@borne/geodata/road-state/tell-state'
import { findWay } from '@borne/geodata/ways/find-way'
import type { PlacedStop, WayQuestion } from '@borne/geodata/ways/types'
import type { Polygon } from 'geojson'
import { askedState, checkVersion, type HeldRoads } from './held-roads.ts'
import type { WayAsked } from './roads-asked.ts'

const PIROGUE = 'pirogue'

/**
 * The way along the stops, as `GET /api/ways` tells it.
 *
 * @throws RangeError for what the server refuses too: a post that is not known or has no position, a point outside
 *   the network, an area that crosses itself.
 */
export function answerWay(held: HeldRoads, asked: WayAsked): Omit<Way, 'computeMilliseconds'> {
  checkVersion(held, asked.date)
  const polygons = asked.areas.map(toPolygon)
  const ask = (vehicle: string) => questionFor(held, { ...asked, vehicle }, polygons)
  const question = ask(asked.vehicle)
  const byPirogue = asked.onward ? { before: question, boat: ask(PIROGUE), after: ask(asked.onward) } : null
  const bbox = networkBbox(held.graph)
  const stops = asked.stops.map((stop) => placeStop(held, bbox, stop))
  const way = findWay(question, stops, { by: asked.by, alternatives: asked.alternatives, byPirogue })
  return { ...way, attribution: held.inputs.attribution }
}

function questionFor(held: HeldRoads, asked: WayAsked, polygons: readonly Polygon[]): WayQuestion<ToldState> {
  const { graph, inputs } = held
  const { options, state } = askedState(held, asked, asked.date)
  return {
    network: { graph, borders: inputs.borders, settlements: inputs.settlements },
    options: { ...options, conditions: avoidAreas(graph, options.conditions, polygons) },
    state: { ...state, avoidedAreaCount: polygons.length },
  }
}

function toPolygon(corners: readonly Position[], index: number): Polygon {
  if (findSelfMeeting(corners)) throw new RangeError(`area ${index + 1} crosses itself`)
  return { type: 'Polygon', coordinates: [[...corners, corners[0]!]] }
}

function placeStop({ inputs }: HeldRoads, bbox: Bbox, stop: string | Position): PlacedStop {
  if (typeof stop !== 'string') return pointStop(stop, bbox)
  const post = inputs.posts.find(({ postId }) => postId === stop)
  if (!post?.position) throw new RangeError(`the inputs have no position for the post ${stop}`)
  const { postId, name, position, isPositionUnconfirmed, uncertaintyMetres, isDemonstration } = post
  return { postId, name, position, isPositionUnconfirmed, uncertaintyMetres, isDemonstration }
}

function pointStop(position: Position, [west, south, east, north]: Bbox): PlacedStop {
  const [lon, lat] = position
  if (!(lon >= west && lon <= east && lat >= south && lat <= north))
    throw new RangeError(`the network does not reach ${lon},${lat}`)
  return {
    postId: null,
    name: null,
    position,
    isPositionUnconfirmed: false,
    uncertaintyMetres: null,
    isDemonstration: false,
  }
}

const bboxes = new WeakMap<RoadGraph, Bbox>()

function networkBbox(graph: RoadGraph): Bbox {
  const bbox =
    bboxes.get(graph) ??
    bboxOf(Array.from(graph.nodeLon, (lon, node): Position => [lon, graph.nodeLat[node]!]))
  bboxes.set(graph, bbox)
  return bbox
}
