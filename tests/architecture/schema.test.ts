import { expect } from 'vitest'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'

dbTest('every foreign key has an index that begins with its columns', async ({ db }) => {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*)::int as count from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)
  expect(count).toBeGreaterThan(10)
  const bare = await db.many<{ key: string }>(sql`
    select conrelid::regclass || ': ' || conname as key
      from pg_constraint key
     where contype = 'f' and connamespace = 'public'::regnamespace
       and not exists (
           select 1 from pg_index index
            where index.indrelid = key.conrelid
              and (index.indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey)
     order by key`)
  expect(bare).toEqual([])
})

dbTest('every geometry is stored in WGS 84 with its kinds, and has a spatial index', async ({ db }) => {
  const columns = await db.many<{ column: string; srid: number; isOfKind: boolean; isIndexed: boolean }>(sql`
    select geometry.f_table_name || '.' || geometry.f_geometry_column as column, geometry.srid,
           geometry.type <> 'GEOMETRY'
             or exists (select from pg_constraint rule
                         where rule.conrelid = class.oid and rule.contype = 'c'
                           and pg_get_constraintdef(rule.oid)
                               like '%geometrytype(' || geometry.f_geometry_column || ') = ANY%') as "isOfKind",
           exists (select 1 from pg_indexes index
                    where index.tablename = geometry.f_table_name
                      and index.indexdef like '%gist (' || geometry.f_geometry_column || '%') as "isIndexed"
      from geometry_columns geometry
      join pg_class class on class.relname = geometry.f_table_name and class.relkind = 'r'
     where geometry.f_table_schema = 'public'
     order by 1`)
  expect(columns.length).toBeGreaterThan(10)
  const wrong = columns.filter(({ srid, isOfKind, isIndexed }) => srid !== 4326 || !isOfKind || !isIndexed)
  expect(wrong).toEqual([])
})

dbTest('names are singular and snake_case', async ({ db }) => {
  const names = await db.many<{ name: string }>(sql`
    select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'spatial_ref_sys'
    union
    select column_name from information_schema.columns
     where table_schema = 'public' and table_name in (select relname from pg_class where relkind = 'r')
       and table_name <> 'spatial_ref_sys'`)
  expect(names.map(({ name }) => name).filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([])
})
