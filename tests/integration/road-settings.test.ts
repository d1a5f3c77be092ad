import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import { expect } from 'vitest'
import { Calendars, Vehicles } from '../../api/src/features/road-state/contract.ts'
import { loadCalendars, loadVehicles } from '../../api/src/platform/road-state-queries.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { withApp } from '../support/inject-app.ts'

const LORRY = DEFAULT_VEHICLES.find(({ id }) => id === 'lorry')!
const RIVER = DEFAULT_CALENDARS.find(({ id }) => id === 'river')!
const PHASE = RIVER.phases[0]!

dbTest('vehicles are changed, and put back, each as a new version', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const put = (payload: object) => app.inject({ method: 'PUT', url: '/api/vehicles/lorry', payload })
    const { items } = Vehicles.parse((await app.inject('/api/vehicles')).json())
    expect(items).toEqual(DEFAULT_VEHICLES.map((own) => ({ ...own, version: 0, updatedAt: null })))

    const changed = await put({ ...LORRY, version: 0, topKmh: 60, source: 'Carnet de bord' })
    expect(changed.json()).toMatchObject({ id: 'lorry', version: 1, topKmh: 60, source: 'Carnet de bord' })
    expect((await loadVehicles(db)).find(({ id }) => id === 'lorry')).toEqual({
      ...LORRY,
      topKmh: 60,
      source: 'Carnet de bord',
    })
    for (const version of [0, 2]) {
      const stale = await put({ ...LORRY, version })
      expect([stale.statusCode, stale.json().code]).toEqual([409, 'road-setting-changed-meanwhile'])
      expect(stale.json().extra.current).toMatchObject({ version: 1, topKmh: 60 })
    }
    const url = '/api/vehicles/lorry/reset'
    const reset = await app.inject({ method: 'POST', url, payload: { version: 1 } })
    expect(reset.json()).toMatchObject({ ...LORRY, version: 2 })
    expect((await loadVehicles(db)).find(({ id }) => id === 'lorry')).toEqual(LORRY)

    const journal = await db.many<{ detail: object }>(sql`
      select detail from audit_event where subject = 'vehicle' and subject_id = 'lorry' order by seq`)
    expect(journal.map(({ detail }) => detail)).toEqual([
      { action: 'created', version: 1, fields: expect.arrayContaining(['topKmh']) },
      { action: 'updated', version: 2, fields: ['source', 'topKmh'] },
    ])
    const kept = await db.many<{ before: { value: { topKmh: number } } }>(sql`
      select before from road_state_change where subject = 'vehicle' and version = 2`)
    expect(kept.map(({ before }) => before.value.topKmh)).toEqual([60])
  })
})

dbTest('what a vehicle is stays: its id and its mode of travel', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const payload = { ...LORRY, id: '4x4', mode: 'boat', version: 0 }
    const answer = await app.inject({ method: 'PUT', url: '/api/vehicles/lorry', payload })
    expect(answer.json()).toMatchObject({ id: 'lorry', mode: 'lorry' })
    const unknown = await app.inject({ method: 'PUT', url: '/api/vehicles/tank', payload })
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'vehicle-not-found'])
  })
})

