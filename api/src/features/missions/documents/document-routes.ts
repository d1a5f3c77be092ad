import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { docxToPdf, makeDocument } from '../../../platform/documents/make-document.ts'
import { sendDocument } from '../../../platform/documents/send-document.ts'
import { templateRoutes } from '../../../platform/documents/template-routes.ts'
import { MissionParams } from '../contract.ts'
import type { MissionWorkers } from '../mission-workers.ts'
import { FILE_NAMES, MISSION_DOCUMENTS, toMake } from './document-kinds.ts'
import { EXCHANGE_FORMATS, exchangeMission } from './exchange-mission.ts'
import { mapPage } from './map-page.ts'
import { gatherSource, type MissionSource } from './mission-source.ts'

const DocumentParams = MissionParams.extend({ kind: z.enum(MISSION_DOCUMENTS) })
const DocumentQuery = z.object({ format: z.enum(['docx', 'pdf']).default('docx') })
const ExchangeParams = MissionParams.extend({ format: z.enum(EXCHANGE_FORMATS) })

const tags = ['missions']
const config = {
  permission: 'missions.read',
  audit: { action: 'export', subject: 'mission', idFrom: 'missionId' },
} as const
const response = { 200: z.any() }

/** The papers of a mission, its map, and its files for GPS units, globes and calendars. */
export function documentRoutes(workers: MissionWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(
      templateRoutes({
        path: '/missions/document-templates',
        kinds: MISSION_DOCUMENTS,
        permission: 'missions.settings',
        tag: 'missions',
      }),
    )

    app.get(
      '/missions/:missionId/documents/:kind',
      {
        config,
        schema: {
          tags,
          summary:
            'Mission order, itinerary, radio sheet, movement request, contacts or mission report, in French, as DOCX or PDF; fiction is marked on each page',
          params: DocumentParams,
          querystring: DocumentQuery,
          response,
        },
      },
      async (request, reply) => {
        const { missionId, kind } = request.params
        const { format } = request.query
        const source = await gatherSource({ app, request, workers }, missionId)
        const docx = await makeDocument(await toMake(kind, source), app.config.templatesDir)
        const name = fileName(source, FILE_NAMES[kind])
        return sendDocument(reply, format === 'pdf' ? await docxToPdf(docx) : docx, { name, format })
      },
    )

    app.get(
      '/missions/:missionId/map',
      {
        config,
        schema: {
          tags,
          summary: 'Map of the itinerary on a page of A4, as PDF',
          params: MissionParams,
          response,
        },
      },
      async (request, reply) => {
        const source = await gatherSource({ app, request, workers }, request.params.missionId)
        return sendDocument(reply, await mapPage(source), { name: fileName(source, 'carte'), format: 'pdf' })
      },
    )

    app.get(
      '/missions/:missionId/itinerary/:format',
      {
        config,
        schema: {
          tags,
          summary: 'The itinerary as GPX 1.1, KML 2.2 or iCalendar',
          params: ExchangeParams,
          response,
        },
      },
      async (request, reply) => {
        const { missionId, format } = request.params
        const source = await gatherSource({ app, request, workers }, missionId)
        return sendDocument(reply, exchangeMission(source, format), {
          name: fileName(source, 'mission'),
          format,
        })
      },
    )
  }
}

function fileName({ mission }: MissionSource, name: string): string {
  const reference = mission.reference
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return [name, reference, mission.isDemonstration ? 'DEMONSTRATION' : ''].filter(Boolean).join('-')
}
