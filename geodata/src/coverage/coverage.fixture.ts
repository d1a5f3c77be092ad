import type { Position } from '../geometry/position.ts'
import { type AdminLevel, readAdminUnits } from '../import/read-admin-units.ts'
import { readBorderCrossings } from '../import/read-border-crossings.ts'
import { readBorderSegments } from '../import/read-border-segments.ts'
import { readDataset, readRoadNetwork } from '../import/read-road-network.ts'
import { readSettlements } from '../import/read-settlements.ts'
import { DEFAULT_NETWORK_OPTIONS } from '../road-network/arc-costs.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import type { CoverageNetwork, CoverageQuestion, StartPost } from './coverage-types.ts'

const DATA = `${import.meta.dirname}/../../data`

/** The bundled network with its border, crossings and named settlements. */
export async function bundledCoverage(): Promise<CoverageNetwork> {
  const graph = buildRoadGraph(await readRoadNetwork(DATA))
  const pcodes = new Set<string>()
  for (const [index, name] of ['mrt_adm1_simplified', 'mrt_adm2_region', 'mrt_adm3_region'].entries()) {
    const { rows } = readAdminUnits(await readDataset(DATA, name), (index + 1) as AdminLevel, pcodes)
    for (const { pcode } of rows) pcodes.add(pcode)
  }
  const segments = readBorderSegments(await readDataset(DATA, 'border_segments')).rows
  const settlements = readSettlements(await readDataset(DATA, 'settlements'), pcodes).rows
  const crossings = readBorderCrossings(await readDataset(DATA, 'border_road_crossings')).rows
  return {
    graph,
    borders: segments
      .filter(({ border }) => border !== 'sen-mli')
      .map((row) => ({ ...row, moughataa: row.moughataaPcode, geometryVersion: 'bundled' })),
    settlements: settlements.flatMap((row) => {
      const name = row.nameFr ?? row.name
      return name === null ? [] : [{ ...row, name }]
    }),
    crossings: crossings
      .filter(({ inGuidimakha }) => inGuidimakha)
      .map(({ id, nearHome, nearAbroad, highway, position }) => ({
        id,
        name: [nearHome, nearAbroad].filter(Boolean).join(' – '),
        byFerry: highway === 'ferry',
        position,
      })),
  }
}

/** Posts at named places, the first letters of which are their ids. */
export function postsAt(places: readonly (readonly [name: string, position: Position])[]): StartPost[] {
  return places.map(([name, position]) => ({
    postId: name,
    name,
    position,
    isPositionUnconfirmed: false,
    isDemonstration: true,
  }))
}

export const QUESTION: CoverageQuestion<null> = {
  minutes: 60,
  access: { maxMetres: 2000, kmh: null },
  includeUnconfirmed: false,
  options: DEFAULT_NETWORK_OPTIONS,
  office: null,
  state: null,
}
