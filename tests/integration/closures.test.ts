import { expect } from 'vitest'
import { Closure, ClosureChanges, Closures } from '../../api/src/features/road-state/contract.ts'
import { callerOf } from '../../api/src/platform/access/caller.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { closureInput, onTrack } from '../support/given-closure.ts'
import { roads } from '../support/given-roads.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()

async function onRoads(db: DbTestContext['db'], work: (test: TestApp) => Promise<void>): Promise<void> {
  await roads(db)
  await withApp(db, work)
}

async function report(app: App, facts: Readonly<Record<string, unknown>> = {}): Promise<Closure> {
  const answer = await app.inject({ method: 'POST', url: '/api/closures', payload: closureInput(facts) })
  expect(answer.statusCode, answer.body).toBe(201)
  return Closure.parse(answer.json())
}

const post = (app: App, url: string, payload: object) => app.inject({ method: 'POST', url, payload })
const patch = (app: App, { id }: Closure, payload: object) =>
  app.inject({ method: 'PATCH', url: `/api/closures/${id}`, payload })
const list = async (app: App, query = '') =>
  Closures.parse((await app.inject(`/api/closures${query}`)).json())

dbTest('a report is a point, a line or an area, with what its cause implies', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const point = await report(app)
    expect(point).toMatchObject({
      geometry: { type: 'Point', coordinates: onTrack(0) },
      speedFactor: 1,
      halfLifeDays: 7,
      endsAt: null,
      liftedAt: null,
      note: '',
      reportedBy: expect.stringContaining('Compte administrator'),
      isOwn: true,
      isDemonstration: false,
      withheld: [],
      version: 1,
      confidence: 1,
      isActing: true,
    })
    const line = { type: 'LineString', coordinates: [onTrack(0), onTrack(900)] }
    expect(await report(app, { geometry: line, effect: 'slow', cause: 'works' })).toMatchObject({
      geometry: line,
      speedFactor: 0.5,
      halfLifeDays: 60,
    })
    const [west, south] = onTrack(-500)
    const [east, north] = [onTrack(500)[0], south + 0.01]
    const ring = [
      [west, south - 0.01],
      [east, south - 0.01],
      [east, north],
      [west, north],
    ]
    const area = await report(app, { geometry: { type: 'Polygon', coordinates: [ring] }, cause: 'flood' })
    expect(area.geometry).toEqual({ type: 'Polygon', coordinates: [[...ring, ring[0]]] })
    expect((await list(app)).total).toBe(3)
  })
})

dbTest('the same report sent again is kept once; the id of another’s is refused', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const id = crypto.randomUUID()
    const first = await report(app, { id, note: 'Deux camions embourbés' })
    expect(first.id).toBe(id)
    const again = await post(app, '/api/closures', closureInput({ id }))
    expect(again.statusCode).toBe(200)
    expect(Closure.parse(again.json())).toEqual(first)
    const partner = await as(await account(db, { role: 'partner' }))
    const taken = await post(partner, '/api/closures', closureInput({ id }))
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'closure-id-taken'])
    expect((await list(app)).total).toBe(1)
  })
})

dbTest('confidence halves with each half-life, until it is seen again', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const { id } = await report(app, { halfLifeDays: 10, startsAt: daysAgo(30) })
    await db.run(
      sql`update road_closure set confirmed_at = confirmed_at - interval '20 days' where id = ${id}`,
    )
    const today = new Date().toISOString().slice(0, 10)
    const [faded] = (await list(app, `?date=${today}`)).items
    expect(faded!.confidence).toBeGreaterThan(0.24)
    expect(faded!.confidence).toBeLessThan(0.26)
    expect(faded!.isActing).toBe(true)
    const later = daysAgo(-5).slice(0, 10)
    const [gone] = (await list(app, `?date=${later}`)).items
    expect(gone).toMatchObject({ isActing: false })
    expect(gone!.confidence).toBeLessThan(0.2)

    const seen = await post(app, `/api/closures/${id}/confirm`, { version: 1 })

    expect(Closure.parse(seen.json())).toMatchObject({ confidence: 1, isActing: true, version: 2 })
    expect((await list(app, `?date=${later}`)).items[0]).toMatchObject({ isActing: true })
  })
})

