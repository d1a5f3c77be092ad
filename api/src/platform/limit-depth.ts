import type { FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { problem } from './problems.ts'

/** No form of ours nests deeper; what does would overflow whatever walks it by recursion, JSON.stringify first. */
const DEEPEST = 32

/** Refuses a body that nests deeper than anything asked for. */
export const limitDepth: FastifyPluginAsync = fp(async (app) => {
  app.addHook('preValidation', async ({ body }) => {
    if (isDeeper(body, DEEPEST)) throw problem('request-refused')
  })
})

function isDeeper(body: unknown, most: number): boolean {
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
