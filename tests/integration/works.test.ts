import { randomUUID } from 'node:crypto'
import { contractState, END_OF_TIME } from '@borne/geodata/works/contract-state'
import type { AnyWorksEvent } from '@borne/geodata/works/types'
import { expect } from 'vitest'
import {
  RecordedEvents,
  WorksAlerts,
  WorksContractDetail,
  WorksFile,
  type WorksFile as WorksFileType,
  WorksProgress,
  WorksRows,
} from '../../api/src/features/works/contract.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { readSheets } from '../../api/src/platform/read-sheet.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { begun, contract, contractInput, HALF, happened, parties } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { takenBack } from '../support/taken-back.ts'

type App = TestApp['app']

const record = (app: App, contractId: string, ...events: object[]) =>
  app.inject({ method: 'POST', url: `/api/works/contracts/${contractId}/events`, payload: { events } })
const open = async (app: App, contractId: string) => {
  const answer = await app.inject(`/api/works/contracts/${contractId}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return WorksFile.parse(answer.json()) as unknown as WorksFileType
}
const list = async (app: App, query = '') =>
  WorksRows.parse((await app.inject(`/api/works/contracts${query}`)).json())

interface Staged extends TestApp {
  readonly contract: Awaited<ReturnType<typeof contract>>
  /** A second person of the office, and one of the firm. */
  readonly focalPoint: App
  readonly firm: App
}

async function onSite({ db, given }: DbTestContext, work: (staged: Staged) => Promise<void>): Promise<void> {
  await given.region()
  const { id: postId } = await given.post()
  const made = await contract(db, postId)
  await withApp(db, async (test) => {
    const focalPoint = await test.as(await account(db, { role: 'focal-point' }))
    const firm = await test.as(await account(db, { role: 'contractor', contractorId: made.contractorId }))
    await work({ ...test, contract: made, focalPoint, firm })
  })
}

/** The first test opens the engine and loads the region. */
const LONGEST_MS = 200_000

dbTest(
  'a contract runs from its signature to a validated report, and the portfolio tells it',
  async (context) => {
    await onSite(context, async ({ app, focalPoint, firm, contract: { id, reference, posts } }) => {
      expect((await list(app)).items[0]).toMatchObject({
        id,
        reference,
        stage: 'preparation',
        physicalPercent: null,
      })
      expect((await record(app, id, ...begun())).statusCode).toBe(201)
      const report = happened('progress-report', '2025-03-10', HALF)
      expect((await record(firm, id, report)).statusCode).toBe(201)
      const [waiting] = (await list(app)).items
      expect(waiting).toMatchObject({ stage: 'started', physicalPercent: 0, pendingReportCount: 1 })
      const validation = happened('report-validated', '2025-03-12', {}, { about: report.id })
      expect((await record(focalPoint, id, validation)).statusCode).toBe(201)
      const { items, total } = await list(app, '?on=2025-03-20')
      expect(total).toBe(1)
      expect(items[0]).toMatchObject({
        stage: 'started',
        physicalPercent: 30,
        pendingReportCount: 0,
        startedOn: '2025-01-12',
        endsOn: '2025-07-11',
        delayDays: 0,
        lastReportOn: '2025-03-10',
        posts: [posts[0]],
      })
      const late = (await list(app, '?on=2025-07-21')).items[0]
      expect(late).toMatchObject({ delayDays: 10, penaltyMinor: 100_000 })
      expect(late?.alarms.map(({ code }) => code)).toContain('late')
      const alerts = WorksAlerts.parse((await app.inject('/api/works/alerts?on=2025-07-21')).json())
      expect(alerts.items.map(({ contractId, code }) => [contractId, code])).toContainEqual([id, 'late'])
      const progress = WorksProgress.parse((await app.inject('/api/works/progress-by-month')).json())
      const [post] = progress.posts
      expect(post?.postId).toBe(posts[0]?.id)
      const at = (month: string) => post?.percents[progress.months.indexOf(month)]
      expect([at('2025-01-31'), at('2025-02-28'), at('2025-03-31')]).toEqual([0, 0, 30])
      const csv = await app.inject('/api/exports/works.csv?on=2025-07-21')
      expect(csv.body).toContain(reference)
      const workbook = await app.inject('/api/exports/works.xlsx?on=2025-07-21')
      const [sheet] = await readSheets(workbook.rawPayload, 'travaux.xlsx')
      const [head, told] = sheet!.rows.map(({ cells }) => cells)
      expect([head?.[9], told?.[9]]).toEqual(['Étape', 'en cours'])
      expect([head?.[13], told?.[13]]).toEqual(['Retard (jours)', 10])
    })
  },
  LONGEST_MS,
)

dbTest('what is answered folds to what the rows of the events fold to, on any day', async (context) => {
  await onSite(context, async ({ app, focalPoint, contract: { id } }) => {
    await record(app, id, ...begun())
    const report = happened('progress-report', '2025-03-10', HALF)
    await record(app, id, report)
    await record(focalPoint, id, happened('report-validated', '2025-03-12', {}, { about: report.id }))
    const between = (await open(app, id)).events.at(-1)!.recordedAt
    await context.db.run(sql`select pg_sleep(0.01)`)
    await record(
      app,
      id,
      happened(
        'progress-report',
        '2025-03-10',
        { ...HALF, measures: [{ packageCode: 'B', percent: 20 }] },
        {
          replaces: report.id,
        },
      ),
    )
    const { contract: stated, events } = await open(app, id)
    const rows = await rowsOf(context.db, id)
    for (const on of ['2024-12-31', '2025-02-01', '2025-03-11', '2025-06-01'])
      for (const knownAt of [between, END_OF_TIME.knownAt])
        expect(contractState(stated, events, { on, knownAt })).toEqual(
          contractState(stated, rows, { on, knownAt }),
        )
    expect(
      contractState(stated, events, { on: '2025-06-01', knownAt: between }).progress.physicalPercent,
    ).toBe(30)
    expect(contractState(stated, events).progress.physicalPercent).toBe(0)
  })
})

function rowsOf(db: Db, contractId: string): Promise<AnyWorksEvent[]> {
  return db.many(sql`
    select id, contract_id as "contractId", ordinal, kind, happened_on::text as "happenedOn",
           to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
           recorded_by as "recordedBy", replaces, about, payload
      from works_event where contract_id = ${contractId} order by random()`)
}

dbTest(
  'a broken rule is told by its field and row in both languages, and nothing is half-saved',
  async (context) => {
    await onSite(context, async ({ app, contract: { id } }) => {
      await record(app, id, ...begun())
      const before = (await open(app, id)).events.length
      const measures = [
        { packageCode: 'A', percent: 10 },
        { packageCode: 'B', percent: 130 },
      ]
      const good = happened('lost-day', '2025-02-02', { cause: 'rain', rainMillimetres: 22.5 })
      const bad = happened('progress-report', '2025-03-10', { measures, fallReason: null })
      const refused = await record(app, id, good, bad)
      expect(refused.statusCode).toBe(422)
      const message = expect.stringContaining('130 % n’est pas entre 0 et 100')
      expect(refused.json()).toMatchObject({
        code: 'works-refused',
        detail: expect.stringContaining('Ligne 2'),
        errors: [{ field: 'events.1.payload.measures', row: 2, code: 'works-percent-out-of-range', message }],
      })
      const english = await app.inject({
        method: 'POST',
        url: `/api/works/contracts/${id}/events`,
        payload: { events: [bad] },
        headers: { 'accept-language': 'en' },
      })
      expect(english.json().errors[0].message).toContain('Row 2: Package “B”: 130 % is not between')
      expect((await open(app, id)).events).toHaveLength(before)
      const misshapen = await record(app, id, happened('stop-order', '2025-02-02', { cause: 'météo' }))
      expect([misshapen.statusCode, misshapen.json().errors[0].field]).toEqual([
        400,
        'events.0.payload.cause',
      ])
      const early = await record(app, id, happened('final-acceptance', '2025-03-01'))
      expect(early.json().errors[0]).toMatchObject({ code: 'works-chain-order' })
      expect(early.json().errors[0].message).toContain(
        'avant « réception provisoire »'.replace('« ', '«\u202f').replace(' »', '\u202f»'),
      )
    })
  },
)

dbTest(
  'the same events sent again are answered again; an id that says something else is refused',
  async (context) => {
    await onSite(context, async ({ app, contract: { id } }) => {
      const events = begun()
      const first = await record(app, id, ...events)
      const again = await record(app, id, ...events)
      expect([first.statusCode, again.statusCode]).toEqual([201, 200])
      expect(RecordedEvents.parse(again.json())).toEqual(RecordedEvents.parse(first.json()))
      const [signature] = events
      const other = await record(app, id, { ...signature, happenedOn: '2024-12-21' })
      expect([other.statusCode, other.json().code]).toEqual([409, 'works-event-id-taken'])
      expect((await open(app, id)).events).toHaveLength(3)
    })
  },
)

dbTest('a report is decided once, by somebody else than whoever made it', async (context) => {
  await onSite(context, async ({ app, focalPoint, contract: { id } }) => {
    const report = happened('progress-report', '2025-03-10', HALF)
    await record(app, id, ...begun(), report)
    const decide = (kind: 'report-validated' | 'report-rejected') =>
      happened(kind, '2025-03-12', {}, { about: report.id })
    const own = await record(app, id, decide('report-validated'))
    expect([own.statusCode, own.json().errors[0].code]).toEqual([422, 'works-same-person'])
    expect((await record(focalPoint, id, decide('report-validated'))).statusCode).toBe(201)
    const second = await record(focalPoint, id, decide('report-rejected'))
    expect([second.statusCode, second.json().code]).toEqual([409, 'works-report-decided'])
    // Whatever the lock and the rules would let through, the index does not.
    await takenBack(context.db, () =>
      expect(
        context.db.run(sql`
          insert into works_event (id, contract_id, kind, happened_on, about, payload)
          values (${randomUUID()}, ${id}, 'report-rejected', '2025-03-12', ${report.id}, '{"note": ""}')`),
      ).rejects.toThrow(/works_event_decision/),
    )
    const taken = (await open(app, id)).events.find(({ kind }) => kind === 'report-validated')!
    await record(
      focalPoint,
      id,
      happened('withdrawal', '2025-03-13', { reason: 'Erreur' }, { about: taken.id }),
    )
    expect((await record(focalPoint, id, decide('report-rejected'))).statusCode).toBe(201)
  })
})

dbTest('nobody changes or deletes what was recorded', async (context) => {
  await onSite(context, async ({ app, contract: { id } }) => {
    await record(app, id, ...begun())
    for (const attempt of [
      sql`update works_event set happened_on = '2025-01-01' where contract_id = ${id}`,
      sql`delete from works_event where contract_id = ${id}`,
    ])
      await expect(context.db.transaction(() => context.db.run(attempt))).rejects.toThrow(/append-only/)
  })
})

dbTest('a firm sees its own contracts, proposes, and decides nothing', async (context) => {
  await onSite(context, async ({ app, firm, contract: { id, posts } }) => {
    const rival = await contract(context.db, posts[0]!.id)
    await record(app, id, ...begun())
    const seen = await list(firm)
    expect(seen.items.map((row) => row.id)).toEqual([id])
    expect(seen.items[0]?.posts).toEqual(posts)
    expect((await firm.inject(`/api/works/contracts/${rival.id}`)).statusCode).toBe(404)
    expect((await record(firm, rival.id, happened('progress-report', '2025-03-10', HALF))).statusCode).toBe(
      404,
    )
    const file = await open(firm, id)
    expect(file.contract.donors[0]).toMatchObject({ sharePpm: null })
    expect(file.events[0]?.recordedByName).toBeNull()
    const lost = await record(
      firm,
      id,
      happened('lost-day', '2025-02-02', { cause: 'rain', rainMillimetres: null }),
    )
    expect([lost.statusCode, lost.json().code]).toEqual([403, 'works-event-kind-reserved'])
    const changed = await firm.inject({ method: 'PUT', url: `/api/works/contracts/${id}`, payload: {} })
    expect(changed.statusCode).toBe(403)
  })
})

dbTest('a focal point sees the contracts of the posts of the own sub-office', async (context) => {
  await onSite(context, async ({ as, contract: { id } }) => {
    const near = await as(await account(context.db, { role: 'focal-point' }))
    const far = await as(await account(context.db, { role: 'focal-point', subOfficeId: 'bassikounou' }))
    expect((await list(near)).items.map((row) => row.id)).toEqual([id])
    expect((await list(far)).total).toBe(0)
    expect((await far.inject(`/api/works/contracts/${id}`)).statusCode).toBe(404)
  })
})

dbTest('base data change by version until the signature; then by amendment', async (context) => {
  await onSite(context, async ({ app, contract: made }) => {
    const given = await parties(context.db)
    const input = contractInput(given, { postIds: [made.posts[0]!.id], reference: 'M-2026/7' })
    const put = (payload: object) =>
      app.inject({ method: 'PUT', url: `/api/works/contracts/${made.id}`, payload })
    const changed = await put({ ...input, version: 1 })
    expect(WorksContractDetail.parse(changed.json())).toMatchObject({ version: 2, reference: 'M-2026/7' })
    const stale = await put({ ...input, version: 1 })
    expect([stale.statusCode, stale.json().code]).toEqual([409, 'works-changed-meanwhile'])
    await record(app, made.id, ...begun())
    const dearer = await put({ ...input, version: 2, amountMinor: input.amountMinor + 1 })
    expect([dearer.statusCode, dearer.json().code]).toEqual([409, 'works-signed'])
    expect((await put({ ...input, version: 2, title: 'Autre titre' })).statusCode).toBe(200)
    const archive = (version: number, action = 'archive') =>
      app.inject({ method: 'POST', url: `/api/works/contracts/${made.id}/${action}`, payload: { version } })
    expect((await archive(3)).statusCode).toBe(200)
    expect((await list(app)).total).toBe(0)
    expect((await list(app, '?includeArchived=true')).total).toBe(1)
    const late = await record(
      app,
      made.id,
      happened('lost-day', '2025-02-02', { cause: 'rain', rainMillimetres: 1 }),
    )
    expect([late.statusCode, late.json().code]).toEqual([409, 'works-archived'])
    expect((await archive(4, 'restore')).statusCode).toBe(200)
  })
})
