import { sphericalMetres } from '@borne/geodata/geometry/distance'
import { cellMiddle } from '@borne/geodata/geometry/grid-cell'
import type { Position } from '@borne/geodata/geometry/position'
import type { AudienceRules, SharedField, Withheld } from '../audience-contract.ts'
import type { Briefing } from '../contract.ts'
import type { Facts } from '../facts.ts'
import type { Slide, SlideContent, SlideView, Texts } from '../slide-contract.ts'
import { type AudienceScope, audienceScope } from './audience-scope.ts'
import { whyNotContent } from './content-needs.ts'
import { withheldOf } from './list-withheld.ts'
import type { RedactedFacts } from './redact-facts.ts'
import { textRedactor } from './redact-text.ts'

/** No post has it: a filter that lets none through. */
const NO_POST = '00000000-0000-0000-0000-000000000000'
/** Where a cell is about as wide as a hand on a laptop, in pixels. */
const CELL_PIXELS = 256
/** The finest cell of `GRIDS_METRES`. */
const FINEST_CELL_METRES = 1000
/** Of the map's tiles at zoom 0, on the equator. */
const METRES_PER_PIXEL = 78_271.517

export type RedactableBriefing = Pick<Briefing, 'title' | 'slides'>

export interface RedactedBriefing<B extends RedactableBriefing> {
  readonly briefing: B
  /** By slide. */
  readonly withheld: readonly Withheld[]
}

/**
 * What people wrote, as the audience may read it: names, amounts and places that are withheld are struck out, notes are
 * empty, and views and contents ask for nothing that the audience does not get.
 *
 * @param facts As they were before `redactFacts`: filters that the audience's facts could no longer answer are answered here.
 */
export function redactBriefing<B extends RedactableBriefing>(
  briefing: B,
  facts: Facts,
  redacted: RedactedFacts,
  rules: AudienceRules,
  donorId: string | null,
): RedactedBriefing<B> {
  const redact = textRedactor(redacted.secrets)
  const withheld: Withheld[] = []
  const strike = (slideId: string | null, text: string) => {
    const struck = redact(text)
    const found = [
      ['name-in-text', struck.names],
      ['amount-in-text', struck.amounts],
      ['place-in-text', struck.places],
    ] as const
    for (const [what, count] of found)
      if (count > 0) withheld.push(withheldOf(what, null, count, 'never-shared', slideId))
    return struck.text
  }
  const scope = audienceScope(rules, donorId)
  const at: Redacting = { facts, redacted, scope, rules, strike, note: (line) => withheld.push(line) }
  const { title, slides } = briefing
  return {
    briefing: {
      ...briefing,
      title: strikeTexts(null, title, at),
      slides: slides.map((slide) => redactSlide(slide, at)),
    },
    withheld: summed(withheld),
  }
}

interface Redacting {
  readonly facts: Facts
  readonly redacted: RedactedFacts
  readonly scope: AudienceScope
  readonly rules: AudienceRules
  readonly strike: (slideId: string | null, text: string) => string
  readonly note: (line: Withheld) => void
}

const strikeTexts = (slideId: string | null, { fr, en }: Texts, { strike }: Redacting): Texts => ({
  fr: strike(slideId, fr),
  en: strike(slideId, en),
})

function redactSlide(slide: Slide, at: Redacting): Slide {
  if (slide.notes) at.note(withheldOf('notes', null, 1, 'never-shared', slide.id))
  return {
    id: slide.id,
    title: strikeTexts(slide.id, slide.title, at),
    body: strikeTexts(slide.id, slide.body, at),
    notes: '',
    seconds: slide.seconds,
    frozenOn: slide.frozenOn,
    view: slide.view && redactView(slide.id, slide.view, at),
    content: slide.content && redactContent(slide.id, slide.content, at),
    sources: slide.sources.map((source) => strikeTexts(slide.id, source, at)),
  }
}

function redactView(slideId: string, view: SlideView, at: Redacting): SlideView {
  const { scope, redacted, note } = at
  for (const layer of view.layers) {
    const why = scope.whyNotLayer(layer)
    if (why) note(withheldOf('layer', layer, 1, why, slideId))
  }
  const tellsDays = scope.has('dates')
  if (!tellsDays && (view.compareOn || view.replay))
    note(withheldOf('field', 'dates' satisfies SharedField, 1, 'field-not-shared', slideId))
  const told = toldOf(redacted.facts)
  return {
    camera: toldCamera(view, at),
    layers: view.layers.filter(scope.draws),
    hide: [...view.hide],
    posts: redactFilter(view.posts, told, at),
    coverage: scope.draws('coverage') ? view.coverage : null,
    missionId: scope.draws('mission') ? view.missionId : null,
    selectedPostId: view.selectedPostId && told.has(view.selectedPostId) ? view.selectedPostId : null,
    compareOn: tellsDays ? view.compareOn : null,
    replay: tellsDays ? view.replay : null,
    move: view.move,
    href: null,
  }
}

