import { parentPort, workerData } from 'node:worker_threads'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import { buildHierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { packRoads } from '@borne/geodata/road-network/pack-graph'
import type { RoadAddition, RoadNetworkRecords } from '@borne/geodata/road-network/types'

/** Builds graph and hierarchy from `workerData` away from the thread that answers people. */
const { records, more, key } = workerData as { records: string; more: readonly RoadAddition[]; key: string }
const given = JSON.parse(records) as RoadNetworkRecords
const graph = buildRoadGraph({ ...given, additions: [...(given.additions ?? []), ...more] })
const packed = packRoads({ graph, hierarchy: buildHierarchy(graph), facts: { key } })
parentPort!.postMessage(packed.buffer, [packed.buffer])
