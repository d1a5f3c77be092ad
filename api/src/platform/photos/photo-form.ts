import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ProblemError, problem } from '../problems.ts'
import { filePath } from './store-file.ts'

const MAX_PHOTO_BYTES = 15 * 1024 * 1024
/** What the reader of forms lets through of the upload of a photo. */
export const PHOTO_FORM_LIMITS = { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 6, parts: 7 }

export interface PhotoForm {
  readonly bytes: Buffer
  /** The other fields by their names, trimmed. */
  readonly fields: Readonly<Record<string, string>>
}
type PerhapsPhotoForm = Omit<PhotoForm, 'bytes'> & { readonly bytes: Buffer | undefined }

/** Reads the form to its end: the fields may stand before or after the file. */
export async function readPhotoForm(request: FastifyRequest): Promise<PhotoForm> {
  const { bytes, fields } = await readPerhapsPhotoForm(request)
  if (!bytes) throw problem('photo-file-missing', {}, { field: 'file' })
  return { bytes, fields }
}

/** The same where there need be no file. */
export function readPerhapsPhotoForm(request: FastifyRequest): Promise<PerhapsPhotoForm> {
  return readParts(request).catch(refuseBrokenForm)
}

async function readParts(request: FastifyRequest): Promise<PerhapsPhotoForm> {
  let bytes: Buffer | undefined
  const fields: Record<string, string> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      if (part.fieldname === 'file') bytes = content
    } else {
      fields[part.fieldname] = String(part.value ?? '').trim()
    }
  }
  return { bytes, fields }
}

/** The reader of forms throws plain errors at a form without a boundary, or cut short. */
function refuseBrokenForm(error: Error & { code?: string }): never {
  if (error instanceof ProblemError || error.code) throw error
  throw problem('request-refused', {}, { cause: error })
}

/** A browser may keep a picture, and asks each time whether it may still show it. */
export async function sendPhoto(
  reply: FastifyReply,
  { filesDir, photoId, sha256 }: { filesDir: string; photoId: string; sha256: string | undefined },
): Promise<FastifyReply> {
  const path = sha256 && filePath(filesDir, sha256)
  const found = path ? await stat(path).catch(() => undefined) : undefined
  if (!path || !found) throw problem('photo-not-found', { photoId })
  return reply
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${sha256}"`)
    .header('content-length', found.size)
    .type('image/webp')
    .send(createReadStream(path))
}
