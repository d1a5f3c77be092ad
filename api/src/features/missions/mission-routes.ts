import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { buildQuestion } from './build-question.ts'
import { changeMission, createMission, deleteMission } from './change-mission.ts'
import {
  DrivenDays,
  Mission,
  MissionChangeInput,
  MissionInput,
  MissionParams,
  MissionQuestionAnswer,
  MissionRows,
  MissionsQuery,
  MissionTrackParams,
  MissionVersion,
} from './contract.ts'
import { describeMission, getMission, listMissions } from './describe-mission.ts'
import { MissionEventInput } from './event-contract.ts'
import { linkMissionTrack } from './link-track.ts'
import { timePlan } from './mission-travel.ts'
import type { MissionWorkers } from './mission-workers.ts'
import { unlinkTrack } from './queries.ts'
import { recordEvent } from './record-event.ts'
import { tellDriven } from './tell-driven.ts'

const tags = ['missions']
const read = { permission: 'missions.read' } as const
const plan = { permission: 'missions.plan' } as const
const noContent = { 204: z.null() }

/** Missions, what happens on them, and their tracks. */
export function missionRoutes(workers: MissionWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/missions',
      {
        config: read,
        schema: {
          tags,
          summary: 'Missions, the latest first',
          querystring: MissionsQuery,
          response: { 200: MissionRows },
        },
      },
      ({ db, query }) => listMissions(db, query),
    )
    app.post(
      '/missions',
      {
        config: plan,
        schema: { tags, summary: 'Adds a draft', body: MissionInput, response: { 201: Mission } },
      },
      async (request, reply) => reply.code(201).send(await createMission(request, request.body)),
    )
    app.get(
      '/missions/:missionId',
      {
        config: read,
        schema: {
          tags,
          summary: 'A mission with all that happened on it',
          params: MissionParams,
          response: { 200: Mission },
        },
      },
      (request) => describeMission(request, request.params.missionId),
    )
    app.put(
      '/missions/:missionId',
      {
        config: plan,
        schema: {
          tags,
          summary:
            'Changes a mission, made on the version named; what was submitted or cleared becomes a draft again where its plan changes',
          params: MissionParams,
          body: MissionChangeInput,
          response: { 200: Mission },
        },
      },
      (request) => changeMission(request, request.params.missionId, request.body),
    )
    app.get(
      '/missions/:missionId/question',
      {
        config: read,
        schema: {
          tags,
          summary: 'All that a mission’s plan rests on, apart from the roads',
          params: MissionParams,
          response: { 200: MissionQuestionAnswer },
        },
      },
      async ({ db, params: { missionId } }) => buildQuestion(db, await getMission(db, missionId)),
    )
    app.get(
      '/missions/:missionId/driven',
      {
        config: read,
        schema: {
          tags,
          summary: 'What the tracks of a mission tell of each leg of the plan that was cleared',
          params: MissionParams,
          response: { 200: DrivenDays },
        },
      },
      (request) => tellDriven(request, request.params.missionId, app.config.filesDir),
    )
    app.post(
      '/missions/:missionId/events',
      {
        config: plan,
        schema: {
          tags,
          summary: 'Records what happens to a mission. Sent again under the same id, it is kept once',
          params: MissionParams,
          body: MissionEventInput,
          response: { 200: Mission },
        },
      },
      (request) => {
        const { missionId } = request.params
        return recordEvent(request, { missionId, event: request.body }, async (stored) => {
          const { question } = await buildQuestion(request.db, stored)
          return timePlan({ app, request, workers }, question, stored.plan!)
        })
      },
    )
    await app.register(linkRoutes)
  }
}

const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  app.delete(
    '/missions/:missionId',
    {
      config: plan,
      schema: {
        tags,
        summary: 'Deletes a draft, in the version named',
        params: MissionParams,
        querystring: MissionVersion,
        response: noContent,
      },
    },
    async (request, reply) => {
      await deleteMission(request, request.params.missionId, request.query.version)
      return reply.code(204).send(null)
    },
  )
  app.put(
    '/missions/:missionId/tracks/:trackId',
    {
      config: plan,
      schema: {
        tags,
        summary: 'Says that a recorded track is of this mission',
        params: MissionTrackParams,
        response: { 200: Mission },
      },
    },
    (request) => linkMissionTrack(request, request.params),
  )
  app.delete(
    '/missions/:missionId/tracks/:trackId',
    {
      config: plan,
      schema: {
        tags,
        summary: 'Says that a track is not of this mission',
        params: MissionTrackParams,
        response: { 200: Mission },
      },
    },
    async (request) => {
      const { missionId, trackId } = request.params
      await getMission(request.db, missionId)
      await unlinkTrack(request.db, missionId, trackId)
      return describeMission(request, missionId)
    },
  )
}
