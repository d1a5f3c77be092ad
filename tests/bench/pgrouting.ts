import pg from 'pg'
import { startPostgres } from '../support/start-postgres.ts'
import type { BenchArc } from './road-search.ts'
import { median, timed } from './stopwatch.ts'

export interface PgRoutingTime {
  name: string
  /** Median in milliseconds; null when it could not be measured. */
  value: number | null
  missing?: string
}

const EDGES = 'select id, source, target, cost from bench_arc'
/** Both sum up on the server, so that no row is sent: only the search is compared. */
const QUESTIONS = [
  {
    name: 'pgRouting pgr_dijkstraCost to every node',
    text: `select count(*), sum(agg_cost)
             from pgr_dijkstraCost('${EDGES}', $1::bigint, (select array_agg(distinct target) from bench_arc), true)`,
  },
  {
    name: 'pgRouting pgr_drivingDistance without limit',
    text: `select count(*), sum(agg_cost) from pgr_drivingDistance('${EDGES}', $1::bigint, 1e9, true)`,
  },
] as const

/** Times of pgRouting on the same arcs, in a throw-away server; or one row that says what is missing. */
export async function pgRoutingTimes(
  arcs: readonly BenchArc[],
  starts: readonly number[],
): Promise<PgRoutingTime[]> {
  const server = await startPostgres()
  if ('missing' in server) return [{ name: 'pgRouting', value: null, missing: server.missing }]
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    const { rowCount } = await client.query(`select from pg_available_extensions where name = 'pgrouting'`)
    if (!rowCount) return [{ name: 'pgRouting', value: null, missing: 'the server has no pgRouting' }]
    await load(client, arcs)
    const times: PgRoutingTime[] = []
    for (const { name, text } of QUESTIONS) {
      times.push({
        name,
        value: median(await timed(starts.length, (run) => client.query(text, [starts[run]]))),
      })
    }
    return times
  } finally {
    await client.end()
    await server.stop()
  }
}

async function load(client: pg.Client, arcs: readonly BenchArc[]): Promise<void> {
  await client.query('create extension postgis; create extension pgrouting')
  await client.query(
    `create table bench_arc as
     select row_number() over () as id, arc.source, arc.target, arc.cost
       from unnest($1::bigint[], $2::bigint[], $3::float8[]) as arc(source, target, cost)`,
    [arcs.map((arc) => arc.tail), arcs.map((arc) => arc.head), arcs.map((arc) => arc.seconds)],
  )
  await client.query('vacuum analyze bench_arc')
}
