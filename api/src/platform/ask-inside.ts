import { AsyncLocalStorage } from 'node:async_hooks'
import { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from './access/caller.ts'
import type { Session } from './access/sessions.ts'
import type { Db } from './db.ts'
import type { ProblemError } from './problems.ts'

interface Asking {
  readonly caller: Caller
  /** One request is let in, and none of those that come of it. */
  isTaken: boolean
  problem: ProblemError | null
}

interface Question {
  readonly method?: 'GET' | 'POST'
  /** With its query: `/api/posts?limit=10`. */
  readonly url: string
  readonly body?: object
}

/** Filled by `askInside` alone: nothing that a request carries can reach it. */
const asking = new AsyncLocalStorage<Asking>()
const taken = new WeakMap<object, Asking>()

/**
 * Asks a route of the product itself, on behalf of a caller: their permissions, rows and fields, and nothing that writes.
 *
 * @throws the problem that the route answers with.
 */
export async function askInside<T>(
  app: FastifyInstance,
  caller: Caller,
  { method = 'GET', url, body }: Question,
): Promise<T> {
  const own: Asking = { caller, isTaken: false, problem: null }
  const answer = await asking.run(
    own,
    // It is sent when it is waited for.
    async () =>
      await app.inject({
        method,
        url,
        remoteAddress: caller.address,
        headers: { 'user-agent': caller.agent },
        ...(body && { payload: body }),
      }),
  )
  if (own.problem) throw own.problem
  if (!own.isTaken) throw new Error(`${method} ${url} was answered before it was known who asks`)
  return answer.json<T>()
}

/** The database on behalf of a caller, for what no route tells. */
export function dbInside({ systemDb }: FastifyInstance, caller: Caller): Db {
  return systemDb.as(caller)
}

/** The session of a request that `askInside` makes; null for every other. */
export function sessionInside({ raw }: FastifyRequest): Session | null {
  const own = asking.getStore()
  // What comes over the network has a socket, whatever it claims.
  if (!own || own.isTaken || raw.socket instanceof Socket) return null
  own.isTaken = true
  taken.set(raw, own)
  return {
    id: '',
    email: '',
    stage: 'full',
    // As whoever looks at the app as another: they read.
    isViewingAs: true,
    isDemonstration: false,
    own: own.caller,
    caller: own.caller,
  }
}

/** Keeps what a request was refused with for whoever asked it inside. */
export function noteProblemInside({ raw }: FastifyRequest, problem: ProblemError): void {
  const own = taken.get(raw)
  if (own) own.problem = problem
}
