import type { MarkdownBlock, MarkdownRun } from '../parse-markdown.ts'
import type { Box } from './arrange-slide.ts'

/** Text of one slide, and how high its letters are. */
export interface FittedBody {
  readonly sizePixels: number
  readonly blocks: readonly MarkdownBlock[]
}

const SIZES = [22, 20, 18, 16] as const
const SMALLEST = 16
/** Mean width of a letter against its height; generous, as fonts of readers differ. */
const LETTER = 0.55
const LINE_HEIGHT = 1.4
const BLOCK_GAP = 0.5
const INDENT = 1.4
const HEADING_SCALE = 1.25

/**
 * The largest letters with which a text fits its box; what does not fit even with the smallest goes on over slides of its own.
 * The first is for the box itself, those that follow for `next`.
 */
export function fitBody(blocks: readonly MarkdownBlock[], box: Box, next: Box): FittedBody[] {
  const size = SIZES.find((candidate) => heightOf(blocks, candidate, box.width) <= box.height)
  if (size) return [{ sizePixels: size, blocks }]
  const pages: FittedBody[] = []
  let page: MarkdownBlock[] = []
  let room = box
  for (const block of blocks.flatMap((one) => splitBlock(one))) {
    const isFull = page.length > 0 && heightOf([...page, block], SMALLEST, room.width) > room.height
    if (isFull) {
      pages.push({ sizePixels: SMALLEST, blocks: page })
      page = []
      room = next
    }
    page.push(block)
  }
  pages.push({ sizePixels: SMALLEST, blocks: page })
  return pages
}

/** How high a text is with the largest letters. */
export function largestHeight(blocks: readonly MarkdownBlock[], width: number): number {
  return heightOf(blocks, SIZES[0], width)
}

function heightOf(blocks: readonly MarkdownBlock[], size: number, width: number): number {
  return blocks.reduce(
    (sum, block) => sum + blockLines(block, size, width) * size * LINE_HEIGHT + size * BLOCK_GAP,
    0,
  )
}

function blockLines(block: MarkdownBlock, size: number, width: number): number {
  if (block.kind === 'list')
    return block.items.reduce(
      (sum, { runs, depth }) => sum + linesOf(runs, size, width - (depth + 1) * INDENT * size),
      0,
    )
  const scale = block.kind === 'heading' ? HEADING_SCALE : 1
  return linesOf(block.runs, size * scale, width) * scale
}

function linesOf(runs: readonly MarkdownRun[], size: number, width: number): number {
  const perLine = Math.max(8, Math.floor(width / (size * LETTER)))
  return runs
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0)
}

const PIECE_CHARACTERS = 400

/** Items one by one, and long paragraphs in pieces that end with a word. */
function splitBlock(block: MarkdownBlock): MarkdownBlock[] {
  if (block.kind === 'list') return block.items.map((item) => ({ kind: 'list', items: [item] }))
  return splitRuns(block.runs).map((runs) => ({ ...block, runs }))
}

function splitRuns(runs: readonly MarkdownRun[]): MarkdownRun[][] {
  const pieces: MarkdownRun[][] = [[]]
  let length = 0
  for (const run of runs) {
    for (const text of run.text.match(/\S{1,200}\s*|\s+/g) ?? []) {
      if (length + text.length > PIECE_CHARACTERS) {
        pieces.push([])
        length = 0
      }
      length += text.length
      const piece = pieces.at(-1)!
      const last = piece.at(-1)
      const isSame =
        last && last.isBold === run.isBold && last.isItalic === run.isItalic && last.href === run.href
      if (isSame) piece[piece.length - 1] = { ...last, text: last.text + text }
      else piece.push({ ...run, text })
    }
  }
  return pieces.filter((piece) => piece.length > 0)
}
