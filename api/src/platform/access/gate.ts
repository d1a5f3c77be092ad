import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { Permission } from '../../contract-kit/access.ts'
import { sessionInside } from '../ask-inside.ts'
import { type AuditAuthor, type AuditEntry, appendAudit, limitRefusals } from '../audit.ts'
import type { Db } from '../db.ts'
import { gather } from '../gather.ts'
import { problem } from '../problems.ts'
import type { Caller, Origin } from './caller.ts'
import { checkHost, checkSameOrigin } from './same-origin.ts'
import { readSessionCookie } from './session-cookie.ts'
import { explainToken, findSessions, noteSeen, type Session, sessionOf } from './sessions.ts'
import { sha256 } from './tokens.ts'

/** What a route writes to the journal when it was answered. */
interface RouteAudit extends Pick<AuditEntry, 'action' | 'subject'> {
  /** Name of the parameter that names the thing. */
  readonly idFrom?: string
  /** Only when the caller sees restricted fields: to the others nothing restricted was told. */
  readonly ifRestricted?: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The permission that a caller needs; `public`: nobody has to be signed in. */
    permission?: Permission | 'public'
    /** The permission is asked of the person's own role, also while they look at the app as another. */
    asSelf?: boolean
    /** A POST that only asks, because its question fits no address: it is answered while somebody looks at the app as another. */
    readsOnly?: boolean
    audit?: RouteAudit
  }
  interface FastifyRequest {
    readonly origin: Origin
    session: Session | null
    /** The door to the database on behalf of whoever asks. Throws `sign-in-required` without a session. */
    readonly db: Db
    readonly caller: Caller
    /** Writes a refusal to the journal, unless the address has filled its minute. */
    noteRefusal(subject: string, detail: Readonly<Record<string, unknown>>): Promise<void>
  }
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** The one door to every room: who asks, and whether their role opens it. A route that names no permission does not start. */
export const accessGate = fp(async (app: FastifyInstance) => {
  await app.register(cookie)
  const nameless: string[] = []
  const asked: (() => void)[] = []
  app.addHook('onRoute', (route) => {
    asked.push(() => {
      if (!route.config?.permission) nameless.push(`${route.method} ${route.url}`)
    })
  })
  app.addHook('onReady', async () => {
    for (const ask of asked) ask()
    if (nameless.length > 0) throw new Error(`Routes that name no permission: ${nameless.join(', ')}`)
  })

  const findSession = gather((digests) => findSessions(app.systemDb, digests))
  const mayLog = limitRefusals()
  app.decorateRequest('session', null)
  app.decorateRequest('origin', {
    getter() {
      return { address: this.ip, agent: (this.headers['user-agent'] ?? '').slice(0, 200) }
    },
  })
  app.decorateRequest('caller', {
    getter() {
      if (!this.session) throw problem('sign-in-required')
      return this.session.caller
    },
  })
  app.decorateRequest('db', {
    getter() {
      return app.systemDb.as(this.caller)
    },
  })
  app.decorateRequest(
    'noteRefusal',
    async function (subject: string, detail: Readonly<Record<string, unknown>>) {
      const { isLogged, unlogged } = mayLog(this.ip)
      if (!isLogged) return
      const counted = unlogged > 0 ? { ...detail, unloggedBefore: unlogged } : detail
      await appendAudit(app.systemDb, authorOf(this), { action: 'refused', subject, detail: counted })
    },
  )

  app.addHook('onRequest', async (request) => {
    checkHost(request, app.config)
    if (request.is404) return
    checkSameOrigin(request, app.config)
    request.session = sessionInside(request)
    if (!request.session) await readSession(app, findSession, request)
    await checkPermission(request)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    const { audit } = request.routeOptions.config
    const isTold = reply.statusCode >= 200 && reply.statusCode < 300
    const { session } = request
    if (!audit || !isTold || !session || (audit.ifRestricted && session.caller.sees !== 'restricted'))
      return payload
    const params = request.params as Record<string, string | number>
    const { action, subject } = audit
    await appendAudit(app.systemDb, authorOf(request), {
      action,
      subject,
      ...(audit.idFrom ? { subjectId: String(params[audit.idFrom]) } : {}),
    })
    return payload
  })
})

async function readSession(
  app: FastifyInstance,
  findSession: (digest: string) => Promise<Parameters<typeof sessionOf>[0] | undefined>,
  request: FastifyRequest,
): Promise<void> {
  const token = readSessionCookie(request, app.config)
  if (token === undefined) return
  const digest = sha256(token)
  const found = await findSession(digest)
  if (found) {
    request.session = sessionOf(found, request.origin)
    await noteSeen(app.systemDb, found)
    return
  }
  // The cookie stays: by the time of this answer the browser may hold that of a newer session.
  await request.noteRefusal('session', { reason: await explainToken(app.systemDb, digest) })
}

async function checkPermission(request: FastifyRequest): Promise<void> {
  const { permission, asSelf, readsOnly } = request.routeOptions.config
  if (permission === 'public') return
  const { session } = request
  if (!session || session.stage === 'second-factor' || !permission) throw problem('sign-in-required')
  if (session.stage === 'enrolment' && permission !== 'account.own') throw problem('second-factor-required')
  const { caller, own, isViewingAs } = session
  if (isViewingAs && !asSelf && !readsOnly && UNSAFE.has(request.method))
    throw problem('viewing-as-read-only')
  if ((asSelf ? own : caller).permissions.includes(permission)) return
  await request.noteRefusal('route', { method: request.method, route: request.routeOptions.url, permission })
  throw problem('not-permitted')
}

/** The session of a request that a permission let in. */
export function sessionIn({ session }: FastifyRequest): Session {
  if (!session) throw problem('sign-in-required')
  return session
}

/** Who asks, for the journal; while they look at the app as another, it is still they. */
export function authorOf(request: FastifyRequest): AuditAuthor {
  const { session } = request
  return {
    accountId: session?.own.accountId ?? null,
    role: session?.own.role ?? null,
    name: session?.own.name ?? '',
    ...request.origin,
  }
}

/** Gives every route of a plugin that is not ours its permission. */
export function withPermission<T>(
  permission: Permission | 'public',
  register: (app: FastifyInstance) => Promise<T>,
): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    app.addHook('onRoute', (route) => {
      route.config = { ...route.config, permission }
    })
    await register(app)
  }
}