function toldOf({ days }: Facts): Set<string> {
  return new Set([...days.values()].flatMap(({ posts }) => posts.map(({ id }) => id)))
}

/** Filters by facts that are withheld become lists of told posts. */
function redactFilter(
  filter: SlideView['posts'],
  told: ReadonlySet<string>,
  { scope, facts }: Redacting,
): SlideView['posts'] {
  const { statuses, donorId, kind, moughataa, postIds } = filter
  const kept = { ...(statuses && { statuses }), ...(donorId && { donorId }) }
  const isAnswerable = !scope.isCoarse || (kind === undefined && moughataa === undefined)
  const kindAndPlace = isAnswerable ? { ...(kind && { kind }), ...(moughataa && { moughataa }) } : {}
  if (isAnswerable && !postIds?.length) return { ...kept, ...kindAndPlace }
  const passing = [...facts.days.values()]
    .flatMap(({ posts }) => posts)
    .filter((post) => (!kind || post.kind === kind) && (!moughataa || post.moughataa === moughataa))
    .map(({ id }) => id)
    .filter((id) => told.has(id) && (!postIds?.length || postIds.includes(id)))
  const ids = [...new Set(passing)].sort()
  return { ...kept, ...kindAndPlace, postIds: ids.length > 0 ? ids : [NO_POST] }
}

/**
 * Over the middle of a cell, and no closer than the cell: where the author looked may be where something withheld is, also
 * for who is told exact positions. Only over a post that is told, and pointed out, the camera stays close.
 */
function toldCamera(
  { camera, selectedPostId }: SlideView,
  { scope, redacted }: Redacting,
): SlideView['camera'] {
  const center: Position = [camera.center[0], camera.center[1]]
  const selected = [...redacted.facts.days.values()]
    .flatMap(({ posts }) => posts)
    .find(({ id, position }) => id === selectedPostId && position !== null)
  if (!scope.isCoarse && selected?.position) {
    const at: Position = [selected.position[0] ?? 0, selected.position[1] ?? 0]
    if (sphericalMetres(at, center) < FINEST_CELL_METRES) return { center: at, zoom: camera.zoom }
  }
  const cellMetres = Math.max(scope.gridMetres, FINEST_CELL_METRES)
  const middle = cellMiddle(center, cellMetres)
  const metresPerPixel = METRES_PER_PIXEL * Math.cos((middle[1] * Math.PI) / 180)
  const closest = Math.floor(10 * Math.log2((metresPerPixel * CELL_PIXELS) / cellMetres)) / 10
  return { center: middle, zoom: Math.max(0, Math.min(camera.zoom, closest)) }
}

function redactContent(slideId: string, content: SlideContent, at: Redacting): SlideContent | null {
  const { scope, rules, redacted, note } = at
  const isRefused = (kind: 'figure' | 'chart' | 'table', name: Parameters<typeof whyNotContent>[0]) => {
    const why = whyNotContent(name, scope, rules)
    if (why) note(withheldOf(kind, name, 1, why, slideId))
    return why !== null
  }
  switch (content.kind) {
    case 'figures': {
      const figures = content.figures.filter((figure) => !isRefused('figure', figure))
      return figures.length > 0 ? { kind: 'figures', figures } : null
    }
    case 'chart': {
      if (isRefused('chart', content.chart)) return null
      const { chart, contractId } = content
      return { kind: 'chart', chart, ...(contractId && { contractId }) }
    }
    case 'table':
      return isRefused('table', content.table) ? null : { kind: 'table', table: content.table }
    default: {
      const refs = content.kind === 'photo' ? [content.photo] : [content.before, content.after]
      const isTold = refs.every(({ of, id }) =>
        redacted.facts.photos.some(({ ref }) => ref.of === of && ref.id === id),
      )
      if (isTold) return content
      const why = scope.has('photos') ? 'not-of-donor' : 'field-not-shared'
      note(withheldOf('photo', null, refs.length, why, slideId))
      return null
    }
  }
}

/** One line for each thing of a slide. */
function summed(withheld: readonly Withheld[]): Withheld[] {
  const groups = Map.groupBy(withheld, ({ slideId, what, name, why }) =>
    JSON.stringify([slideId, what, name, why]),
  )
  return [...groups.values()].map((lines) => ({
    ...lines[0]!,
    count: lines.reduce((sum, { count }) => sum + count, 0),
  }))
}
