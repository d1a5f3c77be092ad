import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import { DonorParams } from '../visibility/contract.ts'
import { prepareDonorPage } from './donor-page.ts'
import {
  DonorLinkParams,
  DonorPageInput,
  DonorPageLinkInput,
  MadeShareLink,
  ShareLink,
  ShareLinks,
  Showing,
} from './link-contract.ts'
import { findLinks, type LinkOwner } from './link-queries.ts'
import { keepShowing } from './make-showing.ts'
import { makeShareLink, revokeShareLink } from './share-briefing.ts'

const tags = ['visibility']
const share = { permission: 'briefings.share' } as const

/** The page of a donor: a presentation that makes itself anew from the data, for its links and for a look at it. */
export const donorPageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/donors/:donorId/showings',
    {
      config: { permission: 'briefings.read', readsOnly: true },
      schema: {
        tags,
        summary:
          'The page of a donor as it is now: to an audience with what is withheld from it, or without one to its caller; its key opens the pictures for twelve hours',
        params: DonorParams,
        body: DonorPageInput,
        response: { 200: Showing },
      },
    },
    async ({ caller, params: { donorId }, body: { audienceId } }) => {
      const asked = audienceId === null ? null : { audienceId, donorId }
      return keepShowing(app, caller, null, await prepareDonorPage(app, caller, donorId, asked))
    },
  )
  app.get(
    '/donors/:donorId/links',
    {
      config: { permission: 'briefings.read' },
      schema: {
        tags,
        summary: 'The links to the page of a donor, open ones first',
        params: DonorParams,
        response: { 200: ShareLinks },
      },
    },
    async (request) => ({ items: await findLinks(request.db, await ownerOf(request, request.params)) }),
  )
  app.post(
    '/donors/:donorId/links',
    {
      config: share,
      schema: {
        tags,
        summary:
          'Makes a link to the page of a donor, which makes itself anew as long as its maker may share; its address is told once',
        params: DonorParams,
        body: DonorPageLinkInput,
        response: { 201: MadeShareLink },
      },
    },
    async (request, reply) => {
      const { caller, params, body } = request
      const owner = await ownerOf(request, params)
      const { donorId } = params
      const made = await makeShareLink(request, owner, { ...body, donorId }, (asked) =>
        prepareDonorPage(app, caller, donorId, asked),
      )
      return reply.code(201).send(made)
    },
  )
  app.post(
    '/donors/:donorId/links/:donorLinkId/revoke',
    {
      config: share,
      schema: {
        tags,
        summary: 'Closes a link to the page of a donor at once',
        params: DonorLinkParams,
        response: { 200: ShareLink },
      },
    },
    async (request) =>
      revokeShareLink(request, await ownerOf(request, request.params), request.params.donorLinkId),
  )
}

/** @throws problem `donor-not-found` */
async function ownerOf({ db }: FastifyRequest, { donorId }: { donorId: string }): Promise<LinkOwner> {
  if (!(await db.maybeOne(sql`select id from donor where id = ${donorId}`)))
    throw problem('donor-not-found', { donorId })
  return { briefingId: null, donorId }
}