dbTest('a closure is lifted, which is taken back, and what it was is kept', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const closure = await report(app, { startsAt: daysAgo(3) })
    const url = `/api/closures/${closure.id}`
    const today = new Date().toISOString().slice(0, 10)

    expect((await post(app, `${url}/lift`, { version: 1 })).json()).toMatchObject({
      version: 2,
      liftedAt: expect.any(String),
      isActing: false,
    })
    expect((await post(app, `${url}/lift`, { version: 2 })).json()).toMatchObject({ version: 2 })
    const over = await post(app, `${url}/confirm`, { version: 2 })
    expect([over.statusCode, over.json().code]).toEqual([409, 'closure-over'])
    expect((await list(app, `?date=${daysAgo(1).slice(0, 10)}`)).items[0]).toMatchObject({ isActing: true })
    expect((await list(app, `?date=${daysAgo(-1).slice(0, 10)}`)).total).toBe(0)
    expect((await list(app, `?date=${daysAgo(-1).slice(0, 10)}&includePast=true`)).total).toBe(1)
    expect((await list(app, `?date=${today}`)).items[0]).toMatchObject({ isActing: false })

    expect((await post(app, `${url}/restore`, { version: 2 })).json()).toMatchObject({
      version: 3,
      liftedAt: null,
      isActing: true,
    })
    await patch(app, closure, { version: 3, note: 'Le gué est profond', effect: 'four-wheel-drive' })
    const { items } = ClosureChanges.parse((await app.inject(`${url}/changes`)).json())
    expect(items.map(({ action, version }) => `${version} ${action}`)).toEqual([
      '4 updated',
      '3 restored',
      '2 lifted',
      '1 created',
    ])
    expect(items[0]).toMatchObject({
      changedBy: expect.stringContaining('Compte administrator'),
      before: { effect: 'cut', note: '', geometry: closure.geometry, startsAt: closure.startsAt },
    })
    expect(items.at(-1)!.before).toBeNull()
    const journal = await db.many<{ detail: object }>(sql`
      select detail from audit_event where subject = 'closure' and subject_id = ${closure.id} order by seq`)
    expect(journal.at(-1)!.detail).toEqual({ action: 'updated', version: 4, fields: ['effect', 'note'] })
    expect(journal.length).toBe(4)
  })
})

dbTest('the account of a report may go; the closure stays as it was', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const partner = await account(db, { role: 'partner' })
    const { id } = await report(await as(partner), { note: 'Vu' })
    await db.run(sql`delete from account where id = ${partner.id}`)
    expect((await list(app)).items[0]).toMatchObject({ id, version: 1, reportedBy: null, note: 'Vu' })
    expect((await app.inject(`/api/closures/${id}/changes`)).json().items.length).toBe(1)
  })
})

dbTest('a stale change gets 409 with the current closure, and changes nothing', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const closure = await report(app)
    expect((await patch(app, closure, { version: 1, note: 'Vu' })).json()).toMatchObject({ version: 2 })
    for (const answer of [
      await patch(app, closure, { version: 1, effect: 'slow' }),
      await post(app, `/api/closures/${closure.id}/lift`, { version: 1 }),
      await post(app, `/api/closures/${closure.id}/confirm`, { version: 7 }),
    ]) {
      expect(answer.statusCode).toBe(409)
      const { code, extra } = answer.json()
      expect(code).toBe('closure-changed-meanwhile')
      expect(Closure.parse(extra.current)).toMatchObject({ version: 2, note: 'Vu', effect: 'cut' })
    }
    const unknown = await post(app, `/api/closures/${crypto.randomUUID()}/lift`, { version: 1 })
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'closure-not-found'])
  })
})

dbTest('partners and contractors change and lift their own, and confirm everybody’s', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const partner = await as(await account(db, { role: 'partner' }))
    const contractor = await as(await account(db, { role: 'contractor' }))
    const focalPoint = await as(await account(db, { role: 'focal-point' }))
    const closure = await report(partner, { note: 'Vu ce matin' })
    const url = `/api/closures/${closure.id}`

    expect((await list(contractor)).items[0]).toMatchObject({
      note: 'Vu ce matin',
      reportedBy: null,
      withheld: ['reportedBy'],
      isOwn: false,
    })
    for (const answer of [
      await patch(contractor, closure, { version: 1, note: 'Faux' }),
      await post(contractor, `${url}/lift`, { version: 1 }),
      await post(contractor, `${url}/restore`, { version: 1 }),
      await contractor.inject(`${url}/changes`),
    ])
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'not-permitted'])
    expect((await post(contractor, `${url}/confirm`, { version: 1 })).json()).toMatchObject({ version: 2 })
    expect((await patch(partner, closure, { version: 2, note: 'Toujours' })).json()).toMatchObject({
      version: 3,
    })
    expect((await post(focalPoint, `${url}/lift`, { version: 3 })).json()).toMatchObject({
      version: 4,
      reportedBy: expect.stringContaining('Compte partner'),
    })
    expect((await list(app, '?includePast=true')).total).toBe(1)
  })
})

