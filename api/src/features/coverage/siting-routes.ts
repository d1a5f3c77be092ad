import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { abortOnClose } from '../../platform/abort-on-close.ts'
import { askCoverage } from './ask-coverage.ts'
import { chooseCandidates } from './choose-candidates.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import { sitePosts } from './run-task.ts'
import { SitingAnswer, SitingInput } from './siting-contract.ts'

const NDJSON = 'application/x-ndjson'

/** Where the next posts should stand. */
export function sitingRoutes(workers: CoverageWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/coverage/siting',
      {
        config: {
          permission: 'coverage.read',
          readsOnly: true,
          audit: { action: 'read', subject: 'coverage' },
        },
        schema: {
          tags: ['coverage'],
          summary:
            'Where the next posts should stand; with Accept: application/x-ndjson each better-known answer on a line as it comes',
          body: SitingInput,
          response: { 200: SitingAnswer },
        },
      },
      async (request, reply) => {
        const {
          model,
          demand,
          candidates,
          count,
          budget,
          costs,
          unknownPopulation,
          keepPosts,
          seconds,
          ...input
        } = request.body
        const asked = await askCoverage({ app, request }, input)
        const chosen = await chooseCandidates(request.db, asked.network, { candidates, costs })
        const ask = { model, demand, count, budget, seconds, unknownPopulation }
        const work = { kind: 'siting', candidates: chosen, ask } as const
        const run = { workers, asked, signal: abortOnClose(reply) }
        if (!request.headers.accept?.includes(NDJSON)) return sitePosts(run, work, { keepPosts })
        const lines = await streamAnswers((onAnswer) => sitePosts(run, work, { keepPosts, onAnswer }))
        const stream = lines as unknown as SitingAnswer
        return reply.type(NDJSON).header('cache-control', 'no-store, no-transform').send(stream)
      },
    )
  }
}

/** One answer a line. Waits for the first, so that a question without an answer is refused as any other. */
async function streamAnswers(
  search: (onAnswer: (answer: SitingAnswer) => void) => Promise<unknown>,
): Promise<Readable> {
  const lines = new Readable({ read: () => {} })
  await new Promise<void>((begun, refused) => {
    search((answer) => {
      lines.push(`${JSON.stringify(answer)}\n`)
      begun()
    })
      .then(() => lines.push(null))
      .catch((error: Error) => {
        lines.destroy(error)
        refused(error)
      })
  })
  return lines
}
