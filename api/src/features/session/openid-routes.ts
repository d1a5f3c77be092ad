import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError, problem } from '../../platform/problems.ts'
import { findAccountOf, type OpenIdRequest, openIdProvider } from './openid.ts'
import { openFor } from './sign-in.ts'

const COOKIE = 'borne-openid'
const CALLBACK = '/api/openid/callback'
const MINUTES = 10
const tags = ['session']
const open = { permission: 'public' } as const

/** A path of this app and nothing else: no other origin can be led to. */
const Next = z
  .string()
  .max(2000)
  .regex(/^\/(?![/\\])/)
  .catch('/')
const Kept = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), next: Next })

/** Sign-in by a provider of OpenID Connect, where one is configured. */
export const openIdRoutes: FastifyPluginAsyncZod = async (app) => {
  const provider = app.config.openid && openIdProvider(app.config.openid)

  app.get(
    '/openid/start',
    {
      config: open,
      schema: {
        tags,
        summary: 'Sends the browser to the identity provider',
        querystring: z.object({ next: Next.default('/') }),
      },
    },
    async (request, reply) => {
      if (!provider) throw problem('openid-off')
      const begun = await provider.begin(callbackUrl(request, ''), request.query.next).catch((cause) => {
        throw problem('openid-refused', {}, { cause })
      })
      // Lax: the provider sends the browser back from another site.
      reply.setCookie(COOKIE, JSON.stringify(begun.request), {
        httpOnly: true,
        sameSite: 'lax',
        secure: app.config.publicUrl?.startsWith('https://') ?? false,
        path: CALLBACK,
        maxAge: MINUTES * 60,
      })
      return reply.redirect(begun.url)
    },
  )

  app.get(
    '/openid/callback',
    {
      config: open,
      schema: {
        tags,
        summary: 'Where the identity provider sends the browser back',
        querystring: z.record(z.string(), z.string().max(4000)),
      },
    },
    async (request, reply) => {
      const kept = readKept(request)
      reply.clearCookie(COOKIE, { path: CALLBACK })
      try {
        await signIn(request, reply, kept)
      } catch (error) {
        const code = error instanceof ProblemError ? error.code : 'openid-refused'
        await request.noteRefusal('session', { reason: code })
        return reply.redirect(`/sign-in?problem=${code}`)
      }
      return landOn(reply, kept?.next ?? '/')
    },
  )

  async function signIn(
    request: FastifyRequest,
    reply: FastifyReply,
    kept: OpenIdRequest | undefined,
  ): Promise<void> {
    if (!provider) throw problem('openid-off')
    if (!kept) throw problem('openid-refused')
    const search = request.url.split('?')[1] ?? ''
    const identity = await provider.complete(new URL(callbackUrl(request, search)), kept)
    const account = await findAccountOf(app.systemDb, identity)
    if (!account) throw problem('openid-refused')
    await openFor(app.systemDb, request, reply, account, 'openid')
  }

  function callbackUrl(request: FastifyRequest, search: string): string {
    const origin = app.config.publicUrl ?? `${request.protocol}://${request.host}`
    return `${origin}${CALLBACK}${search && `?${search}`}`
  }
}

function readKept(request: FastifyRequest): OpenIdRequest | undefined {
  try {
    return Kept.parse(JSON.parse(request.cookies[COOKIE] ?? ''))
  } catch {
    return undefined
  }
}

/**
 * The session cookie is strict: a redirect that began on another site would not carry it. A page of this origin that
 * goes on by itself does.
 */
function landOn(reply: FastifyReply, next: string): FastifyReply {
  return reply
    .header('refresh', `0; url=${encodeURI(next)}`)
    .type('text/html; charset=utf-8')
    .send('')
}
