import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { writeCsv } from '../../platform/write-csv.ts'
import { AuditChain, type AuditEvent, AuditEvents, AuditFilter, AuditQuery } from './contract.ts'
import { findAuditEvents } from './queries.ts'
import { verifyChain } from './verify-chain.ts'

const tags = ['audit']
/** More lines than this to one file are for the database's own tools. */
const MOST_EXPORTED = 100_000
const COLUMNS = [
  'seq',
  'at',
  'action',
  'subject',
  'subjectId',
  'accountId',
  'role',
  'name',
  'address',
  'agent',
  'isForgotten',
  'detail',
] as const satisfies readonly (keyof AuditEvent)[]

export const auditRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })

  app.get(
    '/audit',
    {
      config: { permission: 'audit.read', audit: { action: 'read', subject: 'audit' } },
      schema: {
        tags,
        summary: 'The journal, the latest first',
        querystring: AuditQuery,
        response: { 200: AuditEvents },
      },
    },
    async ({ db, query: { limit, offset, ...filter } }) => ({
      ...(await findAuditEvents(db, filter, { limit, offset })),
      limit,
      offset,
    }),
  )

  app.get(
    '/exports/audit.csv',
    {
      config: { permission: 'audit.read', audit: { action: 'export', subject: 'audit' } },
      schema: {
        tags,
        summary: 'The journal as CSV',
        querystring: AuditFilter,
        response: { 200: z.string() },
      },
    },
    async ({ db, query }, reply) => {
      const { items } = await findAuditEvents(db, query, { limit: MOST_EXPORTED, offset: 0 })
      const rows = items.map((event) =>
        COLUMNS.map((column) =>
          column === 'detail'
            ? JSON.stringify(event.detail)
            : column === 'isForgotten'
              ? String(event.isForgotten)
              : event[column],
        ),
      )
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="journal.csv"')
        .send(writeCsv(COLUMNS, rows))
    },
  )

  app.get(
    '/audit/chain',
    {
      config: { permission: 'audit.read' },
      schema: {
        tags,
        summary: 'Whether every line of the journal is the one that was written',
        response: { 200: AuditChain },
      },
    },
    () => verifyChain(app.systemDb),
  )
}
