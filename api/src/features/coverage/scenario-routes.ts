import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  changeScenario,
  createScenario,
  describeScenario,
  duplicateScenario,
  listScenarios,
  setArchived,
} from './change-scenario.ts'
import {
  CoverageScenario,
  CoverageScenarioChangeInput,
  CoverageScenarioCopyInput,
  CoverageScenarioInput,
  CoverageScenarioParams,
  CoverageScenarios,
  CoverageScenariosQuery,
  CoverageScenarioVersionInput,
} from './scenario-contract.ts'

const tags = ['coverage']
const read = { permission: 'coverage.read' } as const
const plan = { permission: 'coverage.plan' } as const

/** Named scenarios: a question, and what it changes of what is stored. */
export const scenarioRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/coverage/scenarios',
    {
      config: read,
      schema: {
        tags,
        summary: 'Scenarios by name, archived ones last',
        querystring: CoverageScenariosQuery,
        response: { 200: CoverageScenarios },
      },
    },
    async ({ db, query }) => ({
      items: await listScenarios(db, { includeArchived: query.includeArchived === 'true' }),
    }),
  )
  app.post(
    '/coverage/scenarios',
    {
      config: plan,
      schema: {
        tags,
        summary: 'Adds a scenario',
        body: CoverageScenarioInput,
        response: { 201: CoverageScenario },
      },
    },
    async ({ db, body }, reply) => reply.code(201).send(await createScenario({ db, app }, body)),
  )
  app.get(
    '/coverage/scenarios/:scenarioId',
    {
      config: read,
      schema: {
        tags,
        summary: 'A scenario',
        params: CoverageScenarioParams,
        response: { 200: CoverageScenario },
      },
    },
    ({ db, params }) => describeScenario(db, params.scenarioId),
  )
  app.put(
    '/coverage/scenarios/:scenarioId',
    {
      config: plan,
      schema: {
        tags,
        summary:
          'Changes a scenario, made on the version named; a stale one gets 409 and the current scenario',
        params: CoverageScenarioParams,
        body: CoverageScenarioChangeInput,
        response: { 200: CoverageScenario },
      },
    },
    ({ db, params, body }) => changeScenario({ db, app }, params.scenarioId, body),
  )
  app.post(
    '/coverage/scenarios/:scenarioId/duplicate',
    {
      config: plan,
      schema: {
        tags,
        summary: 'Adds a scenario like this one under another name',
        params: CoverageScenarioParams,
        body: CoverageScenarioCopyInput,
        response: { 201: CoverageScenario },
      },
    },
    async ({ db, params, body }, reply) =>
      reply.code(201).send(await duplicateScenario({ db, app }, params.scenarioId, body.name)),
  )
  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Takes a scenario out of the lists; nothing is deleted', isArchived: true },
    { action: 'restore', summary: 'Puts an archived scenario back', isArchived: false },
  ]) {
    app.post(
      `/coverage/scenarios/:scenarioId/${action}`,
      {
        config: plan,
        schema: {
          tags,
          summary,
          params: CoverageScenarioParams,
          body: CoverageScenarioVersionInput,
          response: { 200: CoverageScenario },
        },
      },
      ({ db, params, body }) => setArchived(db, { id: params.scenarioId, version: body.version }, isArchived),
    )
  }
}
