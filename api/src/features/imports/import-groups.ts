import type { Position } from '@borne/geodata/geometry/position'
import type { CheckedRows } from '@borne/geodata/import/import-error'
import { type AdminLevel, readAdminUnits } from '@borne/geodata/import/read-admin-units'
import { readAirports } from '@borne/geodata/import/read-airports'
import { readBorderCrossings } from '@borne/geodata/import/read-border-crossings'
import { readBorderSegments } from '@borne/geodata/import/read-border-segments'
import { readCountries } from '@borne/geodata/import/read-countries'
import { readDocumentedRoads } from '@borne/geodata/import/read-documented-roads'
import type { SourceFile } from '@borne/geodata/import/read-geojson'
import { readGeonames } from '@borne/geodata/import/read-geonames'
import { readHealthFacilities } from '@borne/geodata/import/read-health-facilities'
import { readPois } from '@borne/geodata/import/read-pois'
import { readPostEvidence } from '@borne/geodata/import/read-post-evidence'
import { readRoadGaps } from '@borne/geodata/import/read-road-gaps'
import { readRoads } from '@borne/geodata/import/read-roads'
import { readSettlements } from '@borne/geodata/import/read-settlements'
import { readWaterAreas } from '@borne/geodata/import/read-water-areas'
import { readWaterways } from '@borne/geodata/import/read-waterways'
import { domesticNodes } from '@borne/geodata/road-network/connectors'
import type { Db } from '../../platform/db.ts'
import * as roads from '../../platform/store-roads.ts'
import type { DatasetName } from './datasets.ts'
import { BUNDLED_NETWORK, noteBundledNetwork } from './note-bundled-network.ts'
import * as region from './store-region.ts'

/** What a group is given: its files, its open import runs, and how to close one. */
export interface GroupContext {
  file(name: DatasetName): SourceFile
  run(name: DatasetName): number
  close<T>(name: DatasetName, checked: CheckedRows<T>): Promise<void>
}

/** Data sets that refer to each other, replaced in one transaction. */
export interface ImportGroup {
  readonly datasets: readonly DatasetName[]
  store(db: Db, context: GroupContext): Promise<void>
}

/** A group of one data set that refers to nothing. */
function single<T>(
  name: DatasetName,
  read: (file: SourceFile) => CheckedRows<T>,
  store: (db: Db, run: number, rows: readonly T[]) => Promise<void>,
): ImportGroup {
  return {
    datasets: [name],
    async store(db, context) {
      const checked = read(context.file(name))
      await store(db, context.run(name), checked.rows)
      await context.close(name, checked)
    },
  }
}

/** Units and settlements: a settlement names its commune and moughataa. */
const unitsAndSettlements: ImportGroup = {
  datasets: ['mrt_adm1_simplified', 'mrt_adm2_region', 'mrt_adm3_region', 'settlements'],
  async store(db, context) {
    const pcodes = new Set<string>()
    for (const [index, name] of UNIT_DATASETS.entries()) {
      const level = (index + 1) as AdminLevel
      const checked = readAdminUnits(context.file(name), level, pcodes)
      for (const { pcode } of checked.rows) pcodes.add(pcode)
      await region.storeAdminUnits(db, context.run(name), level, checked.rows)
      await context.close(name, checked)
    }
    const settlements = readSettlements(context.file('settlements'), pcodes)
    await region.storeSettlements(db, context.run('settlements'), settlements.rows)
    await context.close('settlements', settlements)
  },
}
const UNIT_DATASETS = ['mrt_adm1_simplified', 'mrt_adm2_region', 'mrt_adm3_region'] as const

const roadNetwork: ImportGroup = {
  datasets: ['roads_main', 'roads_local', 'documented_roads_schematic', 'road_network_gaps'],
  async store(db, context) {
    await noteBundledNetwork(db, context.run('roads_main'))
    await roads.clearRoads(db, BUNDLED_NETWORK)
    const nodes = new Map<number, Position>()
    const mapped = (['roads_main', 'roads_local'] as const).map((name) => ({
      name,
      checked: readRoads(context.file(name), nodes),
    }))
    for (const { name, checked } of mapped) {
      await roads.storeRoadEdges(db, BUNDLED_NETWORK, context.run(name), checked.rows)
      await context.close(name, checked)
    }
    const edges = mapped.flatMap(({ checked }) => checked.rows)
    const documented = readDocumentedRoads(context.file('documented_roads_schematic'), domesticNodes(edges))
    const documentedRun = context.run('documented_roads_schematic')
    await roads.storeRoadEdges(db, BUNDLED_NETWORK, documentedRun, documented.rows)
    await context.close('documented_roads_schematic', documented)
    const gaps = readRoadGaps(context.file('road_network_gaps'), new Set(edges.map(({ id }) => id)))
    await roads.storeRoadGaps(db, BUNDLED_NETWORK, context.run('road_network_gaps'), gaps.rows)
    await context.close('road_network_gaps', gaps)
  },
}

/** In the order of their references: what is referred to comes first. */
export const IMPORT_GROUPS: readonly ImportGroup[] = [
  single('adm0_region_osm', readCountries, region.storeCountries),
  unitsAndSettlements,
  single('border_segments', readBorderSegments, region.storeBorderSegments),
  roadNetwork,
  single('border_road_crossings', readBorderCrossings, region.storeBorderCrossings),
  single('waterways', readWaterways, region.storeWaterways),
  single('water_polygons', readWaterAreas, region.storeWaterAreas),
  single('geonames_features', readGeonames, region.storePlaces),
  single('health_facilities', readHealthFacilities, region.storePlaces),
  single('pois_osm', readPois, region.storePlaces),
  single('airports', readAirports, region.storePlaces),
  single('border_posts', readPostEvidence, region.storePostEvidence),
]
