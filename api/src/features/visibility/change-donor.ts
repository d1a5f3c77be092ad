import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { withStoredFiles } from '../../platform/photos/store-file.ts'
import { takeTurns } from '../../platform/photos/take-turns.ts'
import { problem } from '../../platform/problems.ts'
import type { DonorVisibility, DonorVisibilityInput, KeptLogo, LogoGround } from './contract.ts'
import { findDonors, removeLogo, writeDonor, writeLogo, writeRanks } from './donor-queries.ts'
import { drawLogo } from './draw-logo.ts'

/** @throws problem `donor-not-found` */
export async function getDonor(db: Db, donorId: string): Promise<DonorVisibility> {
  const donor = (await findDonors(db)).find((one) => one.donorId === donorId)
  if (!donor) throw problem('donor-not-found', { donorId })
  return donor
}

/** Says how a donor is named and shown, on the version named. */
export function changeDonor(db: Db, donorId: string, input: DonorVisibilityInput): Promise<DonorVisibility> {
  checkText(input)
  return db.transaction(async () => {
    const { version: current } = await getDonor(db, donorId)
    if (!(await writeDonor(db, donorId, input)))
      throw problem('donor-visibility-changed-meanwhile', { yours: input.version, current })
    return getDonor(db, donorId)
  })
}

/** Puts all donors in an order; those of which nothing was said yet get their first record by it. */
export function orderDonors(db: Db, donorIds: readonly string[]): Promise<DonorVisibility[]> {
  return db.transaction(async () => {
    const donors = await findDonors(db)
    const known = new Set(donors.map(({ donorId }) => donorId))
    const isWhole = new Set(donorIds).size === donorIds.length && donorIds.length === known.size
    if (!isWhole || donorIds.some((id) => !known.has(id)))
      throw problem('donor-order-incomplete', { given: donorIds.length, known: known.size })
    for (const donor of donors) if (donor.version === 0) await writeDonor(db, donor.donorId, donor)
    await writeRanks(db, donorIds)
    return findDonors(db)
  })
}

const inTurn = takeTurns()

/** Draws an upload, keeps it in the place of the logo on that ground, and tells what was left out of the drawing. */
export async function keepLogo(
  { db, filesDir, by }: { db: Db; filesDir: string; by: string | null },
  { donorId, ground }: { donorId: string; ground: LogoGround },
  bytes: Buffer,
): Promise<KeptLogo> {
  await getDonor(db, donorId)
  const { png, svg, leftOut, widthPixels, heightPixels } = await inTurn(() => drawLogo(bytes))
  const files = [
    { content: png, format: 'png' as const },
    ...(svg === null ? [] : [{ content: Buffer.from(svg), format: 'svg' as const }]),
  ]
  const donor = await withStoredFiles(filesDir, files, async ([pixels, drawing]) => {
    const named = { pngSha256: pixels!.sha256, svgSha256: drawing?.sha256 ?? null }
    await writeLogo(db, { donorId, ground, by }, { ...named, widthPixels, heightPixels })
    return getDonor(db, donorId)
  })
  return { donor, leftOut: [...leftOut] }
}

/** The files stay: what was shown with them may be shown again. */
export async function dropLogo(
  db: Db,
  { donorId, ground }: { donorId: string; ground: LogoGround },
): Promise<DonorVisibility> {
  await getDonor(db, donorId)
  if (!(await removeLogo(db, { donorId, ground }))) throw problem('logo-not-found')
  return getDonor(db, donorId)
}