dbTest('insecurity is told to the office and to who reported it', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const partner = await as(await account(db, { role: 'partner' }))
    const contractor = await as(await account(db, { role: 'contractor' }))
    const viewer = await as(await account(db, { role: 'viewer' }))
    const hidden = await report(partner, { cause: 'security', note: 'Coupeurs de route' })
    const plain = await report(app, { note: 'Pont emporté', cause: 'collapse' })

    const ids = async (who: App) => (await list(who)).items.map(({ id }) => id).sort()
    const both = [hidden.id, plain.id].sort()
    expect(await ids(app)).toEqual(both)
    expect(await ids(partner)).toEqual(both)
    expect(await ids(contractor)).toEqual([plain.id])
    expect(await ids(viewer)).toEqual([plain.id])
    expect((await list(viewer)).items[0]).toMatchObject({
      note: null,
      reportedBy: null,
      withheld: ['note', 'reportedBy'],
    })
    const confirm = await post(contractor, `/api/closures/${hidden.id}/confirm`, { version: 1 })
    expect([confirm.statusCode, confirm.json().code]).toEqual([404, 'closure-not-found'])
    const file = (await viewer.inject('/api/exports/closures.csv')).body
    expect(file).toContain(plain.id)
    for (const secret of [hidden.id, 'Coupeurs', 'Pont emporté', 'Compte']) expect(file).not.toContain(secret)
  })
})

dbTest(
  'SQL on behalf of a caller reports for nobody else, and changes nothing that they do not see',
  async ({ db }) => {
    const given = await account(db, { role: 'partner' })
    const colleague = await account(db, { role: 'contractor' })
    const origin = { address: '127.0.0.1', agent: 'essai' }
    const partner = db.as(
      callerOf({ ...origin, ...given, accountId: given.id, name: 'Essai', subOfficeId: null, postIds: [] }),
    )
    const insertFor = (who: string, cause: string) => sql`
    insert into public.road_closure (geom, effect, speed_factor, cause, starts_at, reported_by, half_life_days)
    values (st_setsrid(st_makepoint(-12.18, 15.158), 4326), 'cut', 1, ${cause}, now(), ${who}, 7)`
    await db.run(insertFor(colleague.id, 'security'))
    await db.run(insertFor(colleague.id, 'wadi'))
    await expect(partner.run(insertFor(colleague.id, 'wadi'))).rejects.toMatchObject({ code: '42501' })
    expect(await partner.run(insertFor(given.id, 'security'))).toBe(1)
    const touch = sql`update public.road_closure set effect = 'slow'`
    expect(await partner.run(touch), 'the open one and the own one').toBe(2)
    const viewer = await account(db, { role: 'viewer' })
    const asViewer = db.as(
      callerOf({ ...origin, ...viewer, accountId: viewer.id, name: 'Essai', subOfficeId: null, postIds: [] }),
    )
    expect(await asViewer.run(touch)).toBe(0)
    for (const write of [
      sql`delete from public.road_closure`,
      sql`update public.road_closure set reported_by = ${given.id}`,
    ])
      await expect(partner.run(write), write.text).rejects.toMatchObject({ code: '42501' })
  },
)

dbTest('closures are exported as GeoJSON and as CSV', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const closure = await report(app, { note: 'Gué, 1 m d’eau' })
    const geojson = await app.inject('/api/exports/closures.geojson')
    expect(geojson.headers['content-type']).toContain('application/geo+json')
    expect(geojson.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [{ id: closure.id, geometry: closure.geometry, properties: { note: 'Gué, 1 m d’eau' } }],
    })
    const csv = await app.inject('/api/exports/closures.csv')
    const [header, row] = csv.body.split('\r\n')
    expect(header).toContain('id,effect,speedFactor')
    expect(row).toContain(`"Gué, 1 m d’eau"`)
    expect(row).toContain('""type"":""Point""')
  })
})
