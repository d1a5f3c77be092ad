import { expect } from 'vitest'
import { Mission, MissionQuestionAnswer, PlanAnswer } from '../../api/src/features/missions/contract.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import {
  dayAhead,
  missionEvent,
  missionInput,
  missionPlace,
  vehicle,
  visitInput,
} from '../support/given-mission.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { roads } from '../support/given-roads.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']
/** The roads are built, and threads opened, on whatever else the machine does. */
const LONGEST_MS = 180_000

/** An office, a vehicle, and a post two kilometres down the only track. */
async function office(db: Db) {
  await roads(db)
  const place = await missionPlace(db)
  const car = await vehicle(db)
  const visited = await post(db, { position: [SELIBABY[0] + 0.015, SELIBABY[1]] })
  return { placeId: place.id, vehicleId: car.id, vehicleName: car.name, postId: visited.id }
}

async function send(app: App, method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

async function ok(app: App, method: 'POST' | 'PUT', url: string, payload: object): Promise<Mission> {
  const { status, body } = await send(app, method, url, payload)
  expect(body).not.toHaveProperty('code')
  expect(status).toBeLessThan(300)
  return Mission.parse(body) as Mission
}

async function refused(app: App, method: 'POST' | 'PUT', url: string, payload: object): Promise<string> {
  const { status, body } = await send(app, method, url, payload)
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400)
  return body.code
}

/** A draft with one visit, planned by the server. */
async function planned(app: App, given: Awaited<ReturnType<typeof office>>): Promise<Mission> {
  const input = missionInput(given, {
    visits: [visitInput(given.postId, { id: 'v1', priority: 'required' })],
  })
  const draft = await ok(app, 'POST', '/api/missions', input)
  const { body } = await send(app, 'POST', '/api/missions/plan', { missionId: draft.id, seed: 1, steps: 50 })
  const { plan, broken, conflict, isLast } = PlanAnswer.parse(body)
  expect(broken.filter(({ level }) => level === 'forbid')).toEqual([])
  expect([conflict, isLast]).toEqual([null, true])
  expect(plan.droppedVisitIds).toEqual([])
  return ok(app, 'PUT', `/api/missions/${draft.id}`, { ...input, plan, version: draft.version })
}

dbTest(
  'a mission is planned, submitted, cleared by a second person, driven and done',
  async ({ db }) => {
    const given = await office(db)
    await withApp(db, async (test) => {
      const focal = await test.as(await account(db, { role: 'focal-point' }))
      const chief = await test.as(await account(db, { role: 'coordinator' }))
      const draft = await planned(focal, given)
      const url = `/api/missions/${draft.id}`
      const events = `${url}/events`
      expect(draft).toMatchObject({ status: 'draft', mayRecord: ['submitted'], clearance: null })
      expect(draft.posts).toMatchObject([{ id: given.postId, visitedOn: null }])

      expect(await refused(focal, 'POST', events, missionEvent('begun'))).toBe('mission-not-cleared')
      const submitted = await ok(focal, 'POST', events, missionEvent('submitted', { version: draft.version }))
      expect(submitted.status).toBe('submitted')
      const paper = { number: 'HQ/12', from: draft.from, until: draft.until }
      const clearing = missionEvent('cleared', { version: submitted.version, payload: paper })
      expect(await refused(focal, 'POST', events, clearing)).toBe('not-permitted')
      const past = { ...clearing, payload: { ...clearing.payload, from: dayAhead(-9), until: dayAhead(-2) } }
      expect(await refused(chief, 'POST', events, past)).toBe('mission-clearance-past')
      const short = { ...clearing, payload: { ...clearing.payload, until: draft.from } }
      expect(await refused(chief, 'POST', events, short)).toBe('mission-clearance-too-short')

      const cleared = await ok(chief, 'POST', events, clearing)
      expect(cleared).toMatchObject({ status: 'cleared', clearance: paper })
      const kept = cleared.events.at(-1)!
      expect(kept.kind === 'cleared' && kept.payload.itinerary.days[0]!.visits).toMatchObject([
        { visitId: 'v1' },
      ])
      expect(await ok(chief, 'POST', events, clearing)).toEqual(cleared)
      expect(
        await refused(chief, 'POST', events, { ...clearing, happenedAt: `${dayAhead(-1)}T08:00:00Z` }),
      ).toBe('mission-event-id-taken')

      await ok(focal, 'POST', events, missionEvent('begun'))
      const told = { teamId: 'A', placeId: given.postId, position: null }
      await ok(focal, 'POST', events, missionEvent('checked-in', { payload: told }))
      expect(
        await refused(focal, 'PUT', url, { ...inputOf(cleared), title: 'Autre', version: cleared.version }),
      ).toBe('mission-changed-meanwhile')
      const visits = [{ visitId: 'v1', visitedOn: dayAhead(0), findings: 'Rien à signaler' }]
      const done = await ok(focal, 'POST', events, missionEvent('done', { payload: { visits } }))
      expect(done).toMatchObject({ status: 'done', mayRecord: [], posts: [{ visitedOn: dayAhead(0) }] })
      expect(done.events.map(({ kind }) => kind)).toEqual([
        'submitted',
        'cleared',
        'begun',
        'checked-in',
        'done',
      ])
      expect(await refused(focal, 'PUT', url, { ...inputOf(done), version: done.version })).toBe(
        'mission-left',
      )
    })
  },
  LONGEST_MS,
)

