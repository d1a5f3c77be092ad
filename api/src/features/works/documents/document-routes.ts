import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Day } from '../../../contract-kit/time.ts'
import type { Db } from '../../../platform/db.ts'
import { docxToPdf, makeDocument } from '../../../platform/documents/make-document.ts'
import { sendDocument } from '../../../platform/documents/send-document.ts'
import { templateRoutes } from '../../../platform/documents/template-routes.ts'
import { filePath } from '../../../platform/photos/store-file.ts'
import { describeContract } from '../change-contract.ts'
import { WorksParams } from '../contract.ts'
import { findEvents, findPhotos } from '../event-queries.ts'
import { thisDay } from '../list-works.ts'
import { findCalendars } from '../settings-queries.ts'
import { findPhotoSha256 } from '../works-photos.ts'
import { DOCUMENT_KINDS, DOCUMENTS, toMake } from './document-kinds.ts'
import type { DocumentSource } from './document-source.ts'

const DocumentParams = WorksParams.extend({ kind: z.enum(DOCUMENT_KINDS) })
const DocumentQuery = z.object({
  format: z.enum(['docx', 'pdf']).default('docx'),
  event: z.uuid().optional().describe('What the document is about; absent: the latest that fits'),
  on: Day.optional().describe('Day of a progress sheet; absent: today'),
})

/** Documents of one contract, as known now. */
export const documentRoutes: FastifyPluginAsyncZod = async (app) => {
  const { filesDir, templatesDir } = app.config
  await app.register(
    templateRoutes({
      path: '/works/document-templates',
      kinds: DOCUMENT_KINDS,
      permission: 'works.settings',
      tag: 'works',
    }),
  )

  app.get(
    '/works/contracts/:contractId/documents/:kind',
    {
      config: {
        permission: 'works.read',
        audit: { action: 'export', subject: 'works-contract', idFrom: 'contractId' },
      },
      schema: {
        tags: ['works'],
        summary:
          'Minutes of a site visit or of an acceptance, a payment certificate or a progress sheet, in French, as DOCX or PDF; fiction is marked on each page',
        params: DocumentParams,
        querystring: DocumentQuery,
        response: { 200: z.any() },
      },
    },
    async ({ db, params: { contractId, kind }, query }, reply) => {
      const source = await gatherSource({ db, filesDir }, contractId, query)
      const docx = await makeDocument(toMake(kind, source), templatesDir)
      const mark = source.contract.isDemonstration ? '-DEMONSTRATION' : ''
      const { format } = query
      const name = `${DOCUMENTS[kind].fileName}${mark}`
      return sendDocument(reply, format === 'pdf' ? await docxToPdf(docx) : docx, { name, format })
    },
  )
}

async function gatherSource(
  { db, filesDir }: { readonly db: Db; readonly filesDir: string },
  contractId: string,
  { event, on = thisDay() }: { readonly event?: string; readonly on?: string },
): Promise<DocumentSource> {
  return {
    contract: await describeContract(db, contractId),
    events: await findEvents(db, contractId),
    photos: await findPhotos(db, contractId),
    calendars: await findCalendars(db),
    on,
    knownAt: new Date().toISOString(),
    eventId: event,
    async loadPhoto(photoId) {
      const sha256 = await findPhotoSha256(db, { contractId, photoId, size: 'large' })
      return sha256 ? readFile(filePath(filesDir, sha256)).catch(() => undefined) : undefined
    },
  }
}