dbTest('bad figures of a vehicle are refused by their field', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    for (const [facts, field] of [
      [{ kmhByHighway: { ...LORRY.kmhByHighway, track: 0 } }, 'kmhByHighway.track'],
      [{ kmhByHighway: { ...LORRY.kmhByHighway, track: -12 } }, 'kmhByHighway.track'],
      [{ kmhByHighway: { ...LORRY.kmhByHighway, track: 900 } }, 'kmhByHighway.track'],
      [{ kmhByHighway: { motorbahn: 50 } }, 'kmhByHighway'],
      [{ kmhByHighway: {} }, 'kmhByHighway'],
      [{ byGround: { ...LORRY.byGround, earth: { dry: 2, wet: 1 } } }, 'byGround.earth.dry'],
      [{ byGround: { earth: { dry: 1, wet: 1 } } }, 'byGround.unknown'],
      [{ bySmoothness: [1, 1] }, 'bySmoothness'],
      [{ byTrackGrade: [1, 1, 1, 1, -1] }, 'byTrackGrade.4'],
      [{ detourFactor: 0.5 }, 'detourFactor'],
      [{ ferry: { kmh: 0, waitMinutes: 10 } }, 'ferry.kmh'],
      [{ nameFr: '  ' }, 'nameFr'],
      [{ source: '' }, 'source'],
      [{ source: 'a\0' }, 'source'],
    ] as const) {
      const payload = { ...LORRY, version: 0, ...facts }
      const answer = await app.inject({ method: 'PUT', url: '/api/vehicles/lorry', payload })
      expect([answer.statusCode, answer.json().errors?.[0]?.field], JSON.stringify(facts)).toEqual([
        400,
        field,
      ])
    }
    expect(await loadVehicles(db)).toEqual(DEFAULT_VEHICLES)
  })
})

dbTest('calendars are changed, refused by their field, and put back', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const url = '/api/season-calendars/river'
    const put = (facts: object, version = 0) =>
      app.inject({ method: 'PUT', url, payload: { ...RIVER, ...facts, version } })
    for (const [facts, code, field] of [
      [{ phases: [{ ...PHASE, starts: '02-30' }] }, 'phase-day-unknown', 'phases.0.starts'],
      [{ phases: [{ ...PHASE, starts: '2-3' }] }, 'validation-failed', 'phases.0.starts'],
      [{ phases: [PHASE, { ...PHASE, starts: '09-30' }] }, 'phases-overlap', 'phases.1.starts'],
      [{ phases: [{ ...PHASE, nameFr: '' }] }, 'validation-failed', 'phases.0.nameFr'],
      [{ reachMetres: null }, 'calendar-reach-missing', 'reachMetres'],
      [{ reachMetres: -1 }, 'validation-failed', 'reachMetres'],
    ] as const) {
      const answer = await put(facts)
      expect([answer.statusCode, answer.json().code, answer.json().errors?.[0]?.field]).toEqual([
        400,
        code,
        field,
      ])
    }
    const moved = { ...PHASE, starts: '08-20' }
    expect((await put({ phases: [moved] })).json()).toMatchObject({ version: 1, phases: [moved] })
    const { items } = Calendars.parse((await app.inject('/api/season-calendars')).json())
    expect(items.map(({ id, version }) => `${id} ${version}`)).toEqual(['wadi 0', 'river 1'])
    expect((await loadCalendars(db))[1]!.phases).toEqual([moved])

    const reset = await app.inject({ method: 'POST', url: `${url}/reset`, payload: { version: 1 } })
    expect(reset.json()).toMatchObject({ version: 2 })
    expect(await loadCalendars(db)).toEqual(DEFAULT_CALENDARS)
    const unknown = await app.inject({
      method: 'POST',
      url: '/api/season-calendars/x/reset',
      payload: { version: 0 },
    })
    expect([unknown.statusCode, unknown.json().code]).toEqual([404, 'calendar-not-found'])
  })
})

dbTest('everybody reads vehicles and calendars; who coordinates changes them', async ({ db }) => {
  await withApp(db, async ({ as }) => {
    for (const [role, statusCode] of [
      ['coordinator', 200],
      ['focal-point', 403],
      ['partner', 403],
      ['viewer', 403],
    ] as const) {
      const app = await as(await account(db, { role }))
      expect((await app.inject('/api/vehicles')).statusCode).toBe(200)
      expect((await app.inject('/api/season-calendars')).statusCode).toBe(200)
      const payload = { ...LORRY, version: 0 }
      const answer = await app.inject({ method: 'PUT', url: '/api/vehicles/lorry', payload })
      expect(answer.statusCode, role).toBe(statusCode)
    }
  })
})
