import { fileURLToPath } from 'node:url'
import { geodesicMetres } from '@borne/geodata/geometry/geodesic'
import type { Position } from '@borne/geodata/geometry/position'
import { readRoadNetwork } from '@borne/geodata/import/read-road-network'
import { DEFAULT_NETWORK_OPTIONS } from '@borne/geodata/road-network/arc-costs'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import { findRoute } from '@borne/geodata/road-network/route'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { NetworkOptions, Route } from '@borne/geodata/road-network/types'
import { beforeAll, expect, test } from 'vitest'

const DATA = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const TABLE = fileURLToPath(new URL('../../docs/road-distances.md', import.meta.url))

const PLACES = {
  Sélibaby: [-12.18479, 15.15799],
  Gouraye: [-12.45024, 14.90099],
  'M’Bout': [-12.57854, 16.02303],
  Kaédi: [-13.50399, 16.15237],
  Khabou: [-12.08801, 14.74134],
  Boully: [-11.79545, 15.31884],
  Kankossa: [-11.51914, 15.93673],
  'Ould Yengé': [-11.71287, 15.54358],
  Nouakchott: [-15.9785, 18.0858],
  Tambacounda: [-13.6673, 13.7707],
} satisfies Record<string, Position>
type Place = keyof typeof PLACES

interface Published {
  from: Place
  to: Place
  kilometres: number
  source: string
}

/** What has been published of these roads. Nothing in the network was adjusted to it but the documented roads. */
const PUBLISHED: readonly Published[] = [
  { from: 'Sélibaby', to: 'Gouraye', kilometres: 45, source: 'soninkara.com' },
  { from: 'M’Bout', to: 'Sélibaby', kilometres: 116, source: 'soninkara.com' },
  { from: 'Kaédi', to: 'M’Bout', kilometres: 118, source: 'soninkara.com' },
  { from: 'Sélibaby', to: 'Khabou', kilometres: 51, source: 'linformation.net' },
  { from: 'Boully', to: 'Sélibaby', kilometres: 48, source: 'linformation.net; a village page says 55' },
  { from: 'Boully', to: 'Khabou', kilometres: 99, source: 'mushahide.com' },
  {
    from: 'Kankossa',
    to: 'Boully',
    kilometres: 86,
    source: 'linformation.net: 36 + 50; mushahide.com says 95',
  },
  { from: 'Boully', to: 'Ould Yengé', kilometres: 30, source: 'a village page' },
  { from: 'Nouakchott', to: 'Sélibaby', kilometres: 640, source: 'press; another source says more than 800' },
  { from: 'Tambacounda', to: 'Sélibaby', kilometres: 300, source: 'press: “a little over 300”' },
]

const MAPPED: NetworkOptions = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true, allowDocumented: false }
const DOCUMENTED: NetworkOptions = { ...MAPPED, allowDocumented: true }

let graph: RoadGraph
beforeAll(async () => {
  graph = buildRoadGraph(await readRoadNetwork(DATA))
})

function shortest({ from, to }: Published, options: NetworkOptions): Route | null {
  const [start, end] = [from, to].map((place) => snapToRoad(graph, PLACES[place as Place], options))
  return start && end ? findRoute(graph, start, end, { ...options, by: 'distance' }) : null
}

const kilometres = (route: Route | null) => (route ? (route.lengthMetres / 1000).toFixed(1) : '—')

function difference(route: Route | null, published: number): string {
  if (!route) return '—'
  const percent = (100 * (route.lengthMetres / 1000 - published)) / published
  return `${percent >= 0 ? '+' : '−'}${Math.abs(percent).toFixed(1)} %`
}

/** A road is known when the mapped network goes about as straight as roads do. */
function knowledge(row: Published, mapped: Route | null, documented: Route | null): string {
  const isOutside = [row.from, row.to].some((place) => !snapToRoad(graph, PLACES[place], MAPPED))
  if (isOutside) return 'outside the network'
  const straight = geodesicMetres(PLACES[row.from], PLACES[row.to])
  if (mapped && mapped.lengthMetres < 1.35 * straight) return 'yes, mapped'
  const share = documented ? documented.byGrade.documented.lengthMetres / documented.lengthMetres : 0
  return share > 0
    ? `no: a documented road of the published length stands in for ${Math.round(100 * share)} % of the way`
    : 'no: the map leads a long way round'
}

function toRow(row: Published): string {
  const mapped = shortest(row, MAPPED)
  const documented = shortest(row, DOCUMENTED)
  const cells = [
    `${row.from} – ${row.to}`,
    String(row.kilometres),
    kilometres(mapped),
    difference(mapped, row.kilometres),
    kilometres(documented),
    difference(documented, row.kilometres),
    knowledge(row, mapped, documented),
    row.source,
  ]
  return `| ${cells.join(' | ')} |`
}

test('published road distances, beside ours', async () => {
  const table = [
    '# Road distances: published, and ours',
    '',
    'Shortest ways by distance over the bundled network (OpenStreetMap, August 2021), all countries and ferries allowed,',
    'between the centres of the places. No pair was tuned. A documented road has its *published* length and no course, so',
    'where it stands in for the way, agreement says nothing of the map. Written by',
    '`tests/integration/published-distances.test.ts`.',
    '',
    '| road | published, km | mapped roads, km | difference | with documented roads, km | difference | does the network know the road? | source of the published length |',
    '|---|---:|---:|---:|---:|---:|---|---|',
    ...PUBLISHED.map(toRow),
    '',
  ].join('\n')
  await expect(table).toMatchFileSnapshot(TABLE)
})

test('roads that the map knows are as long as published, to 5 %', () => {
  const known = PUBLISHED.filter((row) =>
    knowledge(row, shortest(row, MAPPED), shortest(row, DOCUMENTED)).startsWith('yes'),
  )
  expect(known.map(({ from, to }) => `${from} – ${to}`)).toContain('Sélibaby – Gouraye')
  for (const row of known) {
    const ours = shortest(row, MAPPED)!.lengthMetres / 1000
    expect(Math.abs(ours / row.kilometres - 1), `${row.from} – ${row.to}`).toBeLessThan(0.05)
  }
})
