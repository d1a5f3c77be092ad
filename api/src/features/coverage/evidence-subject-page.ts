import type { CoverageDifference, DifferentStretch } from '@borne/geodata/coverage/coverage-types'
import type { Position } from '@borne/geodata/geometry/position'
import { MAP_COLOURS, type MapSize, nameBeside } from '../../platform/documents/draw-ground.ts'
import type { MapView } from '../../platform/documents/map-view.ts'
import { typstText } from '../../platform/documents/typst.ts'
import { type Place, stroke } from '../../platform/documents/typst-drawing.ts'
import type { Language } from '../../platform/problems.ts'
import { part, sign, text } from './evidence-blocks.ts'
import type { CoverageEvidence } from './evidence-contract.ts'
import { SUBJECT_WORDS, tellObjective } from './evidence-subject-words.ts'
import { EVIDENCE_WORDS, TELL } from './evidence-words.ts'
import type { KeptSiting } from './siting-contract.ts'

const GAINED = '#1B7837'
const LOST = '#C8102E'
const REACHED = '#4393C3'
const UNREACHED = '#B8B2A6'
const PLACE = '#0F5C8C'
const MOST_STRETCHES = 5

/** What a record of a comparison or of a siting has on its page in the place of that of a measure. */
export interface EvidenceSubjectPage {
  readonly title: string
  readonly drawBorder?: (view: MapView) => string[]
  readonly drawMarks?: (view: MapView, size: MapSize, taken: Place[]) => string[]
  readonly parts: readonly string[]
  readonly signs?: readonly string[]
}

/** null = a measure alone. */
export function subjectPage(
  evidence: CoverageEvidence,
  difference: CoverageDifference | null,
  language: Language,
): EvidenceSubjectPage | null {
  if (evidence.siting) return sitingPage(evidence.siting, language)
  return (
    difference && evidence.against && comparisonPage(evidence, difference, evidence.against.name, language)
  )
}

function sitingPage(siting: KeptSiting, language: Language): EvidenceSubjectPage {
  const words = SUBJECT_WORDS[language]
  const { answer } = siting
  const tell = (value: number | null) => tellObjective(value, answer, language)
  const places = answer.places.map(({ name, objective }, index) =>
    text(`${index + 1}. ${name} : ${tell(objective)}`),
  )
  const proof = answer.isOptimal
    ? words.proven
    : words.unproven(answer.gap === null ? null : TELL[language].share(answer.gap))
  const second = answer.runnerUp && [
    text(`${answer.runnerUp.places.map(({ name }) => name).join(', ')} : ${tell(answer.runnerUp.objective)}`),
  ]
  return {
    title: words.siting[answer.model],
    drawMarks: (view, size, taken) =>
      answer.places.flatMap(({ name, position }, index) =>
        drawPlace(`${index + 1}`, name, view.place(position), size, taken),
      ),
    parts: [
      part(words.places, [
        text(words.fromTo(tell(answer.before.objective), tell(answer.value.objective))),
        ...(places.length > 0 ? places : [text(words.noPlace)]),
        text(proof),
      ]),
      ...(second ? [part(words.runnerUp, second)] : []),
    ],
  }
}

function drawPlace(number: string, name: string, { x, y }: Place, size: MapSize, taken: Place[]): string[] {
  if (x < 0 || y < 0 || x > size.width || y > size.height) return []
  taken.push({ x, y })
  return [
    `#place(dx: ${(x - 7).toFixed(1)}pt, dy: ${(y - 7).toFixed(1)}pt, box(width: 14pt, height: 14pt, radius: 7pt, fill: rgb("${PLACE}"), stroke: 1.4pt + white, align(center + horizon, text(size: 8pt, weight: "bold", fill: white, ${typstText(number)}))))`,
    nameBeside(name, { x, y }, { ...size, isStrong: true }, taken),
  ]
}

function comparisonPage(
  { figures, name }: CoverageEvidence,
  difference: CoverageDifference,
  other: string,
  language: Language,
): EvidenceSubjectPage {
  const words = SUBJECT_WORDS[language]
  const tell = TELL[language]
  const signed = (metres: number) => `${metres < 0 ? '−' : '+'}${tell.kilometres(Math.abs(metres))}`
  const { beforeMetres, afterMetres, gainedMetres, lostMetres, gained, lost, segments } = difference
  const stretches = (all: readonly DifferentStretch[]) =>
    all
      .toSorted((a, b) => b.lengthMetres - a.lengthMetres)
      .slice(0, MOST_STRETCHES)
      .map(({ segmentId, fromMetres, toMetres, lengthMetres }) => {
        const segment = segments.find((one) => one.segmentId === segmentId)
        const kilometre = (metres: number) => tell.kilometres(metres).replace(/\s*km$/, '')
        const [from, to] = [kilometre(fromMetres), kilometre(toMetres)]
        return text(
          EVIDENCE_WORDS[language].gap(tell.kilometres(lengthMetres), segment?.name ?? segmentId, from, to),
        )
      })
  return {
    title: words.comparison,
    drawBorder: (view) => [
      ...figures.border.features.flatMap(({ geometry, properties }) => {
        const line = geometry.type === 'LineString' ? (geometry.coordinates as Position[]) : []
        return stroke(line.map(view.place), properties.inReach ? REACHED : UNREACHED, 3)
      }),
      ...gained.map(({ coordinates }) => stroke(coordinates.map(view.place), GAINED, 5)),
      ...lost.map(({ coordinates }) => stroke(coordinates.map(view.place), LOST, 5)),
    ],
    parts: [
      part(words.difference, [
        `#text(size: 12pt, weight: "bold", fill: rgb("${MAP_COLOURS.ink}"), ${typstText(signed(afterMetres - beforeMetres))})`,
        text(`A : ${other}, ${tell.kilometres(beforeMetres)}`),
        text(`B : ${name}, ${tell.kilometres(afterMetres)}`),
        text(words.gainedAndLost(tell.kilometres(gainedMetres), tell.kilometres(lostMetres))),
      ]),
      ...(gained.length > 0 ? [part(words.gained, stretches(gained))] : []),
      ...(lost.length > 0 ? [part(words.lost, stretches(lost))] : []),
    ],
    signs: [
      sign(GAINED, words.gained),
      sign(LOST, words.lost),
      sign(REACHED, words.inBoth),
      sign(UNREACHED, words.inNeither),
    ],
  }
}
