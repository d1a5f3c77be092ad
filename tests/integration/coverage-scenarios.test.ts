import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { Openings } from '../../api/src/features/coverage/contract.ts'
import {
  loadDemonstrationScenarios,
  removeDemonstrationScenarios,
} from '../../api/src/features/coverage/load-demonstration.ts'
import { CoverageScenario, CoverageScenarios } from '../../api/src/features/coverage/scenario-contract.ts'
import { loadDemonstration } from '../../api/src/features/posts/load-demonstration.ts'
import { loadDemonstrationWorks } from '../../api/src/features/works/load-demonstration.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { post } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'

const LONGEST_MS = 180_000
const URL = '/api/coverage/scenarios'

dbTest('a scenario is added, changed on its version, duplicated, archived and put back', async ({ db }) => {
  await roads(db)
  const { id: postId } = await post(db)
  await withApp(db, async ({ app }) => {
    const send = async (method: 'POST' | 'PUT', path: string, payload: object) => {
      const answer = await app.inject({ method, url: `${URL}${path}`, payload })
      return { status: answer.statusCode, body: answer.json() }
    }
    const input = {
      name: 'Poste fermé',
      note: 'Essai',
      question: { minutes: 45, network: { date: '2027-08-15' } },
      changes: [{ kind: 'post-closes', postId }],
    }
    const added = await send('POST', '', input)
    expect(added.status).toBe(201)
    const scenario = CoverageScenario.parse(added.body)
    expect(scenario).toMatchObject({ name: 'Poste fermé', version: 1, brokenChanges: [], isArchived: false })
    expect(scenario.question).toMatchObject({ minutes: 45, includeUnconfirmed: false, postIds: null })
    const path = `/${scenario.id}`
    const changed = await send('PUT', path, { ...input, name: 'Autre', version: 1 })
    expect(changed.body).toMatchObject({ name: 'Autre', version: 2 })
    const stale = await send('PUT', path, { ...input, version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'coverage-scenario-changed-meanwhile'])
    expect(stale.body.extra.current).toMatchObject({ name: 'Autre', version: 2 })
    const copy = await send('POST', `${path}/duplicate`, { name: 'Copie' })
    expect([copy.status, copy.body.name, copy.body.changes]).toEqual([201, 'Copie', input.changes])
    expect((await send('POST', `${path}/archive`, { version: 1 })).status).toBe(409)
    expect((await send('POST', `${path}/archive`, { version: 2 })).body.isArchived).toBe(true)
    const names = async (query: string) => {
      const list = CoverageScenarios.parse((await app.inject(`${URL}${query}`)).json())
      return list.items.map(({ name }) => name)
    }
    expect(await names('')).toEqual(['Copie'])
    expect(await names('?includeArchived=true')).toEqual(['Copie', 'Autre'])
    expect((await send('POST', `${path}/restore`, { version: 3 })).body).toMatchObject({
      isArchived: false,
      version: 4,
    })
    const unknown = randomUUID()
    const broken = await send('POST', '', {
      ...input,
      changes: [...input.changes, { kind: 'post-opens', postId: unknown }],
    })
    expect([broken.status, broken.body.code, broken.body.errors[0].field]).toEqual([
      404,
      'coverage-change-post-unknown',
      'changes.1.postId',
    ])
    const nowhere = await send('PUT', `/${unknown}`, { ...input, version: 1 })
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'coverage-scenario-not-found'])
    const noDay = await send('POST', '', { ...input, question: { network: { date: '2027-02-30' } } })
    expect([noDay.status, noDay.body.code]).toEqual([400, 'date-unreadable'])
    const half = await send('POST', '', { ...input, name: '\ud800' })
    expect([half.status, half.body.code]).toEqual([400, 'text-not-storable'])
  })
})

dbTest('a scenario about a post of another sub-office is not the focal point’s to see', async ({ db }) => {
  await roads(db)
  const { id: postId } = await post(db)
  await db.run(sql`update border_post set sub_office_id = 'bassikounou' where id = ${postId}`)
  await withApp(db, async ({ app, as }) => {
    const payload = { name: 'Loin', note: '', question: {}, changes: [{ kind: 'post-closes', postId }] }
    const { id } = (await app.inject({ method: 'POST', url: URL, payload })).json()
    const focal = await as(await account(db, { role: 'focal-point', subOfficeId: 'selibaby' }))
    expect((await focal.inject(`${URL}/${id}`)).statusCode).toBe(404)
    expect((await focal.inject(URL)).json()).toEqual({ items: [] })
    const measured = await focal.inject({
      method: 'POST',
      url: '/api/coverage/measure',
      payload: { scenarioId: id },
    })
    expect([measured.statusCode, measured.json().code]).toEqual([404, 'coverage-scenario-not-found'])
  })
})

dbTest(
  'fictional scenarios are loaded once with their works, whose openings are told, and go as they came',
  async ({ db }) => {
    await region(db)
    expect(await loadDemonstrationScenarios(db)).toEqual({ added: 1 })
    await loadDemonstration(db)
    await loadDemonstrationAccounts(db)
    await loadDemonstrationWorks(db)
    expect(await loadDemonstrationScenarios(db)).toEqual({ added: 2 })
    expect(await loadDemonstrationScenarios(db)).toEqual({ added: 0 })
    await withApp(db, async ({ app }) => {
      const { items } = CoverageScenarios.parse((await app.inject(URL)).json())
      expect(items.map(({ name, isDemonstration }) => [name, isDemonstration])).toEqual([
        ['Gué de Boully coupé', true],
        ['Postes en travaux ouverts', true],
        ['Saison des pluies, août', true],
      ])
      expect(items.flatMap(({ brokenChanges }) => brokenChanges)).toEqual([])
      const openings = Openings.parse((await app.inject('/api/coverage/openings?on=2026-10-15')).json())
      const kindOf = (key: string) =>
        openings.items.find(({ reference }) => reference.startsWith('DEMO') && reference.endsWith(key))
      expect(kindOf('-06')).toMatchObject({ kind: 'received', opensOn: '2025-08-25' })
      expect(kindOf('-12')).toMatchObject({ kind: 'forecast', isDemonstration: true })
      expect(kindOf('-12')!.opensOn! >= '2026-10-15').toBe(true)
      expect(kindOf('-05')).toMatchObject({ kind: 'unknown', opensOn: null })
      const days = openings.items.map(({ opensOn }) => opensOn ?? '9999')
      expect(days).toEqual([...days].sort())
    })
    await removeDemonstrationScenarios(db)
    const left = await db.one<{ rows: number }>(sql`
      select count(*)::int as rows from coverage_scenario where demonstration_key is not null`)
    expect(left.rows).toBe(0)
  },
  LONGEST_MS,
)
