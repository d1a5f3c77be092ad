import { parseMarkdown } from '../parse-markdown.ts'
import type { PresentedSlide } from '../presentation-contract.ts'
import { largestHeight } from './fit-body.ts'

/** A rectangle on the slide, in pixels of 1/96 inch from its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** 13.33 × 7.5 inches: the usual 16:9. */
export const SLIDE_WIDTH = 1280
export const SLIDE_HEIGHT = 720
export const MARGIN = 40
/** Between title and foot. */
export const MAIN: Box = { x: MARGIN, y: 116, width: SLIDE_WIDTH - 2 * MARGIN, height: 524 }

const GAP = 16
const SIDE_WIDTH = 460
const STRIP_HEIGHT = 120
/** Text above what stands beside the map gets what it needs, and no more than so much of the height. */
const TEXT_SHARE = 0.45

export type Arrangement = 'map' | 'map-side' | 'content' | 'content-side' | 'pair' | 'text'

/** Which parts a slide has, and where they go: the same in PPTX, PDF and HTML. */
export interface ArrangedSlide {
  readonly arrangement: Arrangement
  /** One for each state of the map. */
  readonly maps: readonly Box[]
  readonly body: Box | null
  readonly content: Box | null
}

export function arrangeSlide(slide: PresentedSlide): ArrangedSlide {
  const hasBody = (slide.body.fr || slide.body.en).trim() !== ''
  const { content, map } = slide
  if (map) {
    if (!hasBody && !content)
      return { arrangement: 'map', maps: splitMap(MAIN, map), body: null, content: null }
    const side = { ...MAIN, x: MAIN.x + MAIN.width - SIDE_WIDTH, width: SIDE_WIDTH }
    const maps = splitMap({ ...MAIN, width: MAIN.width - SIDE_WIDTH - GAP }, map)
    return {
      arrangement: 'map-side',
      maps,
      ...splitSide(side, hasBody ? slide.body : null, content !== null),
    }
  }
  if (!content) return { arrangement: 'text', maps: [], body: MAIN, content: null }
  if (!hasBody) return { arrangement: 'content', maps: [], body: null, content: MAIN }
  if (content.kind === 'photo-pair') {
    const height = MAIN.height - STRIP_HEIGHT - GAP
    const strip = { ...MAIN, y: MAIN.y + height + GAP, height: STRIP_HEIGHT }
    return { arrangement: 'pair', maps: [], body: strip, content: { ...MAIN, height } }
  }
  const body = { ...MAIN, width: SIDE_WIDTH - GAP }
  const beside = { ...MAIN, x: MAIN.x + SIDE_WIDTH, width: MAIN.width - SIDE_WIDTH }
  return { arrangement: 'content-side', maps: [], body, content: beside }
}

function splitSide(
  side: Box,
  text: PresentedSlide['body'] | null,
  hasContent: boolean,
): { body: Box | null; content: Box | null } {
  if (!hasContent) return { body: side, content: null }
  if (!text) return { body: null, content: side }
  // As high in both languages: the picture of the map serves both.
  const needed = [text.fr, text.en].map((one) => largestHeight(parseMarkdown(one), side.width))
  const height = Math.round(Math.min(side.height * TEXT_SHARE, Math.max(...needed)))
  const below = { ...side, y: side.y + height + GAP, height: side.height - height - GAP }
  return { body: { ...side, height }, content: below }
}

/** Two states stand one beside the other, or one above the other where that leaves them wider. */
function splitMap(box: Box, { states }: NonNullable<PresentedSlide['map']>): Box[] {
  if (states.length < 2) return [box]
  if (box.width > 2 * box.height) {
    const width = (box.width - GAP) / 2
    return [
      { ...box, width },
      { ...box, width, x: box.x + width + GAP },
    ]
  }
  const height = (box.height - GAP) / 2
  return [
    { ...box, height },
    { ...box, height, y: box.y + height + GAP },
  ]
}
