import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { sortWatercourses } from '@borne/geodata/road-network/sort-watercourses'
import type { NetworkOptions } from '@borne/geodata/road-network/types'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { NetworkQuery } from '../contract-kit/network.ts'
import type { Db } from './db.ts'
import { problem } from './problems.ts'
import {
  loadBorderSegments,
  loadImportVersion,
  loadRegionEdgeIds,
  loadRoadEdges,
  loadRoadGaps,
  loadSettlements,
  loadWatercourses,
  type NetworkSegment,
  type NetworkSettlement,
} from './road-network-queries.ts'

/** What the licences ask to be said beside every way and every reach. */
export const ROAD_ATTRIBUTION =
  '© les contributeurs d’OpenStreetMap, ODbL 1.0 (schéma © OpenMapTiles) ; localités : GeoNames, CC BY 4.0'

/** The roads with what names the places along them: all that a question to the network needs, in memory. */
export interface RoadNetwork {
  /** Changes with whatever the graph is made of: remembered answers are kept under it. */
  readonly key: string
  readonly version: { readonly id: number; readonly label: string }
  readonly graph: RoadGraph
  readonly bbox: Bbox
  /** The border of Mauritania. */
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
  /** By edge index: 1 inside Guidimakha. */
  readonly isInRegion: Uint8Array
  /** Where ways set out from when nothing else is said: the sub-office's town. */
  readonly start: NetworkSettlement
}

/** The one holder of the road network of a process. */
export interface RoadNetworkHolder {
  /** The network in service on a day, loaded if it is not; loaded again if an import ended since. */
  get(date?: string): Promise<RoadNetwork>
  isLoaded(): boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly roadNetwork: RoadNetworkHolder
  }
}

/** How long an import may go unnoticed. */
const CHECK_EVERY_MS = 5000

interface Loaded {
  readonly network: RoadNetwork
  readonly importVersion: number
}

/** Decorates the server with `app.roadNetwork` and loads it in the background once the server listens. */
export const roadNetworkPlugin = fastifyPlugin(async (app: FastifyInstance) => {
  let loaded: Loaded | undefined
  let loading: Promise<Loaded> | undefined
  let checkedAt = 0

  const load = (): Promise<Loaded> => {
    loading ??= loadNetwork(app.systemDb, (facts, words) => app.log.info(facts, words))
      .then((result) => {
        loaded = result
        checkedAt = Date.now()
        return result
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  const isCurrent = async ({ importVersion }: Loaded): Promise<boolean> => {
    if (Date.now() - checkedAt < CHECK_EVERY_MS) return true
    checkedAt = Date.now()
    return (await loadImportVersion(app.systemDb)) === importVersion
  }

  app.decorate('roadNetwork', {
    async get() {
      return loaded && (await isCurrent(loaded)) ? loaded.network : (await load()).network
    },
    isLoaded: () => loaded !== undefined,
  })
  app.addHook('onListen', () => {
    load().catch((error: unknown) => app.log.error({ err: error }, 'road network not loaded'))
  })
  app.addHook('onClose', async () => {
    await loading?.catch(() => undefined)
  })
})

async function loadNetwork(
  db: Db,
  log: (facts: Record<string, number>, words: string) => void,
): Promise<Loaded> {
  const startedAt = performance.now()
  const importVersion = await loadImportVersion(db)
  const edges = await loadRoadEdges(db)
  if (edges.length === 0) throw problem('roads-missing')
  const gaps = await loadRoadGaps(db)
  const segments = await loadBorderSegments(db)
  const settlements = await loadSettlements(db)
  const graph = buildRoadGraph({
    edges,
    gaps,
    borders: segments.map(({ coordinates }) => coordinates),
    ...sortWatercourses(await loadWatercourses(db)),
  })
  log(
    {
      edges: graph.edgeCount,
      nodes: graph.nodeCount,
      arrayBytes: arrayBytes(graph),
      loadMilliseconds: Math.round(performance.now() - startedAt),
    },
    'road network loaded',
  )
  const borders = segments.filter(({ border }) => border.startsWith('mrt-'))
  const network = {
    key: String(importVersion),
    version: { id: 1, label: 'OpenStreetMap' },
    graph,
    bbox: bboxOf(nodePositions(graph)),
    borders,
    settlements,
    isInRegion: markRegion(graph, await loadRegionEdgeIds(db)),
    start: findStart(settlements),
  }
  return { network, importVersion }
}

const START = 'Sélibaby'

function findStart(settlements: readonly NetworkSettlement[]): NetworkSettlement {
  const start = settlements.find(({ name, place }) => name === START && place === 'town') ?? settlements[0]
  if (!start) throw problem('roads-missing')
  return start
}

function markRegion(graph: RoadGraph, edgeIds: readonly number[]): Uint8Array {
  const inRegion = new Set(edgeIds)
  return Uint8Array.from(graph.edgeId, (id) => (inRegion.has(id) ? 1 : 0))
}

/** Bytes of the typed arrays; the edges' words come on top. */
function arrayBytes(graph: RoadGraph): number {
  return Object.values(graph).reduce(
    (sum: number, value: unknown) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
    0,
  )
}

function nodePositions({ nodeLon, nodeLat }: RoadGraph): Position[] {
  return Array.from(nodeLon, (lon, node): Position => [lon, nodeLat[node]!])
}

/** The permissions of a question, as the network wants them. */
export function toNetworkOptions(query: NetworkQuery): NetworkOptions {
  return {
    allowCrossing: query.crossing === 'true',
    allowDocumented: query.documented === 'true',
    allowPresumed: query.presumed === 'true',
    maxPresumedMetres: query.presumedMetres,
  }
}
