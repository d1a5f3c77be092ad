import type { Briefing } from '../contract.ts'
import type { Facts } from '../facts.ts'
import type { Presentation, PresentedSlide } from '../presentation-contract.ts'
import type { Texts } from '../slide-contract.ts'
import { cleanText, cleanTexts } from './clean-text.ts'
import { creditsOf, donorsShown, logosOf } from './credit.ts'
import { type Asset, type AssetNames, nameAssets } from './name-assets.ts'
import { presentContent } from './present-content.ts'
import { presentMap } from './present-map.ts'
import { namePosts, type SlideScope, slideScope } from './slide-scope.ts'
import { tellSlide } from './tell-slide.ts'
import { coverageSource, postsSource } from './tell-source.ts'

export interface MadePresentation {
  readonly presentation: Presentation
  readonly assets: readonly Asset[]
}

/** Whoever presents to themselves and a room, with everything that they see. */
export const OWN: Presentation['audience'] = {
  kind: 'own',
  name: { fr: 'Présentation personnelle', en: 'Own presentation' },
}

/**
 * The briefing as it is shown, made from the facts alone: what is not in them is not in it, and no id of anything
 * stored is.
 */
export function makePresentation(
  briefing: Pick<Briefing, 'title' | 'slides'>,
  facts: Facts,
  { audience }: { audience: Presentation['audience'] },
): MadePresentation {
  const naming = namePosts(facts)
  const assets = nameAssets()
  const scopes = briefing.slides.map((slide) => slideScope(slide, facts, naming))
  const slides = scopes.map((scope, index) => presentSlide(scope, index, assets, audience.kind === 'own'))
  const donors = donorsShown(scopes, slides)
  return {
    presentation: {
      format: 1,
      title: cleanTexts(briefing.title),
      madeAt: facts.madeAt,
      audience,
      isDemonstration: facts.isDemonstration,
      slides,
      logos: logosOf(donors, assets),
      credits: creditsOf(donors, slides),
    },
    assets: assets.all(),
  }
}

function presentSlide(scope: SlideScope, index: number, assets: AssetNames, isOwn: boolean): PresentedSlide {
  const { slide, days } = scope
  const map = presentMap(scope)
  const content = presentContent(scope, assets)
  return {
    id: `s${index + 1}`,
    title: cleanTexts(slide.title),
    body: cleanTexts(slide.body),
    notes: isOwn ? cleanText(slide.notes) : null,
    seconds: slide.seconds,
    on: days.on,
    isFrozen: slide.frozenOn !== null,
    isOfArchived: isOfArchived(scope, map !== null, content?.kind ?? null),
    map,
    content,
    alternative: tellSlide(scope, map, content),
    sources: [...slide.sources.map(cleanTexts), ...sourcesOf(scope, map)],
  }
}

function isOfArchived(
  { posts, slide, facts, day }: SlideScope,
  hasMap: boolean,
  kind: string | null,
): boolean {
  const showsPosts = hasMap || kind === 'table' || kind === 'chart' || kind === 'figures'
  if (showsPosts && posts.some((post) => post.isArchived)) return true
  const { content } = slide
  if (!kind || (content?.kind !== 'photo' && content?.kind !== 'photo-pair')) return false
  const refs = content.kind === 'photo' ? [content.photo] : [content.before, content.after]
  const postIds = facts.photos
    .filter(({ ref }) => refs.some(({ of, id }) => of === ref.of && id === ref.id))
    .flatMap((photo) => photo.postIds)
  return day.posts.some(({ id, isArchived }) => isArchived && postIds.includes(id))
}

/** Of the map; charts, tables and figures carry their own. */
function sourcesOf({ days, coverage }: SlideScope, map: PresentedSlide['map']): Texts[] {
  const state = map?.states.at(-1)
  if (!state) return []
  return [
    ...(state.posts.length > 0 ? [postsSource(days.on)] : []),
    ...(state.bands && coverage ? [coverageSource(coverage)] : []),
  ]
}
