import { expect } from 'vitest'
import { RoadEdit, RoadEditHistory, RoadEdits } from '../../api/src/features/road-edits/contract.ts'
import { loadAcceptedEdits, loadEditsRevision } from '../../api/src/platform/road-learning-queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { onTrack } from '../support/given-closure.ts'
import { roads } from '../support/given-roads.ts'
import { drivenAlong, editInput, gpxOf, trackForm } from '../support/given-track.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']

async function onRoads(db: DbTestContext['db'], work: (test: TestApp) => Promise<void>): Promise<void> {
  await roads(db)
  await withApp(db, work)
}

const post = (app: App, url: string, payload: object) => app.inject({ method: 'POST', url, payload })
async function propose(app: App, facts: Readonly<Record<string, unknown>> = {}): Promise<RoadEdit> {
  const answer = await post(app, '/api/road-edits', editInput(facts))
  expect(answer.statusCode, answer.body).toBe(201)
  return RoadEdit.parse(answer.json())
}
const list = async (app: App, query = '') =>
  RoadEdits.parse((await app.inject(`/api/road-edits${query}`)).json())
const onRoad = { type: 'LineString', coordinates: [onTrack(-900), onTrack(900)] }

dbTest('a drawing is proposed, accepted and then in force; what it was is kept', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const focal = await as(await account(db, { role: 'focal-point' }))
    const edit = await propose(focal, { name: 'Piste de Hassi', validFrom: '2026-01-01' })
    expect(edit).toMatchObject({
      kind: 'add',
      state: 'proposed',
      origin: 'drawn',
      proposedBy: expect.stringContaining('Compte focal-point'),
      isOwn: true,
      decidedBy: null,
      lengthMetres: expect.closeTo(2_213, -1),
      version: 1,
      withheld: [],
    })
    expect(await loadAcceptedEdits(db)).toEqual([])
    const before = await loadEditsRevision(db)

    const accepted = await post(app, `/api/road-edits/${edit.id}/accept`, { version: 1 })

    expect(RoadEdit.parse(accepted.json())).toMatchObject({ state: 'accepted', isOwn: false, version: 2 })
    expect(await loadAcceptedEdits(db)).toEqual([
      {
        id: edit.id,
        kind: 'add',
        geometry: edit.geometry,
        highway: 'track',
        ground: null,
        name: 'Piste de Hassi',
        validFrom: '2026-01-01',
        validUntil: null,
      },
    ])
    expect(await loadEditsRevision(db)).not.toBe(before)
    const url = `/api/road-edits/${edit.id}`
    const ended = await app.inject({
      method: 'PATCH',
      url,
      payload: { version: 2, validUntil: '2026-12-31' },
    })
    expect(ended.json()).toMatchObject({ state: 'accepted', validUntil: '2026-12-31', version: 3 })
    const { items } = RoadEditHistory.parse((await app.inject(`${url}/changes`)).json())
    expect(items.map(({ action, before: was }) => [action, was?.state, was?.validUntil])).toEqual([
      ['updated', 'accepted', null],
      ['accepted', 'proposed', null],
      ['created', undefined, undefined],
    ])
    const journal = await db.many<{ detail: { action: string; fields: string[] } }>(sql`
      select detail from audit_event where subject = 'road-edit' order by seq`)
    expect(journal.map(({ detail }) => detail.action)).toEqual(['created', 'accepted', 'updated'])
    expect(journal[2]!.detail.fields).toEqual(['valid_until'])
  })
})

dbTest('one’s own drawing may be accepted, rejected and accepted again', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const { id } = await propose(app)
    for (const [action, version] of [
      ['accept', 1],
      ['reject', 2],
      ['accept', 3],
    ] as const) {
      const answer = await post(app, `/api/road-edits/${id}/${action}`, { version })
      expect(answer.json()).toMatchObject({ state: `${action}ed`, version: version + 1, isOwn: true })
    }
    const same = await post(app, `/api/road-edits/${id}/accept`, { version: 4 })
    expect(same.json()).toMatchObject({ state: 'accepted', version: 4 })
  })
})

dbTest(
  'what is not accepted is seen by the office alone; who proposed is withheld from others',
  async ({ db }) => {
    await onRoads(db, async ({ app, as }) => {
      const viewer = await as(await account(db, { role: 'viewer' }))
      const partner = await as(await account(db, { role: 'partner' }))
      const open = await propose(app, { note: 'Chez le chef de village' })
      const { id } = await propose(app, { note: 'Vu le 3 mars' })
      await post(app, `/api/road-edits/${id}/accept`, { version: 1 })
      expect((await list(app)).items.map(({ state }) => state)).toEqual(['proposed', 'accepted'])
      for (const other of [viewer, partner]) {
        expect((await list(other)).items.map((edit) => edit.id)).toEqual([id])
        const hidden = await other.inject(`/api/road-edits/${open.id}`)
        expect([hidden.statusCode, hidden.json().code]).toEqual([404, 'edit-not-found'])
        expect((await post(other, '/api/road-edits', editInput())).statusCode).toBe(403)
      }
      expect((await list(viewer)).items[0]).toMatchObject({ note: null, proposedBy: null, decidedBy: null })
      expect((await list(partner)).items[0]).toMatchObject({ note: 'Vu le 3 mars', proposedBy: null })
      expect((await list(viewer)).items[0]!.withheld).toContain('note')
    })
  },
)

