import { readFile } from 'node:fs/promises'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { typesetFrench } from '../../platform/typeset.ts'
import { Slides, type Texts } from './slide-contract.ts'

const FILE = new URL('../../../demo/briefings.json', import.meta.url)
const REFERENCE = /"@(\w+:[\w-]+)"/g

interface DemonstrationBriefing {
  readonly key: string
  readonly donorId: string
  readonly title: Texts
  readonly slides: readonly unknown[]
}

/**
 * Adds the fictional briefings that are not there yet; those that are stay as people left them.
 *
 * @returns How many were added. One that names a post, a donor or works that are not there is left out.
 */
export async function loadDemonstrationBriefings(db: Db): Promise<{ added: number }> {
  const briefings = await readBriefings(db)
  return db.transaction(async () => {
    let added = 0
    for (const { key, donorId, title, slides } of briefings) {
      if (JSON.stringify({ donorId, slides }).includes('"@')) continue
      const [titleText, slidesText] = [JSON.stringify(title), JSON.stringify(Slides.parse(slides))]
      const begun = await db.maybeOne<{ id: string }>(sql`
        insert into briefing (demonstration_key, is_demonstration, title, slides, donor_id, sub_office_id)
        values (${key}, true, ${titleText}::jsonb, ${slidesText}::jsonb, ${donorId},
                (select id from sub_office where is_default))
        on conflict (demonstration_key) do nothing
        returning id`)
      if (!begun) continue
      added += 1
      await db.run(sql`
        insert into briefing_version (briefing_id, version, title, slides)
        values (${begun.id}, 1, ${titleText}::jsonb, ${slidesText}::jsonb)`)
    }
    return { added }
  })
}

/**
 * Takes the fictional briefings away with their links, and the fictional donors out of those that people wrote. To be
 * called before the donors go.
 */
export function removeDemonstrationBriefings(db: Db): Promise<void> {
  return db.transaction(async () => {
    await db.run(sql`
      delete from share_link where donor_id in (select id from donor where is_demonstration)`)
    await db.run(sql`delete from briefing where is_demonstration`)
    await db.run(sql`
      update briefing set donor_id = null
       where donor_id in (select id from donor where is_demonstration)`)
  })
}

/** With the ids of what is there in the place of the keys, and the spaces of French. */
async function readBriefings(db: Db): Promise<readonly DemonstrationBriefing[]> {
  const rows = await db.many<{ key: string; id: string }>(sql`
    select 'post:' || replace(external_id, 'demonstration:', '') as key, id from border_post
     where is_demonstration and external_id is not null
    union all
    select 'contract:' || demonstration_key, id from works_contract where demonstration_key is not null
    union all
    select 'donor:' || code, id from donor where is_demonstration
    order by 1`)
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  const text = (await readFile(FILE, 'utf8')).replaceAll(REFERENCE, (reference, key: string) =>
    ids.has(key) ? JSON.stringify(ids.get(key)) : reference,
  )
  const typeset = (key: string, value: unknown) =>
    key === 'fr' && typeof value === 'string' ? typesetFrench(value) : value
  return (JSON.parse(text, typeset) as { briefings: DemonstrationBriefing[] }).briefings
}
