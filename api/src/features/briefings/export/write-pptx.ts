import { parseMarkdown } from '../parse-markdown.ts'
import type {
  PresentedChart,
  PresentedFigure,
  PresentedPhoto,
  PresentedSlide,
  PresentedTable,
} from '../presentation-contract.ts'
import { arrangeSlide, type Box, MAIN, MARGIN, SLIDE_WIDTH } from './arrange-slide.ts'
import { MUTED, PAPER } from './chart-look.ts'
import { finishPptx } from './finish-pptx.ts'
import { fitBody } from './fit-body.ts'
import { fitRows } from './fit-rows.ts'
import type { Exported } from './pictures.ts'
import { FOOT_Y, openPptx, type PlacedPicture, type PptxFile, type PptxSheet } from './pptx-file.ts'
import { officePicture } from './pptx-pictures.ts'
import { type Teller, tellIn, tellMoment } from './tell.ts'

const FOOT_LOGO = 28
const COVER_LOGO = 72
const CAPTION = 26
const GAP = 16
const WIDE = { x: MARGIN, width: SLIDE_WIDTH - 2 * MARGIN }

/** What a file is being made of. */
interface Making {
  readonly file: PptxFile
  readonly exported: Exported
  readonly teller: Teller
  /** As Office shows them, by name. */
  readonly pictures: ReadonlyMap<string, string>
  readonly charts: PresentedChart[]
  readonly descriptions: Map<string, string>
}

/** A PPTX of 16:9 whose texts, charts and tables can be edited. Maps are pictures; notes are in what one makes for oneself alone. */
export async function writePptx(exported: Exported): Promise<Buffer> {
  const { presentation, language } = exported
  const teller = tellIn(language)
  const pictures = await officePictures(exported)
  const mark = presentation.isDemonstration ? teller.words.demonstration : null
  const footLogos = placeLogos(exported, pictures, FOOT_LOGO, (width) => ({
    x: SLIDE_WIDTH - MARGIN - 48 - width,
    y: FOOT_Y + 4,
  }))
  const file = openPptx({ language, mark, logos: footLogos })
  const making: Making = { file, exported, teller, pictures, charts: [], descriptions: new Map() }
  addCover(making)
  for (const slide of presentation.slides) addSlides(making, slide)
  const title = teller.text(presentation.title)
  return finishPptx(await file.write(), { ...making, title, madeAt: presentation.madeAt })
}

async function officePictures({ pictures }: Exported): Promise<Map<string, string>> {
  const drawn = new Map<string, string>()
  for (const [name, bytes] of pictures.assets) {
    const picture = await officePicture(bytes)
    if (picture) drawn.set(name, picture.data)
  }
  return drawn
}

/** In their order, as high as their rule says, never stretched. `at`: the corner of a row of so many pixels. */
function placeLogos(
  { presentation, language }: Exported,
  pictures: ReadonlyMap<string, string>,
  tallest: number,
  at: (width: number) => { x: number; y: number },
): PlacedPicture[] {
  const sized = presentation.logos.flatMap(({ asset, donor, scale, widthPixels, heightPixels }) => {
    const data = pictures.get(asset)
    const height = tallest * scale
    return data ? [{ data, donor, height, width: (height * widthPixels) / heightPixels }] : []
  })
  const gap = tallest / 2
  const whole = sized.reduce((sum, { width }) => sum + width + gap, -gap)
  const corner = at(Math.max(0, whole))
  let x = corner.x
  return sized.map(({ data, donor, width, height }) => {
    const box = { x, y: corner.y + (tallest - height) / 2, width, height }
    x += width + gap
    return { box, data, alternative: tellIn(language).text(donor) }
  })
}

function addCover({ file, teller, exported, pictures }: Making): void {
  const { title, madeAt, audience, credits } = exported.presentation
  const sheet = file.addCover()
  sheet.addWords(
    teller.text(title),
    { ...WIDE, y: 170, height: 130 },
    { size: 44, isBold: true, valign: 'bottom' },
  )
  const about = `${teller.words.made(teller.instant(madeAt))} · ${teller.text(audience.name)}`
  sheet.addWords(about, { ...WIDE, y: 310, height: 36 }, { size: 20, colour: MUTED })
  for (const logo of placeLogos(exported, pictures, COVER_LOGO, () => ({ x: MARGIN, y: 380 })))
    sheet.addPicture(logo)
  const lines = credits.map((credit) => teller.text(credit)).join('\n')
  if (lines) sheet.addWords(lines, { ...WIDE, y: 490, height: 190 }, { size: 15, colour: MUTED })
}

/** A slide, and more of them where its text needs so. */
function addSlides(making: Making, shown: PresentedSlide): void {
  const { teller, exported } = making
  const arranged = arrangeSlide(shown)
  const sheet = openSheet(making, shown, '')
  for (const [state, box] of arranged.maps.entries()) addMap(making, sheet, shown, state, box)
  const blocks = parseMarkdown(teller.text(shown.body))
  const [first, ...more] = arranged.body && blocks.length > 0 ? fitBody(blocks, arranged.body, MAIN) : []
  if (first) sheet.addBlocks(first.blocks, arranged.body!, first.sizePixels)
  if (arranged.content) addContent(making, sheet, shown, arranged.content)
  if (shown.notes && exported.presentation.audience.kind === 'own') sheet.addNotes(shown.notes)
  for (const page of more) openSheet(making, shown, ' …').addBlocks(page.blocks, MAIN, page.sizePixels)
}

