import { parentPort, workerData } from 'node:worker_threads'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import { buildHierarchy } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { packRoads } from '@borne/geodata/road-network/pack-graph'
import type { RoadNetworkRecords } from '@borne/geodata/road-network/types'

/** Builds graph and hierarchy from `workerData.records` (JSON) away from the thread that answers people. */
const { records, key } = workerData as { records: string; key: string }
const graph = buildRoadGraph(JSON.parse(records) as RoadNetworkRecords)
const packed = packRoads({ graph, hierarchy: buildHierarchy(graph), facts: { key } })
parentPort!.postMessage(packed.buffer, [packed.buffer])
