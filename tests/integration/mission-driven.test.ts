import { expect } from 'vitest'
import { DrivenDays, Mission } from '../../api/src/features/missions/contract.ts'
import { Track } from '../../api/src/features/tracks/contract.ts'
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
import { roads } from '../support/given-roads.ts'
import { drivenAlong, gpxOf, trackForm } from '../support/given-track.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

/** The roads are built, and threads opened, on whatever else the machine does. */
const LONGEST_MS = 180_000
const YESTERDAY = dayAhead(-1)
/** The post is so far east of the office, down the only track. */
const POST_METRES = 1600

async function send(app: TestApp['app'], method: 'POST' | 'PUT', url: string, payload?: object) {
  const answer = await app.inject({ method, url, ...(payload ? { payload } : {}) })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return answer.json()
}

dbTest(
  'the tracks of a mission tell when each leg of the plan was driven, and over how much road',
  async ({ db }) => {
    await roads(db)
    const place = await missionPlace(db)
    const car = await vehicle(db)
    const visited = await post(db, { position: [SELIBABY[0] + POST_METRES / 107_500, SELIBABY[1]] })
    await withApp(db, async ({ app }) => {
      const visits = [visitInput(visited.id, { id: 'v1' })]
      const dates = { from: YESTERDAY, until: dayAhead(0) }
      const input = missionInput({ placeId: place.id, vehicleId: car.id }, { ...dates, visits })
      const { id, version } = await send(app, 'POST', '/api/missions', { ...input, plan: planOf(input) })
      const events = `/api/missions/${id}/events`
      const submitted = await send(app, 'POST', events, missionEvent('submitted', { version }))
      const paper = { number: 'HQ/12', ...dates }
      await send(app, 'POST', events, missionEvent('cleared', { version: submitted.version, payload: paper }))
      const driven = async () => DrivenDays.parse((await app.inject(`/api/missions/${id}/driven`)).json())
      expect(await driven()).toEqual({ days: [], readTrackCount: 0 })

      const way = drivenAlong(0, POST_METRES)
      const back = drivenAlong(POST_METRES, 0).map(({ position, seconds }) => ({
        position,
        seconds: seconds + 3600,
      }))
      const file = trackForm(gpxOf([...way, ...back], Date.parse(`${YESTERDAY}T08:00:00Z`)))
      const uploaded = await app.inject({ method: 'POST', url: '/api/tracks', ...file })
      const track = Track.parse(uploaded.json())
      const linked = await send(app, 'PUT', `/api/missions/${id}/tracks/${track.id}`)
      expect(Mission.parse(linked).trackIds).toEqual([track.id])
      const { days, readTrackCount } = await driven()
      expect(readTrackCount).toBe(1)
      expect(days.map(({ date, legs }) => [date, legs.filter(Boolean).length])).toEqual([
        [YESTERDAY, 2],
        [dayAhead(0), 0],
      ])
      const [there, home] = days[0]!.legs
      // One is at a place within half a kilometre of it: neither all of the time nor all of the way is told.
      expect(there!.arrivedAt.slice(0, 13)).toBe(`${YESTERDAY}T08`)
      expect(there!.seconds).toBeLessThan(160)
      expect(there!.metres).toBeGreaterThan(500)
      expect(there!.metres).toBeLessThan(POST_METRES)
      expect(home!.arrivedAt.slice(0, 13)).toBe(`${YESTERDAY}T09`)
    })
  },
  LONGEST_MS,
)
