import type { FastifyReply, FastifyRequest } from 'fastify'
import { allowFraming } from '../../platform/web-safety.ts'
import { findFramers } from './open-shared.ts'

const PAGE = /^\/(?:presentation|embed\/([0-9a-f-]{36}))\/?$/
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What browsers are told of the pages that show a link: to say nowhere where one comes from, and who may frame them. */
export async function guardSharedPage(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const page = PAGE.exec(request.url.split('?')[0] ?? '')
  if (!page) return
  reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow')
  const linkId = page[1] ?? ''
  if (UUID.test(linkId)) allowFraming(reply, await findFramers(request.server.systemDb, linkId))
}
