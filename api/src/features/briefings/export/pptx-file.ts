import pptxgen from 'pptxgenjs'
import { storableInXml } from '../../../platform/xml-text.ts'
import type { MarkdownBlock, MarkdownRun } from '../parse-markdown.ts'
import { type Box, MARGIN, SLIDE_HEIGHT, SLIDE_WIDTH } from './arrange-slide.ts'
import { ACCENT, INK, LINE, MUTED, PAPER } from './chart-look.ts'

// Its types say that the class is a member of what is imported; it is what is imported.
const Writer = pptxgen as unknown as typeof pptxgen.default
type Pptx = InstanceType<typeof Writer>
type PptxSlide = ReturnType<Pptx['addSlide']>
type Run = Extract<Parameters<PptxSlide['addText']>[0], unknown[]>[number]

/** A picture with its place, and what it shows in words. */
export interface PlacedPicture {
  readonly box: Box
  /** `image/png;base64,…` */
  readonly data: string
  readonly alternative: string
}
export interface WordsLook {
  /** Height of the letters in pixels. */
  readonly size: number
  readonly isBold?: boolean
  readonly colour?: string
  /** Of the ground; none: nothing. */
  readonly fill?: string
  readonly isFramed?: boolean
  readonly valign?: 'top' | 'middle' | 'bottom'
  readonly align?: 'left' | 'center'
}
export interface PptxCell {
  readonly text: string
  readonly isRight: boolean
}
/** What is the same on every slide of the file. */
export interface PptxMaster {
  readonly language: 'fr' | 'en'
  /** «DÉMONSTRATION», where it is one. */
  readonly mark: string | null
  readonly logos: readonly PlacedPicture[]
}

/** One slide that is being filled. Boxes in pixels, as everywhere here. */
export interface PptxSheet {
  addTitle(text: string): void
  addWords(text: string, box: Box, look: WordsLook): void
  addBlocks(blocks: readonly MarkdownBlock[], box: Box, size: number): void
  addPicture(picture: PlacedPicture): void
  /** A place for a chart; its part is written afterwards. */
  addChart(box: Box, alternative: string): void
  addTable(
    rows: readonly (readonly PptxCell[])[],
    widths: readonly number[],
    box: Box,
    look: { name: string; size: number },
  ): void
  addNotes(text: string): void
}
export interface PptxFile {
  addCover(): PptxSheet
  addSheet(): PptxSheet
  write(): Promise<Buffer>
}

const FONT = 'Calibri'
const [COVER, SHEET] = ['BORNE_COVER', 'BORNE_SLIDE']
export const FOOT_Y = 656
const TITLE: Box = { x: MARGIN, y: 30, width: SLIDE_WIDTH - 2 * MARGIN, height: 50 }
const MARK: Box = { x: MARGIN, y: 8, width: 260, height: 20 }
const MARK_LOOK: WordsLook = {
  size: 12,
  isBold: true,
  colour: '5C4300',
  fill: 'FDF0CF',
  align: 'center',
  valign: 'middle',
}
const FRAME = { type: 'solid', pt: 0.75, color: LINE } as const

const inches = (pixels: number) => pixels / 96
const points = (pixels: number) => pixels * 0.75
const placed = ({ x, y, width, height }: Box) => ({
  x: inches(x),
  y: inches(y),
  w: inches(width),
  h: inches(height),
})
const imageOf = ({ box, data, alternative }: PlacedPicture) => ({
  ...placed(box),
  data,
  altText: storableInXml(alternative),
})

/** The one module that knows the library: a file of 16:9 slides with two masters. */
export function openPptx(master: PptxMaster): PptxFile {
  const pptx = new Writer()
  pptx.defineLayout({ name: 'BORNE', width: inches(SLIDE_WIDTH), height: inches(SLIDE_HEIGHT) })
  pptx.layout = 'BORNE'
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT }
  const mark =
    master.mark === null ? [] : [{ text: { text: master.mark, options: wordsOptions(MARK, MARK_LOOK) } }]
  pptx.defineSlideMaster({ title: COVER, background: { color: PAPER }, objects: mark })
  const width = SLIDE_WIDTH - 2 * MARGIN
  const line = {
    ...placed({ x: MARGIN, y: FOOT_Y - 8, width, height: 0 }),
    line: { color: LINE, width: 0.75 },
  }
  pptx.defineSlideMaster({
    title: SHEET,
    background: { color: 'FFFFFF' },
    objects: [
      ...mark,
      { line },
      ...master.logos.map((logo) => ({ image: imageOf(logo) })),
      { placeholder: titlePlaceholder() },
    ],
    slideNumber: {
      ...placed({ x: SLIDE_WIDTH - MARGIN - 40, y: FOOT_Y + 6, width: 40, height: 24 }),
      align: 'right',
      color: MUTED,
      fontSize: points(13),
    },
  })
  return {
    addCover: () => openSheet(pptx, pptx.addSlide({ masterName: COVER }), master),
    addSheet: () => openSheet(pptx, pptx.addSlide({ masterName: SHEET }), master),
    write: async () => (await pptx.write({ outputType: 'nodebuffer' })) as Buffer,
  }
}

