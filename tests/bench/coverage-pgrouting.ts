import { conditionsOf, isUsable } from '@borne/geodata/road-network/arc-costs'
import { accessOf, edgeLine } from '@borne/geodata/road-network/graph'
import pg from 'pg'
import { startPostgres } from '../support/start-postgres.ts'
import type { CoverageCase } from './coverage-case.ts'
import { cpuMsOfProcess } from './cpu-time.ts'
import { median } from './stopwatch.ts'

/** What PostGIS and pgRouting find for some minutes, and the processor time that they take. */
export interface PgCoverage {
  /** By minutes asked. */
  reachedMetres: number[]
  borderMetres: number
  /** One question, times of the posts and border together; and the border alone, the times being there. */
  wholeMs: number
  borderMs: number
}

const EDGES = 'select id, source, target, cost, reverse_cost from bench_edge'

/** The parts of roads that the posts reach in time, by PostGIS; a road that is entered from both ends has two. */
const REACHED_PARTS = `
  select st_linesubstring(edge.geom, 0, least(1, ($1 - came.agg_cost) / nullif(edge.whole, 0))) as geom
    from bench_edge edge join bench_time came on came.node = edge.source
   where edge.cost >= 0 and came.agg_cost <= $1
   union all
  select st_linesubstring(edge.geom, greatest(0, 1 - ($1 - came.agg_cost) / nullif(edge.whole, 0)), 1)
    from bench_edge edge join bench_time came on came.node = edge.target
   where edge.reverse_cost >= 0 and came.agg_cost <= $1`
const BORDER_IN_REACH = `
  with part as materialized (select geom::geography as geog from (${REACHED_PARTS}) reached)
  select coalesce(sum(piece.metres), 0)::float8 as metres
    from bench_piece piece
   where piece.id in (select near.id from part join bench_piece near on st_dwithin(near.middle, part.geog, $2))`
const TIMES = `
  insert into bench_time
  select node, min(agg_cost) from pgr_drivingDistance('${EDGES}', $1::bigint[], $2::float8, true, true) group by node`

/**
 * Asks PostGIS and pgRouting for the border in reach of the posts, on the same roads, in a throw-away server; or tells what
 * is missing. The border is cut into pieces and measured by PostGIS itself.
 */
export async function measurePgCoverage(
  coverage: CoverageCase,
  minutes: readonly number[],
): Promise<PgCoverage | { missing: string }> {
  const server = await startPostgres()
  if ('missing' in server) return { missing: server.missing }
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'pgrouting'`)
    if (!rowCount) return { missing: 'the server has no pgRouting' }
    await load(client, coverage)
    return await ask(client, coverage, minutes)
  } finally {
    await client.end()
    await server.stop()
  }
}

async function load(client: pg.Client, { network, question }: CoverageCase): Promise<void> {
  const { graph, borders } = network
  const { edgeCentiseconds, modeBit } = conditionsOf(graph, question.options)
  const usable = Array.from({ length: graph.edgeCount }, (_, edge) => edge).filter((edge) =>
    isUsable(graph, edge, question.options),
  )
  const costs = (isForward: boolean) =>
    usable.map((edge) => (accessOf(graph, edge, isForward) & modeBit ? edgeCentiseconds[edge]! / 100 : -1))
  await client.query('create extension postgis; create extension pgrouting')
  await client.query(
    `create table bench_edge as
     select edge.id, edge.source, edge.target, edge.cost, edge.reverse_cost,
            greatest(edge.cost, edge.reverse_cost) as whole, st_geomfromgeojson(edge.line) as geom
       from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::float8[], $6::text[])
         as edge(id, source, target, cost, reverse_cost, line)`,
    [
      usable,
      usable.map((edge) => graph.edgeFrom[edge]),
      usable.map((edge) => graph.edgeTo[edge]),
      costs(true),
      costs(false),
      usable.map((edge) => JSON.stringify({ type: 'LineString', coordinates: edgeLine(graph, edge) })),
    ],
  )
  const lines = borders.filter(({ inGuidimakha }) => inGuidimakha)
  await client.query(
    `create table bench_piece as
     select row_number() over () as id, st_length(piece.geom::geography) as metres,
            st_lineinterpolatepoint(piece.geom, 0.5)::geography as middle
       from unnest($1::text[]) as border(line),
            st_dumpsegments(st_segmentize(st_setsrid(st_geomfromgeojson(border.line), 4326)::geography, 50)::geometry) piece`,
    [lines.map(({ coordinates }) => JSON.stringify({ type: 'LineString', coordinates }))],
  )
  await client.query('create index on bench_piece using gist (middle); create index on bench_edge (source)')
  await client.query('create index on bench_edge (target)')
  await client.query('create table bench_time (node bigint primary key, agg_cost float8)')
  await client.query('vacuum analyze bench_edge; ')
  await client.query('vacuum analyze bench_piece')
}

async function ask(
  client: pg.Client,
  { nodes, question }: CoverageCase,
  minutes: readonly number[],
): Promise<PgCoverage> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]!.pid
  const whole = await client.query<{ metres: number }>('select sum(metres) as metres from bench_piece')
  const reachedMetres: number[] = []
  const wholeMs: number[] = []
  const borderMs: number[] = []
  for (const asked of minutes) {
    await client.query('truncate bench_time')
    const startedAt = cpuMsOfProcess(pid)
    await client.query(TIMES, [nodes, asked * 60])
    const timedAt = cpuMsOfProcess(pid)
    const found = await client.query<{ metres: number }>(BORDER_IN_REACH, [
      asked * 60,
      question.access.maxMetres,
    ])
    const endedAt = cpuMsOfProcess(pid)
    reachedMetres.push(found.rows[0]!.metres)
    wholeMs.push(endedAt - startedAt)
    borderMs.push(endedAt - timedAt)
  }
  return {
    reachedMetres,
    borderMetres: whole.rows[0]!.metres,
    wholeMs: median(wholeMs),
    borderMs: median(borderMs),
  }
}