dbTest('lists choose by state and by place', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    await propose(app)
    expect((await list(app, '?state=proposed')).total).toBe(1)
    expect((await list(app, '?state=rejected')).total).toBe(0)
    const [lon, lat] = onTrack(500)
    expect((await list(app, `?bbox=${lon - 0.01},${lat},${lon + 0.01},${lat + 0.01}`)).total).toBe(1)
    expect((await list(app, `?bbox=${lon + 0.1},${lat},${lon + 0.2},${lat + 0.01}`)).total).toBe(0)
  })
})

dbTest('the same drawing sent again is kept once; the id of another’s is refused', async ({ db }) => {
  await onRoads(db, async ({ app, as }) => {
    const id = crypto.randomUUID()
    await propose(app, { id })
    expect((await post(app, '/api/road-edits', editInput({ id }))).statusCode).toBe(200)
    const focal = await as(await account(db, { role: 'focal-point' }))
    const taken = await post(focal, '/api/road-edits', editInput({ id }))
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'edit-id-taken'])
    expect((await list(app)).total).toBe(1)
  })
})

dbTest('a stale version is refused with the current edit', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const { id } = await propose(app)
    const url = `/api/road-edits/${id}`
    await app.inject({ method: 'PATCH', url, payload: { version: 1, note: 'Un' } })
    for (const answer of [
      await app.inject({ method: 'PATCH', url, payload: { version: 1, note: 'Deux' } }),
      await post(app, `${url}/accept`, { version: 1 }),
    ]) {
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'edit-changed-meanwhile'])
      expect(answer.json().extra.edit).toMatchObject({ note: 'Un', version: 2 })
    }
  })
})

dbTest('what cannot be a correction is refused by name', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const line = (...coordinates: unknown[]) => ({ geometry: { type: 'LineString', coordinates } })
    const [lon, lat] = onTrack(0)
    const cases: [code: string, facts: Readonly<Record<string, unknown>>][] = [
      ['edit-line-unreadable', { geometry: null }],
      ['edit-line-unreadable', { geometry: { type: 'Point', coordinates: [lon, lat] } }],
      ['edit-line-unreadable', line([lon, lat])],
      ['edit-line-unreadable', line([lon, lat], [lon, 'nord'])],
      ['edit-line-unreadable', line(...Array.from({ length: 5_001 }, (_, i) => [lon + i / 1e5, lat]))],
      ['edit-outside-region', line([lon, lat], [10, 60])],
      ['edit-length-unfit', line([lon, lat], [lon, lat])],
      ['edit-length-unfit', line([lon, lat], [lon + 0.00001, lat])],
      ['edit-says-nothing', { highway: null }],
      ['edit-says-nothing', { kind: 'change', highway: null, geometry: onRoad }],
      ['edit-dates-reversed', { validFrom: '2026-05-01', validUntil: '2026-04-30' }],
      ['edit-touches-no-road', { kind: 'remove', ...line([lon, lat + 0.01], [lon, lat + 0.02]) }],
      ['text-not-storable', { note: 'a\u0000b' }],
    ]
    for (const [code, facts] of cases) {
      const answer = await post(app, '/api/road-edits', editInput(facts))
      expect([answer.statusCode, answer.json().code], JSON.stringify(facts).slice(0, 80)).toEqual([400, code])
    }
    await propose(app, { kind: 'remove', highway: null, geometry: onRoad })
    await propose(app, { kind: 'change', highway: null, ground: 'paved', geometry: onRoad })
    expect((await list(app)).total).toBe(2)
  })
})

dbTest('an accepted road has the tracks that drove there matched again', async ({ db }) => {
  await onRoads(db, async ({ app }) => {
    const [lon, lat] = onTrack(0)
    const points = [
      ...drivenAlong(-900, 0),
      ...Array.from({ length: 15 }, (_, i) => ({
        position: [lon, lat + ((i + 1) * 100) / 111_195] as const,
        seconds: 90 + 10 * (i + 1),
      })),
    ]
    const sent = await app.inject({ method: 'POST', url: '/api/tracks', ...trackForm(gpxOf(points)) })
    const track = sent.json<{ id: string; openProposalCount: number }>()
    expect(track.openProposalCount).toBe(1)
    const [proposal] = (await list(app)).items
    expect(proposal).toMatchObject({
      origin: 'track',
      trackId: track.id,
      evidence: { points: expect.any(Number), meanKmh: 36 },
    })
    await post(app, `/api/road-edits/${proposal!.id}/accept`, { version: 1 })
    expect((await app.inject(`/api/tracks/${track.id}`)).json().state).toBe('waiting')
    const refused = await propose(app)
    await post(app, `/api/road-edits/${refused.id}/reject`, { version: 1 })
    await app.inject({ method: 'DELETE', url: `/api/tracks/${track.id}` })
    const kept = await app.inject(`/api/road-edits/${proposal!.id}`)
    expect(kept.json()).toMatchObject({ state: 'accepted', trackId: null })
  })
})
