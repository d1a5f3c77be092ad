import { expect, test } from 'vitest'
import { dbOver } from '../../../api/src/platform/db.ts'
import { sql } from '../../../api/src/platform/sql.ts'
import { startBriefChild } from '../../support/child.ts'
import { dataFolderForTest, embeddedForTest } from '../../support/embedded.ts'

const ROUNDS = 4
const WRITING_MS = 400

test('kill -9 during writes loses no acknowledged row', async () => {
  const dataDir = await dataFolderForTest()
  let acknowledged = 0
  for (let round = 0; round < ROUNDS; round++) {
    const writer = startBriefChild('./write-until-killed.ts', dataDir)
    const [, count, last] = (await writer.printed('found')).split(' ').map(Number)
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    expect(count).toBe(last)
    await writer.printed('acknowledged')
    await new Promise((resolve) => setTimeout(resolve, WRITING_MS * (0.5 + Math.random())))
    writer.process.kill('SIGKILL')
    const lines = await writer.ended
    acknowledged = Number(lines.at(-1)?.split(' ')[1])
  }

  const db = dbOver(await embeddedForTest({ dataDir }))
  const { rows, last } = await db.one<{ rows: number; last: number }>(
    sql`select count(*) as rows, max(n) as last from written`,
  )
  expect(last).toBeGreaterThanOrEqual(acknowledged)
  expect(rows).toBe(last)
  const byIndex = await db.transaction(async () => {
    await db.run(sql`set local enable_seqscan = off`)
    return db.one(sql`select count(*) as rows from written where n > 0`)
  })
  expect(byIndex).toEqual({ rows })
}, 120_000)
