import ICAL from 'ical.js'
import { expect } from 'vitest'
import { OwnAccount } from '../../api/src/features/accounts/contract.ts'
import { Mission } from '../../api/src/features/missions/contract.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import {
  dayAhead,
  missionEvent,
  missionInput,
  missionPlace,
  planOf,
  vehicle,
  visitInput,
} from '../support/given-mission.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']

/** To time a plan the server starts a thread with the roads. */
const LONGEST_MS = 180_000
const ADDRESSES = '/api/account/calendar-addresses'

async function makeAddress(app: App, name = 'Téléphone'): Promise<{ id: string; path: string }> {
  const answer = await app.inject({ method: 'POST', url: ADDRESSES, payload: { name } })
  expect(answer.statusCode, answer.body).toBe(201)
  const { id, url } = answer.json<{ id: string; url: string }>()
  return { id, path: new URL(url).pathname }
}

async function send(app: App, url: string, payload: object): Promise<Mission> {
  const answer = await app.inject({ method: 'POST', url, payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return Mission.parse(answer.json()) as Mission
}

/** A mission to a post two kilometres down the only track, planned by hand. */
async function planned(db: Db, app: App): Promise<Mission> {
  await region(db)
  await roads(db)
  const place = await missionPlace(db, { name: 'Bureau de Sélibaby' })
  const car = await vehicle(db)
  const visited = await post(db, { name: 'Poste d’essai', position: [SELIBABY[0] + 0.015, SELIBABY[1]] })
  const input = missionInput(
    { placeId: place.id, vehicleId: car.id },
    {
      reference: 'MI-2026/9',
      title: 'Suivi des chantiers',
      visits: [visitInput(visited.id, { id: 'v1', priority: 'required', purpose: 'Réserves à lever' })],
    },
  )
  return send(app, '/api/missions', { ...input, plan: planOf(input) })
}

function eventsIn(text: string): InstanceType<typeof ICAL.Event>[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
}

dbTest(
  'a calendar program without a session reads what was submitted, then what was cleared',
  async ({ db, given }) => {
    await withApp(db, async ({ app, as, anonymous }) => {
      const mission = await planned(db, app)
      const { path } = await makeAddress(app)
      const read = async () => {
        const answer = await anonymous.inject(path)
        expect([answer.statusCode, answer.headers['content-type']]).toEqual([
          200,
          'text/calendar; charset=utf-8',
        ])
        return { etag: String(answer.headers.etag), body: answer.body, events: eventsIn(answer.body) }
      }
      expect((await read()).events, 'a draft is nobody else’s').toEqual([])

      const submitted = await send(
        app,
        `/api/missions/${mission.id}/events`,
        missionEvent('submitted', { version: mission.version }),
      )
      const waiting = await read()
      expect(waiting.events.map(({ summary }) => summary)).toEqual(['MI-2026/9 : Suivi des chantiers'])
      const days = waiting.events[0]!
      expect([days.startDate.toString(), days.endDate.toString()], 'whole days').toEqual([
        mission.from,
        dayAhead(9),
      ])
      expect(days.component.getFirstPropertyValue('status')).toBe('TENTATIVE')

      const boss = await as(await given.account({ role: 'coordinator' }))
      const payload = { number: 'AUT-77', from: mission.from, until: dayAhead(9) }
      await send(
        boss,
        `/api/missions/${mission.id}/events`,
        missionEvent('cleared', { version: submitted.version, payload }),
      )
      const cleared = await read()
      expect(cleared.events.map(({ summary }) => summary)).toEqual([
        'MI-2026/9 : Suivi des chantiers',
        'MI-2026/9 : Bureau de Sélibaby → Poste d’essai',
        'MI-2026/9 : Poste d’essai → Bureau de Sélibaby',
        'MI-2026/9 : visite de Poste d’essai',
      ])
      expect(new Set(cleared.events.map((event) => event.component.getFirstPropertyValue('status')))).toEqual(
        new Set(['CONFIRMED']),
      )
      expect(cleared.body, 'no person').not.toContain('Chauffeur')
      expect(cleared.etag).not.toBe(waiting.etag)
      const unchanged = await anonymous.inject({ url: path, headers: { 'if-none-match': cleared.etag } })
      expect([unchanged.statusCode, unchanged.body]).toEqual([304, ''])
    })
  },
  LONGEST_MS,
)

dbTest(
  'wrong, revoked, unused and rightless addresses are refused in one and the same way',
  async ({ db, given }) => {
    await withApp(db, async ({ app, as, anonymous }) => {
      const refusal = async (path: string) => {
        const { statusCode, headers, json } = await anonymous.inject(path)
        const { 'content-length': _length, date: _date, etag: _etag, ...told } = headers
        return { statusCode, told, body: { ...json<object>(), instance: '', requestId: '' } }
      }
      const forged = await refusal(`/api/calendar/${'x'.repeat(43)}.ics`)
      expect(forged).toMatchObject({ statusCode: 404, body: { code: 'calendar-refused' } })
      expect(await refusal('/api/calendar/x'), 'malformed').toEqual(forged)

      const revoked = await makeAddress(app)
      expect((await app.inject({ method: 'DELETE', url: `${ADDRESSES}/${revoked.id}` })).statusCode).toBe(204)
      expect(await refusal(revoked.path), 'revoked').toEqual(forged)
      const again = await app.inject({ method: 'DELETE', url: `${ADDRESSES}/${revoked.id}` })
      expect([again.statusCode, again.json().code]).toEqual([404, 'calendar-address-not-found'])

      const unused = await makeAddress(app)
      await db.run(sql`
      update calendar_address set created_at = now() - interval '181 days', last_used_at = now() - interval '180 days'
       where id = ${unused.id}`)
      expect(await refusal(unused.path), 'unused').toEqual(forged)

      const person = await given.account({ role: 'coordinator' })
      const { path } = await makeAddress(await as(person))
      const change = async (what: ReturnType<typeof sql>) => {
        await db.run(sql`update account set ${what} where id = ${person.id}`)
        return (await anonymous.inject(path)).statusCode
      }
      expect(await change(sql`role = 'viewer'`)).toBe(404)
      expect(await refusal(path), 'rights lost').toEqual(forged)
      expect(await change(sql`role = 'coordinator', left_at = now()`)).toBe(404)
      expect(await change(sql`left_at = null`)).toBe(200)
      await db.run(sql`update setting set value = '["coordinator"]' where name = 'second-factor-roles'`)
      expect(await refusal(path), 'second factor missing').toEqual(forged)
      const refusals = await db.many(sql`select detail from audit_event where action = 'refused'`)
      expect(refusals, 'only what nobody made').toEqual(
        Array(2).fill({ detail: { reason: 'calendar-unknown' } }),
      )
    })
  },
)

dbTest(
  'the feed shows what its account sees at that moment, and nothing of another sub-office',
  async ({ db, given }) => {
    await withApp(db, async ({ app, as, anonymous }) => {
      const mission = await planned(db, app)
      await send(
        app,
        `/api/missions/${mission.id}/events`,
        missionEvent('submitted', { version: mission.version }),
      )
      const here = await given.account({ role: 'focal-point', subOfficeId: 'selibaby' })
      const elsewhere = await given.account({ role: 'focal-point', subOfficeId: 'bassikounou' })
      const count = async (path: string) => eventsIn((await anonymous.inject(path)).body).length
      const { path } = await makeAddress(await as(here))
      expect(await count(path)).toBe(1)
      expect(await count((await makeAddress(await as(elsewhere))).path)).toBe(0)
      await db.run(sql`update account set sub_office_id = 'bassikounou' where id = ${here.id}`)
      expect(await count(path)).toBe(0)
    })
  },
)

dbTest(
  'addresses are listed to their account alone, made by who reads missions, and told to the journal',
  async ({ db, given }) => {
    await withApp(db, async ({ app, as, anonymous }) => {
      const person = await given.account({ role: 'focal-point', subOfficeId: 'selibaby' })
      const own = await as(person)
      const list = async (asked: App) =>
        OwnAccount.parse((await asked.inject('/api/account')).json()).calendarAddresses
      const { id, path } = await makeAddress(own, ' Téléphone ')
      expect(await list(own)).toMatchObject([{ id, name: 'Téléphone', lastUsedAt: null }])
      await anonymous.inject(path)
      expect((await list(own))[0]!.lastUsedAt).toMatch(/^\d{4}-.*Z$/)
      expect(await list(app)).toEqual([])
      expect((await app.inject({ method: 'DELETE', url: `${ADDRESSES}/${id}` })).statusCode).toBe(404)

      const viewer = await as(await given.account({ role: 'viewer' }))
      const refused = await viewer.inject({ method: 'POST', url: ADDRESSES, payload: { name: 'Agenda' } })
      expect(refused.json().code).toBe('not-permitted')
      for (let count = 2; count <= 10; count++) await makeAddress(own)
      const eleventh = await own.inject({ method: 'POST', url: ADDRESSES, payload: { name: 'Agenda' } })
      expect([eleventh.statusCode, eleventh.json().code]).toEqual([409, 'calendar-addresses-many'])

      await own.inject({ method: 'DELETE', url: `${ADDRESSES}/${id}` })
      const lines = await db.many<{ action: string }>(sql`
      select action from audit_event where subject = 'calendar-address' and subject_id = ${id} order by seq`)
      expect(lines.map(({ action }) => action)).toEqual(['share', 'change'])
      const { text } = await db.one<{ text: string }>(sql`
      select string_agg(address::text, ' ') as text from calendar_address address`)
      expect(text, 'the token is kept nowhere').not.toContain(path.slice(-47, -4))
    })
  },
)

dbTest('one machine that asks without end is slowed down', async ({ db }) => {
  await withApp(db, async ({ app, anonymous }) => {
    const { path } = await makeAddress(app)
    const ask = (remoteAddress: string) => anonymous.inject({ url: path, remoteAddress })
    for (let count = 0; count < 60; count++) expect((await ask('198.51.100.7')).statusCode).toBe(200)
    const slowed = await ask('198.51.100.7')
    expect([slowed.statusCode, slowed.json().code]).toEqual([429, 'calendar-slowed'])
    expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('198.51.100.8')).statusCode).toBe(200)
  })
})
