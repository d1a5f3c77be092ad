import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { insertPhoto } from '../../api/src/features/works/works-photos.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { filePath } from '../../api/src/platform/photos/store-file.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { begun, contract, happened, record } from './given-works.ts'
import type { MarkedPost, Marker } from './marked-register.ts'

export interface MarkedWorks {
  readonly contracts: readonly MarkedContract[]
}
export interface MarkedContract {
  readonly id: string
  readonly postId: string
  readonly worksPhotoId: string
  readonly projectId: string
  readonly contractorId: string
}

const STAFF = ['administrator', 'coordinator', 'focal-point'] as const

/** Works at each post, of a firm of their own; each text with its mark. */
export async function markedWorks(
  at: { db: Db; filesDir: string; marker: Marker },
  posts: readonly MarkedPost[],
): Promise<MarkedWorks> {
  const contracts: MarkedContract[] = []
  for (const post of posts) contracts.push(await markedContract(at, post))
  return { contracts }
}

async function markedContract(
  at: { db: Db; filesDir: string; marker: Marker },
  { id: postId }: MarkedPost,
): Promise<MarkedContract> {
  const { db, marker } = at
  const own = { class: 'internal', need: 'works', postId } as const
  const made = await contract(db, postId, {
    reference: marker.word({ ...own, where: 'works_contract.reference' }),
    title: marker.word({ ...own, where: 'works_contract.title' }),
  })
  const note = marker.word({ ...own, where: 'works_event.payload, note' })
  await record(db, made.id, [
    ...begun(),
    happened('lost-day', '2025-02-03', { note, cause: 'rain', rainMillimetres: 3 }),
  ])
  const { contractorId, project } = made
  await markParties(at, { contractorId, projectId: project.id })
  const worksPhotoId = await markedPhoto(at, { contractId: made.id, postId })
  return { id: made.id, postId, worksPhotoId, projectId: project.id, contractorId }
}

/** The staff sees all parties; a firm those of its own contracts, which the tests of works ask for. */
async function markParties(
  { db, marker }: { db: Db; marker: Marker },
  { contractorId, projectId }: { contractorId: string; projectId: string },
): Promise<void> {
  const party = { class: 'internal', need: 'works', toldTo: STAFF } as const
  await db.run(sql`
    update contractor
       set name = ${marker.word({ ...party, where: 'contractor.name' })},
           contact = ${marker.word({ ...party, class: 'restricted', where: 'contractor.contact' })}
     where id = ${contractorId}`)
  await db.run(sql`
    update project set name = ${marker.word({ ...party, where: 'project.name' })} where id = ${projectId}`)
  await db.run(sql`
    update programme set name = ${marker.word({ ...party, where: 'programme.name' })}
     where id = (select programme_id from project where id = ${projectId})`)
  await db.run(sql`
    update donor set name = ${marker.word({ ...party, where: 'donor.name' })}
     where id = (select donor_id from donor_contribution where project_id = ${projectId})`)
  const amountMinor = 7_391_840_000_001 + Number.parseInt(projectId.slice(0, 6), 16) * 10
  marker.know({
    ...party,
    class: 'restricted',
    text: String(amountMinor),
    where: 'donor_contribution.amount_minor',
  })
  await db.run(sql`
    update donor_contribution set amount_minor = ${amountMinor} where project_id = ${projectId}`)
}

async function markedPhoto(
  { db, filesDir, marker }: { db: Db; filesDir: string; marker: Marker },
  { contractId, postId }: { contractId: string; postId: string },
): Promise<string> {
  const own = { class: 'internal', need: 'works', postId } as const
  const sizes = { large: '', thumbnail: '' }
  for (const size of ['large', 'thumbnail'] as const) {
    sizes[size] = marker.sha256({ ...own, where: `works_photo.${size}_sha256` })
    const path = filePath(filesDir, sizes[size])
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, marker.word({ ...own, where: `the ${size} picture of works` }))
  }
  const photoId = randomUUID()
  await insertPhoto(
    db,
    { contractId, photoId, by: null },
    {
      uploadSha256: marker.sha256({ ...own, where: 'works_photo.upload_sha256', toldTo: [] }),
      facts: { takenAt: null, takenPosition: null },
      widthPixels: 1600,
      heightPixels: 1200,
      largeSha256: sizes.large,
      thumbnailSha256: sizes.thumbnail,
      told: {
        caption: marker.word({ ...own, where: 'works_photo.caption' }),
        viewpoint: marker.word({ ...own, where: 'works_photo.viewpoint' }),
        takenAt: null,
        position: null,
      },
    },
  )
  return photoId
}

/** The firm of a contractor's account has the works at the posts that are named for contractors. */
export async function giveFirm(
  db: Db,
  accountId: string,
  { contracts, posts }: MarkedWorks & { posts: readonly MarkedPost[] },
): Promise<string> {
  const named = posts.filter(({ namedFor }) => namedFor.includes('contractor')).map(({ id }) => id)
  const { id: firm } = await db.one<{ id: string }>(sql`
    insert into contractor (name) values (${`Entreprise de ${accountId}`}) returning id`)
  await db.run(sql`update account set contractor_id = ${firm} where id = ${accountId}`)
  const own = contracts.filter(({ postId }) => named.includes(postId)).map(({ id }) => id)
  await db.run(sql`update works_contract set contractor_id = ${firm} where id = any(${own}::uuid[])`)
  return firm
}
