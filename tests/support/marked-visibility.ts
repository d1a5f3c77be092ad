import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeDonor, writeLogo } from '../../api/src/features/visibility/donor-queries.ts'
import { insertCheck } from '../../api/src/features/visibility/queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { filePath } from '../../api/src/platform/photos/store-file.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { checkInput } from './given-visibility.ts'
import type { Marker } from './marked-register.ts'
import type { MarkedWorks } from './marked-works.ts'

export interface MarkedVisibility {
  readonly checks: readonly { readonly checkId: string; readonly postId: string; readonly donorId: string }[]
}

interface At {
  readonly db: Db
  readonly filesDir: string
  readonly marker: Marker
}

/** What was seen at the post of each contract, with a photo, and how its donor is shown; each text with its mark. */
export async function markedVisibility(at: At, { contracts }: MarkedWorks): Promise<MarkedVisibility> {
  const checks: MarkedVisibility['checks'][number][] = []
  for (const { postId, projectId } of contracts) {
    const { donorId } = await at.db.one<{ donorId: string }>(sql`
      select donor_id as "donorId" from donor_contribution where project_id = ${projectId}`)
    await markDonor(at, donorId)
    checks.push({ postId, donorId, checkId: await markedCheck(at, { postId, donorId }) })
  }
  return { checks }
}

async function markDonor({ db, filesDir, marker }: At, donorId: string): Promise<void> {
  const word = (where: string) => marker.word({ class: 'internal', need: 'visibility', where })
  await writeDonor(db, donorId, {
    names: { fr: word('donor_visibility.names'), en: '', ar: '' },
    credit: { fr: word('donor_visibility.credit'), en: '' },
    logoScale: 1,
    rulesText: word('donor_visibility.rules_text'),
    version: 0,
  })
  const logo = { class: 'internal', need: 'visibility' } as const
  const pngSha256 = marker.sha256({ ...logo, where: 'donor_logo.png_sha256' })
  const svgSha256 = marker.sha256({ ...logo, where: 'donor_logo.svg_sha256' })
  await store(filePath(filesDir, pngSha256, 'png'), word('the pixels of a logo'))
  await store(filePath(filesDir, svgSha256, 'svg'), word('the drawing of a logo'))
  await writeLogo(
    db,
    { donorId, ground: 'light', by: null },
    { pngSha256, svgSha256, widthPixels: 400, heightPixels: 200 },
  )
}

async function markedCheck(
  { db, filesDir, marker }: At,
  { postId, donorId }: { postId: string; donorId: string },
): Promise<string> {
  const own = { class: 'internal', need: 'visibility', postId } as const
  const sizes = { large: '', thumbnail: '' }
  for (const size of ['large', 'thumbnail'] as const) {
    sizes[size] = marker.sha256({ ...own, where: `visibility_check.${size}_sha256` })
    await store(
      filePath(filesDir, sizes[size]),
      marker.word({ ...own, where: `the ${size} picture of a plaque` }),
    )
  }
  const checkId = randomUUID()
  const input = checkInput({ postId, donorId }, marker.word({ ...own, where: 'visibility_check.note' }))
  await insertCheck(
    db,
    { checkId, by: null, input },
    {
      uploadSha256: marker.sha256({ ...own, where: 'visibility_check.upload_sha256', toldTo: [] }),
      facts: { takenAt: null, takenPosition: null },
      widthPixels: 1600,
      heightPixels: 1200,
      largeSha256: sizes.large,
      thumbnailSha256: sizes.thumbnail,
    },
  )
  return checkId
}

async function store(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}
