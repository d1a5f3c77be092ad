import { toRunLengths } from '@borne/geodata/road-network/run-lengths'
import { GROUND_STATES, type GroundState, type LearnedSpeed } from '@borne/geodata/road-state/types'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { loadAcceptedEdits, loadLearnedSpeeds, MODES_ALIKE } from '../../platform/road-learning-queries.ts'
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
): Promise<Omit<RoadInputs, 'network'>> {
  const versions = await loadAcceptedVersions(systemDb)
  return {
    versions: versions.map(({ id, validFrom }) => ({ id, validFrom })),
    regionRuns: toRunLengths(network.isInRegion),
    borders: network.borders.map((border) => ({ ...border, coordinates: [...border.coordinates] })),
    settlements: [...network.settlements],
    crossings: [...network.crossings],
    start: { name: network.start.name, position: network.start.position },
    posts: await findAllPosts(db),
    vehicles: (await loadVehicles(systemDb)) as RoadInputs['vehicles'],
    calendars: (await loadCalendars(systemDb)) as RoadInputs['calendars'],
    closures: await loadClosures(db),
    edits: await loadAcceptedEdits(systemDb),
    learned: await gatherLearned(systemDb, network),
    attribution: ROAD_ATTRIBUTION,
  }
}

async function gatherLearned(systemDb: Db, network: RoadNetwork): Promise<RoadInputs['learned']> {
  const learned: RoadInputs['learned'] = []
  for (const modes of MODES_ALIKE) {
    const on: Partial<Record<GroundState, LearnedColumns>> = {}
    for (const groundState of GROUND_STATES) {
      on[groundState] = toColumns(
        await loadLearnedSpeeds(systemDb, network, { groundState, mode: modes[0]! }),
      )
    }
    learned.push({ modes: [...modes], on: on as RoadInputs['learned'][number]['on'] })
  }
  return learned
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
