import { type OutTable, writeWorkbook } from '../../../platform/write-sheet.ts'
import { escapeXml } from '../../../platform/xml-text.ts'
import type { PresentedChart } from '../presentation-contract.ts'
import { INK, isStacked, LINE, lookOf, MUTED } from './chart-look.ts'
import { categoryLabels, linePlaces, valueAxis } from './chart-scale.ts'
import type { Teller } from './tell.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const SHEET = 'Données'
const [CATEGORY_AXIS, VALUE_AXIS] = [111_111_111, 222_222_222]
const MS_PER_DAY = 86_400_000
const DAYS_PER_MONTH = 30.44
/** Hundredths of a point. */
const LETTERS = 1100
const LINE_WIDTH = 28_575
const FAINT = 45_000

/** A native chart (DrawingML, ECMA-376 part 1, 21.2), whose data lie in the workbook beside it. */
export function chartPart(chart: PresentedChart, teller: Teller): string {
  const place = isOnDays(chart) ? dateAxis(chart, teller) : categoryAxis(chart)
  const plot = chart.kind === 'line' ? linePlot(chart, teller) : barPlot(chart, teller)
  return `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${place}${valueAxisPart(chart)}</c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/>${letters(INK)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(INK)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
}

/** The numbers of a chart, to be edited: one row for each category, one column for each series. */
export function chartWorkbook(chart: PresentedChart, teller: Teller): Buffer {
  const labels = categoryLabels(chart, teller)
  const table: OutTable = {
    name: SHEET,
    titles: [],
    columns: [
      { head: '', kind: isOnDays(chart) ? 'day' : 'text', widthCharacters: 24 },
      ...chart.series.map(({ name }) => ({ head: teller.text(name), kind: 'number' as const, decimals: 1 })),
    ],
    rows: chart.categories.map((label, place) => ({
      cells: [
        isOnDays(chart) ? label.fr : labels[place]!,
        ...chart.series.map(({ values }) => values[place] ?? null),
      ],
    })),
  }
  return writeWorkbook([table])
}

/** Days in order stand as far apart as they are. */
function isOnDays(chart: PresentedChart): boolean {
  const places = linePlaces(chart)
  return chart.kind === 'line' && chart.isDated && places[0] === 0 && places.at(-1) === 1
}

function serialDay(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / MS_PER_DAY
}

function letters(colour: string, size = LETTERS): string {
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`
}

function linePlot(chart: PresentedChart, teller: Teller): string {
  const series = chart.series.map((one, index) => {
    const look = lookOf(one.role, index, chart.kind)
    const alpha = look.isFaint ? `<a:alpha val="${FAINT}"/>` : ''
    const line = `<c:spPr><a:ln w="${LINE_WIDTH}" cap="rnd"><a:solidFill><a:srgbClr val="${look.colour}">${alpha}</a:srgbClr></a:solidFill><a:prstDash val="${look.isDashed ? 'dash' : 'solid'}"/><a:round/></a:ln></c:spPr>`
    return `<c:ser>${nameOf(chart, index, teller)}${line}<c:marker><c:symbol val="none"/></c:marker>${dataOf(chart, index, teller)}<c:smooth val="0"/></c:ser>`
  })
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/>${axisIds()}</c:lineChart>`
}

function barPlot(chart: PresentedChart, teller: Teller): string {
  const stacked = isStacked(chart)
  const series = chart.series.map((one, index) => {
    const look = lookOf(one.role, index, chart.kind)
    const alpha = look.isFaint ? `<a:alpha val="${FAINT}"/>` : ''
    const fill = `<c:spPr><a:solidFill><a:srgbClr val="${look.colour}">${alpha}</a:srgbClr></a:solidFill></c:spPr>`
    return `<c:ser>${nameOf(chart, index, teller)}${fill}<c:invertIfNegative val="0"/>${valueLabels(chart, stacked)}${dataOf(chart, index, teller)}</c:ser>`
  })
  const [direction, grouping] = [chart.kind === 'bar' ? 'bar' : 'col', stacked ? 'stacked' : 'clustered']
  return `<c:barChart><c:barDir val="${direction}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="50"/>${stacked ? '<c:overlap val="100"/>' : ''}${axisIds()}</c:barChart>`
}

