import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { Slide } from '../../api/src/features/briefings/slide-contract.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'

type SlideInput = z.input<typeof Slide>

/** A slide as the editor sends it, with the given facts. */
export function slide(facts: Partial<SlideInput> = {}): Slide {
  return Slide.parse({
    id: randomUUID().slice(0, 8),
    title: { fr: 'Les postes', en: 'The posts' },
    body: { fr: 'Un **texte**.', en: 'A **text**.' },
    ...facts,
  })
}

const EVERYWHERE: SlideInput['view'] = {
  camera: { center: [-12.2, 15.2], zoom: 8 },
  layers: ['border', 'posts', 'closures', 'visibility'],
}

/** Slides that show whatever there is of posts, works and plaques, today and on a day before. */
function tellingSlides(): Slide[] {
  return [
    slide({ id: 's2', view: EVERYWHERE, content: { kind: 'table', table: 'posts' } }),
    slide({ id: 's3', view: EVERYWHERE, content: { kind: 'table', table: 'works' }, frozenOn: '2025-06-30' }),
    slide({ id: 's4', content: { kind: 'table', table: 'milestones' } }),
    slide({ id: 's5', content: { kind: 'table', table: 'visibility' } }),
    slide({ id: 's6', content: { kind: 'chart', chart: 's-curve' } }),
  ]
}

/** A briefing of a sub-office with its first version, begun by nobody who is still there. */
export async function briefingAt(
  db: Db,
  subOffice: string,
  words: { readonly title: string; readonly body: string; readonly notes: string } = {
    title: 'Visite',
    body: 'Un texte.',
    notes: '',
  },
): Promise<string> {
  const id = randomUUID()
  const title = JSON.stringify({ fr: words.title, en: '' })
  const said = slide({ id: 's1', body: { fr: words.body, en: '' }, notes: words.notes })
  const slides = JSON.stringify([said, ...tellingSlides()])
  await db.run(sql`
    insert into briefing (id, title, slides, sub_office_id)
    values (${id}, ${title}::jsonb, ${slides}::jsonb, ${subOffice})`)
  await db.run(sql`
    insert into briefing_version (briefing_id, version, title, slides)
    values (${id}, 1, ${title}::jsonb, ${slides}::jsonb)`)
  return id
}
