import { migrate } from '@borne/migrations'
import type { Pool } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyRows } from '../../../api/src/platform/embedded-postgis/copy-to-server.ts'
import { openServerEngine } from '../../../api/src/platform/server-engine.ts'
import { createDatabase } from '../../support/db-test.ts'
import { embeddedForTest } from '../../support/embedded.ts'

const SERVER_URL = process.env.BORNE_TEST_DATABASE_URL
const TABLES = `
  create table made_place (
    id bigint generated always as identity primary key,
    inside bigint references made_place (id),
    name text not null, geom geometry(point, 4326), ratio float8, facts jsonb, photo bytea, tags text[],
    since date, at timestamptz, amount numeric(12, 2),
    shouted text generated always as (upper(name)) stored
  );
  create table made_visit (place_id bigint not null references made_place (id), day date not null)`
const ROWS = `
  insert into made_place (name, geom, ratio, facts, photo, tags, since, at, amount)
    select 'Poste ' || n || ' é غابو', st_setsrid(st_point(-12 - n / 7.0, 15 + n / 11.0), 4326), n / 3.0,
           jsonb_build_object('n', n, 'list', array[n, null]), decode('00ff', 'hex'), array['a,b', null, '"'],
           date '2024-02-29' + n, timestamptz '2024-02-29 12:00:00.123456+00' + n * interval '1 hour', n + 0.25
      from generate_series(1, 1200) n;
  update made_place set inside = id + 1 where id < 1200;
  insert into made_visit select id, '2024-03-01' from made_place`

async function serverWith(tables: string): Promise<Pool> {
  const name = `borne_copy_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const engine = await openServerEngine(await createDatabase(SERVER_URL!, name))
  onTestFinished(() => engine.close())
  await migrate(engine.pool)
  await engine.pool.query(tables)
  return engine.pool
}

if (!SERVER_URL) console.log('BORNE_TEST_DATABASE_URL is not set: the move to a server is not tested.')
describe.runIf(SERVER_URL)('the move to a server', () => {
  test('brings every row, value for value, and goes on counting', async () => {
    const { pool } = await embeddedForTest()
    await pool.query(`${TABLES}; ${ROWS}`)
    const server = await serverWith(TABLES)
    const copied = await copyRows(pool, server)
    expect(copied).toEqual(
      expect.arrayContaining([
        { table: 'made_place', rows: 1200 },
        { table: 'made_visit', rows: 1200 },
      ]),
    )
    const sample = 'select *, st_asewkt(geom) as geom from made_place where id in (1, 700, 1200) order by id'
    expect((await server.query(sample)).rows).toEqual((await pool.query(sample)).rows)
    const { rows } = await server.query(`insert into made_place (name) values ('new') returning id`)
    expect(rows).toEqual([{ id: 1201 }])
    await expect(server.query('delete from made_place where id = 1')).rejects.toMatchObject({ code: '23503' })
  })

  test('is refused by a server that has rows, which it leaves alone', async () => {
    const { pool } = await embeddedForTest()
    await pool.query(`${TABLES}; ${ROWS}`)
    const server = await serverWith(TABLES)
    await server.query(`insert into made_place (name) values ('mine')`)
    await expect(copyRows(pool, server)).rejects.toMatchObject({
      code: 'server-not-empty',
      details: { table: 'made_place' },
    })
    expect((await server.query('select name from made_place')).rows).toEqual([{ name: 'mine' }])
  })

  test('that cannot be finished leaves nothing', async () => {
    const { pool } = await embeddedForTest()
    await pool.query(`${TABLES}; ${ROWS}`)
    const server = await serverWith(
      TABLES.replace('day date not null', 'day date not null check (place_id < 900)'),
    )
    await expect(copyRows(pool, server)).rejects.toMatchObject({ code: '23514' })
    expect((await server.query('select 1 from made_place')).rows).toEqual([])
  })
})