function axisIds(): string {
  return `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`
}

/** Where bars are few, their values stand at them; zeros are not written into a stack. */
function valueLabels(chart: PresentedChart, stacked: boolean): string {
  const show = chart.categories.length * (stacked ? 1 : chart.series.length) <= 24 ? 1 : 0
  const format = stacked ? `${formatOf(chart)};-${formatOf(chart)};;` : formatOf(chart)
  const position = `<c:dLblPos val="${stacked ? 'ctr' : 'outEnd'}"/>`
  return `<c:dLbls><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${letters(INK, 1000)}${position}<c:showLegendKey val="0"/><c:showVal val="${show}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
}

/** A number of the unit, as spreadsheets write formats; the reader's own language gives the separators. */
function formatOf({ unit }: PresentedChart): string {
  if (unit === 'percent') return '0.#"%"'
  if (unit === 'kilometres') return '#,##0.#" km"'
  return '#,##0'
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

function nameOf({ series }: PresentedChart, index: number, teller: Teller): string {
  const name = escapeXml(teller.text(series[index]!.name))
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>'${SHEET}'!$${columnName(index + 1)}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx>`
}

function dataOf(chart: PresentedChart, index: number, teller: Teller): string {
  const count = chart.categories.length
  const points = (cells: readonly (string | number | null)[]) =>
    cells
      .map((cell, place) =>
        cell === null ? '' : `<c:pt idx="${place}"><c:v>${escapeXml(String(cell))}</c:v></c:pt>`,
      )
      .join('')
  const range = (column: number) => `'${SHEET}'!$${columnName(column)}$2:$${columnName(column)}$${count + 1}`
  const categories = isOnDays(chart)
    ? `<c:numRef><c:f>${range(0)}</c:f><c:numCache><c:formatCode>yyyy\\-mm\\-dd</c:formatCode><c:ptCount val="${count}"/>${points(chart.categories.map(({ fr }) => serialDay(fr)))}</c:numCache></c:numRef>`
    : `<c:strRef><c:f>${range(0)}</c:f><c:strCache><c:ptCount val="${count}"/>${points(categoryLabels(chart, teller))}</c:strCache></c:strRef>`
  const values = chart.series[index]!.values.slice(0, count)
  return `<c:cat>${categories}</c:cat><c:val><c:numRef><c:f>${range(index + 1)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${count}"/>${points(values)}</c:numCache></c:numRef></c:val>`
}

function lineOf(colour: string): string {
  return `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`
}

/** Bars are read from the top. */
function categoryAxis({ kind }: PresentedChart): string {
  const isBar = kind === 'bar'
  return `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineOf(MUTED)}${letters(INK)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
}

/** About six months are named. */
function dateAxis({ categories }: PresentedChart, { language }: Teller): string {
  const days = serialDay(categories.at(-1)!.fr) - serialDay(categories[0]!.fr)
  const months = Math.max(1, Math.ceil(days / DAYS_PER_MONTH / 6))
  const format = language === 'fr' ? '[$-40C]mmm\\ yyyy' : '[$-809]mmm\\ yyyy'
  return `<c:dateAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lineOf(MUTED)}${letters(INK)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="${months}"/><c:majorTimeUnit val="months"/></c:dateAx>`
}

function valueAxisPart(chart: PresentedChart): string {
  const { low, high, ticks } = valueAxis(chart)
  const isBar = chart.kind === 'bar'
  const between = chart.kind === 'line' ? 'midCat' : 'between'
  return `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:max val="${high}"/><c:min val="${low}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? 'b' : 'l'}"/><c:majorGridlines>${lineOf(LINE)}</c:majorGridlines><c:numFmt formatCode="${escapeXml(formatOf(chart))}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${letters(MUTED)}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/><c:crossBetween val="${between}"/><c:majorUnit val="${ticks[1]! - ticks[0]!}"/></c:valAx>`
}
