import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exportCsv, exportGeoJson } from './export-posts.ts'
import { findPostsToExport } from './queries.ts'

const tags = ['posts']

/** The register as files, archived posts left out. */
export const exportRoutes: FastifyPluginAsyncZod = async (app) => {
  for (const { extension, mediaType, write } of [
    { extension: 'csv', mediaType: 'text/csv; charset=utf-8', write: exportCsv },
    { extension: 'geojson', mediaType: 'application/geo+json; charset=utf-8', write: exportGeoJson },
  ]) {
    app.get(
      `/exports/posts.${extension}`,
      {
        config: { permission: 'posts.export', audit: { action: 'export', subject: 'posts' } },
        schema: {
          tags,
          summary: `The register as ${extension}, with its attribution; fictional posts are marked`,
          response: { 200: z.string() },
        },
      },
      async ({ db }, reply) => {
        const posts = await findPostsToExport(db)
        const mark = posts.some((post) => post.isDemonstration) ? '-DEMONSTRATION' : ''
        return reply
          .type(mediaType)
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="postes-frontieres${mark}.${extension}"`)
          .send(write(posts))
      },
    )
  }
}
