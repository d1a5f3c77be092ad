import { typstText } from './typst.ts'

/** Points from the upper left corner of what is drawn on. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** A line through places, as Typst markup; nothing where it has less than two. */
export function stroke(
  points: readonly Place[],
  colour: string,
  thickness: number,
  isDashed = false,
): string {
  const [first, ...others] = points.map(({ x, y }) => `(${x.toFixed(1)}pt, ${y.toFixed(1)}pt)`)
  if (!first || others.length === 0) return ''
  const pen = `(paint: rgb("${colour}"), thickness: ${thickness}pt, join: "round"${isDashed ? ', dash: (12pt, 8pt)' : ''})`
  return `#place(curve(stroke: ${pen}, curve.move(${first}), ${others.map((point) => `curve.line(${point})`).join(', ')}))`
}

/** A text in a box whose upper left corner is told. */
export function label(
  text: string,
  {
    x,
    y,
    width,
    align,
    colour = '#1C2733',
  }: Place & { width: number; align: 'left' | 'right' | 'center'; colour?: string },
): string {
  return `#place(dx: ${x.toFixed(1)}pt, dy: ${y.toFixed(1)}pt, box(width: ${width}pt, align(${align}, text(fill: rgb("${colour}"), ${typstText(text)}))))`
}
