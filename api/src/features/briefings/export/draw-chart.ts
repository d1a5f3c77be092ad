import { escapeXml } from '../../../platform/xml-text.ts'
import type { PresentedChart } from '../presentation-contract.ts'
import { INK, isStacked, LINE, lookOf, MUTED } from './chart-look.ts'
import {
  drawLegend,
  FAINT,
  FONT,
  GAP,
  inkOn,
  LETTER,
  legendRows,
  mix,
  ROW,
  rect,
  round,
  shorten,
  textAt,
} from './chart-marks.ts'
import { categoryLabels, linePlaces, type ValueAxis, valueAxis } from './chart-scale.ts'
import type { Teller } from './tell.ts'

/** A chart that is being drawn. Lengths in pixels of the drawing. */
interface Plot {
  readonly chart: PresentedChart
  readonly axis: ValueAxis
  readonly teller: Teller
  /** Where values are drawn. */
  readonly box: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
  readonly labels: readonly string[]
}

const DASHES = '6 4'

/** An SVG of a chart: round axes from zero, names at the lines or above the bars, and nothing that asks for a script or a font. */
export function drawChart(chart: PresentedChart, teller: Teller, width: number, height: number): string {
  const labels = categoryLabels(chart, teller)
  const axis = valueAxis(chart)
  const plot: Plot = { chart, axis, teller, labels, box: boxOf(chart, axis, labels, teller, width, height) }
  const body =
    chart.kind === 'line' ? drawLines(plot) : chart.kind === 'bar' ? drawBars(plot) : drawColumns(plot)
  const legend = chart.kind === 'line' ? '' : drawLegend(chart, teller, plot.box.right)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(teller.text(chart.title))}" font-size="${FONT}" fill="#${INK}">${legend}${body}</svg>`
}

function boxOf(
  chart: PresentedChart,
  axis: ValueAxis,
  labels: readonly string[],
  teller: Teller,
  width: number,
  height: number,
): Plot['box'] {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length)) * LETTER
  const ticks = axis.ticks.map((tick) => teller.value(tick, chart.unit))
  const names = chart.series.map(({ name }) => teller.text(name))
  if (chart.kind === 'line')
    return {
      left: widest(ticks) + GAP,
      right: width - Math.min(width * 0.3, widest(names) + GAP * 2),
      top: GAP * 2,
      bottom: height - ROW - GAP,
    }
  const top = legendRows(names, width) * ROW + GAP * 2
  if (chart.kind === 'bar')
    return {
      left: Math.min(width * 0.4, widest(labels) + GAP),
      right: width - widest(ticks) - GAP,
      top,
      bottom: height - ROW - GAP,
    }
  return { left: widest(ticks) + GAP, right: width - GAP, top, bottom: height - ROW - GAP }
}

/** Where a value is, along the axis of values. */
function placeOf({ axis, box, chart }: Plot, value: number): number {
  const share = (value - axis.low) / (axis.high - axis.low)
  return chart.kind === 'bar'
    ? box.left + share * (box.right - box.left)
    : box.bottom - share * (box.bottom - box.top)
}

function drawGrid(plot: Plot): string {
  const { axis, box, chart, teller } = plot
  return axis.ticks
    .map((tick) => {
      const at = placeOf(plot, tick)
      const colour = tick === 0 ? MUTED : LINE
      const text = teller.value(tick, chart.unit)
      return chart.kind === 'bar'
        ? `<path d="M${round(at)} ${box.top}V${box.bottom}" stroke="#${colour}"/>${textAt(at, box.bottom + ROW, text, 'middle')}`
        : `<path d="M${round(box.left)} ${round(at)}H${round(box.right)}" stroke="#${colour}"/>${textAt(box.left - GAP, at + FONT / 3, text, 'end')}`
    })
    .join('')
}

/** Labels under the places, as many as find room. */
function drawCategories({ labels, box }: Plot, centres: readonly number[]): string {
  const widest = Math.max(...labels.map((label) => label.length)) * LETTER + GAP
  let free = Number.NEGATIVE_INFINITY
  return labels
    .map((label, index) => {
      const centre = centres[index]!
      const half = (label.length * LETTER) / 2
      const x = Math.min(Math.max(centre, box.left + half - GAP), box.right + GAP * 2 - half)
      if (x - half < free) return ''
      free = x + Math.max(half + GAP, widest / 2)
      return textAt(x, box.bottom + ROW, label, 'middle')
    })
    .join('')
}

function drawLines(plot: Plot): string {
  const { box, chart, teller } = plot
  const centres = linePlaces(chart).map((share) => box.left + share * (box.right - box.left))
  const ends: { y: number; name: string; colour: string }[] = []
  const lines = chart.series.map(({ name, role, values }, index) => {
    const look = lookOf(role, index, chart.kind)
    const runs = runsOf(
      values.map((value, place) =>
        value === null || !Number.isFinite(value) ? null : [centres[place]!, placeOf(plot, value)],
      ),
    )
    const last = runs.at(-1)?.at(-1)
    if (last) ends.push({ y: last[1], name: teller.text(name), colour: look.colour })
    const d = runs.map((run) => `M${run.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`).join('')
    const dots = runs
      .filter((run) => run.length === 1)
      .map(
        ([only]) => `<circle cx="${round(only![0])}" cy="${round(only![1])}" r="3" fill="#${look.colour}"/>`,
      )
    const dashes = look.isDashed ? ` stroke-dasharray="${DASHES}"` : ''
    const faint = look.isFaint ? ` stroke-opacity="${FAINT}"` : ''
    return `<path d="${d}" fill="none" stroke="#${look.colour}" stroke-width="2.5" stroke-linejoin="round"${dashes}${faint}/>${dots.join('')}`
  })
  const names = spread(ends, box).map(({ y, name, colour }) =>
    textAt(box.right + GAP, y + FONT / 3, name, 'start', colour),
  )
  return drawGrid(plot) + drawCategories(plot, centres) + lines.join('') + names.join('')
}

