import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type OutTable, writeTableCsv, writeWorkbook, XLSX_MEDIA_TYPE } from '../../platform/write-sheet.ts'
import { Openings, OpeningsQuery } from '../coverage/contract.ts'
import {
  WorksAlerts,
  WorksExportQuery,
  WorksOnQuery,
  WorksProgress,
  WorksQuery,
  WorksRows,
} from './contract.ts'
import { contractRoutes } from './contract-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { portfolioTable } from './export-works.ts'
import { findOpenings } from './find-openings.ts'
import { importRoutes } from './import-routes.ts'
import { findRows, listAlerts, listWorks, thisDay } from './list-works.ts'
import { photoRoutes } from './photo-routes.ts'
import { findProgressByMonth } from './progress-by-month.ts'
import { settingsRoutes } from './settings-routes.ts'
import { tableRoutes } from './table-routes.ts'

const tags = ['works']

/** Checking thousands of rows against their schema takes longer than finding them. */
function sendAsItIs<T>(reply: FastifyReply, answer: T): T {
  const body = Buffer.from(JSON.stringify(answer))
  return reply.type('application/json; charset=utf-8').send(body) as unknown as T
}

export const worksRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/works/contracts',
    {
      config: { permission: 'works.read' },
      schema: {
        tags,
        summary: 'The portfolio: contracts as known now, with delays and alarms of a day',
        querystring: WorksQuery,
        response: { 200: WorksRows },
      },
    },
    async ({ db, query: { on = thisDay(), withAlarm, includeArchived, ...question } }, reply) => {
      const rows = await listWorks(db, {
        ...question,
        on,
        withAlarm: withAlarm === 'true',
        includeArchived: includeArchived === 'true',
      })
      return sendAsItIs(reply, rows)
    },
  )

  app.get(
    '/coverage/openings',
    {
      config: { permission: 'coverage.read' },
      schema: {
        tags: ['coverage'],
        summary:
          'The construction plan: on which day the posts of each works contract open, and how that is known',
        querystring: OpeningsQuery,
        response: { 200: Openings },
      },
    },
    ({ db, query: { on = thisDay() } }) => findOpenings(db, on),
  )

  app.get(
    '/works/alerts',
    {
      config: { permission: 'works.read' },
      schema: {
        tags,
        summary: 'Whatever needs looking at on a day, over all contracts',
        querystring: WorksOnQuery,
        response: { 200: WorksAlerts },
      },
    },
    async ({ db, query: { on = thisDay() } }, reply) => sendAsItIs(reply, await listAlerts(db, on)),
  )

  app.get(
    '/works/progress-by-month',
    {
      config: { permission: 'works.read' },
      schema: {
        tags,
        summary: 'Percent and stage of each post with works at each month’s end',
        response: { 200: WorksProgress },
      },
    },
    ({ db }) => findProgressByMonth(db),
  )

  for (const { extension, reader, mediaType, write } of [
    {
      extension: 'csv',
      reader: 'program',
      mediaType: 'text/csv; charset=utf-8',
      write: writeTableCsv,
    },
    {
      extension: 'xlsx',
      reader: 'person',
      mediaType: XLSX_MEDIA_TYPE,
      write: (table: OutTable) => writeWorkbook([table]),
    },
  ] as const) {
    app.get(
      `/exports/works.${extension}`,
      {
        config: { permission: 'works.read', audit: { action: 'export', subject: 'works' } },
        schema: {
          tags,
          summary: `The portfolio as ${extension}; fictional contracts are marked`,
          querystring: WorksExportQuery,
          response: { 200: z.any() },
        },
      },
      async ({ db, query: { on = thisDay(), includeArchived } }, reply) => {
        const rows = await findRows(db, { on, includeArchived: includeArchived === 'true' })
        const mark = rows.some((row) => row.isDemonstration) ? '-DEMONSTRATION' : ''
        return reply
          .type(mediaType)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="travaux-${on}${mark}.${extension}"`)
          .send(write(portfolioTable(rows, reader)))
      },
    )
  }

  await app.register(contractRoutes)
  await app.register(documentRoutes)
  await app.register(importRoutes)
  await app.register(photoRoutes)
  await app.register(settingsRoutes)
  await app.register(tableRoutes)
}
