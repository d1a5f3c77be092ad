import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { judge, thisDay } from './change-closure.ts'
import { ClosuresExportQuery } from './contract.ts'
import { exportCsv, exportGeoJson } from './export-closures.ts'
import { findClosures } from './queries.ts'

/** The closures as files, as much of each as the caller may see. */
export const exportRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const { extension, mediaType, write } of [
    { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: exportCsv },
    { extension: 'geojson', mediaType: 'application/geo+json; charset=utf-8', write: exportGeoJson },
  ]) {
    app.get(
      `/exports/closures.${extension}`,
      {
        config: { permission: 'roads.read', audit: { action: 'export', subject: 'closures' } },
        schema: {
          tags: ['roads'],
          summary: `The closures as ${extension}; fictional ones are marked`,
          querystring: ClosuresExportQuery,
          response: { 200: z.string() },
        },
      },
      async ({ db, query: { date = thisDay(), includePast } }, reply) => {
        const stored = await findClosures(db, { date, includePast, limit: null, offset: 0 })
        const closures = stored.map((closure) => judge(closure, date))
        const mark = closures.some((closure) => closure.isDemonstration) ? '-DEMONSTRATION' : ''
        return reply
          .type(mediaType)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="coupures-${date}${mark}.${extension}"`)
          .send(write(closures))
      },
    )
  }
}
