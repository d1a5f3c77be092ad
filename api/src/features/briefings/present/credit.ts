import type { DonorFact } from '../facts.ts'
import type { PresentedLogo, PresentedSlide } from '../presentation-contract.ts'
import type { Texts } from '../slide-contract.ts'
import type { AssetNames } from './name-assets.ts'
import type { SlideScope } from './slide-scope.ts'

const MAP: Texts = {
  fr: 'Carte et frontière : © les contributeurs d’OpenStreetMap, ODbL 1.0 (schéma © OpenMapTiles)',
  en: 'Map and border: © OpenStreetMap contributors, ODbL 1.0 (schema © OpenMapTiles)',
}
const REGISTER: Texts = {
  fr: 'Postes : registre Borne ; limites administratives : ANSADE / OCHA (COD-AB), CC BY-IGO',
  en: 'Posts: Borne register; administrative boundaries: ANSADE / OCHA (COD-AB), CC BY-IGO',
}
const WAYS: Texts = {
  fr: 'Temps de trajet calculés sur les routes d’OpenStreetMap ; localités et habitants : GeoNames, CC BY 4.0',
  en: 'Travel times computed on the roads of OpenStreetMap; settlements and inhabitants: GeoNames, CC BY 4.0',
}

/** The donors of the posts, works and plaques that the slides show, in the order of their rank. */
export function donorsShown(scopes: readonly SlideScope[], slides: readonly PresentedSlide[]): DonorFact[] {
  const ids = new Set<string>()
  for (const [index, scope] of scopes.entries()) {
    const slide = slides[index]
    if (!slide || (!slide.map && !slide.content)) continue
    const isOfPosts = slide.map?.states.some(({ posts }) => posts.length > 0) || isOfRegister(slide)
    if (isOfPosts) for (const post of scope.posts) for (const id of post.donorIds) ids.add(id)
    if (isOfWorks(scope, slide))
      for (const contract of scope.contracts) for (const id of contract.donorIds) ids.add(id)
    for (const id of photoDonors(scope, slide)) ids.add(id)
  }
  const [first] = scopes
  return (first?.facts.donors ?? [])
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => a.rank - b.rank || a.names.fr.localeCompare(b.names.fr, 'fr'))
}

/** Who is to be named: the donors of what is shown, then the sources of the data. */
export function creditsOf(donors: readonly DonorFact[], slides: readonly PresentedSlide[]): Texts[] {
  const hasMap = slides.some(({ map }) => map !== null)
  const hasPosts = slides.some(
    (slide) => slide.map?.states.some(({ posts }) => posts.length > 0) || isOfRegister(slide),
  )
  const hasWays = slides.some(
    ({ map, content }) =>
      map?.states.some(({ bands, mission, gaps }) => bands !== null || mission !== null || gaps.length > 0) ||
      (content?.kind === 'figures' && content.figures.some(({ unit }) => unit === 'people')) ||
      (content?.kind === 'chart' && content.chart.unit === 'kilometres'),
  )
  const texts = [
    ...donors.map(({ credit }) => credit).filter(({ fr, en }) => fr !== '' || en !== ''),
    ...(hasMap ? [MAP] : []),
    ...(hasPosts ? [REGISTER] : []),
    ...(hasWays ? [WAYS] : []),
  ]
  return texts.filter(
    (text, index) => texts.findIndex(({ fr, en }) => fr === text.fr && en === text.en) === index,
  )
}

export function logosOf(donors: readonly DonorFact[], assets: AssetNames): PresentedLogo[] {
  return donors.flatMap(({ names, logo, logoScale }) =>
    logo
      ? [
          {
            donor: names,
            asset: assets.nameOf(logo.sha256, logo.mediaType),
            widthPixels: logo.widthPixels,
            heightPixels: logo.heightPixels,
            scale: logoScale,
          },
        ]
      : [],
  )
}

/** Charts, tables and figures are made of posts, but for those of the border. */
function isOfRegister({ content }: PresentedSlide): boolean {
  if (!content || content.kind === 'photo' || content.kind === 'photo-pair') return false
  if (content.kind === 'chart') return content.chart.unit !== 'kilometres'
  return true
}

function isOfWorks({ slide }: SlideScope, { content }: PresentedSlide): boolean {
  const asked = slide.content
  if (!content || !asked) return false
  if (asked.kind === 'chart') return asked.chart === 's-curve'
  if (asked.kind === 'table') return asked.table !== 'posts'
  return asked.kind === 'figures'
}

function photoDonors({ slide, facts, day }: SlideScope, { content }: PresentedSlide): string[] {
  const asked = slide.content
  if (!content || !asked || (asked.kind !== 'photo' && asked.kind !== 'photo-pair')) return []
  const refs = asked.kind === 'photo' ? [asked.photo] : [asked.before, asked.after]
  const postIds = facts.photos
    .filter(({ ref }) => refs.some(({ of, id }) => of === ref.of && id === ref.id))
    .flatMap((photo) => photo.postIds)
  return day.posts.filter(({ id }) => postIds.includes(id)).flatMap(({ donorIds }) => donorIds)
}
