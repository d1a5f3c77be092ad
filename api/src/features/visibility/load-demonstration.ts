import { readFile } from 'node:fs/promises'
import type { Db } from '../../platform/db.ts'
import { withStoredFiles } from '../../platform/photos/store-file.ts'
import { sql } from '../../platform/sql.ts'
import type { DonorVisibilityInput, SeenState, VisibilityMark } from './contract.ts'
import { LOGO_GROUNDS } from './contract.ts'
import { drawLogo } from './draw-logo.ts'

const FOLDER = new URL('../../../demo/', import.meta.url)
/** Marks the identifiers of the demonstration's posts. */
const POST_PREFIX = 'demonstration:'

interface DemonstrationVisibility {
  readonly donors: readonly (Omit<DonorVisibilityInput, 'version'> & { readonly code: string })[]
  readonly checks: readonly {
    readonly postKey: string
    readonly donorCode: string
    readonly what: VisibilityMark
    readonly state: SeenState
    readonly seenOn: string
    readonly note: string
  }[]
}

/**
 * Adds names, logos and checks of the fictional donors that are not there yet; those that are stay as people left them.
 *
 * @returns How many donors and checks were added. What is of a post or donor that is not there is left out.
 */
export async function loadDemonstrationVisibility(
  db: Db,
  filesDir: string,
): Promise<{ donors: number; checks: number }> {
  const told = JSON.parse(
    await readFile(new URL('visibility.json', FOLDER), 'utf8'),
  ) as DemonstrationVisibility
  let donors = 0
  for (const [index, donor] of told.donors.entries())
    donors += await addDonor({ db, filesDir }, { ...donor, rank: index + 1 })
  return { donors, checks: await addChecks(db, told.checks) }
}

/** Takes the fictional checks away; names and logos go with the donors. To be called before posts, donors and accounts go. */
export async function removeDemonstrationVisibility(db: Db): Promise<void> {
  await db.run(sql`delete from visibility_check where is_demonstration`)
}

async function addDonor(
  { db, filesDir }: { db: Db; filesDir: string },
  {
    code,
    names,
    credit,
    logoScale,
    rulesText,
    rank,
  }: DemonstrationVisibility['donors'][number] & { rank: number },
): Promise<number> {
  const added = await db.maybeOne<{ donorId: string }>(sql`
    insert into donor_visibility (donor_id, names, credit, rank, logo_scale, rules_text)
    select id, ${JSON.stringify(names)}::jsonb, ${JSON.stringify(credit)}::jsonb, ${rank}, ${logoScale}, ${rulesText}
      from donor
     where code = ${code} and is_demonstration
    on conflict do nothing
    returning donor_id as "donorId"`)
  if (!added) return 0
  for (const ground of LOGO_GROUNDS) {
    const file = new URL(`logos/${code.toLowerCase()}-${ground}.svg`, FOLDER)
    const { png, svg, widthPixels, heightPixels } = await drawLogo(await readFile(file))
    const files = [
      { content: png, format: 'png' as const },
      { content: Buffer.from(svg!), format: 'svg' as const },
    ]
    await withStoredFiles(filesDir, files, ([pixels, drawing]) =>
      db.run(sql`
        insert into donor_logo (donor_id, ground, png_sha256, svg_sha256, width_pixels, height_pixels)
        values (${added.donorId}, ${ground}, ${pixels!.sha256}, ${drawing!.sha256}, ${widthPixels}, ${heightPixels})`),
    )
  }
  return 1
}

async function addChecks(db: Db, checks: DemonstrationVisibility['checks']): Promise<number> {
  return db.run(sql`
    insert into visibility_check (id, post_id, donor_id, what, state, seen_on, note, is_demonstration, recorded_at, recorded_by)
    select gen_random_uuid(), post.id, donor.id, given.what, given.state, given."seenOn", given.note, true,
           (given."seenOn" + time '17:00') at time zone 'UTC',
           (select id from account where is_demonstration and role = 'focal-point' order by id limit 1)
      from jsonb_to_recordset(${JSON.stringify(checks)}::jsonb)
        as given("postKey" text, "donorCode" text, what text, state text, "seenOn" date, note text)
      join border_post post on post.external_id = ${POST_PREFIX} || given."postKey"
      join donor on donor.code = given."donorCode" and donor.is_demonstration
     where not exists (select from visibility_check where is_demonstration)
     order by given."seenOn", post.name, donor.code`)
}
