import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { NetworkChanges, NetworkParams, RoadNetworks, RoadNetworkVersion } from './contract.ts'
import { acceptNetwork, discardNetwork, networkOr404 } from './decide-network.ts'
import { findChangesText, findNetworks } from './queries.ts'

const tags = ['networks']
const manage = { permission: 'networks.manage' } as const

export const networksRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/road-networks',
    {
      config: { permission: 'networks.read' },
      schema: {
        tags,
        summary: 'The versions of the road network: candidates, accepted and discarded ones',
        response: { 200: RoadNetworks },
      },
    },
    async ({ db }) => ({ items: await findNetworks(db) }),
  )

  app.get(
    '/road-networks/:networkId/changes',
    {
      config: { permission: 'networks.read' },
      schema: {
        tags,
        summary: 'The longest stretches that a version adds, removes or gives another class',
        params: NetworkParams,
        response: { 200: NetworkChanges },
      },
    },
    async ({ db, params }, reply) => {
      const text = await findChangesText(db, await networkOr404(db, params.networkId))
      return reply.type('application/geo+json; charset=utf-8').send(text as unknown as NetworkChanges)
    },
  )

  await app.register(decisionRoutes)
}

/** Each decision is on the journal in the transaction that makes it (migration 0011). */
const decisionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/road-networks/:networkId/accept',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Puts a candidate into service from its first day on',
        params: NetworkParams,
        response: { 200: RoadNetworkVersion },
      },
    },
    async ({ db, caller, params }) => {
      const decided = await acceptNetwork(db, params.networkId, caller.accountId)
      app.roadNetwork.noteChange(caller.accountId)
      return decided
    },
  )

  app.post(
    '/road-networks/:networkId/discard',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Removes the roads of a candidate or of an accepted version',
        params: NetworkParams,
        response: { 200: RoadNetworkVersion },
      },
    },
    async ({ db, caller, params }) => {
      const decided = await discardNetwork(db, params.networkId, caller.accountId)
      app.roadNetwork.noteChange(caller.accountId)
      return decided
    },
  )
}
