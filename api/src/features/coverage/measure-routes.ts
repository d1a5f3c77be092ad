import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import { whoComes } from '@borne/geodata/coverage/who-comes'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { abortOnClose } from '../../platform/abort-on-close.ts'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { askCoverage, type CoverageAsked, questionOf } from './ask-coverage.ts'
import { checkPlace } from './check-changes.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import {
  Coverage,
  CoverageInput,
  CriticalLinks,
  CriticalLinksInput,
  TimeGrid,
  TimeGridInput,
  WhoComes,
  WhoComesInput,
} from './measure-contract.ts'
import { layGrid, rankLinks } from './run-task.ts'

const tags = ['coverage']
const config = {
  permission: 'coverage.read',
  readsOnly: true,
  audit: { action: 'read', subject: 'coverage' },
} as const

/** What posts reach, and what they do not. */
export function measureRoutes(workers: CoverageWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/coverage/measure',
      {
        config,
        schema: {
          tags,
          summary: 'Border, crossings, settlements and roads within the asked minutes of the posts',
          body: CoverageInput,
          response: { 200: Coverage },
        },
      },
      async (request) => {
        const asked = await askCoverage({ app, request }, request.body)
        const measured = await timed(() =>
          measureCoverage(asked.roads.network, asked.posts, questionOf(asked)),
        )
        return { ...measured, ...idleOf(asked), attribution: ROAD_ATTRIBUTION }
      },
    )

    app.post(
      '/coverage/who-comes',
      {
        config,
        schema: {
          tags,
          summary: 'Which posts come to a place of the border, in how long, and where they leave the road',
          body: WhoComesInput,
          response: { 200: WhoComes },
        },
      },
      async (request) => {
        const { position, ...input } = request.body
        const asked = await askCoverage({ app, request }, input)
        const { network } = asked.roads
        checkPlace(position, 'position', { number: 1, network: network.bbox })
        return timed(() => {
          const comers = whoComes(network, asked.posts, questionOf(asked), position)
          if (!comers) throw problem('coverage-no-border')
          return comers
        })
      },
    )

    app.post(
      '/coverage/critical-links',
      {
        config,
        schema: {
          tags,
          summary:
            'Fords, bridges, ferries and closures without which border falls out of reach, the greatest loss first',
          body: CriticalLinksInput,
          response: { 200: CriticalLinks },
        },
      },
      async (request, reply) => {
        const { seconds, ...input } = request.body
        const asked = await askCoverage({ app, request }, input)
        return timed(() => rankLinks({ workers, asked, signal: abortOnClose(reply) }, seconds))
      },
    )

    app.post(
      '/coverage/time-grid',
      {
        config,
        schema: {
          tags,
          summary: 'Times from the soonest post over the whole region, in hexagons',
          body: TimeGridInput,
          response: { 200: TimeGrid },
        },
      },
      async (request, reply) => {
        const { cellMetres, ...input } = request.body
        const asked = await askCoverage({ app, request }, input)
        const grid = await timed(() => layGrid({ workers, asked, signal: abortOnClose(reply) }, cellMetres))
        return { ...grid, attribution: ROAD_ATTRIBUTION }
      },
    )
  }
}

/** Told where there are any. */
function idleOf({ idle }: CoverageAsked): Pick<Coverage, 'idleChanges'> {
  return idle.length > 0 ? { idleChanges: idle } : {}
}
