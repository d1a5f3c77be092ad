import type { FastifyInstance } from 'fastify'
import type { Caller } from '../../platform/access/caller.ts'
import { askInside, dbInside } from '../../platform/ask-inside.ts'
import { problem } from '../../platform/problems.ts'
import type { DonorVisibilities, VisibilityAudit } from '../visibility/contract.ts'
import type { AskedAudience } from './audience-contract.ts'
import { REGION_CAMERA } from './briefing-templates.ts'
import type { Briefing } from './contract.ts'
import { DRAFT_COVERAGE } from './draft/coverage-slide.ts'
import { findDraftPhotos } from './draft/draft-photos.ts'
import { plain, write } from './draft/draft-words.ts'
import { type PhotoPair, pairPhotos } from './draft/pair-photos.ts'
import { prepareShowing } from './make-showing.ts'
import { Slide, type SlideContent, type SlideLayer, type Texts } from './slide-contract.ts'
import type { MadeFor } from './snapshots.ts'

const MOST_PAIRS = 4
const NO_TEXT: Texts = { fr: '', en: '' }

type DonorPage = Pick<Briefing, 'title' | 'slides' | 'isDemonstration'>

/**
 * The page of a donor as things are now, made with the rights of a caller: to them as they see it, or to an audience as far
 * as its rules let it. What is withheld whole has no place on it.
 *
 * @throws problem `donor-not-found`, besides those of the audience.
 */
export async function prepareDonorPage(
  app: FastifyInstance,
  caller: Caller,
  donorId: string,
  asked: AskedAudience | null,
): Promise<MadeFor> {
  const page = await writeDonorPage(app, caller, donorId)
  const { presentation, ...made } = await prepareShowing(app, caller, page, asked)
  const slides = presentation.slides
    .filter(({ content }, index) => index === 0 || content !== null)
    .map((slide, index) => ({ ...slide, id: `s${index + 1}` }))
  return { ...made, presentation: { ...presentation, isDashboard: true, slides } }
}

async function writeDonorPage(app: FastifyInstance, caller: Caller, donorId: string): Promise<DonorPage> {
  const ask = <T>(url: string) => askInside<T>(app, caller, { url })
  const donors = await ask<DonorVisibilities>('/api/donors/visibility')
  const donor = donors.items.find((one) => one.donorId === donorId)
  if (!donor) throw problem('donor-not-found', { donorId })
  const { items } = await ask<VisibilityAudit>(`/api/visibility?donorId=${donorId}`)
  const names = new Map(items.map(({ postId, postName }) => [postId, postName]))
  const today = new Date().toISOString().slice(0, 10)
  const photos = (await findDraftPhotos(dbInside(app, caller), today)).filter(
    ({ postIds }) => postIds.length > 0 && postIds.every((id) => names.has(id)),
  )
  const pairs = pairPhotos(photos, { from: '0001-01-01', to: today }, MOST_PAIRS)
  return {
    title: { fr: donor.names.fr, en: donor.names.en || donor.names.fr },
    isDemonstration: donor.isDemonstration,
    slides: slidesOf(donorId, pairs, names),
  }
}

function slidesOf(donorId: string, pairs: readonly PhotoPair[], names: ReadonlyMap<string, string>): Slide[] {
  const slide = (
    id: string,
    title: Texts,
    content: SlideContent,
    layers: readonly SlideLayer[] = [],
    coverage: typeof DRAFT_COVERAGE | null = null,
  ): Slide =>
    Slide.parse({
      id,
      title,
      body: NO_TEXT,
      content,
      view: { camera: REGION_CAMERA, layers, posts: { donorId }, coverage },
    })
  return [
    slide(
      'figures',
      { fr: 'Les postes financés', en: 'The posts funded' },
      {
        kind: 'figures',
        figures: ['posts-operational', 'posts-under-works', 'posts-planned', 'progress-mean'],
      },
      ['border', 'posts'],
    ),
    slide('posts', { fr: 'Poste par poste', en: 'Post by post' }, { kind: 'table', table: 'posts' }),
    slide(
      'progress',
      { fr: 'L’avancement des travaux', en: 'The progress of the works' },
      { kind: 'chart', chart: 'progress-by-post' },
    ),
    ...pairs.map((pair, index) => slide(`pair${index + 1}`, pairTitle(pair, names), pairContent(pair))),
    slide(
      'coverage',
      { fr: 'La frontière à portée de ces postes', en: 'The border in reach of these posts' },
      { kind: 'figures', figures: ['border-in-reach', 'border-share', 'population-in-reach'] },
      ['border', 'posts', 'coverage'],
      DRAFT_COVERAGE,
    ),
    slide(
      'money',
      { fr: 'Les engagements et les paiements', en: 'Commitments and payments' },
      { kind: 'figures', figures: ['amount-committed', 'amount-paid'] },
    ),
    slide('works', { fr: 'Les marchés', en: 'The contracts' }, { kind: 'table', table: 'works' }),
    slide('steps', { fr: 'Les étapes', en: 'The steps' }, { kind: 'table', table: 'milestones' }),
    slide('plaques', { fr: 'La visibilité', en: 'Visibility' }, { kind: 'table', table: 'visibility' }, [
      'border',
      'posts',
      'visibility',
    ]),
  ]
}

function pairTitle({ after }: PhotoPair, names: ReadonlyMap<string, string>): Texts {
  const posts = after.postIds.map((id) => plain(names.get(id) ?? ''))
  return write((tell) =>
    tell.language === 'fr' ? `Avant, après : ${tell.list(posts)}` : `Before, after: ${tell.list(posts)}`,
  )
}

function pairContent({ before, after }: PhotoPair): SlideContent {
  return { kind: 'photo-pair', before: before.ref, after: after.ref }
}