/** What was stated of a mission. */
function inputOf(mission: Mission) {
  const { reference, title, purpose, from, until, people, budgetLine, plan } = mission
  const { startPlaceId, endPlaceId, nightPlaceIds, teams, visits } = mission
  return {
    ...{ reference, title, purpose, from, until, people, budgetLine, plan },
    ...{ startPlaceId, endPlaceId, nightPlaceIds, teams, visits },
  }
}

dbTest(
  'a plan that changes after it was cleared needs a new clearance; a title does not',
  async ({ db }) => {
    const given = await office(db)
    await withApp(db, async ({ app }) => {
      const draft = await planned(app, given)
      const url = `/api/missions/${draft.id}`
      const submitted = await ok(
        app,
        'POST',
        `${url}/events`,
        missionEvent('submitted', { version: draft.version }),
      )
      const paper = { number: 'HQ/13', from: draft.from, until: draft.until }
      const event = missionEvent('cleared', { version: submitted.version, payload: paper })
      const cleared = await ok(app, 'POST', `${url}/events`, event)
      const { question } = MissionQuestionAnswer.parse((await app.inject(`${url}/question`)).json())
      expect(question.rules.find(({ id }) => id === 'mission-clearance')?.demand).toMatchObject({
        kind: 'clearance',
      })

      const renamed = { ...inputOf(cleared), title: 'Suivi', version: cleared.version }
      const titled = await ok(app, 'PUT', url, renamed)
      expect(titled).toMatchObject({ status: 'cleared', clearance: paper })
      const dropped = {
        days: titled.plan!.days.map((day) => ({ ...day, visitIds: [] })),
        droppedVisitIds: ['v1'],
      }
      const changed = await ok(app, 'PUT', url, {
        ...inputOf(titled),
        plan: dropped,
        version: titled.version,
      })
      expect(changed).toMatchObject({ status: 'draft', clearance: null })
      expect(changed.events.at(-1)?.kind).toBe('reopened')
    })
  },
  LONGEST_MS,
)

dbTest(
  'a vehicle that another mission has on these days is told with that mission',
  async ({ db }) => {
    const given = await office(db)
    await withApp(db, async ({ app }) => {
      const first = await planned(app, given)
      const other = missionInput(given, { from: first.until, until: dayAhead(10) })
      const free = await ok(app, 'POST', '/api/missions', other)
      await ok(
        app,
        'POST',
        `/api/missions/${first.id}/events`,
        missionEvent('submitted', { version: first.version }),
      )
      const { status, body } = await send(app, 'POST', '/api/missions', { ...other, reference: 'MI-autre' })
      expect([status, body.code]).toEqual([409, 'mission-vehicle-taken'])
      expect(body.detail).toContain(first.reference)
      expect(body.detail).toContain(given.vehicleName)
      const change = { ...other, title: 'Encore', version: free.version }
      expect(await refused(app, 'PUT', `/api/missions/${free.id}`, change)).toBe('mission-vehicle-taken')
      const later = { ...other, reference: 'MI-plus-tard', from: dayAhead(20), until: dayAhead(21) }
      await ok(app, 'POST', '/api/missions', later)
    })
  },
  LONGEST_MS,
)

dbTest(
  'what is stated of a mission is checked, and a draft can be deleted',
  async ({ db }) => {
    const given = await office(db)
    await withApp(db, async ({ app }) => {
      const create = (facts: object) =>
        refused(app, 'POST', '/api/missions', { ...missionInput(given), ...facts })
      const visit = visitInput(given.postId, { id: 'v' })
      expect(await create({ from: dayAhead(9), until: dayAhead(7) })).toBe('mission-dates-reversed')
      expect(await create({ until: dayAhead(60) })).toBe('mission-too-large')
      const many = Array.from({ length: 300 }, (_, index) => ({ ...visit, id: `v${index}` }))
      expect(await create({ visits: many })).toBe('mission-too-large')
      expect(await create({ visits: [visit, visit] })).toBe('mission-repeated')
      expect(await create({ visits: [{ ...visit, afterVisitId: 'v' }] })).toBe('mission-order-circular')
      expect(await create({ visits: [{ ...visit, pinnedTeamId: 'Z' }] })).toBe('mission-part-unknown')
      expect(await create({ startPlaceId: given.vehicleId })).toBe('mission-place-unknown')
      const draft = await ok(app, 'POST', '/api/missions', missionInput(given))
      expect(await create({ reference: draft.reference })).toBe('mission-reference-taken')
      const { body } = await send(app, 'POST', '/api/missions/plan', {})
      expect(body.code).toBe('mission-nothing-asked')
      const gone = await app.inject({
        method: 'DELETE',
        url: `/api/missions/${draft.id}?version=${draft.version}`,
      })
      expect(gone.statusCode).toBe(204)
      expect((await app.inject(`/api/missions/${draft.id}`)).statusCode).toBe(404)
    })
  },
  LONGEST_MS,
)
