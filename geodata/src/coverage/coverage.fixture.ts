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

let bundled: Promise<CoverageNetwork> | undefined

/** The bundled network with its border, crossings and named settlements; read once. */
export function bundledCoverage(): Promise<CoverageNetwork> {
  bundled ??= readBundled()
  return bundled
}

async function readBundled(): Promise<CoverageNetwork> {
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

/** Places of posts in Guidimakha, as in `reference-distances.test.ts`. */
export const PLACES = {
  Gouraye: [-12.45024, 14.90099],
  Diaguili: [-12.39293, 14.84732],
  Diogountourou: [-12.25005, 14.76992],
  Ghabou: [-12.08801, 14.74134],
  'El Melgué': [-11.815, 14.9029],
  Boully: [-11.79545, 15.31884],
  'Ould Yengé': [-11.71287, 15.54358],
  'Sangué-Diéri': [-12.57741, 15.08075],
  Wompou: [-12.72414, 15.13154],
} as const satisfies Record<string, readonly [number, number]>
export const SELIBABY: Position = [-12.18479, 15.15799]

/** A post whose id is its name. */
export function postAt(name: string, position: Position | null): StartPost {
  return { postId: name, name, position, isPositionUnconfirmed: false, isDemonstration: true }
}

/** Posts at some of the places. */
export function postsAt(...names: (keyof typeof PLACES)[]): StartPost[] {
  return names.map((name) => postAt(name, [...PLACES[name]]))
}

export const QUESTION: CoverageQuestion<null> = {
  minutes: 60,
  access: { maxMetres: 2000, kmh: null },
  includeUnconfirmed: false,
  options: DEFAULT_NETWORK_OPTIONS,
  office: null,
  state: null,
}
