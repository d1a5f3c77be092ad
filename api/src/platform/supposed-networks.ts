import { createHash } from 'node:crypto'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import type { RoadAddition } from '@borne/geodata/road-network/types'
import type { Db } from './db.ts'
import { loadRecords } from './load-records.ts'
import { markRegion } from './mark-region.ts'
import type { RoadNetwork } from './road-network.ts'
import { loadBorderSegments, loadRegionEdgeIds } from './road-network-queries.ts'
import { buildRoads } from './roads-file.ts'

/** Two scenarios side by side, and the one before. */
const KEPT = 3

/** Networks as if roads had been built: each is built away from the thread that answers people, and the last are kept. */
export class SupposedNetworks {
  readonly #kept = new Map<string, Promise<RoadNetwork>>()
  readonly #db: Db
  /** Of the network that was built on last: reading them takes longer than building. */
  #records: { readonly of: string; readonly json: Promise<string> } | null = null

  constructor(db: Db) {
    this.#db = db
  }

  find(network: RoadNetwork, additions: readonly RoadAddition[]): Promise<RoadNetwork> {
    const digest = createHash('sha256').update(JSON.stringify(additions)).digest('hex')
    const key = `${network.key} built ${digest}`
    const found = this.#kept.get(key) ?? this.#build(network, key, additions)
    this.#kept.delete(key)
    this.#kept.set(key, found)
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!)
    found.catch(() => this.#kept.delete(key))
    return found
  }

  /** Resolves when nothing is on its way any more. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#kept.values())
  }

  async #build(network: RoadNetwork, key: string, additions: readonly RoadAddition[]): Promise<RoadNetwork> {
    const db = this.#db
    const { id } = network.version
    const packed = await buildRoads(await this.#readRecords(network), key, additions)
    const { graph, hierarchy } = unpackRoads(packed.buffer)
    attachHierarchy(graph, hierarchy)
    return {
      ...network,
      key,
      graph,
      packed,
      isInRegion: markRegion(graph, await loadRegionEdgeIds(db, id)),
    }
  }

  #readRecords(network: RoadNetwork): Promise<string> {
    const known = this.#records
    if (known?.of === network.key) return known.json
    const json = this.#loadRecords(network)
    this.#records = { of: network.key, json }
    json.catch(() => {
      this.#records = null
    })
    return json
  }

  async #loadRecords({ version, settlements }: RoadNetwork): Promise<string> {
    const db = this.#db
    return JSON.stringify(await loadRecords(db, version.id, await loadBorderSegments(db), settlements))
  }
}
