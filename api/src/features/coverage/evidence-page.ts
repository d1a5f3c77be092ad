import type { CoverageDifference } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import type { Db } from '../../platform/db.ts'
import {
  drawGround,
  frameMap,
  MAP_COLOURS,
  nameBeside,
  settlementNames,
} from '../../platform/documents/draw-ground.ts'
import { findMapGround } from '../../platform/documents/map-ground.ts'
import { boxAround, fitMap, type MapView } from '../../platform/documents/map-view.ts'
import { typesetPdf, typstText } from '../../platform/documents/typst.ts'
import { type Place, stroke } from '../../platform/documents/typst-drawing.ts'
import type { Language } from '../../platform/problems.ts'
import { part, sign, text } from './evidence-blocks.ts'
import type { CoverageEvidence, CoverageFigures } from './evidence-contract.ts'
import { type EvidenceSubjectPage, subjectPage } from './evidence-subject-page.ts'
import { DEMONSTRATION_WORDS, EVIDENCE_WORDS, TELL } from './evidence-words.ts'

const PAGE = { width: 841.9, height: 595.3, margin: 28 } as const
const LEGEND_POINTS = 224
const SIZE = {
  width: PAGE.width - 2 * PAGE.margin - LEGEND_POINTS - 12,
  height: PAGE.height - 2 * PAGE.margin - 78,
  scale: 1,
} as const
/** The sooner the darker; out of reach stands out. */
const BAND_COLOURS = ['#08306B', '#2166AC', '#4393C3', '#67A9CF', '#92C5DE', '#BBDDEE']
const GAP_COLOUR = '#C8102E'
const MOST_GAPS = 6
const MOST_POSTS = 14

/** Figures with their map on a page of A4 across, and how they were made, as PDF. */
export async function evidencePage(
  db: Db,
  evidence: CoverageEvidence,
  difference: CoverageDifference | null,
  language: Language,
): Promise<Buffer> {
  const words = EVIDENCE_WORDS[language]
  const subject = subjectPage(evidence, difference, language)
  const { figures, name, inputs, madeAt } = evidence
  const view = fitMap(boxAround(figures.border.features.flatMap(lineOf)), SIZE.width, SIZE.height)
  const ground = await findMapGround(db, view.box)
  const taken: Place[] = []
  const map = frameMap(
    [
      ...drawGround({ ...ground, borders: [] }, view, SIZE.scale),
      ...(subject?.drawBorder?.(view) ?? drawBorder(figures, view)),
      ...drawPosts(figures, view, taken),
      ...(subject?.drawMarks?.(view, SIZE, taken) ?? []),
      ...settlementNames(ground, view, SIZE, taken),
    ],
    view,
    SIZE,
  )
  const mark = evidence.isDemonstration
    ? `#text(size: 9pt, weight: "bold", fill: rgb("#B34700"), ${typstText(DEMONSTRATION_WORDS[language])})#linebreak()`
    : ''
  const made = words.made(
    TELL[language].day(madeAt.slice(0, 10)),
    inputs.network.label,
    inputs.geometryVersion,
    inputs.codeVersion,
  )
  const foot = `${made} ${evidence.id}. ${words.sources([...new Set([figures.attribution, ...ground.attributions])].join(' ; '))} ${words.limits}`
  return typesetPdf(
    [
      `#set document(title: ${typstText(name)})`,
      `#set page(width: ${PAGE.width}pt, height: ${PAGE.height}pt, margin: ${PAGE.margin}pt)`,
      `#set text(lang: "${language}", size: 8.5pt, fill: rgb("${MAP_COLOURS.ink}"))`,
      '#set par(leading: 0.5em, spacing: 0.6em)',
      `${mark}#text(size: 15pt, weight: "bold", fill: rgb("#0F5C8C"), ${typstText(`${name} : ${subject?.title ?? words.title(figures.minutes)}`)})#linebreak()#text(${typstText(aboutOf(evidence, language))})`,
      '#v(4pt)',
      `#grid(columns: (${SIZE.width}pt, ${LEGEND_POINTS}pt), column-gutter: 12pt, [${map}], [${legend(figures, subject, language)}])`,
      `#place(bottom + left, box(width: 100%, text(size: 6pt, fill: rgb("${MAP_COLOURS.muted}"), ${typstText(foot)})))`,
    ].join('\n'),
  )
}

function lineOf({ geometry }: CoverageFigures['border']['features'][number]): Position[] {
  return geometry.type === 'LineString' ? (geometry.coordinates as Position[]) : []
}