type Point = readonly [x: number, y: number]

/** What hangs together between gaps. */
function runsOf(points: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = []
  let isOpen = false
  for (const point of points) {
    if (point === null) isOpen = false
    else if (isOpen) runs.at(-1)!.push(point)
    else {
      runs.push([point])
      isOpen = true
    }
  }
  return runs
}

/** Names at the ends of lines, moved apart so that none covers another. */
function spread<T extends { readonly y: number }>(ends: readonly T[], box: Plot['box']): T[] {
  const placed = [...ends].sort((a, b) => a.y - b.y)
  let free = box.top - ROW
  for (const [index, end] of placed.entries()) {
    const y = Math.max(end.y, free + ROW)
    placed[index] = { ...end, y }
    free = y
  }
  const over = Math.max(0, free - box.bottom)
  return placed.map((end) => ({ ...end, y: end.y - over }))
}

function drawColumns(plot: Plot): string {
  const { box, chart } = plot
  const step = (box.right - box.left) / chart.categories.length
  const centres = chart.categories.map((_, place) => box.left + (place + 0.5) * step)
  const bars = barsOf(plot, step * 0.72).map(({ place, from, to, offset, thickness, fill, value }) => {
    const x = centres[place]! + offset
    const [top, bottom] = [Math.min(from, to), Math.max(from, to)]
    const label = valueLabel(plot, value, thickness)
    const isInside = isStacked(chart)
    const y = isInside ? (top + bottom) / 2 + FONT / 3 : top - 4
    const hasRoom = !isInside || bottom - top > FONT
    const text =
      label && hasRoom ? textAt(x + thickness / 2, y, label, 'middle', isInside ? inkOn(fill) : INK) : ''
    return rect(x, top, thickness, bottom - top, fill) + text
  })
  return drawGrid(plot) + drawCategories(plot, centres) + bars.join('')
}

function drawBars(plot: Plot): string {
  const { box, chart, labels } = plot
  const step = (box.bottom - box.top) / chart.categories.length
  const centres = chart.categories.map((_, place) => box.top + (place + 0.5) * step)
  const bars = barsOf(plot, step * 0.72).map(({ place, from, to, offset, thickness, fill, value }) => {
    const y = centres[place]! + offset
    const [start, end] = [Math.min(from, to), Math.max(from, to)]
    const isInside = isStacked(chart)
    const label = value === 0 && isInside ? null : plot.teller.value(value, chart.unit)
    const hasRoom = thickness > FONT - 2 && (!isInside || end - start > (label?.length ?? 0) * LETTER)
    const x = isInside ? (start + end) / 2 : end + 4
    const text =
      label && hasRoom
        ? textAt(
            x,
            y + thickness / 2 + FONT / 3,
            label,
            isInside ? 'middle' : 'start',
            isInside ? inkOn(fill) : INK,
          )
        : ''
    return rect(start, y, end - start, thickness, fill) + text
  })
  const names = labels.map((label, place) =>
    textAt(box.left - GAP, centres[place]! + FONT / 3, shorten(label, box.left - GAP), 'end', INK),
  )
  return drawGrid(plot) + names.join('') + bars.join('')
}

interface Bar {
  readonly place: number
  readonly value: number
  /** Along the axis of values. */
  readonly from: number
  readonly to: number
  /** Across it, from the middle of the category. */
  readonly offset: number
  readonly thickness: number
  readonly fill: string
}

function barsOf(plot: Plot, room: number): Bar[] {
  const { chart } = plot
  const stacked = isStacked(chart)
  const thickness = Math.min(stacked ? 64 : 44, stacked ? room : room / chart.series.length)
  const sums = chart.categories.map(() => 0)
  return chart.series.flatMap(({ role, values }, index) => {
    const look = lookOf(role, index, chart.kind)
    const offset = stacked ? -thickness / 2 : (index - chart.series.length / 2) * thickness
    return values.flatMap((value, place): Bar[] => {
      if (value === null || !Number.isFinite(value)) return []
      const base = stacked ? sums[place]! : 0
      sums[place] = base + value
      const fill = look.isFaint ? mix(look.colour) : look.colour
      const [from, to] = [placeOf(plot, base), placeOf(plot, base + value)]
      return [{ place, value, from, to, offset, thickness: thickness * (stacked ? 1 : 0.94), fill }]
    })
  })
}

function valueLabel({ chart, teller }: Plot, value: number, thickness: number): string | null {
  const text = teller.number(value)
  return text.length * LETTER <= thickness + 4 && !(value === 0 && isStacked(chart)) ? text : null
}
