import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { slidesOfTemplate } from './briefing-templates.ts'
import {
  addSlide,
  changeBriefing,
  createBriefing,
  duplicateBriefing,
  getBriefing,
  getVersion,
  restoreVersion,
  setArchived,
} from './change-briefing.ts'
import {
  AddedSlide,
  Briefing,
  BriefingAtVersion,
  BriefingChange,
  BriefingDraftInput,
  BriefingParams,
  Briefings,
  BriefingsQuery,
  BriefingVersionParams,
  BriefingVersions,
  NewBriefing,
} from './contract.ts'
import { writeDraft } from './draft/write-draft.ts'
import { findBriefings, findVersions } from './queries.ts'

const tags = ['briefings']
const read = { permission: 'briefings.read' } as const
const edit = { permission: 'briefings.edit' } as const
/** As many slides as there may be, each with the longest texts. */
const BODY_LIMIT = 12 * 1_048_576

export const briefingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/briefings',
    {
      config: read,
      schema: {
        tags,
        summary: 'Briefings, last changed first, archived ones at the end',
        querystring: BriefingsQuery,
        response: { 200: Briefings },
      },
    },
    async ({ db, query }) => ({
      items: await findBriefings(db, { includeArchived: query.includeArchived === 'true' }),
    }),
  )
  app.post(
    '/briefings',
    {
      config: edit,
      schema: {
        tags,
        summary: 'Begins a briefing, empty or with the slides of a template',
        body: NewBriefing,
        response: { 201: Briefing },
      },
    },
    async ({ db, body: { template, title, donorId } }, reply) =>
      reply
        .code(201)
        .send(await createBriefing(db, { title, donorId, slides: slidesOfTemplate(template, donorId) })),
  )
  app.post(
    '/briefings/draft',
    {
      config: edit,
      schema: {
        tags,
        summary:
          'Begins a briefing that is written from the data of a period, for a donor or for nobody in particular',
        body: BriefingDraftInput,
        response: { 201: Briefing },
      },
    },
    async ({ db, caller, body }, reply) => reply.code(201).send(await writeDraft({ app, caller, db }, body)),
  )
  app.get(
    '/briefings/:briefingId',
    {
      config: read,
      schema: { tags, summary: 'A briefing', params: BriefingParams, response: { 200: Briefing } },
    },
    ({ db, params }) => getBriefing(db, params.briefingId),
  )
  app.put(
    '/briefings/:briefingId',
    {
      bodyLimit: BODY_LIMIT,
      config: edit,
      schema: {
        tags,
        summary:
          'Saves a briefing as a whole, made on the version named; a stale one gets 409 and the current briefing',
        params: BriefingParams,
        body: BriefingChange,
        response: { 200: Briefing },
      },
    },
    ({ db, params, body }) => changeBriefing(db, params.briefingId, body),
  )
  app.post(
    '/briefings/:briefingId/slides',
    {
      config: edit,
      schema: {
        tags,
        summary: 'Adds a slide at the end, whatever version is kept',
        params: BriefingParams,
        body: AddedSlide,
        response: { 200: Briefing },
      },
    },
    ({ db, params, body }) => addSlide(db, params.briefingId, body.slide),
  )
  app.post(
    '/briefings/:briefingId/duplicate',
    {
      config: edit,
      schema: {
        tags,
        summary: 'Begins a briefing with the slides of this one',
        params: BriefingParams,
        response: { 201: Briefing },
      },
    },
    async ({ db, params }, reply) => reply.code(201).send(await duplicateBriefing(db, params.briefingId)),
  )
  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Takes a briefing out of the list; nothing is deleted', isArchived: true },
    { action: 'restore', summary: 'Puts an archived briefing back', isArchived: false },
  ]) {
    app.post(
      `/briefings/:briefingId/${action}`,
      {
        config: edit,
        schema: { tags, summary, params: BriefingParams, response: { 200: Briefing } },
      },
      ({ db, params }) => setArchived(db, params.briefingId, isArchived),
    )
  }
  await app.register(versionRoutes)
}

const versionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/briefings/:briefingId/versions',
    {
      config: read,
      schema: {
        tags,
        summary: 'The versions of a briefing, the latest first',
        params: BriefingParams,
        response: { 200: BriefingVersions },
      },
    },
    async ({ db, params }) => {
      const { id } = await getBriefing(db, params.briefingId)
      return { items: await findVersions(db, id) }
    },
  )
  app.get(
    '/briefings/:briefingId/versions/:version',
    {
      config: read,
      schema: {
        tags,
        summary: 'A briefing as it was left',
        params: BriefingVersionParams,
        response: { 200: BriefingAtVersion },
      },
    },
    ({ db, params }) => getVersion(db, params.briefingId, params.version),
  )
  app.post(
    '/briefings/:briefingId/versions/:version/restore',
    {
      config: edit,
      schema: {
        tags,
        summary: 'Makes a version the newest one again; those after it stay in the history',
        params: BriefingVersionParams,
        response: { 200: Briefing },
      },
    },
    ({ db, params }) => restoreVersion(db, params.briefingId, params.version),
  )
}