/** Reached border under what is out of reach, each on white. */
function drawBorder({ border, bands }: CoverageFigures, view: MapView): string[] {
  const lines = border.features
    .toSorted((a, b) => Number(b.properties.inReach) - Number(a.properties.inReach))
    .map((feature) => ({
      points: lineOf(feature).map(view.place),
      colour: feature.properties.inReach ? bandColour(bands, feature.properties.band) : GAP_COLOUR,
      width: feature.properties.inReach ? 3.4 : 4.2,
    }))
  return [
    ...lines.map(({ points, width }) => stroke(points, '#FFFFFF', width + 2)),
    ...lines.map(({ points, colour, width }) => stroke(points, colour, width)),
  ]
}

function bandColour(bands: readonly number[], band: number | null): string {
  return BAND_COLOURS[bands.indexOf(band ?? -1)] ?? GAP_COLOUR
}

function drawPosts({ posts }: CoverageFigures, view: MapView, taken: Place[]): string[] {
  return posts.flatMap(({ name, position, isUsed }) => {
    if (!position || !isUsed) return []
    const place = view.place(position)
    const isShown = place.x > 0 && place.x < SIZE.width && place.y > 0 && place.y < SIZE.height
    if (!isShown) return []
    taken.push(place)
    const mark = `#place(dx: ${(place.x - 4.5).toFixed(1)}pt, dy: ${(place.y - 4.5).toFixed(1)}pt, rect(width: 9pt, height: 9pt, radius: 2pt, fill: rgb("${MAP_COLOURS.ink}"), stroke: 1.2pt + white))`
    return [mark, nameBeside(name, place, { ...SIZE, isStrong: true }, taken)]
  })
}

/** For whom, when and by what means. */
function aboutOf({ question, changes, figures }: CoverageEvidence, language: Language): string {
  const words = EVIDENCE_WORDS[language]
  const { date, vehicle } = figures.state
  const { maxMetres, kmh } = figures.access
  const metres = TELL[language].kilometres(maxMetres)
  return [
    date === null ? words.dry : TELL[language].day(date),
    language === 'fr' ? vehicle.nameFr : vehicle.nameEn,
    kmh === null ? words.onRoadAlone(metres) : words.offRoad(metres, kmh),
    ...(question.includeUnconfirmed ? [words.withUnconfirmed] : []),
    ...(changes.length > 0 ? [words.changes(changes.length)] : []),
  ].join(', ')
}

function legend(figures: CoverageFigures, subject: EvidenceSubjectPage | null, language: Language): string {
  const words = EVIDENCE_WORDS[language]
  const tell = TELL[language]
  const { bands, population, crossings } = figures
  const segmentName = (id: string) => figures.segments.find(({ segmentId }) => segmentId === id)?.name ?? id
  const total = `#text(size: 12pt, weight: "bold", ${typstText(words.ofTotal(tell.kilometres(figures.reachedBorderMetres), tell.kilometres(figures.borderMetres), tell.share(figures.reachedBorderShare)))})`
  const segments = figures.segments.map(({ name, reachedMetres, lengthMetres, reachedShare }) =>
    text(
      `${name} : ${words.ofTotal(tell.kilometres(reachedMetres), tell.kilometres(lengthMetres), tell.share(reachedShare))}`,
    ),
  )
  const gaps = figures.gaps
    .toSorted((a, b) => b.lengthMetres - a.lengthMetres)
    .slice(0, MOST_GAPS)
    .map(({ lengthMetres, segmentId, fromMetres, toMetres, nearest }) => {
      const kilometre = (metres: number) => tell.kilometres(metres).replace(/\s*km$/, '')
      const post = figures.posts.find(({ postId }) => postId === nearest?.postId)
      const soonest =
        nearest && post ? words.soonest(post.name, tell.duration(nearest.seconds)) : words.nobody
      const where = words.gap(
        tell.kilometres(lengthMetres),
        segmentName(segmentId),
        kilometre(fromMetres),
        kilometre(toMetres),
      )
      return text(`${where} ; ${soonest}`)
    })
  const people = [
    text(
      words.population(
        tell.count(population.known),
        tell.count(population.low),
        tell.count(population.high),
        population.unknownCount,
      ),
    ),
    text(words.crossings(crossings.filter(({ isWatched }) => isWatched).length, crossings.length)),
  ]
  const used = figures.posts.filter(({ isUsed }) => isUsed).map(({ name }) => name)
  const more = used.length > MOST_POSTS ? ` (+${used.length - MOST_POSTS})` : ''
  const signs = subject?.signs ?? [
    ...bands.map((band, index) => sign(BAND_COLOURS[index]!, words.within(bands[index - 1] ?? 0, band))),
    sign(GAP_COLOUR, words.outOfReach),
  ]
  return [
    ...(subject?.parts ?? []),
    part(words.border, [total]),
    part(words.segments, segments),
    ...(subject ? [] : [part(words.gaps, gaps.length > 0 ? gaps : [text(words.noGap)])]),
    part(words.people, people),
    part(words.posts, [text(used.slice(0, MOST_POSTS).join(', ') + more)]),
    part(words.legend, signs),
  ].join('#v(5pt)\n')
}
