import { daysBetween } from '@borne/geodata/works/days'
import type { SCurvePoint } from '@borne/geodata/works/s-curve'
import type { Day } from '@borne/geodata/works/types'
import { Transformer } from '@napi-rs/image'
import type { LoadedImage } from '../../../platform/documents/document-facts.ts'
import { typesetSvg } from '../../../platform/documents/typst.ts'
import { label, stroke } from '../../../platform/documents/typst-drawing.ts'

const SIZE = { width: 1000, height: 430, left: 70, right: 130, top: 24, bottom: 46 } as const
const COLOURS = {
  planned: '#5B6775',
  earned: '#0F5C8C',
  paid: '#E69F00',
  grid: '#E3DDD0',
  today: '#D55E00',
} as const
const MONTHS = new Intl.DateTimeFormat('fr-FR', { month: 'short', year: '2-digit', timeZone: 'UTC' })
/** Labels of months that fit beside each other. */
const MOST_LABELS = 9

/** The S-curve as a picture: planned dashed, earned and paid solid, each named at its end. */
export async function drawCurve(points: readonly SCurvePoint[], on: Day): Promise<LoadedImage | undefined> {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first.on === last.on) return undefined
  const svg = await typesetSvg(curveMarkup(points, { from: first.on, until: last.on, on }))
  const bytes = await Transformer.fromSvg(svg, '#FFFFFF').png()
  return { bytes, type: 'png', widthPixels: SIZE.width, heightPixels: SIZE.height }
}

interface Span {
  readonly from: Day
  readonly until: Day
  readonly on: Day
}

function curveMarkup(points: readonly SCurvePoint[], span: Span): string {
  const x = (day: Day) =>
    SIZE.left +
    (daysBetween(span.from, day) / daysBetween(span.from, span.until)) * (SIZE.width - SIZE.left - SIZE.right)
  const y = (percent: number) =>
    SIZE.height - SIZE.bottom - (Math.min(percent, 110) / 100) * (SIZE.height - SIZE.top - SIZE.bottom)
  const series = (name: 'planned' | 'earned' | 'paid', label: string) => {
    const known = points.flatMap((point) => {
      const percent = point[name]
      return percent === null ? [] : [{ x: x(point.on), y: y(percent), percent }]
    })
    return { name, label, known }
  }
  const all = [series('planned', 'prévu'), series('earned', 'réalisé'), series('paid', 'payé')]
  return [
    `#set page(width: ${SIZE.width}pt, height: ${SIZE.height}pt, margin: 0pt, fill: white)`,
    '#set text(size: 20pt, lang: "fr")',
    ...[0, 25, 50, 75, 100].flatMap((percent) => [
      stroke(
        [
          { x: SIZE.left, y: y(percent) },
          { x: SIZE.width - SIZE.right, y: y(percent) },
        ],
        COLOURS.grid,
        1,
      ),
      label(`${percent}\u202f%`, { x: 0, y: y(percent) - 10, width: SIZE.left - 10, align: 'right' }),
    ]),
    ...monthLabels(span).map((day) =>
      label(MONTHS.format(new Date(day)), {
        x: x(day) - 60,
        y: SIZE.height - SIZE.bottom + 12,
        width: 120,
        align: 'center',
      }),
    ),
    ...(span.on >= span.from && span.on <= span.until
      ? [
          stroke(
            [
              { x: x(span.on), y: y(0) },
              { x: x(span.on), y: y(100) },
            ],
            COLOURS.today,
            1.5,
          ),
        ]
      : []),
    ...all.map(({ name, known }) => stroke(known, COLOURS[name], 3.5, name === 'planned')),
    ...spreadLabels(
      all.flatMap(({ name, label: text, known }) => {
        const end = known.at(-1)
        return end ? [{ name, text, x: end.x + 10, y: end.y - 12 }] : []
      }),
    ).map((one) =>
      label(one.text, { x: one.x, y: one.y, width: 120, align: 'left', colour: COLOURS[one.name] }),
    ),
  ].join('\n')
}

/** Names that would stand over each other move apart. */
function spreadLabels<Label extends { readonly x: number; readonly y: number }>(
  labels: readonly Label[],
): Label[] {
  const placed: Label[] = []
  for (const one of labels.toSorted((a, b) => a.y - b.y)) {
    const above = placed.findLast(({ x }) => Math.abs(x - one.x) < 120)
    placed.push(above && one.y < above.y + 22 ? { ...one, y: above.y + 22 } : one)
  }
  return placed
}

/** First days of months, as many as fit. */
function monthLabels({ from, until }: Span): Day[] {
  const days: Day[] = []
  for (
    let date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
    ;
    date = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))
  ) {
    const day = date.toISOString().slice(0, 10)
    if (day > until) break
    if (day >= from) days.push(day)
  }
  const step = Math.ceil(days.length / MOST_LABELS)
  return days.filter((_, index) => index % step === 0)
}
