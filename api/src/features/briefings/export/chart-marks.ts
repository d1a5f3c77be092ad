import { escapeXml } from '../../../platform/xml-text.ts'
import type { PresentedChart } from '../presentation-contract.ts'
import { INK, lookOf, MUTED } from './chart-look.ts'
import type { Teller } from './tell.ts'

/** Lengths in pixels of the drawing. */
export const FONT = 13
export const LETTER = FONT * 0.56
export const ROW = 18
export const GAP = 8
export const FAINT = 0.45
export const round = (value: number) => String(Math.round(value * 10) / 10)

export function textAt(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  colour: string = MUTED,
): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="#${colour}">${escapeXml(text)}</text>`
}

export function shorten(text: string, pixels: number): string {
  const most = Math.max(3, Math.floor(pixels / LETTER))
  return text.length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`
}

export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="#${fill}"/>`
}

/** Lightened towards white. */
export function mix(colour: string): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return parts
    .map((part) =>
      Math.round(part * FAINT + 255 * (1 - FAINT))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
}

/** What can be read on a colour. */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? INK : 'FFFFFF'
}

const SWATCH = 12

function legendWidth(name: string): number {
  return SWATCH + 6 + name.length * LETTER + GAP * 2
}

export function legendRows(names: readonly string[], width: number): number {
  return placeLegend(names, width).at(-1)!.row + 1
}

function placeLegend(names: readonly string[], width: number): { x: number; row: number }[] {
  let [x, row] = [0, 0]
  return names.map((name) => {
    if (x > 0 && x + legendWidth(name) > width) [x, row] = [0, row + 1]
    const place = { x, row }
    x += legendWidth(name)
    return place
  })
}

/** Names beside squares of their colours, in as many rows as the width asks for. */
export function drawLegend(chart: PresentedChart, teller: Teller, width: number): string {
  const names = chart.series.map(({ name }) => teller.text(name))
  return placeLegend(names, width)
    .map(({ x, row }, index) => {
      const { role } = chart.series[index]!
      const look = lookOf(role, index, chart.kind)
      const y = row * ROW
      const swatch = rect(x, y + 2, SWATCH, SWATCH, look.isFaint ? mix(look.colour) : look.colour)
      return swatch + textAt(x + SWATCH + 6, y + FONT, names[index]!, 'start', INK)
    })
    .join('')
}
