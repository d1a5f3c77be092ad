import { toRunLengths } from '@borne/geodata/road-network/run-lengths'
import { GROUND_STATES, type GroundState, type LearnedSpeed } from '@borne/geodata/road-state/types'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { loadAcceptedEdits, loadLearnedSpeeds, TEACHES } from '../../platform/road-learning-queries.ts'
import { ROAD_ATTRIBUTION, type RoadNetwork } from '../../platform/road-network.ts'
import { loadAcceptedVersions } from '../../platform/road-network-queries.ts'
import { loadCalendars, loadClosures, loadVehicles } from '../../platform/road-state-queries.ts'
import type { LearnedColumns, RoadInputs } from './contract.ts'
import { findAllPosts } from './queries.ts'

/**
 * What answers without the server need beside the graph: closures and posts as the caller may see them, the rest of
 * the network, for everyone.
 */
export async function gatherInputs(
  { systemDb }: FastifyInstance,
  db: Db,
  network: RoadNetwork,
  vehicleId: string,
): Promise<Omit<RoadInputs, 'network'>> {
  const vehicles = await loadVehicles(systemDb)
  const vehicle = vehicles.find(({ id }) => id === vehicleId)
  if (!vehicle)
    throw problem('vehicle-unknown', { vehicleId, known: vehicles.map(({ id }) => id).join(', ') })
  const learned: Partial<Record<GroundState, LearnedColumns>> = {}
  for (const groundState of GROUND_STATES) {
    learned[groundState] = toColumns(
      await loadLearnedSpeeds(systemDb, network, { groundState, mode: vehicle.mode }),
    )
  }
  const versions = await loadAcceptedVersions(systemDb)
  return {
    versions: versions.map(({ id, validFrom }) => ({ id, validFrom })),
    regionRuns: toRunLengths(network.isInRegion),
    borders: network.borders.map((border) => ({ ...border, coordinates: [...border.coordinates] })),
    settlements: [...network.settlements],
    start: { name: network.start.name, position: network.start.position },
    posts: await findAllPosts(db),
    vehicles: vehicles as RoadInputs['vehicles'],
    calendars: (await loadCalendars(systemDb)) as RoadInputs['calendars'],
    closures: await loadClosures(db),
    edits: await loadAcceptedEdits(systemDb),
    learned: learned as RoadInputs['learned'],
    learnedFor: [...TEACHES[vehicle.mode]],
    attribution: ROAD_ATTRIBUTION,
  }
}

function toColumns(learned: ReadonlyMap<number, LearnedSpeed>): LearnedColumns {
  const speeds = [...learned.values()]
  return {
    edges: [...learned.keys()],
    logFactors: speeds.map(({ logFactor }) => logFactor),
    logSpreads: speeds.map(({ logSpread }) => logSpread),
    passages: speeds.map(({ passages }) => passages),
  }
}
