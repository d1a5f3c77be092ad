import { expect } from 'vitest'
import { MissionSettings } from '../../api/src/features/missions/settings-contract.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { missionPlace, placeInput, vehicle, vehicleInput } from '../support/given-mission.ts'
import { post } from '../support/given-post.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'

const RULE = {
  name: 'Convoi',
  level: 'forbid',
  demand: { kind: 'convoy', vehicles: 2 },
  areaId: null,
  season: null,
  profileId: null,
  source: 'Essai',
  isExample: false,
  isActive: true,
}
const RIM: [number, number][] = [
  [-12, 15],
  [-11.9, 15],
  [-11.9, 15.1],
  [-12, 15.1],
  [-12, 15],
]
const areaInput = (name: string, rim: unknown = RIM) => ({
  name,
  polygon: { type: 'Polygon', coordinates: [rim] },
  note: '',
  isArchived: false,
})

dbTest('settings of the missions are added, changed on their version, and checked', async ({ db }) => {
  const known = await vehicle(db, { registration: 'RIM 77' })
  await missionPlace(db, { name: 'Bureau' })
  await withApp(db, async ({ app }) => {
    const send = async (method: 'POST' | 'PUT', path: string, payload: object) => {
      const answer = await app.inject({ method, url: `/api/missions/${path}`, payload })
      return { status: answer.statusCode, body: answer.json() }
    }
    const add = async (path: string, payload: object) => {
      const { status, body } = await send('POST', path, payload)
      expect([status, body.code]).toEqual([201, undefined])
      return MissionSettings.parse(body)
    }
    const refuse = async (path: string, payload: object) => {
      const { status, body } = await send('POST', path, payload)
      expect(status).toBeGreaterThanOrEqual(400)
      return body.code
    }
    const url = `vehicles/${known.id}`
    const changed = await send('PUT', url, { ...vehicleInput({ state: 'workshop' }), version: 1 })
    expect(changed.status).toBe(200)
    const found = MissionSettings.parse(changed.body).vehicles.find(({ id }) => id === known.id)
    expect(found).toMatchObject({ state: 'workshop', version: 2 })
    const stale = await send('PUT', url, { ...vehicleInput(), version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'mission-setting-changed-meanwhile'])
    const nowhere = await send('PUT', 'vehicles/00000000-0000-4000-8000-000000000000', {
      ...vehicleInput(),
      version: 1,
    })
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'mission-setting-not-found'])
    expect(await refuse('vehicles', vehicleInput({ profileId: 'soucoupe' }))).toBe('vehicle-unknown')
    expect(await refuse('places', placeInput({ name: 'Bureau' }))).toBe('mission-setting-taken')
    expect(await refuse('places', placeInput({ position: [15, 212] }))).toBe('mission-position-not-on-earth')

    const { areas } = await add('areas', areaInput('Bande'))
    const crossed = [RIM[0], RIM[2], RIM[1], RIM[3], RIM[0]]
    expect(await refuse('areas', areaInput('Nœud', crossed))).toBe('mission-area-crosses-itself')
    expect(await refuse('areas', areaInput('Trait', RIM.slice(0, 3)))).toBe('mission-area-unreadable')

    expect(await refuse('rules', { ...RULE, demand: { kind: 'no-entry' } })).toBe('mission-rule-needs-area')
    expect(await refuse('rules', { ...RULE, areaId: known.id })).toBe('mission-area-unknown')
    expect(await refuse('rules', { ...RULE, season: { starts: '02-31', ends: '03-01' } })).toBe(
      'mission-rule-season',
    )
    const late = { kind: 'clearance', from: '2026-02-02', until: '2026-02-01' }
    expect(await refuse('rules', { ...RULE, demand: late })).toBe('mission-dates-reversed')
    await add('rules', { ...RULE, areaId: areas[0]!.id })
    const inUse = await send('PUT', `areas/${areas[0]!.id}`, {
      ...areaInput('Bande'),
      isArchived: true,
      version: 1,
    })
    expect([inUse.status, inUse.body.code]).toEqual([409, 'mission-area-in-use'])
  })
})

dbTest('a request for a visit makes a post due, by whoever plans', async ({ db }) => {
  await roads(db)
  const { id: postId } = await post(db)
  await withApp(db, async ({ as }) => {
    const focal = await as(await account(db, { role: 'focal-point' }))
    const due = async () => (await focal.inject('/api/missions/due?on=2026-03-01')).json().items
    expect(await due()).toMatchObject([{ postId, priority: 'normal', reasons: [{ kind: 'never-visited' }] }])
    const payload = {
      postId,
      subject: 'Clôture',
      askedBy: 'Le hakem',
      minutes: 45,
      earliest: null,
      latest: '2026-03-20',
      priority: 'required',
      note: '',
      isClosed: false,
    }
    const asked = await focal.inject({ method: 'POST', url: '/api/missions/requests', payload })
    expect(asked.statusCode).toBe(201)
    const [request] = asked.json().requests
    expect(await due()).toMatchObject([
      {
        priority: 'required',
        latest: '2026-03-20',
        minutes: 75,
        reasons: [{ kind: 'requested', values: { subject: 'Clôture', askedBy: 'Le hakem' } }, {}],
      },
    ])
    const url = `/api/missions/requests/${request.id}`
    await focal.inject({ method: 'PUT', url, payload: { ...payload, isClosed: true, version: 1 } })
    expect(await due()).toMatchObject([{ reasons: [{ kind: 'never-visited' }] }])
  })
})
