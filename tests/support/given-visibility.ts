import { randomUUID } from 'node:crypto'
import { keepLogo } from '../../api/src/features/visibility/change-donor.ts'
import type {
  DonorVisibilityInput,
  VisibilityCheckInput,
} from '../../api/src/features/visibility/contract.ts'
import { writeDonor } from '../../api/src/features/visibility/donor-queries.ts'
import { insertCheck } from '../../api/src/features/visibility/queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { keepPhoto } from '../../api/src/platform/photos/keep-photo.ts'
import { linkTo } from './given-share.ts'
import { PHOTO } from './photo.ts'
import type { Asked } from './signed-in.ts'

export const LOGO_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="20" height="20" fill="#0f5c8c"/><circle cx="30" cy="10" r="8"/></svg>'

export const DONOR_VISIBILITY: Omit<DonorVisibilityInput, 'version'> = {
  names: { fr: 'Fonds', en: 'Fund', ar: '' },
  credit: { fr: 'Financé par le Fonds', en: 'Funded by the Fund' },
  logoScale: 0.8,
  rulesText: 'Logo en premier',
}

/** A plaque that was missing, as it would be told. */
export function checkInput(
  { postId, donorId }: { readonly postId: string; readonly donorId: string },
  note = '',
): VisibilityCheckInput {
  return { postId, donorId, what: 'plaque', state: 'missing', seenOn: '2026-10-01', note }
}

/** The upload of a check, with a photo where there is one. */
export function checkForm(input: object, photo?: Buffer): Pick<Asked, 'payload' | 'headers'> {
  const boundary = 'borne'
  const part = (head: string, body: string | Buffer) => [
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; ${head}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]
  const payload = Buffer.concat([
    ...Object.entries(input).flatMap(([name, value]) => part(`name="${name}"`, String(value))),
    ...(photo ? part('name="file"; filename="a.jpg"', photo) : []),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** A donor with its names, its logo on paper and a link to its page, and a check at a post with a photo. */
export async function visibilityAt(
  { db, filesDir }: { db: Db; filesDir: string },
  { postId, donorId, note }: { postId: string; donorId: string; note: string },
): Promise<{ checkId: string; donorId: string; donorLinkId: string }> {
  await writeDonor(db, donorId, { ...DONOR_VISIBILITY, version: 0 })
  await keepLogo({ db, filesDir, by: null }, { donorId, ground: 'light' }, Buffer.from(LOGO_SVG))
  const checkId = randomUUID()
  const input = checkInput({ postId, donorId }, note)
  await keepPhoto(
    filesDir,
    PHOTO,
    async () => undefined,
    (photo) => insertCheck(db, { checkId, by: null, input }, photo),
  )
  const { linkId: donorLinkId } = await linkTo(db, null, { audienceId: 'donor', donorId })
  return { checkId, donorId, donorLinkId }
}
