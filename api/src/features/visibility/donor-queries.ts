import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { DonorVisibility, DonorVisibilityInput, LogoGround } from './contract.ts'

/** Donors in the order of their logos, each with its logos; those of which nothing was said come last, by their codes. */
export async function findDonors(db: Db): Promise<DonorVisibility[]> {
  const rows = await db.many<Omit<DonorVisibility, 'rank'>>(sql`
    select donor.id                     as "donorId",
           donor.code,
           donor.is_demonstration       as "isDemonstration",
           coalesce(said.names, json_build_object('fr', donor.name, 'en', donor.name, 'ar', '')::jsonb) as names,
           coalesce(said.credit, json_build_object('fr', 'Financement : ' || donor.name,
                                                   'en', 'Funding: ' || donor.name)::jsonb) as credit,
           coalesce(said.logo_scale, 1) as "logoScale",
           coalesce(said.rules_text, '') as "rulesText",
           coalesce(said.version, 0)    as version,
           (select coalesce(json_agg(json_build_object(
                     'ground', logo.ground, 'pngSha256', logo.png_sha256, 'widthPixels', logo.width_pixels,
                     'heightPixels', logo.height_pixels, 'hasSvg', logo.svg_sha256 is not null)
                   order by logo.ground desc), '[]')
              from donor_logo logo
             where logo.donor_id = donor.id) as logos
      from donor
      left join donor_visibility said on said.donor_id = donor.id
     order by said.rank nulls last, donor.code collate "und-x-icu", donor.id`)
  return rows.map((row, index) => ({ ...row, rank: index + 1 }))
}

/** Says how a donor is shown; at version 0 for the first time. Returns false when that is no longer the current one. */
export async function writeDonor(
  db: Db,
  donorId: string,
  { version, names, credit, logoScale, rulesText }: DonorVisibilityInput,
): Promise<boolean> {
  const said = { names: JSON.stringify(names), credit: JSON.stringify(credit) }
  const written = await db.run(
    version === 0
      ? sql`
        insert into public.donor_visibility (donor_id, names, credit, rank, logo_scale, rules_text)
        values (${donorId}, ${said.names}::jsonb, ${said.credit}::jsonb,
                (select least(1000, coalesce(max(rank), 0) + 1) from donor_visibility), ${logoScale}, ${rulesText})
        on conflict (donor_id) do nothing`
      : sql`
        update public.donor_visibility
           set names = ${said.names}::jsonb, credit = ${said.credit}::jsonb, logo_scale = ${logoScale},
               rules_text = ${rulesText}, version = version + 1, updated_at = now()
         where donor_id = ${donorId} and version = ${version}`,
  )
  return written === 1
}

/** Their places, from the first on. A place is no part of what a version says. */
export async function writeRanks(db: Db, donorIds: readonly string[]): Promise<void> {
  await db.run(sql`
    update public.donor_visibility
       set rank = given.place
      from unnest(${donorIds}::uuid[]) with ordinality as given (id, place)
     where donor_id = given.id`)
}

export interface LogoFiles {
  readonly pngSha256: string
  readonly svgSha256: string | null
}

export function findLogo(
  db: Db,
  { donorId, ground }: { donorId: string; ground: LogoGround },
): Promise<LogoFiles | undefined> {
  return db.maybeOne(sql`
    select png_sha256 as "pngSha256", svg_sha256 as "svgSha256"
      from donor_logo where donor_id = ${donorId} and ground = ${ground}`)
}

export async function writeLogo(
  db: Db,
  { donorId, ground, by }: { donorId: string; ground: LogoGround; by: string | null },
  logo: LogoFiles & { readonly widthPixels: number; readonly heightPixels: number },
): Promise<void> {
  const { pngSha256, svgSha256, widthPixels, heightPixels } = logo
  await db.run(sql`
    insert into public.donor_logo (donor_id, ground, png_sha256, svg_sha256, width_pixels, height_pixels, uploaded_by)
    values (${donorId}, ${ground}, ${pngSha256}, ${svgSha256}, ${widthPixels}, ${heightPixels}, ${by})
    on conflict (donor_id, ground) do update
      set png_sha256 = ${pngSha256}, svg_sha256 = ${svgSha256}, width_pixels = ${widthPixels},
          height_pixels = ${heightPixels}, uploaded_at = now(), uploaded_by = ${by}`)
}

export async function removeLogo(
  db: Db,
  { donorId, ground }: { donorId: string; ground: LogoGround },
): Promise<boolean> {
  const removed = await db.run(
    sql`delete from public.donor_logo where donor_id = ${donorId} and ground = ${ground}`,
  )
  return removed === 1
}
