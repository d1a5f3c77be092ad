import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { changeEdit, decideEdit, type EditsAt, getEdit, proposeEdit } from './change-edit.ts'
import {
  RoadEdit,
  RoadEditChangeInput,
  RoadEditHistory,
  RoadEditInput,
  RoadEditParams,
  RoadEdits,
  RoadEditsQuery,
  VersionInput,
} from './contract.ts'
import { countEdits, findEditHistory, findEdits } from './queries.ts'

const tags = ['roads']

/** Corrections of the road network: drawn or taken from tracks, then accepted or rejected. */
export const roadEditsRoutes: FastifyPluginAsyncZod = async (app) => {
  const at = ({ db }: FastifyRequest): EditsAt => ({ db, getRoads: () => app.roadNetwork.get() })
  const noted = async <T>({ caller }: FastifyRequest, change: Promise<T>): Promise<T> => {
    const changed = await change
    app.roadNetwork.noteChange(caller.accountId)
    return changed
  }

  app.get(
    '/road-edits',
    {
      config: { permission: 'roads.read' },
      schema: {
        tags,
        summary:
          'Corrections of the network, what nobody has decided on first; to others than the office the accepted ones',
        querystring: RoadEditsQuery,
        response: { 200: RoadEdits },
      },
    },
    async ({ db, query }) => {
      const items = await findEdits(db, query)
      const total = await countEdits(db, query)
      return { items, total, limit: query.limit, offset: query.offset }
    },
  )

  app.post(
    '/road-edits',
    {
      config: { permission: 'road-edits.propose' },
      schema: {
        tags,
        summary:
          'Proposes a road that the map lacks, another class or ground, or that there is none. Sent again under the same id, it is kept once',
        body: RoadEditInput,
        response: { 200: RoadEdit, 201: RoadEdit },
      },
    },
    async (request, reply) => {
      const { edit, isNew } = await proposeEdit(at(request), request.body)
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/road-edits/${edit.id}`)
        .send(edit)
    },
  )

  app.get(
    '/road-edits/:editId',
    {
      config: { permission: 'roads.read' },
      schema: { tags, summary: 'One correction', params: RoadEditParams, response: { 200: RoadEdit } },
    },
    ({ db, params }) => getEdit(db, params.editId),
  )

  app.patch(
    '/road-edits/:editId',
    {
      config: { permission: 'road-edits.decide' },
      schema: {
        tags,
        summary: 'Changes the given fields of the version named: its days, class, ground, name, note or line',
        params: RoadEditParams,
        body: RoadEditChangeInput,
        response: { 200: RoadEdit },
      },
    },
    (request) => noted(request, changeEdit(at(request), request.params.editId, request.body)),
  )

  for (const { action, summary, state } of [
    { action: 'accept', summary: 'From now on the roads are so', state: 'accepted' },
    { action: 'reject', summary: 'It does not hold, or no longer', state: 'rejected' },
  ] as const) {
    app.post(
      `/road-edits/:editId/${action}`,
      {
        config: { permission: 'road-edits.decide' },
        schema: { tags, summary, params: RoadEditParams, body: VersionInput, response: { 200: RoadEdit } },
      },
      (request) => {
        const decision = { version: request.body.version, state }
        return noted(request, decideEdit(at(request), request.params.editId, decision))
      },
    )
  }

  app.get(
    '/road-edits/:editId/changes',
    {
      config: { permission: 'road-edits.propose' },
      schema: {
        tags,
        summary: 'Every change of a correction, the latest first, with what it was before',
        params: RoadEditParams,
        response: { 200: RoadEditHistory },
      },
    },
    async ({ db, params: { editId } }) => {
      await getEdit(db, editId)
      return { items: await findEditHistory(db, editId) }
    },
  )
}
