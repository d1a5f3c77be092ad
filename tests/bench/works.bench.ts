import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { buildApp } from '../../api/src/app.ts'
import { refreshSummary } from '../../api/src/features/works/refresh-summary.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { type Db, openDb } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { migratedDataFolder } from '../support/embedded-template.ts'
import { account, cookieOf } from '../support/given-account.ts'
import { post } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { begun, contract, happened, record } from '../support/given-works.ts'
import { type Bench, type BenchRow, benchRow } from './bench-row.ts'
import { cpuTimed } from './cpu-time.ts'
import { median } from './stopwatch.ts'

const NAME = 'works'
const CONTRACTS = 2_000
const REPORTS = 60
const TIMES = 9
const BATCH = 50

/** The portfolio of 2 000 contracts with 60 reports each, and one contract of them, through the routes of the server. */
export const bench: Bench = {
  name: NAME,
  async run(tell) {
    const dataDir = await migratedDataFolder()
    const db = await openDb({ dataDir })
    const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent' })
    const backups = openBackups(config, { engine: db.engine, connect: () => db.pool.connect() })
    const app = await buildApp({ backups, config, db, describeEngine: () => db.describe() })
    try {
      tell(`${CONTRACTS} contracts with ${REPORTS} reports each`)
      await region(db)
      const contractId = await fill(db)
      await db.refreshStatistics()
      const cookie = await cookieOf(db, await account(db))
      const measure = async (row: string, url: string, goal?: number): Promise<BenchRow[]> => {
        const times: number[] = []
        const processorTimes = await cpuTimed(TIMES, async () => {
          const start = performance.now()
          const answer = await app.inject({ url, headers: { cookie } })
          times.push(performance.now() - start)
          if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
        })
        const clock = { row: `${row}, p50`, value: median(times.slice(1)), unit: 'ms' }
        return [
          benchRow(NAME, { ...clock, ...(goal ? { goal } : {}) }),
          benchRow(NAME, { row: `${row}, processor time`, value: median(processorTimes), unit: 'ms' }),
        ]
      }
      return [
        ...(await measure(`portfolio of ${CONTRACTS} × ${REPORTS}, all rows`, '/api/works/contracts', 300)),
        ...(await measure('its first 100 rows by delay', '/api/works/contracts?limit=100&sort=delay', 300)),
        ...(await measure('its alerts', '/api/works/alerts')),
        ...(await measure('progress of the posts by month', '/api/works/progress-by-month')),
        ...(await measure('one contract with its events', `/api/works/contracts/${contractId}`)),
      ]
    } finally {
      await app.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
}

/** One contract as people record it, and copies of it on the same rows of SQL. Returns its id. */
async function fill(db: Db): Promise<string> {
  const { id: postId } = await post(db)
  const model = await contract(db, postId)
  const reports = Array.from({ length: REPORTS }, (_, index) =>
    happened('progress-report', dayAfter('2025-02-01', index * 5), {
      measures: [{ packageCode: index % 2 ? 'A' : 'B', percent: Math.min(100, index * 2) }],
      fallReason: null,
    }),
  )
  await record(db, model.id, begun())
  for (const report of reports) {
    const id = randomUUID()
    await db.run(sql`
      insert into works_event (id, contract_id, kind, happened_on, payload)
      values (${report.id}, ${model.id}, 'progress-report', ${report.happenedOn}, ${JSON.stringify(report.payload)}::jsonb)`)
    await db.run(sql`
      insert into works_event (id, contract_id, kind, happened_on, about, payload)
      values (${id}, ${model.id}, 'report-validated', ${report.happenedOn}, ${report.id}, '{"note": ""}')`)
  }
  await refreshSummary(db, model)
  await copyContracts(db, model.id)
  return model.id
}

async function copyContracts(db: Db, modelId: string): Promise<void> {
  await db.run(sql`
    insert into works_contract
    select (jsonb_populate_record(model, jsonb_build_object('id', gen_random_uuid(), 'reference', 'C-' || number))).*
      from works_contract model, generate_series(2, ${CONTRACTS}) as number
     where model.id = ${modelId}`)
  await db.run(sql`
    insert into works_contract_post (contract_id, post_id, ordinal)
    select contract.id, link.post_id, 1
      from works_contract contract, works_contract_post link
     where link.contract_id = ${modelId} and contract.id <> ${modelId}`)
  await db.run(sql`
    insert into works_summary (contract_id, value)
    select contract.id, summary.value
      from works_contract contract, works_summary summary
     where summary.contract_id = ${modelId} and contract.id <> ${modelId}`)
  const copies = await db.many<{ id: string }>(sql`
    select id from works_contract where id <> ${modelId} order by id`)
  for (let from = 0; from < copies.length; from += BATCH) {
    const ids = copies.slice(from, from + BATCH).map(({ id }) => id)
    // Ids of a copy follow from its contract's and from the model's, so that answers name what they answer.
    await db.run(sql`
      insert into works_event (id, contract_id, kind, happened_on, about, payload)
      select md5(copy.id || event.id::text)::uuid, copy.id, event.kind, event.happened_on,
             md5(copy.id || event.about::text)::uuid, event.payload
        from unnest(${ids}::uuid[]) as copy (id), works_event event
       where event.contract_id = ${modelId}
       order by copy.id, event.ordinal`)
  }
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
