import type { Position } from '@borne/geodata/geometry/position'
import type { Mode } from '@borne/geodata/road-network/road-codes'
import { z } from 'zod'
import { decodePolyline } from '../../../api/src/platform/valhalla/decode-polyline.ts'

const COSTINGS = { car: 'auto', lorry: 'truck', motorbike: 'motorcycle', foot: 'pedestrian' } as const
export type OsmMode = Exclude<Mode, 'boat'>

const RouteAnswer = z.object({
  trip: z.object({
    legs: z.array(z.object({ shape: z.string() })),
    summary: z.object({ length: z.number() }),
  }),
})
const Walked = z.object({ edges: z.array(z.object({ way_id: z.number() })) })

export interface ValhallaWay {
  metres: number
  /** Where it begins and ends, on a road. */
  ends: [Position, Position]
  shape: string
}

/** The shortest way by Valhalla, small islands of the network and roads of every level included; null = none. */
export async function askShortest(
  url: string,
  mode: OsmMode,
  from: Position,
  to: Position,
): Promise<ValhallaWay | null> {
  const how = { minimum_reachability: 0, search_cutoff: 100, node_snap_tolerance: 0 }
  const place = ([lon, lat]: Position) => ({ lon, lat, ...how })
  const body = await post(`${url}/route`, {
    ...shortestBy(mode),
    locations: [place(from), place(to)],
    directions_type: 'none',
  })
  const answer = RouteAnswer.safeParse(body)
  if (!answer.success) return null
  const { shape } = answer.data.trip.legs[0]!
  const line = decodePolyline(shape)
  return { metres: answer.data.trip.summary.length * 1000, ends: [line[0]!, line.at(-1)!], shape }
}

/** OpenStreetMap's ids of the ways under a way of Valhalla's. */
export async function waysUnder(url: string, mode: OsmMode, { shape }: ValhallaWay): Promise<Set<number>> {
  const body = await post(`${url}/trace_attributes`, {
    costing: COSTINGS[mode],
    encoded_polyline: shape,
    shape_match: 'edge_walk',
    filters: { attributes: ['edge.way_id'], action: 'include' },
  })
  const walked = Walked.safeParse(body)
  return new Set(walked.success ? walked.data.edges.map((edge) => edge.way_id) : [])
}

function shortestBy(mode: OsmMode): object {
  const costing = COSTINGS[mode]
  return { costing, costing_options: { [costing]: { shortest: true, disable_hierarchy_pruning: true } } }
}

async function post(url: string, query: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(query) })
  return response.json()
}
