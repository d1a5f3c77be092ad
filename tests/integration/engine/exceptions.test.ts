import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dbOver, type OpenedDb } from '../../../api/src/platform/db.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { enginesOfFile, enginesUnderTest } from '../../support/db-test.ts'
import { dataFolderForTest } from '../../support/embedded.ts'

const engineOf = enginesOfFile()

const BOW_TIE = 'polygon((0 0,1 1,1 0,0 1,0 0))'
const invalidOverlay = sql`select st_intersection(${BOW_TIE}::geometry, ${BOW_TIE}::geometry)`

describe.each(enginesUnderTest)('failures inside GEOS and PROJ [%s]', (engineName) => {
  let db: OpenedDb
  const kept = async () =>
    (await db.many<{ n: number }>(sql`select n from kept order by n`)).map(({ n }) => n)
  const keep = (n: number) => db.run(sql`insert into kept values (${n})`)

  beforeAll(async () => {
    db = dbOver(await engineOf(engineName))
    await db.run(sql`create table if not exists kept (n int)`)
  })
  beforeEach(() => db.run(sql`truncate kept`))

  test('an invalid overlay inside a transaction raises and rolls back', async () => {
    const transaction = db.transaction(async () => {
      await keep(1)
      await db.many(invalidOverlay)
      await keep(2)
    })
    await expect(transaction).rejects.toMatchObject({
      code: 'XX000',
      message: expect.stringMatching(/TopologyException/),
    })
    expect(await kept()).toEqual([])
  })

  test('a savepoint catches it', async () => {
    await db.transaction(async () => {
      await keep(1)
      await expect(db.transaction(async () => (await keep(2)) && db.many(invalidOverlay))).rejects.toThrow()
      await keep(3)
    })
    expect(await kept()).toEqual([1, 3])
  })

  test('an exception block of plpgsql catches it', async () => {
    await db.run(sql`
      do $body$ begin
        insert into kept values (1);
        begin
          insert into kept values (2);
          perform st_intersection('polygon((0 0,1 1,1 0,0 1,0 0))'::geometry, 'polygon((0 0,1 1,1 0,0 1,0 0))'::geometry);
        exception when internal_error then
          insert into kept values (3);
        end;
      end $body$`)
    expect(await kept()).toEqual([1, 3])
  })

  test('a projection that cannot be done raises', async () => {
    await expect(
      db.many(sql`select st_transform(st_point(0, 0), '+proj=nonsense', 4326)`),
    ).rejects.toMatchObject({
      code: 'XX000',
    })
  })

  test('an overlay with a grid size takes even an invalid input', async () => {
    const { area } = await db.one<{ area: number }>(
      sql`select st_area(st_intersection(st_makevalid(${BOW_TIE}::geometry), st_makeenvelope(0, 0, 1, 1), 0.001)) as area`,
    )
    expect(area).toBeCloseTo(0.5, 2)
  })
})

test('a thousand failures leave the embedded engine as it was', async () => {
  const db = dbOver(await engineOf('embedded'))
  let failures = 0
  for (let round = 0; round < 1000; round++) await db.many(invalidOverlay).catch(() => failures++)
  expect(failures).toBe(1000)
  expect(
    await db.one(
      sql`select st_area(st_intersection(st_makeenvelope(0, 0, 2, 2), st_makeenvelope(1, 1, 3, 3))) as area`,
    ),
  ).toEqual({ area: 1 })
})

test('an engine without the translation of exceptions is refused at start', async () => {
  const program = fileURLToPath(new URL('../../support/unshielded-engine.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [program, await dataFolderForTest()], {
    timeout: 30_000,
  })
  expect(stdout).toContain('Self-test failed')
})
