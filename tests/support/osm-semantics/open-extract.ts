import { fileURLToPath } from 'node:url'
import { buildOsmNetwork } from '@borne/geodata/import/osm/build-osm-network'
import { openOsmFile } from '@borne/geodata/import/osm/open-osm-file'
import { DEFAULT_NETWORK_OPTIONS } from '@borne/geodata/road-network/arc-costs'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { RouteOptions } from '@borne/geodata/road-network/types'
import { compileRoadState } from '@borne/geodata/road-state/compile-road-state'
import { DEFAULT_VEHICLE } from '@borne/geodata/road-state/default-vehicles'
import type { VehicleProfile } from '@borne/geodata/road-state/types'

/** An extract as our own engine reads it, with the tags that explain it. */
export interface Extract {
  file: string
  graph: RoadGraph
  /** OpenStreetMap's id by the id of a row. */
  wayOfEdge: Map<number, number>
  wayTags: Map<number, Record<string, string>>
  /** Barriers on the nodes of a way, by way. */
  barriers: Map<number, Set<string>>
}

export function fixtureFile(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/osm/${name}`, import.meta.url))
}

export async function openExtract(name: string): Promise<Extract> {
  const file = fixtureFile(name)
  const source = await openOsmFile(file)
  try {
    const network = await buildOsmNetwork(source)
    const wayTags = new Map<number, Record<string, string>>()
    const refsOf = new Map<number, number[]>()
    const barrierAt = new Map<number, string>()
    await source.read({
      wayKeys: ['highway', 'route'],
      way: (id, refs, tags) => {
        wayTags.set(id, Object.fromEntries(tags))
        refsOf.set(id, [...refs])
      },
      node: (id, _lon, _lat, tags) => {
        const barrier = tags().get('barrier')
        if (barrier) barrierAt.set(id, barrier)
      },
    })
    const barriers = [...refsOf].map(([id, refs]) => {
      return [id, new Set(refs.flatMap((ref) => barrierAt.get(ref) ?? []))] as const
    })
    return {
      file,
      graph: buildRoadGraph(network),
      wayOfEdge: new Map(network.edges.map((edge) => [edge.id, edge.osmWayId])),
      wayTags,
      barriers: new Map(barriers),
    }
  } finally {
    await source.close()
  }
}

/** By distance, over borders and by ferry, with a vehicle that takes every class which the tags open to it. */
export function shortestFor(graph: RoadGraph, vehicle: VehicleProfile): RouteOptions {
  const conditions = compileRoadState(graph, {
    date: null,
    vehicle,
    calendars: [],
    closures: [],
    edits: [],
  })
  return { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true, by: 'distance', conditions }
}

/** The 4×4, without paths: Valhalla's cars stay off them. */
export const CAR_WITHOUT_PATHS: VehicleProfile = (() => {
  const { path: _, ...kmhByHighway } = DEFAULT_VEHICLE.kmhByHighway
  return { ...DEFAULT_VEHICLE, kmhByHighway }
})()
