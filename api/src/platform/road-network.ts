import { join } from 'node:path'
import type { NetworkCrossing } from '@borne/geodata/coverage/coverage-types'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Bbox, Position } from '@borne/geodata/geometry/position'
import { chooseVersion } from '@borne/geodata/road-network/choose-version'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { NetworkSegment, NetworkSettlement } from '@borne/geodata/road-network/places'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import type { NetworkOptions, RoadAddition } from '@borne/geodata/road-network/types'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { NetworkQuery } from '../contract-kit/network.ts'
import { type KeptNetwork, KeptNetworks } from './kept-networks.ts'
import { isOfMauritania, loadRecords } from './load-records.ts'
import { markRegion } from './mark-region.ts'
import { problem } from './problems.ts'
import {
  loadAcceptedVersions,
  loadAdditionsRevision,
  loadBorderCrossings,
  loadBorderSegments,
  loadNetworkDigest,
  loadNetworkRevision,
  loadRegionEdgeIds,
  loadSettlements,
  type NetworkVersion,
} from './road-network-queries.ts'
import { openRoads } from './roads-file.ts'
import { SupposedNetworks } from './supposed-networks.ts'

/** What the licences ask to be said beside every way and every reach. */
export const ROAD_ATTRIBUTION =
  '© les contributeurs d’OpenStreetMap, ODbL 1.0 (schéma © OpenMapTiles) ; localités : GeoNames, CC BY 4.0'

/** The roads with what names the places along them: all that a question to the network needs, in memory. */
export interface RoadNetwork {
  /** Changes with whatever the graph is made of: remembered answers are kept under it. */
  readonly key: string
  readonly version: { readonly id: number; readonly label: string }
  readonly graph: RoadGraph
  /** Graph and hierarchy as they are kept and sent. */
  readonly packed: Uint8Array<ArrayBuffer>
  readonly bbox: Bbox
  /** The border of Mauritania. */
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
  /** Where mapped tracks and ferries go over the border of Guidimakha. */
  readonly crossings: readonly NetworkCrossing[]
  /** By edge index: 1 inside Guidimakha. */
  readonly isInRegion: Uint8Array
  /** Where ways set out from when nothing else is said: the sub-office's town. */
  readonly start: NetworkSettlement
}

/** The one holder of the road networks of a process. */
export interface RoadNetworkHolder {
  /**
   * The network in service on a day (default: today), loaded if it is not, and again once its roads changed. Whoever
   * asks meets a whole network, and waits for it while it loads.
   */
  get(date?: string): Promise<RoadNetwork>
  /**
   * The same for a question of somebody. While a change is being built into the network, the former one of the same
   * version answers, except to whoever made the change: they wait.
   */
  getFor(accountId: string | undefined, date?: string): Promise<RoadNetwork>
  /** A version that was in service on some day; null where there is none of that number. */
  getVersion(versionId: number): Promise<RoadNetwork | null>
  /** The same network as if these roads had been built. */
  suppose(network: RoadNetwork, additions: readonly RoadAddition[]): Promise<RoadNetwork>
  /** Somebody changed the roads: it is noticed at once, and their next questions are answered on what they made. */
  noteChange(accountId: string): void
  isLoaded(): boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly roadNetwork: RoadNetworkHolder
  }
}

/** How long an import, or a correction of the network at the terminal, may go unnoticed. */
const CHECK_EVERY_MS = 1000
/** Longer than any network takes to be built. */
const WAITS_MS = 600_000

interface Known {
  readonly revision: string
  readonly versions: readonly NetworkVersion[]
  readonly checkedAt: number
}

/** Decorates the server with `app.roadNetwork` and loads it in the background once the server listens. */
export const roadNetworkPlugin = fastifyPlugin(async (app: FastifyInstance) => {
  let isLoaded = false
  const networks = new KeptNetworks(async (key, version) => {
    const network = await loadNetwork(app, key, version)
    isLoaded = true
    return network
  })
  const supposed = new SupposedNetworks(app.systemDb)
  const changedAt = new Map<string, number>()
  let known: Known | undefined

  const look = async (): Promise<Known> => {
    if (known && Date.now() - known.checkedAt < CHECK_EVERY_MS) return known
    const revision = `${await loadNetworkRevision(app.systemDb)} ${await loadAdditionsRevision(app.systemDb)}`
    const versions = known?.revision === revision ? known.versions : await loadAcceptedVersions(app.systemDb)
    known = { revision, versions, checkedAt: Date.now() }
    return known
  }

  const find = async (date = new Date().toISOString().slice(0, 10)): Promise<KeptNetwork<RoadNetwork>> => {
    const { revision, versions } = await look()
    const version = chooseVersion(versions, date)
    if (!version) throw problem('roads-missing')
    return networks.find(`${revision} ${version.id}`, version)
  }

  app.decorate('roadNetwork', {
    get: async (date) => (await find(date)).loading,
    getFor: async (accountId, date) => {
      const kept = await find(date)
      const waits = Date.now() - (changedAt.get(accountId ?? '') ?? 0) < WAITS_MS
      return ((!waits && !kept.isLoaded && networks.formerOf(kept)) || kept).loading
    },
    getVersion: async (versionId) => {
      const { revision, versions } = await look()
      const version = versions.find(({ id }) => id === versionId)
      return version ? networks.find(`${revision} ${version.id}`, version).loading : null
    },
    suppose: (network, additions) => supposed.find(network, additions),
    noteChange: (accountId) => {
      known = undefined
      for (const [id, at] of changedAt) if (Date.now() - at >= WAITS_MS) changedAt.delete(id)
      changedAt.set(accountId, Date.now())
    },
    isLoaded: () => isLoaded,
  })
  app.addHook('onListen', () => {
    find()
      .then(({ loading }) => loading)
      .catch((error: unknown) => app.log.error({ err: error }, 'road network not loaded'))
  })
  app.addHook('onClose', () => Promise.all([networks.settle(), supposed.settle()]).then(() => undefined))
})

async function loadNetwork(app: FastifyInstance, key: string, version: NetworkVersion): Promise<RoadNetwork> {
  const db = app.systemDb
  const startedAt = performance.now()
  const segments = await loadBorderSegments(db)
  const settlements = await loadSettlements(db)
  const roads = await openRoads(
    join(app.config.dataDir, 'roads'),
    `${await loadNetworkDigest(db, version.id)} ${key}`,
    () => loadRecords(db, version.id, segments, settlements),
    (words, error) => app.log.warn({ err: error }, words),
  )
  const { graph, hierarchy, bytes, isFromFile } = roads
  attachHierarchy(graph, hierarchy)
  app.log.info(
    {
      edges: graph.edgeCount,
      nodes: graph.nodeCount,
      packedBytes: bytes.byteLength,
      isFromFile,
      loadMilliseconds: Math.round(performance.now() - startedAt),
    },
    'road network loaded',
  )
  return {
    key,
    version: { id: version.id, label: version.label },
    graph,
    packed: bytes,
    bbox: bboxOf(nodePositions(graph)),
    borders: segments.filter(isOfMauritania),
    settlements,
    crossings: await loadBorderCrossings(db),
    isInRegion: markRegion(graph, await loadRegionEdgeIds(db, version.id)),
    start: findStart(settlements),
  }
}

const START = 'Sélibaby'

function findStart(settlements: readonly NetworkSettlement[]): NetworkSettlement {
  const start = settlements.find(({ name, place }) => name === START && place === 'town') ?? settlements[0]
  if (!start) throw problem('roads-missing')
  return start
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