function openSheet({ file, teller }: Making, shown: PresentedSlide, ending: string): PptxSheet {
  const sheet = file.addSheet()
  sheet.addTitle(teller.text(shown.title) + ending)
  sheet.addWords(tellMoment(shown, teller), { ...WIDE, y: 82, height: 24 }, { size: 15, colour: MUTED })
  const sources = shown.sources.map((source) => teller.text(source)).join(' · ')
  const foot = { x: MARGIN, y: FOOT_Y, width: 640, height: 40 }
  if (sources) sheet.addWords(teller.words.sources(sources), foot, { size: 12, colour: MUTED })
  return sheet
}

function addMap(
  { teller, exported }: Making,
  sheet: PptxSheet,
  shown: PresentedSlide,
  state: number,
  box: Box,
): void {
  const bytes = exported.pictures.maps.get(shown.id)?.[state]
  const label = teller.text(shown.map!.states[state]!.label)
  const alternative = teller.text(shown.alternative)
  if (!bytes) {
    const words = `${state === 0 ? `${alternative}\n\n` : ''}${teller.words.hiddenMap}`
    sheet.addWords(words, box, { size: 16, colour: MUTED, fill: PAPER, isFramed: true })
    return
  }
  const data = `image/png;base64,${bytes.toString('base64')}`
  sheet.addPicture({ box, data, alternative: state > 0 && label ? label : alternative })
  const corner = { x: box.x + 10, y: box.y + 10, width: 140, height: 26 }
  if (label)
    sheet.addWords(label, corner, {
      size: 13,
      isBold: true,
      fill: 'FFFFFF',
      align: 'center',
      valign: 'middle',
    })
}

function addContent(making: Making, sheet: PptxSheet, shown: PresentedSlide, box: Box): void {
  const { words } = making.teller
  const content = shown.content!
  if (content.kind === 'figures') addFigures(making, sheet, content.figures, box)
  if (content.kind === 'chart') addChart(making, sheet, content.chart, shown, box)
  if (content.kind === 'table') addTable(making, sheet, content.table, shown, box)
  if (content.kind === 'photo') addPhoto(making, sheet, content.photo, null, box)
  if (content.kind === 'photo-pair') {
    const width = (box.width - GAP) / 2
    addPhoto(making, sheet, content.before, words.before, { ...box, width })
    addPhoto(making, sheet, content.after, words.after, { ...box, x: box.x + width + GAP, width })
  }
}

/** Two or three beside each other, so that each has room for its note. */
function addFigures(
  { teller }: Making,
  sheet: PptxSheet,
  figures: readonly PresentedFigure[],
  box: Box,
): void {
  const columns = box.width > 600 ? 3 : 2
  const [width, height] = [
    box.width / columns,
    Math.min(140, box.height / Math.ceil(figures.length / columns)),
  ]
  for (const [index, { label, value, unit, note }] of figures.entries()) {
    const corner = { x: box.x + (index % columns) * width, y: box.y + Math.floor(index / columns) * height }
    const part = (from: number, to: number) => ({
      x: corner.x,
      y: corner.y + height * from,
      width: width - 12,
      height: height * (to - from),
    })
    sheet.addWords(teller.text(label), part(0, 0.3), { size: 14, colour: MUTED, valign: 'bottom' })
    sheet.addWords(teller.value(value, unit), part(0.3, 0.68), { size: 28, isBold: true, valign: 'middle' })
    sheet.addWords(teller.text(note), part(0.68, 1), { size: 13, colour: MUTED })
  }
}

function addChart(
  { teller, charts }: Making,
  sheet: PptxSheet,
  chart: PresentedChart,
  shown: PresentedSlide,
  box: Box,
): void {
  sheet.addWords(teller.text(chart.title), { ...box, height: CAPTION }, { size: 15, isBold: true })
  sheet.addChart({ ...box, y: box.y + CAPTION, height: box.height - CAPTION }, teller.text(shown.alternative))
  charts.push(chart)
}

function addTable(
  { teller, descriptions }: Making,
  sheet: PptxSheet,
  table: PresentedTable,
  shown: PresentedSlide,
  box: Box,
): void {
  const { head, rows, widths, size, leftOutCount } = fitRows(table, teller, box)
  const more = leftOutCount > 0 ? ` (${teller.words.leftOut(leftOutCount)})` : ''
  sheet.addWords(teller.text(table.title) + more, { ...box, height: CAPTION }, { size: 15, isBold: true })
  const name = `Table ${descriptions.size + 1}`
  descriptions.set(name, teller.text(shown.alternative))
  const place = { ...box, y: box.y + CAPTION, height: (rows.length + 1) * size * 1.75 }
  sheet.addTable([head, ...rows], widths, place, { name, size })
}

function addPhoto(
  { teller, pictures }: Making,
  sheet: PptxSheet,
  photo: PresentedPhoto,
  which: string | null,
  box: Box,
): void {
  const told = [which, teller.text(photo.caption), photo.takenOn && teller.day(photo.takenOn)]
  const caption = told.filter((part) => part).join(' · ')
  const room = { ...box, height: box.height - CAPTION }
  const scale = Math.min(room.width / photo.widthPixels, room.height / photo.heightPixels)
  const [width, height] = [photo.widthPixels * scale, photo.heightPixels * scale]
  const data = pictures.get(photo.asset)
  if (data) sheet.addPicture({ box: { ...room, width, height }, data, alternative: caption })
  else sheet.addWords(teller.words.missingPhoto, room, { size: 15, colour: MUTED })
  const below = { ...box, y: room.y + (data ? height : 30) + 4, height: CAPTION - 4 }
  sheet.addWords(caption, below, { size: 13, colour: MUTED })
}
