import { Transformer } from '@napi-rs/image'
import type { DocumentImage } from '../../../platform/documents/document-facts.ts'
import { DEMONSTRATION_MARK } from '../../../platform/documents/document-facts.ts'
import { tellDay } from '../../../platform/documents/french-words.ts'
import { typesetPdf, typesetSvg, typstText } from '../../../platform/documents/typst.ts'
import { dayColour, drawMap } from './draw-map.ts'
import { type MissionSource, teamName, travelDays } from './mission-source.ts'
import { STATUS_WORDS, tellKilometres, tellSpan, tellWeekday } from './mission-words.ts'

const PAGE = { width: 841.9, height: 595.3, margin: 28 } as const
const LEGEND_POINTS = 176
const PICTURE = { width: 1400, height: 900, scale: 2.6 } as const
const PICTURE_MILLIMETRES = 160

/** The map on a page of A4 across, with title, legend, scale, north, date and sources, as PDF. */
export async function mapPage(source: MissionSource): Promise<Buffer> {
  const ground = await source.loadGround()
  const { mission } = source
  const width = PAGE.width - 2 * PAGE.margin - LEGEND_POINTS - 12
  const height = PAGE.height - 2 * PAGE.margin - 62
  const { markup, stops } = drawMap(source, ground, { width, height, scale: 1 })
  const mark = mission.isDemonstration
    ? `#text(size: 9pt, weight: "bold", fill: rgb("#B34700"), ${typstText(DEMONSTRATION_MARK)})#linebreak()`
    : ''
  const title = `${mission.reference} : ${mission.title}`
  const about = `${tellSpan(mission.from, mission.until)}, mission ${STATUS_WORDS[mission.status]}`
  return typesetPdf(
    [
      `#set document(title: ${typstText(title)})`,
      `#set page(width: ${PAGE.width}pt, height: ${PAGE.height}pt, margin: ${PAGE.margin}pt)`,
      '#set text(lang: "fr", size: 9pt, fill: rgb("#1C2733"))',
      '#set par(leading: 0.5em, spacing: 0.6em)',
      `${mark}#text(size: 15pt, weight: "bold", fill: rgb("#0F5C8C"), ${typstText(title)})#linebreak()#text(${typstText(about)})`,
      '#v(4pt)',
      `#grid(columns: (${width}pt, ${LEGEND_POINTS}pt), column-gutter: 12pt, [${markup}], [${legend(source, stops)}])`,
      `#place(bottom + left, text(size: 6.5pt, fill: rgb("#5B6775"), ${typstText(sourcesLine(source, ground.attributions))}))`,
    ].join('\n'),
  )
}

function legend(source: MissionSource, stops: readonly { number: number; name: string }[]): string {
  const days = travelDays(source).map(
    (day) =>
      `#box(width: 18pt, height: 3pt, fill: rgb("${dayColour(source, day.date)}")) #text(${typstText(`${tellWeekday(day.date)}, ${teamName(source, day.teamId)} : ${tellKilometres(day.metres)}`)})`,
  )
  const signs = [
    ['#7FB2D6', 'fleuve, rivière'],
    ['#B7D3E6', 'oued'],
    ['#9A8F7C', 'route principale'],
    ['#CFC6B6', 'piste ou autre route'],
    ['#8A3FA0', 'frontière (tirets)'],
  ].map(
    ([colour, words]) =>
      `#box(width: 18pt, height: 2pt, fill: rgb("${colour}")) #text(size: 8pt, ${typstText(words!)})`,
  )
  const names = stops.map(
    ({ number, name }) => `#text(weight: "bold", ${typstText(`${number}`)}) #text(${typstText(name)})`,
  )
  const part = (title: string, rows: readonly string[]) =>
    `#text(weight: "bold", fill: rgb("#0F5C8C"), ${typstText(title)})#linebreak()${rows.join('#linebreak()')}`
  return [part('Jours', days), part('Étapes', names), part('Légende', signs)].join('#v(6pt)\n')
}

function sourcesLine({ knownAt, courses }: MissionSource, attributions: readonly string[]): string {
  const undrawn = courses.flat().some((course) => course && course.undrawnMetres > 0)
  return `Éditée le ${tellDay(knownAt.slice(0, 10))}. Projection de Mercator, WGS 84. Sources : ${attributions.join(' ; ') || '—'}.${undrawn ? ' Un trait droit sur une route publiée dont le tracé est inconnu.' : ''} Le tracé des frontières n’emporte aucune prise de position.`
}

/** The same map as a picture of a document. */
export function mapImage(source: MissionSource): DocumentImage {
  return {
    kind: 'image',
    description: `Carte de l’itinéraire de la mission ${source.mission.reference}`,
    widthMillimetres: PICTURE_MILLIMETRES,
    async load() {
      const { width, height, scale } = PICTURE
      const { markup } = drawMap(source, await source.loadGround(), { width, height, scale })
      const page = `#set page(width: ${width}pt, height: ${height}pt, margin: 0pt, fill: white)\n#set text(lang: "fr")\n${markup}`
      const bytes = await Transformer.fromSvg(await typesetSvg(page), '#FFFFFF').png()
      return { bytes, type: 'png', widthPixels: width, heightPixels: height }
    },
  }
}
