import type { Position } from '../../contract-kit/geojson.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { keepPhoto, type PhotoToKeep } from '../../platform/photos/keep-photo.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import { getContract } from './change-contract.ts'
import type { WorksPhoto } from './contract.ts'
import { findPhotos } from './event-queries.ts'

export interface PhotoFacts {
  readonly caption: string
  readonly viewpoint: string | null
  /** Where the picture does not tell itself. */
  readonly takenAt: string | null
  readonly position: Position | null
}
interface PhotosAt {
  readonly db: Db
  readonly caller: Caller
  readonly filesDir: string
}

/** Adds a photo to a contract under the id that its taker chose. The same upload sent again is kept once. */
export async function addWorksPhoto(
  { db, caller, filesDir }: PhotosAt,
  { contractId, photoId }: { contractId: string; photoId: string },
  { bytes, facts }: { bytes: Buffer; facts: PhotoFacts },
): Promise<{ photo: WorksPhoto; isNew: boolean }> {
  checkText(facts)
  const contract = await getContract(db, contractId)
  if (contract.isArchived) throw problem('works-archived', { reference: contract.reference })
  const isNew = await keepPhoto(
    filesDir,
    bytes,
    async (uploadSha256) => {
      const kept = await findUpload(db, photoId)
      if (kept && (kept.contractId !== contractId || kept.uploadSha256 !== uploadSha256))
        throw problem('works-photo-id-taken', { photoId }, { field: 'photoId' })
      return kept ? false : undefined
    },
    async (photo) => {
      const isAdded = await insertPhoto(
        db,
        { contractId, photoId, by: caller.accountId },
        { ...photo, told: facts },
      )
      if (!isAdded) throw problem('works-photo-id-taken', { photoId }, { field: 'photoId' })
      return true
    },
  )
  const photo = (await findPhotos(db, contractId)).find(({ id }) => id === photoId)
  if (!photo) throw problem('photo-not-found', { photoId })
  return { photo, isNew }
}

function findUpload(
  db: Db,
  photoId: string,
): Promise<{ contractId: string; uploadSha256: string } | undefined> {
  return db.maybeOne(sql`
    select contract_id as "contractId", upload_sha256 as "uploadSha256" from works_photo where id = ${photoId}`)
}

/** Returns false where the id is another photo's. */
export async function insertPhoto(
  db: Db,
  { contractId, photoId, by }: { contractId: string; photoId: string; by: string | null },
  { told, facts, ...photo }: PhotoToKeep & { told: PhotoFacts },
): Promise<boolean> {
  const [lon, lat] = facts.takenPosition ?? told.position ?? [null, null]
  const added = await db.run(sql`
    insert into public.works_photo (id, contract_id, caption, upload_sha256, taken_at, taken_geom, viewpoint,
                                    width_pixels, height_pixels, large_sha256, thumbnail_sha256, uploaded_by)
    values (${photoId}, ${contractId}, ${told.caption}, ${photo.uploadSha256},
            ${facts.takenAt ?? told.takenAt}::timestamptz,
            st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326), ${told.viewpoint},
            ${photo.widthPixels}, ${photo.heightPixels}, ${photo.largeSha256}, ${photo.thumbnailSha256}, ${by})
    on conflict (id) do nothing`)
  return added === 1
}

/** Content name of a photo of the contract. */
export async function findPhotoSha256(
  db: Db,
  { contractId, photoId, size }: { contractId: string; photoId: string; size: 'thumbnail' | 'large' },
): Promise<string | undefined> {
  const found = await db.maybeOne<{ sha256: string }>(sql`
    select case ${size}::text when 'large' then large_sha256 else thumbnail_sha256 end as sha256
      from works_photo
     where id = ${photoId} and contract_id = ${contractId}`)
  return found?.sha256
}