function titlePlaceholder() {
  const look = {
    margin: 0,
    align: 'left',
    valign: 'middle',
    bold: true,
    color: INK,
    fontSize: points(30),
  } as const
  return { options: { name: 'title', type: 'title' as const, ...placed(TITLE), ...look }, text: '' }
}

function openSheet(pptx: Pptx, slide: PptxSlide, { language }: PptxMaster): PptxSheet {
  return {
    addTitle: (text) => {
      slide.addText(storableInXml(text), {
        placeholder: 'title',
        fontSize: points(titleSize(text)),
        fit: 'shrink',
      })
    },
    addWords: (text, box, look) => {
      slide.addText(storableInXml(text), wordsOptions(box, look))
    },
    addBlocks: (blocks, box, size) => {
      const look = { margin: 0, fontFace: FONT, fontSize: points(size), color: INK, valign: 'top' } as const
      const runs = blocks.flatMap((block) => blockRuns(block, size))
      const lang = language === 'fr' ? 'fr-FR' : 'en-GB'
      if (runs.length > 0) slide.addText(runs, { ...placed(box), ...look, lang, fit: 'shrink' })
    },
    addPicture: (picture) => {
      slide.addImage(imageOf(picture))
    },
    addChart: (box, alternative) => {
      const data = [{ name: 'x', labels: ['x'], values: [0] }]
      slide.addChart(pptx.ChartType.bar, data, { ...placed(box), altText: storableInXml(alternative) })
    },
    addTable: (rows, widths, box, { name, size }) => {
      const cells = rows.map((row, index) =>
        row.map(({ text, isRight }) => ({
          text: storableInXml(text),
          options: {
            align: isRight ? ('right' as const) : ('left' as const),
            ...(index === 0 ? { bold: true, fill: { color: PAPER } } : {}),
          },
        })),
      )
      slide.addTable(cells, {
        ...placed(box),
        objectName: name,
        colW: widths.map(inches),
        fontFace: FONT,
        fontSize: points(size),
        color: INK,
        border: FRAME,
        margin: [0.03, 0.06, 0.03, 0.06],
        autoPage: false,
      })
    },
    addNotes: (text) => {
      slide.addNotes(storableInXml(text))
    },
  }
}

/** Long titles get smaller letters, so that they stay above what they are the title of. */
function titleSize(text: string): number {
  if (text.length <= 70) return 30
  return text.length <= 120 ? 20 : 15
}

function wordsOptions(box: Box, look: WordsLook) {
  const { size, isBold = false, colour = INK, fill, isFramed = false, valign = 'top', align = 'left' } = look
  return {
    ...placed(box),
    margin: isFramed ? points(12) : 0,
    fontFace: FONT,
    fontSize: points(size),
    bold: isBold,
    color: colour,
    valign,
    align,
    fit: 'shrink' as const,
    ...(fill === undefined ? {} : { fill: { color: fill } }),
    ...(isFramed ? { line: { color: LINE, width: 0.75, dashType: 'dash' as const } } : {}),
  }
}

function blockRuns(block: MarkdownBlock, size: number): Run[] {
  if (block.kind === 'list')
    return block.items.flatMap(({ runs, depth, number }) => {
      const bullet = number === null ? true : { type: 'number' as const, numberStartAt: number }
      return paragraphRuns(runs, { bullet, indentLevel: depth, paraSpaceAfter: 2 }, {})
    })
  const look = block.kind === 'heading' ? { bold: true, fontSize: points(size * 1.25) } : {}
  return paragraphRuns(block.runs, { paraSpaceAfter: points(size * 0.4) }, look)
}

/** The first run alone carries what is of the paragraph; the last one ends it. */
function paragraphRuns(
  runs: readonly MarkdownRun[],
  ofParagraph: NonNullable<Run['options']>,
  look: NonNullable<Run['options']>,
): Run[] {
  const pieces = runs.flatMap((run) =>
    run.text.split('\n').map((text, line) => ({ ...run, text: storableInXml(text), isNewLine: line > 0 })),
  )
  return pieces.map(({ text, isBold, isItalic, href, isNewLine }, index) => ({
    text,
    options: {
      ...look,
      ...(index === 0 ? ofParagraph : {}),
      ...(isBold ? { bold: true } : {}),
      ...(isItalic ? { italic: true } : {}),
      ...(href === null ? {} : { hyperlink: { url: href }, color: ACCENT }),
      ...(isNewLine ? { softBreakBefore: true } : {}),
      breakLine: index === pieces.length - 1,
    },
  }))
}
