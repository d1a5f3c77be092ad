import type { FastifyInstance } from 'fastify'
import type { Permission } from '../../../contract-kit/access.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import { askInside } from '../../../platform/ask-inside.ts'
import type { Db } from '../../../platform/db.ts'
import { ProblemError } from '../../../platform/problems.ts'
import type { Briefing } from '../contract.ts'

/** What facts are gathered for. */
export type GatheredBriefing = Pick<Briefing, 'slides' | 'isDemonstration'>

/** One gathering of facts: who asks, for what, and what was answered already. */
export interface Gathering {
  readonly briefing: GatheredBriefing
  readonly today: string
  readonly db: Db
  readonly may: (permission: Permission) => boolean
  /** The same question is asked once. */
  readonly ask: <T>(url: string, body?: object) => Promise<T>
}

export function beginGathering(
  app: FastifyInstance,
  caller: Caller,
  briefing: GatheredBriefing,
  { db, madeAt }: { readonly db: Db; readonly madeAt: string },
): Gathering {
  const asked = new Map<string, Promise<unknown>>()
  return {
    briefing,
    today: madeAt.slice(0, 10),
    db,
    may: (permission) => caller.permissions.includes(permission),
    ask: <T>(url: string, body?: object) => {
      const key = `${url} ${JSON.stringify(body) ?? ''}`
      const answer =
        asked.get(key) ?? askInside<T>(app, caller, body ? { method: 'POST', url, body } : { url })
      asked.set(key, answer)
      return answer as Promise<T>
    },
  }
}

/** The last moment of a day; Mauritania keeps Greenwich’s time. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`

/** What the routes refuse to tell, as of a mission that is gone or without a network of roads, is not known; null. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ProblemError && (error.statusCode < 500 || error.code === 'roads-missing'))
      return null
    throw error
  }
}
