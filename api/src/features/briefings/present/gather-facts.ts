import type { FastifyInstance } from 'fastify'
import type { Caller } from '../../../platform/access/caller.ts'
import { dbInside } from '../../../platform/ask-inside.ts'
import type { BorderSegments } from '../../region/contract.ts'
import type { DonorVisibilities } from '../../visibility/contract.ts'
import type { BorderFact, DonorFact, Facts } from '../facts.ts'
import type { Slide } from '../slide-contract.ts'
import { gatherCoverage } from './gather-coverage.ts'
import { gatherDays } from './gather-days.ts'
import { gatherMissions } from './gather-missions.ts'
import { gatherNames } from './gather-names.ts'
import { gatherPhotos } from './gather-photos.ts'
import { beginGathering, type GatheredBriefing, type Gathering } from './gathering.ts'
import { slideDays } from './slide-days.ts'
import { choosePosts, dayOf } from './slide-scope.ts'

export interface GatherScope {
  /** The posts for which coverage is measured, of the facts without it; absent: every one that the caller sees. */
  readonly toldPostIds?: (facts: Facts) => readonly string[]
}

/** What is known of all that the slides show, as the caller may see it. */
export async function gatherFacts(
  app: FastifyInstance,
  caller: Caller,
  briefing: GatheredBriefing,
  { toldPostIds }: GatherScope = {},
): Promise<Facts> {
  const madeAt = new Date().toISOString()
  const db = dbInside(app, caller)
  const at = beginGathering(app, caller, briefing, { db, madeAt })
  const photos = await gatherPhotos(db, briefing.slides)
  const named = namedPosts(
    briefing.slides,
    photos.flatMap(({ postIds }) => postIds),
  )
  const { days, fictional } = await gatherDays(at, named)
  const facts: Facts = {
    madeAt,
    isDemonstration: briefing.isDemonstration,
    donors: await gatherDonors(at),
    days,
    photos,
    border: await gatherBorder(at),
    coverage: new Map(),
    missions: await gatherMissions(at),
    // Who shows what they see themselves has nothing to hide from.
    names: toldPostIds ? await gatherNames(db) : [],
  }
  const told = toldPostIds ? toldPostIds(facts) : null
  return {
    ...facts,
    isDemonstration: briefing.isDemonstration || showsFiction(at, facts, fictional),
    coverage: await gatherCoverage(at, days, told),
  }
}

/** Posts that are shown though they are archived. */
function namedPosts(slides: readonly Slide[], ofPhotos: readonly string[]): Set<string> {
  const inViews = slides.flatMap(({ view }) => [...(view?.posts.postIds ?? []), view?.selectedPostId ?? ''])
  return new Set([...inViews, ...ofPhotos])
}

async function gatherDonors({ ask, may }: Gathering): Promise<DonorFact[]> {
  if (!may('visibility.read')) return []
  const { items } = await ask<{ items: DonorVisibilities['items'] }>('/api/donors/visibility')
  return items.map(({ donorId, names, credit, rank, logoScale, logos }) => {
    // Slides and paper are light.
    const logo = logos.find(({ ground }) => ground === 'light') ?? null
    return {
      id: donorId,
      names: { fr: names.fr, en: names.en },
      credit,
      rank,
      logoScale,
      logo: logo && {
        sha256: logo.pngSha256,
        mediaType: 'image/png',
        widthPixels: logo.widthPixels,
        heightPixels: logo.heightPixels,
      },
    }
  })
}

const BORDER_LAYERS = ['border', 'coverage', 'gaps'] as const

async function gatherBorder({ ask, may, briefing }: Gathering): Promise<BorderFact[]> {
  const isAsked = briefing.slides.some(
    ({ view, content }) =>
      BORDER_LAYERS.some((layer) => view?.layers.includes(layer)) ||
      (content?.kind === 'figures' && content.figures.includes('border-total')),
  )
  if (!isAsked || !may('region.read')) return []
  const { features } = await ask<BorderSegments>('/api/region/border-segments')
  return features.flatMap(({ id, geometry, properties: { name, neighbour, lengthMetres, inGuidimakha } }) =>
    inGuidimakha && geometry
      ? [{ segmentId: String(id), name, neighbour: neighbour ?? '', lengthMetres, geometry }]
      : [],
  )
}

/** Whether anything fictional is among the posts that a slide shows, or the works on them. */
function showsFiction({ briefing, today }: Gathering, facts: Facts, fictional: ReadonlySet<string>): boolean {
  return briefing.slides.some((slide) => {
    const day = dayOf(facts, slideDays(slide, today).on)
    const posts = new Set(choosePosts(day, slide, today).map(({ id }) => id))
    return (
      [...posts].some((id) => fictional.has(id)) ||
      day.contracts.some(({ id, postIds }) => fictional.has(id) && postIds.some((post) => posts.has(post)))
    )
  })
}
