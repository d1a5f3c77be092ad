import { expect } from 'vitest'
import {
  DroppedVisit,
  MissionQuestionAnswer,
  PlanAnswer,
  TimeAnswer,
} from '../../api/src/features/missions/contract.ts'
import { RoadInputs } from '../../api/src/features/roads/contract.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { openRoads } from '../../web/src/platform/roads-worker/open-roads.ts'
import { dbTest } from '../support/db-test.ts'
import { closureInput, onTrack } from '../support/given-closure.ts'
import { dayAhead, missionInput, missionPlace, vehicle, visitInput } from '../support/given-mission.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'

/** A wadi across the only track, between Sélibaby and a post in the east. */
async function wadi(db: Db): Promise<void> {
  const [lon, lat] = onTrack(800)
  const run = await db.one<{ id: number }>(sql`select id from import_run order by id limit 1`)
  await db.run(sql`
    insert into waterway (id, class, is_intermittent, length_metres, import_run_id, geom)
    select 1, 'stream', true, 2000, ${run.id},
           st_setsrid(st_makeline(st_makepoint(${lon}::float8, ${lat}::float8 - 0.01),
                                  st_makepoint(${lon}::float8, ${lat}::float8 + 0.01)), 4326)`)
}

const LONGEST_MS = 180_000

dbTest(
  'what is supposed of a day the server and the browser answer alike',
  async ({ db }) => {
    await region(db)
    await roads(db)
    await wadi(db)
    const place = await missionPlace(db)
    const car = await vehicle(db)
    const east = await post(db, { position: [SELIBABY[0] + 0.015, SELIBABY[1]] })
    await withApp(db, async ({ app }) => {
      const send = async (url: string, payload: object) => {
        const answer = await app.inject({ method: 'POST', url, payload })
        return answer.json()
      }
      const [first, second] = [dayAhead(7), dayAhead(8)]
      const closure = await send(
        '/api/closures',
        closureInput({
          geometry: { type: 'Point', coordinates: onTrack(400) },
          startsAt: `${dayAhead(-30)}T00:00:00Z`,
          endsAt: `${dayAhead(-20)}T00:00:00Z`,
        }),
      )
      const given = { placeId: place.id, vehicleId: car.id }
      const visits = [visitInput(east.id, { id: 'v1', priority: 'required' })]
      const draft = await send('/api/missions', missionInput(given, { visits }))
      const { question } = MissionQuestionAnswer.parse(
        (await app.inject(`/api/missions/${draft.id}/question`)).json(),
      )
      const inputs = RoadInputs.parse((await app.inject(`/api/roads/inputs?date=${first}`)).json())
      const { rawPayload } = await app.inject({
        url: `/api/roads/graph?date=${first}`,
        headers: { 'accept-encoding': 'identity' },
      })
      const here = openRoads(new Uint8Array(rawPayload).buffer)
      here.takeInputs(inputs)

      const dayOf = (date: string, visitIds: string[]) => ({
        teamId: 'A',
        date,
        visitIds,
        endPlaceId: place.id,
      })
      const plan = { days: [dayOf(first, ['v1']), dayOf(second, [])], droppedVisitIds: [] }
      const none = { days: [dayOf(first, []), dayOf(second, [])], droppedVisitIds: ['v1'] }
      const wadis = { date: first, cutsWadis: true, closureIds: [] }
      const closed = { date: first, cutsWadis: false, closureIds: [closure.id] }
      const timesOf = async (whatIf: object | null) => {
        const there = TimeAnswer.parse(await send('/api/missions/time', { question, plan, whatIf }))
        const { itinerary, broken } = here.mission('mission-time', {
          question,
          plan,
          whatIf: whatIf as typeof wadis | null,
        })
        expect({ itinerary: there.itinerary, broken: there.broken }, JSON.stringify(whatIf)).toEqual(
          JSON.parse(JSON.stringify({ itinerary, broken })),
        )
        return there.broken.map(({ kind, date }) => [kind, date])
      }
      expect(await timesOf(null)).toEqual([])
      expect(await timesOf(wadis)).toContainEqual(['no-way', first])
      expect(await timesOf(closed)).toContainEqual(['no-way', first])
      expect(await timesOf({ ...wadis, date: second })).toEqual([])

      const search = { question, steps: 40, seed: 3 }
      for (const [whatIf, dates] of [
        [wadis, [second]],
        [closed, [second]],
        [{ ...wadis, date: second }, [first]],
      ] as const) {
        const found = PlanAnswer.parse(await send('/api/missions/plan', { ...search, whatIf }))
        expect(found.plan.days.filter(({ visitIds }) => visitIds.length > 0).map(({ date }) => date)).toEqual(
          dates,
        )
      }
      const short = { ...question, dates: [first] }
      const asked = {
        question: short,
        plan: { ...none, days: none.days.slice(0, 1) },
        visitId: 'v1',
        whatIf: wadis,
      }
      const explained = DroppedVisit.parse(await send('/api/missions/explain', asked))
      expect(explained.reasons).toEqual(here.mission('mission-explain', asked))
      expect(explained.reasons).not.toEqual(here.mission('mission-explain', { ...asked, whatIf: null }))

      expect(
        await send('/api/missions/time', { question, plan, whatIf: { ...wadis, date: dayAhead(40) } }),
      ).toMatchObject({
        code: 'mission-what-if-day',
        errors: [{ field: 'whatIf.date' }],
      })
      const unknown = '0d0a8d0e-6d1c-4ad5-8a55-0c54ac5e1c50'
      expect(
        await send('/api/missions/plan', { ...search, whatIf: { ...closed, closureIds: [unknown] } }),
      ).toMatchObject({
        code: 'closure-not-found',
      })
    })
  },
  LONGEST_MS,
)
