import { expect } from 'vitest'
import { MissionQuestionAnswer, PlanAnswer, TimeAnswer } from '../../api/src/features/missions/contract.ts'
import { dbTest } from '../support/db-test.ts'
import { missionInput, missionPlace, vehicle, visitInput } from '../support/given-mission.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { roads } from '../support/given-roads.ts'
import { withApp } from '../support/inject-app.ts'

const LONGEST_MS = 180_000

dbTest(
  'a question is planned, timed and explained; what cannot be is said why',
  async ({ db }) => {
    await roads(db)
    const place = await missionPlace(db)
    const car = await vehicle(db)
    const near = await post(db, { position: [SELIBABY[0] + 0.015, SELIBABY[1]] })
    await withApp(db, async ({ app }) => {
      const send = async (url: string, payload: object) => {
        const answer = await app.inject({ method: 'POST', url, payload })
        return answer.json()
      }
      const visits = [visitInput(near.id, { id: 'v1', priority: 'required' })]
      const given = { placeId: place.id, vehicleId: car.id }
      const draft = await send('/api/missions', missionInput(given, { visits }))
      const asked = MissionQuestionAnswer.parse(
        (await app.inject(`/api/missions/${draft.id}/question`)).json(),
      )
      const { question } = asked
      expect(asked.leftOut).toEqual([])
      expect(question.places.map(({ id }) => id)).toEqual([place.id, near.id])
      expect(question.rules.length).toBeGreaterThan(3)

      const search = { question, steps: 40, seed: 3 }
      const best = PlanAnswer.parse(await send('/api/missions/plan', search))
      expect(best.plan.days.flatMap(({ visitIds }) => visitIds)).toEqual(['v1'])
      expect(PlanAnswer.parse(await send('/api/missions/plan', search)).plan).toEqual(best.plan)
      const streamed = await app.inject({
        method: 'POST',
        url: '/api/missions/plan',
        payload: search,
        headers: { accept: 'application/x-ndjson' },
      })
      const lines = streamed.body.trim().split('\n')
      expect(lines.map((line) => PlanAnswer.parse(JSON.parse(line)).isLast)).toEqual([
        ...lines.slice(1).map(() => false),
        true,
      ])
      expect(lines.length).toBeGreaterThan(1)

      const [day] = best.plan.days
      const way = { fromPlaceId: place.id, toPlaceId: near.id }
      const forcedOver = (via: object[], more: object = {}) => ({
        ...best.plan,
        days: [{ ...day!, forcedWays: [{ ...way, via, ...more }] }, ...best.plan.days.slice(1)],
      })
      const west = { position: [SELIBABY[0] - 0.01, SELIBABY[1] + 0.001], name: null }
      const plan = forcedOver([west])
      const free = TimeAnswer.parse(await send('/api/missions/time', { question, plan: best.plan }))
      const over = TimeAnswer.parse(await send('/api/missions/time', { question, plan }))
      const [freeLeg, overLeg] = [free, over].map(({ itinerary }) => itinerary.days[0]!.legs[0]!)
      expect(overLeg!.via).toMatchObject([west])
      expect(overLeg!.via![0]!.passes![1]).toBeCloseTo(SELIBABY[1], 4)
      expect(overLeg!.metres).toBeGreaterThan(freeLeg!.metres + 1500)
      expect(over.plan).toEqual(plan)
      const lostPoint = { position: [SELIBABY[0], SELIBABY[1] + 1], name: 'Nulle part' }
      const missed = await send('/api/missions/time', { question, plan: forcedOver([lostPoint]) })
      expect(TimeAnswer.parse(missed).broken).toContainEqual(
        expect.objectContaining({ kind: 'via', level: 'forbid', leg: 0 }),
      )
      const input = missionInput(given, { visits, reference: draft.reference })
      const change = (stored: object, version: number) =>
        app.inject({
          method: 'PUT',
          url: `/api/missions/${draft.id}`,
          payload: { ...input, plan: stored, version },
        })
      const kept = (await change(plan, draft.version)).json()
      expect(kept.plan).toEqual(plan)
      expect((await app.inject(`/api/missions/${draft.id}`)).json().plan).toEqual(plan)
      const six = forcedOver(Array.from({ length: 6 }, () => west))
      for (const [refusedPlan, code] of [
        [six, 'mission-too-many-points'],
        [forcedOver([{ ...west, position: [15, 190] }]), 'mission-position-not-on-earth'],
        [
          {
            ...plan,
            days: [{ ...plan.days[0]!, forcedWays: [0, 1].map(() => plan.days[0]!.forcedWays![0]) }],
          },
          'mission-repeated',
        ],
      ] as const) {
        expect((await change(refusedPlan, kept.version)).json()).toMatchObject({ code, status: 400 })
        expect(await send('/api/missions/time', { question, plan: refusedPlan })).toMatchObject({ code })
      }
      expect(
        await send('/api/missions/time', { question, plan: forcedOver([west], { toPlaceId: 'Z' }) }),
      ).toMatchObject({ code: 'mission-part-unknown' })

      const late = { ...question.visits[0]!, hours: [hoursOf('03:00', '04:30')] }
      const timed = TimeAnswer.parse(
        await send('/api/missions/time', { question: { ...question, visits: [late] }, plan: best.plan }),
      )
      expect(timed.broken.map(({ kind, level }) => [kind, level])).toContainEqual(['hours', 'forbid'])
      const stuck = PlanAnswer.parse(
        await send('/api/missions/plan', { ...search, question: { ...question, visits: [late] } }),
      )
      expect(stuck.plan.droppedVisitIds).toEqual(['v1'])
      const daylight = question.rules.find(({ demand }) => demand.kind === 'daylight')!.id
      expect(stuck.conflict).toContainEqual({ kind: 'rule', ruleId: daylight })
      expect(stuck.conflict).toContainEqual({ kind: 'hours', visitId: 'v1' })
      expect(stuck.dropped[0]?.reasons).toContainEqual({ code: 'rule', ruleId: daylight })
      const explained = await send('/api/missions/explain', {
        question: { ...question, visits: [late] },
        plan: stuck.plan,
        visitId: 'v1',
      })
      expect(explained).toEqual(stuck.dropped[0])

      const far = { ...question.places[1]!, position: [-8, 17] }
      const lost = PlanAnswer.parse(
        await send('/api/missions/plan', {
          ...search,
          question: { ...question, places: [question.places[0], far] },
        }),
      )
      expect(lost.dropped).toEqual([{ visitId: 'v1', reasons: [{ code: 'no-way' }] }])
      const many = Array.from({ length: 300 }, (_, index) => ({ ...question.visits[0]!, id: `v${index}` }))
      const refused = await send('/api/missions/plan', { question: { ...question, visits: many } })
      expect([refused.code, refused.status]).toEqual(['mission-too-large', 400])
      const apart = [question.dates[0]!, '2027-01-09']
      expect(await send('/api/missions/plan', { question: { ...question, dates: apart } })).toMatchObject({
        code: 'mission-days-apart',
      })
      const strange = { days: [{ ...best.plan.days[0]!, teamId: 'Z' }], droppedVisitIds: [] }
      expect(await send('/api/missions/time', { question, plan: strange })).toMatchObject({
        code: 'mission-part-unknown',
      })
    })
  },
  LONGEST_MS,
)

function hoursOf(opens: string, closes: string) {
  return { weekdays: null, date: null, opens, closes }
}
