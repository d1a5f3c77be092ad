import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { authorOf } from '../../platform/access/gate.ts'
import { appendAudit } from '../../platform/audit.ts'
import { countByMinute } from '../../platform/count-by-minute.ts'
import { filePath, type StoredFormat } from '../../platform/photos/store-file.ts'
import { problem } from '../../platform/problems.ts'
import { OpenShared, SHOWING_HEADER, SharedAssetParams, SharedShowing } from './link-contract.ts'
import { checkPassphrase, countOpening, findOpenLink, slowed } from './open-shared.ts'
import type { Asset } from './present/name-assets.ts'
import { Presentation } from './presentation-contract.ts'
import { showLink } from './renew-donor-page.ts'
import { doesKeyOpen, findShown, issueKey } from './snapshots.ts'

const OPENINGS_A_MINUTE = 60
const tags = ['shared']
const config = { permission: 'public' } as const
const FORMATS: Readonly<Record<string, StoredFormat>> = {
  'image/webp': 'webp',
  'image/png': 'png',
  'image/svg+xml': 'svg',
}

/** What somebody without an account is shown: a snapshot, by the token of a link or by the key that it was exchanged for. */
export const sharedRoutes: FastifyPluginAsyncZod = async (app) => {
  const countOf = countByMinute()
  const { systemDb } = app
  keepToOneself(app)

  app.post(
    '/shared/open',
    {
      config,
      schema: {
        tags,
        summary:
          'Opens a link by its token, and gives what it shows with a key for twelve hours; a token that is wrong, expired or revoked gets one answer',
        body: OpenShared,
        response: { 200: SharedShowing },
      },
    },
    async (request) => {
      const { body, ip } = request
      const { count, secondsLeft } = countOf(ip)
      if (count > OPENINGS_A_MINUTE) throw slowed(secondsLeft)
      const link = await findOpenLink(systemDb, body.token)
      if (!link) {
        await request.noteRefusal('share-link', { reason: 'not-open' })
        throw problem('shared-not-open')
      }
      await checkPassphrase(systemDb, link, body.passphrase, ip)
      const { snapshotId, presentation } = await showLink(app, link, request.origin)
      const { key, expiresAt } = await issueKey(systemDb, { snapshotId, linkId: link.id })
      await countOpening(systemDb, link.id)
      await appendAudit(systemDb, authorOf(request), {
        action: 'read',
        subject: 'share-link',
        subjectId: link.id,
      })
      return { presentation, key, expiresAt }
    },
  )
  app.get(
    '/shared/presentation',
    { config, schema: { tags, summary: 'What a key shows', response: { 200: Presentation } } },
    async (request) => (await shownTo(request)).presentation,
  )
  app.get(
    '/shared/assets/:name',
    {
      config,
      schema: {
        tags,
        summary: 'A picture of what a key shows',
        params: SharedAssetParams,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const { assets } = await shownTo(request)
      const asset = assets.find(({ name }) => name === request.params.name)
      if (!asset) throw problem('shared-not-open')
      return sendAsset(reply, app.config.filesDir, asset)
    },
  )
}

/**
 * Nothing of it is kept by anyone on the way, is found by a search engine, or tells by its ETag that it is the same as
 * something else.
 */
function keepToOneself(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ headers }) => {
    delete headers['if-none-match']
  })
  app.addHook('onSend', async (_request, reply) => {
    reply
      .removeHeader('etag')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('x-robots-tag', 'noindex, nofollow')
  })
}

/** Lets a request through whose key opens. For what is the same for everyone who was shown something. */
export async function requireKey(request: FastifyRequest): Promise<void> {
  if (!(await doesKeyOpen(request.server.systemDb, keyOf(request)))) throw problem('shared-not-open')
}

/** @throws problem `shared-not-open`, whatever closes it. */
async function shownTo(request: FastifyRequest) {
  const shown = await findShown(request.server.systemDb, keyOf(request))
  if (!shown) throw problem('shared-not-open')
  return shown
}

function keyOf({ headers }: FastifyRequest): string {
  const key = headers[SHOWING_HEADER]
  return typeof key === 'string' ? key : ''
}

async function sendAsset(reply: FastifyReply, filesDir: string, { mediaType, sha256 }: Asset) {
  const format = FORMATS[mediaType]
  const path = format && filePath(filesDir, sha256, format)
  const found = path ? await stat(path).catch(() => undefined) : undefined
  if (!path || !found) throw problem('shared-not-open')
  return reply.header('content-length', found.size).type(mediaType).send(createReadStream(path))
}
