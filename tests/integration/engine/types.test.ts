import { expect } from 'vitest'
import { sql } from '../../../api/src/platform/sql.ts'
import { dbTest } from '../../support/db-test.ts'

dbTest('scalars come back in the documented JavaScript types', async ({ db }) => {
  const row = await db.one(sql`
    select 7::int2 as "int2", 7::int4 as "int4", 9007199254740991::int8 as "int8", count(*) as "count",
           1.10::numeric as "numeric", 0.5::float4 as "float4", 0.1::float8 as "float8",
           true as "boolean", 'é غابو'::text as "text", 'a'::char(2) as "char",
           date '2024-02-29' as "date", timestamp '2024-02-29 12:00:00.5' as "timestamp",
           timestamptz '2024-02-29 12:00:00.5+03' as "timestamptz", interval '1 day 02:03:04' as "interval",
           '{"a": [1, 2.5, null]}'::json as "json", '{"a": [1, 2.5, null]}'::jsonb as "jsonb",
           '\\x00ff'::bytea as "bytea", 'd2f6c2a8-4b0e-4c0f-9f3e-0d6f6c1b2a3c'::uuid as "uuid", null::int as "null"`)

  expect(row).toEqual({
    int2: 7,
    int4: 7,
    int8: 9007199254740991,
    count: 1,
    numeric: '1.10',
    float4: 0.5,
    float8: 0.1,
    boolean: true,
    text: 'é غابو',
    char: 'a ',
    date: '2024-02-29',
    timestamp: '2024-02-29 12:00:00.5',
    timestamptz: new Date('2024-02-29T09:00:00.500Z'),
    interval: '1 day 02:03:04',
    json: { a: [1, 2.5, null] },
    jsonb: { a: [1, 2.5, null] },
    bytea: Buffer.from([0, 255]),
    uuid: 'd2f6c2a8-4b0e-4c0f-9f3e-0d6f6c1b2a3c',
    null: null,
  })
})

dbTest('arrays follow their elements', async ({ db }) => {
  const row = await db.one(sql`
    select array[1, null, 3]::int8[] as "int8", array[1, 2]::int4[] as "int4", array['a,b', '"c"', null]::text[] as "text",
           array[1.50]::numeric[] as "numeric", array[date '2024-02-29'] as "date",
           array[timestamptz '2024-02-29 00:00+00'] as "timestamptz", array[[1, 2], [3, 4]]::int8[] as "nested",
           '{}'::int8[] as "empty"`)

  expect(row).toEqual({
    int8: [1, null, 3],
    int4: [1, 2],
    text: ['a,b', '"c"', null],
    numeric: ['1.50'],
    date: ['2024-02-29'],
    timestamptz: [new Date('2024-02-29T00:00:00Z')],
    nested: [
      [1, 2],
      [3, 4],
    ],
    empty: [],
  })
})

dbTest('refuses a bigint that a number cannot hold', async ({ db }) => {
  await expect(db.one(sql`select 9007199254740992::int8`)).rejects.toThrow(/safe integers/)
})

dbTest('bound parameters reach the database as they were', async ({ db }) => {
  const json = { name: "l'étape", list: [1, 'deux', null] }
  const at = new Date('2024-07-01T10:20:30.123Z')
  const row = await db.one(sql`
    select ${JSON.stringify(json)}::jsonb as "json", ${[3, 1, 2]}::int[] as "numbers", ${['a', 'b,c']}::text[] as "texts",
           ${at}::timestamptz as "at", ${'2024-07-01'}::date as "day", ${null}::text as "nothing",
           ${"'; drop table x; --"}::text as "quote", ${Buffer.from('é')}::bytea as "bytes", ${2 ** 40}::int8 as "big"`)

  expect(row).toEqual({
    json,
    numbers: [3, 1, 2],
    texts: ['a', 'b,c'],
    at,
    day: '2024-07-01',
    nothing: null,
    quote: "'; drop table x; --",
    bytes: Buffer.from('é'),
    big: 2 ** 40,
  })
})

dbTest('speaks UTC, whatever the machine speaks', async ({ db }) => {
  expect(
    await db.one(
      sql`select current_setting('TimeZone') as zone, timestamptz '2024-01-01 00:00+00'::text as text`,
    ),
  ).toEqual({ zone: 'UTC', text: '2024-01-01 00:00:00+00' })
})

dbTest('geometry leaves as GeoJSON', async ({ db }) => {
  const row = await db.one(sql`
    select st_asgeojson(st_setsrid(st_point(-12.18, 15.16), 4326), 5)::json as geometry,
           round(st_distance(st_point(-12, 15)::geography, st_point(-12, 16)::geography)) as metres`)
  expect(row).toEqual({ geometry: { type: 'Point', coordinates: [-12.18, 15.16] }, metres: 110654 })
})

dbTest('errors carry the same SQLSTATE', async ({ db }) => {
  const codeOf = (query: Promise<unknown>) =>
    query.then(
      () => 'none',
      (error: { code: string }) => error.code,
    )
  const codes: string[] = []
  for (const query of [sql`select 1/0`, sql`select * from nowhere`, sql`select 'x'::int`, sql`selec`]) {
    codes.push(await codeOf(db.transaction(() => db.many(query))))
  }
  expect(codes).toEqual(['22012', '42P01', '22P02', '42601'])
})

dbTest('the number of affected rows', async ({ db }) => {
  await db.run(sql`create table parity (id int primary key, name text)`)
  expect(await db.run(sql`insert into parity select n, 'x' from generate_series(1, 5) n`)).toBe(5)
  expect(await db.run(sql`update parity set name = 'y' where id > 2`)).toBe(3)
  expect(await db.run(sql`delete from parity where id = 1`)).toBe(1)
})

dbTest('sorts names of several scripts alike under the ICU collation', async ({ db }) => {
  const names = ['Zaghawa', 'Édéma', 'edabaye', 'غابو', 'Ghabou', 'agueni', 'بيديام']
  const rows = await db.many<{ name: string }>(
    sql`select name from unnest(${names}::text[]) name order by name collate "und-x-icu"`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'agueni',
    'edabaye',
    'Édéma',
    'Ghabou',
    'Zaghawa',
    'بيديام',
    'غابو',
  ])
})

dbTest('cuts live geometry to tile coordinates without MVT functions', async ({ db }) => {
  const row = await db.one<{ text: string }>(sql`
    select st_astext(st_snaptogrid(st_affine(
             st_clipbybox2d(st_transform(st_geomfromtext('linestring(0 0, 90 0)', 4326), 3857),
                            st_makeenvelope(0, -100, 10018754.17, 100, 3857)),
             4096 / 20037508.34, 0, 0, -4096 / 20037508.34, 0, 2048), 1)) as text`)
  expect(row.text.replaceAll(' ,', ',')).toBe('LINESTRING(0 2048,2048 2048)')
})
