import { CLOSED, findMatrix } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { prepare } from '@borne/geodata/road-network/prepared'
import pg from 'pg'
import { startPostgres } from '../support/start-postgres.ts'
import { cpuMsOfProcess } from './cpu-time.ts'
import { EVERYWHERE, openArcs, type RoadsCase } from './roads-case.ts'
import { median } from './stopwatch.ts'

const EDGES = 'select id, source, target, cost from bench_arc where cost >= 0'
const HOUR_CENTISECONDS = 360_000

/** Milliseconds of processor time by question. */
export interface PgRoutingTimes {
  route: number
  oneToAll: number
  matrix: number
  manyMatrix: number
  reach: number
  closure: number
  /** Which functions were asked. */
  functions: Record<'route' | 'oneToAll' | 'matrix' | 'manyMatrix' | 'reach' | 'closure', string>
}

/**
 * Times of pgRouting on the same arcs, in a throw-away server, without snapping and geometry; or what is missing.
 *
 * @param manyRows How many rows of the large matrix are searched; the others are taken to need as long.
 * @throws Error when its matrix differs from ours.
 */
export async function measurePgRouting(
  roads: RoadsCase,
  runs: number,
  manyRows: number,
): Promise<PgRoutingTimes | { missing: string }> {
  const server = await startPostgres()
  if ('missing' in server) return { missing: server.missing }
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'pgrouting'`)
    if (!rowCount) return { missing: 'the server has no pgRouting' }
    await load(client, roads)
    return await ask(client, roads, runs, manyRows)
  } finally {
    await client.end()
    await server.stop()
  }
}

async function load(client: pg.Client, { graph }: RoadsCase): Promise<void> {
  await client.query('create extension postgis; create extension pgrouting')
  const arcs = openArcs(graph)
  await client.query(
    `create table bench_arc as
     select row_number() over () as id, arc.source, arc.target, arc.cost, arc.edge
       from unnest($1::bigint[], $2::bigint[], $3::float8[], $4::int[]) as arc(source, target, cost, edge)`,
    [
      arcs.map((arc) => arc.tail),
      arcs.map((arc) => arc.head),
      arcs.map((arc) => arc.cost),
      arcs.map((arc) => arc.edge),
    ],
  )
  await client.query('create index on bench_arc (edge)')
  await client.query('vacuum analyze bench_arc')
}

async function ask(
  client: pg.Client,
  roads: RoadsCase,
  runs: number,
  manyRows: number,
): Promise<PgRoutingTimes> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const { pairs, froms, tos, manyFroms, manyTos, closedEdge } = roads
  /** Sums on the server, so that hardly any row is sent. */
  const timeOf = async (text: string, values: unknown[]) => {
    const before = cpuMsOfProcess(rows[0]!.pid)
    await client.query(text, values)
    return cpuMsOfProcess(rows[0]!.pid) - before
  }
  const medianOf = async (count: number, work: (run: number) => Promise<number>) => {
    const times: number[] = []
    for (let run = 0; run < count; run++) times.push(await work(run))
    return median(times)
  }
  const route = `select count(*), sum(cost) from pgr_dijkstra('${EDGES}', $1::bigint, $2::bigint, true)`
  const matrix = `select count(*), sum(agg_cost) from pgr_dijkstraCost('${EDGES}', $1::bigint[], $2::bigint[], true)`
  const around = `select count(*), sum(agg_cost) from pgr_drivingDistance('${EDGES}', $1::bigint, $2::float8, true)`
  await checkMatrix(client, roads)
  const oneRow = await medianOf(2, (run) => timeOf(matrix, [[froms[run]], [froms[run + 1]]]))
  const partOfMany = await timeOf(matrix, [manyFroms.slice(0, manyRows), manyTos])
  const searches = (partOfMany - oneRow) / (manyRows - 1)
  return {
    route: await medianOf(2 * runs, (run) => timeOf(route, pairs[run]!)),
    oneToAll: await medianOf(runs, (run) => timeOf(around, [froms[run], CLOSED])),
    matrix: await medianOf(runs, () => timeOf(matrix, [froms, tos])),
    manyMatrix: manyRows < manyFroms.length ? oneRow + searches * (manyFroms.length - 1) : partOfMany,
    reach: await medianOf(runs, (run) => timeOf(around, [froms[run], HOUR_CENTISECONDS])),
    closure: await medianOf(runs, async () => {
      const closing = 'update bench_arc set cost = -1 - cost where edge = $1'
      return (await timeOf(closing, [closedEdge])) + (await timeOf(matrix, [froms, tos]))
    }),
    functions: {
      route: 'pgr_dijkstra, without geometry',
      oneToAll: 'pgr_drivingDistance',
      matrix: 'pgr_dijkstraCost',
      manyMatrix: `pgr_dijkstraCost${manyRows < manyFroms.length ? `; from ${manyRows} rows` : ''}`,
      reach: 'pgr_drivingDistance, nodes alone',
      closure: 'update, pgr_dijkstraCost',
    },
  }
}

async function checkMatrix(client: pg.Client, { name, graph, froms, tos }: RoadsCase): Promise<void> {
  const text = `select start_vid::int as "from", end_vid::int as "to", agg_cost as cost
                  from pgr_dijkstraCost('${EDGES}', $1::bigint[], $2::bigint[], true)`
  const { rows } = await client.query<{ from: number; to: number; cost: number }>(text, [froms, tos])
  const costs = new Map(rows.map(({ from, to, cost }) => [`${from} ${to}`, cost]))
  const { hierarchy, weights } = prepare(graph, EVERYWHERE, 'time')!
  const places = (nodes: readonly number[]) => nodes.map((node) => [{ node, cost: 0 }])
  const own = findMatrix(hierarchy, weights, places(froms), places(tos))
  froms.forEach((from, i) => {
    tos.forEach((to, j) => {
      const expected = from === to ? 0 : (costs.get(`${from} ${to}`) ?? CLOSED)
      const found = own[i * tos.length + j]!
      if (found !== expected) {
        throw new Error(`${name}: node ${from} to ${to}: ${found}, but pgRouting finds ${expected}`)
      }
    })
  })
}
