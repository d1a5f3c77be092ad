import type { FastifyReply } from 'fastify'

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  gpx: 'application/gpx+xml; charset=utf-8',
  kml: 'application/vnd.google-earth.kml+xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
} as const
export type SentFormat = keyof typeof MEDIA_TYPES

/** Hands a file over to be kept, never to be remembered on the way. */
export function sendDocument(
  reply: FastifyReply,
  content: Buffer | string,
  { name, format }: { readonly name: string; readonly format: SentFormat },
): FastifyReply {
  return reply
    .type(MEDIA_TYPES[format])
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(content)
}
