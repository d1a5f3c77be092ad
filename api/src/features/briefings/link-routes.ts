import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problem } from '../../platform/problems.ts'
import { getBriefing } from './change-briefing.ts'
import { BriefingParams } from './contract.ts'
import {
  MadeShareLink,
  RefreshedShareLink,
  ShareLink,
  ShareLinkInput,
  ShareLinkParams,
  ShareLinks,
} from './link-contract.ts'
import { findLinks, type LinkOwner } from './link-queries.ts'
import { prepareShowing } from './make-showing.ts'
import { makeShareLink, type Prepare, refreshShareLink, revokeShareLink } from './share-briefing.ts'

const tags = ['briefings']
const share = { permission: 'briefings.share' } as const

/** Links to a briefing: each shows its audience a snapshot, until it expires or is revoked. */
export const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/briefings/:briefingId/links',
    {
      config: { permission: 'briefings.read' },
      schema: {
        tags,
        summary: 'The links to a briefing, open ones first, without their addresses, which nobody keeps',
        params: BriefingParams,
        response: { 200: ShareLinks },
      },
    },
    async ({ db, params }) => {
      const { id } = await getBriefing(db, params.briefingId)
      return { items: await findLinks(db, ownerOf(id)) }
    },
  )
  app.post(
    '/briefings/:briefingId/links',
    {
      config: share,
      schema: {
        tags,
        summary: 'Makes a link for an audience and the snapshot that it shows; its address is told once',
        params: BriefingParams,
        body: ShareLinkInput,
        response: { 201: MadeShareLink },
      },
    },
    async (request, reply) => {
      const { owner, prepare } = await openToShare(request, request.params.briefingId)
      return reply.code(201).send(await makeShareLink(request, owner, request.body, prepare))
    },
  )
  app.post(
    '/briefings/:briefingId/links/:linkId/refresh',
    {
      config: share,
      schema: {
        tags,
        summary: 'Shows things as they are now under the same address',
        params: ShareLinkParams,
        response: { 200: RefreshedShareLink },
      },
    },
    async (request) => {
      const { owner, prepare } = await openToShare(request, request.params.briefingId)
      return refreshShareLink(request, owner, request.params.linkId, prepare)
    },
  )
  app.post(
    '/briefings/:briefingId/links/:linkId/revoke',
    {
      config: share,
      schema: {
        tags,
        summary: 'Closes a link at once, for those too who have it open',
        params: ShareLinkParams,
        response: { 200: ShareLink },
      },
    },
    async (request) => {
      const { id } = await getBriefing(request.db, request.params.briefingId)
      return revokeShareLink(request, ownerOf(id), request.params.linkId)
    },
  )
}

const ownerOf = (briefingId: string): LinkOwner => ({ briefingId, donorId: null })

/** @throws problem `briefing-not-found` or `briefing-archived`. */
async function openToShare(
  { db, server, caller }: FastifyRequest,
  briefingId: string,
): Promise<{ owner: LinkOwner; prepare: Prepare }> {
  const briefing = await getBriefing(db, briefingId)
  if (briefing.isArchived)
    throw problem('briefing-archived', { title: briefing.title.fr || briefing.title.en })
  const prepare: Prepare = (asked) => prepareShowing(server, caller, briefing, asked)
  return { owner: ownerOf(briefing.id), prepare }
}
