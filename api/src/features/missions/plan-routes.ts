import { Readable } from 'node:stream'
import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { WhatIf } from '@borne/geodata/road-state/suppose-ground'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problem } from '../../platform/problems.ts'
import { loadClosures } from '../../platform/road-state-queries.ts'
import { buildQuestion } from './build-question.ts'
import { checkPlanOf, checkQuestion } from './check-question.ts'
import { DroppedVisit, ExplainInput, PlanAnswer, PlanInput, TimeAnswer, TimeInput } from './contract.ts'
import { getMission } from './describe-mission.ts'
import { explainVisit, type Searching, searchPlan, timePlan } from './mission-travel.ts'
import type { MissionWorkers } from './mission-workers.ts'

const tags = ['missions']
const config = { permission: 'missions.plan' } as const
const NDJSON = 'application/x-ndjson'

/** Plans, times and explanations, computed away from the thread that answers people. */
export function planRoutes(workers: MissionWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/missions/plan',
      {
        config,
        schema: {
          tags,
          summary:
            'Looks for a plan; with Accept: application/x-ndjson each better one on a line as it comes',
          body: PlanInput,
          response: { 200: PlanAnswer },
        },
      },
      async (request, reply) => {
        const question = await readQuestion(request, request.body)
        const { seed, seconds, steps = null } = request.body
        const asked = { app, request, workers, whatIf: await readWhatIf(request, question) }
        if (!request.headers.accept?.includes(NDJSON))
          return searchPlan(asked, question, { seed, seconds, steps })
        const lines = streamPlans((more) => searchPlan(asked, question, { seed, seconds, steps, ...more }))
        const stream = lines as unknown as PlanAnswer
        return reply.type(NDJSON).header('cache-control', 'no-store, no-transform').send(stream)
      },
    )

    app.post(
      '/missions/time',
      {
        config,
        schema: {
          tags,
          summary: 'Times of a plan that was changed by hand, and what it breaks',
          body: TimeInput,
          response: { 200: TimeAnswer },
        },
      },
      async (request) => {
        const question = await readQuestion(request, request.body)
        checkPlanOf(question, request.body.plan)
        const whatIf = await readWhatIf(request, question)
        return timePlan({ app, request, workers, whatIf }, question, request.body.plan)
      },
    )

    app.post(
      '/missions/explain',
      {
        config,
        schema: {
          tags,
          summary: 'Why a visit is not in a plan',
          body: ExplainInput,
          response: { 200: DroppedVisit },
        },
      },
      async (request) => {
        const question = await readQuestion(request, request.body)
        checkPlanOf(question, request.body.plan)
        const whatIf = await readWhatIf(request, question)
        return explainVisit({ app, request, workers, whatIf }, question, request.body)
      },
    )
  }
}

/** That of the mission, or the one given. */
async function readQuestion(
  { db }: FastifyRequest,
  { missionId, question }: { missionId?: string; question?: MissionQuestion },
): Promise<MissionQuestion> {
  if (missionId === undefined && question === undefined)
    throw problem('mission-nothing-asked', {}, { field: 'question' })
  const asked = question ?? (await buildQuestion(db, await getMission(db, missionId!))).question
  checkQuestion(asked)
  return asked
}

/** @throws problem `mission-what-if-day`, `closure-not-found` */
async function readWhatIf(
  { db, body }: FastifyRequest<{ Body: { whatIf?: WhatIf | null | undefined } }>,
  { dates }: MissionQuestion,
): Promise<WhatIf | null> {
  const { whatIf = null } = body
  if (whatIf === null) return null
  const { date, closureIds } = whatIf
  if (!dates.includes(date))
    throw problem(
      'mission-what-if-day',
      { date, from: dates[0], until: dates.at(-1) },
      { field: 'whatIf.date' },
    )
  const known = new Set(closureIds.length > 0 ? (await loadClosures(db)).map(({ id }) => id) : [])
  const closureId = closureIds.find((id) => !known.has(id))
  if (closureId !== undefined)
    throw problem('closure-not-found', { closureId }, { field: 'whatIf.closureIds' })
  return whatIf
}

/** One answer a line, until the last or until nobody reads any longer. */
function streamPlans(
  search: (more: Pick<Searching, 'onBetter' | 'signal'>) => Promise<PlanAnswer>,
): Readable {
  const stop = new AbortController()
  const lines = new Readable({
    read: () => {},
    destroy: (error, done) => {
      stop.abort()
      done(error)
    },
  })
  const push = (answer: PlanAnswer) => lines.push(`${JSON.stringify(answer)}\n`)
  search({ onBetter: push, signal: stop.signal })
    .then((last) => {
      push(last)
      lines.push(null)
    })
    .catch((error: Error) => lines.destroy(error))
  return lines
}
