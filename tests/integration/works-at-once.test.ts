import { summariseWorks } from '@borne/geodata/works/summarise-works'
import { expect, test } from 'vitest'
import { getContract } from '../../api/src/features/works/change-contract.ts'
import { findEvents } from '../../api/src/features/works/event-queries.ts'
import { findSummaries } from '../../api/src/features/works/queries.ts'
import { findCalendars } from '../../api/src/features/works/settings-queries.ts'
import type { OpenedDb } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { post as givenPost } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { begun, contract, HALF, happened, record } from '../support/given-works.ts'
import { withApp } from '../support/inject-app.ts'
import { inOwnDatabase } from '../support/own-database.ts'

const PUNCH_ITEM = {
  nature: 'reserve',
  label: 'Fissure',
  severity: 'minor',
  owner: '',
  dueOn: null,
  pin: null,
} as const

const RIVALS = [
  ['report-validated', 'report-validated'],
  ['report-validated', 'report-rejected'],
] as const

for (const engine of enginesUnderTest) {
  test(`of two decisions on one report at once, exactly one wins and the other leaves nothing [${engine}]`, async () => {
    await inOwnDatabase(engine, async (db) => {
      await region(db)
      const { id: postId } = await givenPost(db)
      await withApp(db, async ({ as }) => {
        const people = [await account(db), await account(db, { role: 'focal-point' })]
        const apps = await Promise.all(people.map(as))
        for (const kinds of RIVALS) {
          const { id } = await contract(db, postId)
          const report = happened('progress-report', '2025-03-10', HALF)
          await record(db, id, [...begun(), report])
          const sent = kinds.map((kind) => [
            happened('punch-item', '2025-03-12', PUNCH_ITEM),
            happened(kind, '2025-03-12', {}, { about: report.id }),
          ])
          const url = `/api/works/contracts/${id}/events`
          const answers = await meeting(db, id, () =>
            apps.map((app, index) => app.inject({ method: 'POST', url, payload: { events: sent[index]! } })),
          )

          const winner = answers.findIndex(({ statusCode }) => statusCode === 201)
          expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
          expect(answers[1 - winner]!.json()).toMatchObject({ code: 'works-report-decided' })
          const events = await findEvents(db, id)
          const since = events.slice(begun().length + 1)
          expect(since.map((event) => [event.id, event.recordedBy])).toEqual(
            sent[winner]!.map((event) => [event.id, people[winner]!.id]),
          )
          const [[, summary] = []] = await findSummaries(db, [id])
          expect(summary).toEqual(summariseWorks(await getContract(db, id), events, await findCalendars(db)))
          expect(summary).toMatchObject({
            physicalPercent: kinds[winner] === 'report-validated' ? 30 : 0,
            waitingReports: [],
            openPunchItems: [{ eventId: sent[winner]![0]!.id }],
          })
        }
      })
    })
  })
}

/** Answers of two requests that meet: on a server both stand before the contract’s lock before either passes it. */
async function meeting<T>(db: OpenedDb, contractId: string, ask: () => Promise<T>[]): Promise<T[]> {
  if (db.engine === 'embedded') return Promise.all(ask())
  const gatekeeper = await db.pool.connect()
  try {
    await gatekeeper.query('begin')
    await gatekeeper.query('select from works_summary where contract_id = $1 for update', [contractId])
    const answers = ask()
    for (let waiting = 0; waiting < answers.length; ) {
      // Not asked by the gatekeeper, to whom the activity stands still while its transaction lasts.
      const found = await db.one<{ waiting: number }>(sql`
        select count(*)::int as waiting
          from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock'`)
      waiting = found.waiting
    }
    await gatekeeper.query('commit')
    return await Promise.all(answers)
  } finally {
    gatekeeper.release()
  }
}
