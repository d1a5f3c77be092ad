import { at, child, childrenOf, type XmlElement } from '../xml-tree.ts'

/** How a paragraph and its letters look, once styles and own properties are put together. Lengths in points. */
export interface TextLook {
  readonly align: 'left' | 'right' | 'center' | 'justify'
  readonly beforePoints: number
  readonly afterPoints: number
  readonly keepNext: boolean
  /** 1 is the highest; null is no heading. */
  readonly headingLevel: number | null
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly isUnderlined: boolean
  readonly isCaps: boolean
  readonly sizePoints: number
  readonly colour: string
  readonly indentPoints: number
}

const PLAIN: TextLook = {
  align: 'left',
  beforePoints: 0,
  afterPoints: 0,
  keepNext: false,
  headingLevel: null,
  isBold: false,
  isItalic: false,
  isUnderlined: false,
  isCaps: false,
  sizePoints: 10,
  colour: '000000',
  indentPoints: 0,
}
const ALIGNMENTS: Readonly<Record<string, TextLook['align']>> = {
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
}
/** Of styles that are based on each other. */
const MOST_STEPS = 20

export interface Border {
  readonly widthPoints: number
  readonly colour: string
}

/** The styles of a document, by their ids. */
export class DocxStyles {
  readonly #byId: ReadonlyMap<string, XmlElement>
  readonly #defaults: TextLook
  readonly #normal: string

  constructor(styles: XmlElement | undefined) {
    const all = childrenOf(styles, 'w:style')
    this.#byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]))
    const defaults = child(styles, 'w:docDefaults')
    const paragraph = at(defaults, 'w:pPrDefault', 'w:pPr')
    this.#defaults = applyRun(applyParagraph(PLAIN, paragraph), at(defaults, 'w:rPrDefault', 'w:rPr'))
    const normal = all.find(
      ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
    )
    this.#normal = normal?.attributes['w:styleId'] ?? ''
  }

  /** Of a paragraph, before its runs. */
  lookOf(properties: XmlElement | undefined): TextLook {
    const styled = this.#withStyle(this.#defaults, readValue(properties, 'w:pStyle') ?? this.#normal)
    return applyParagraph(styled, properties)
  }

  lookOfRun(paragraph: TextLook, properties: XmlElement | undefined): TextLook {
    const style = readValue(properties, 'w:rStyle')
    return applyRun(style ? this.#withStyle(paragraph, style) : paragraph, properties)
  }

  /** Of a table: its own border between cells, or that of its style; undefined = none. */
  borderOf(properties: XmlElement | undefined): Border | undefined {
    const own = child(properties, 'w:tblBorders')
    const styles = this.#chainOf(readValue(properties, 'w:tblStyle') ?? '')
    const styled = styles.map((style) => at(style, 'w:tblPr', 'w:tblBorders')).findLast((found) => found)
    const line = child(own ?? styled, 'w:insideH') ?? child(own ?? styled, 'w:top')
    const {
      'w:val': kind = 'none',
      'w:sz': eighths = '4',
      'w:color': colour = '000000',
    } = line?.attributes ?? {}
    if (kind === 'none' || kind === 'nil') return undefined
    return { widthPoints: Number(eighths) / 8, colour: colourOf(colour) ?? '000000' }
  }

  #withStyle(look: TextLook, id: string): TextLook {
    return this.#chainOf(id).reduce(
      (so, style) => applyRun(applyParagraph(so, child(style, 'w:pPr')), child(style, 'w:rPr')),
      look,
    )
  }

  /** From the style that all others build on to the one that is named. */
  #chainOf(id: string): XmlElement[] {
    const chain: XmlElement[] = []
    for (let style = this.#byId.get(id); style && chain.length < MOST_STEPS; ) {
      chain.unshift(style)
      style = this.#byId.get(readValue(style, 'w:basedOn') ?? '')
    }
    return chain
  }
}

function applyParagraph(look: TextLook, properties: XmlElement | undefined): TextLook {
  if (!properties) return look
  const { 'w:before': before, 'w:after': after } = child(properties, 'w:spacing')?.attributes ?? {}
  const indent = child(properties, 'w:ind')?.attributes ?? {}
  const align = readValue(properties, 'w:jc')
  const outline = readValue(properties, 'w:outlineLvl')
  const left = indent['w:left'] ?? indent['w:start']
  return {
    ...look,
    ...(before === undefined ? {} : { beforePoints: Number(before) / 20 }),
    ...(after === undefined ? {} : { afterPoints: Number(after) / 20 }),
    ...(align === undefined ? {} : { align: ALIGNMENTS[align] ?? 'left' }),
    ...(outline === undefined || Number(outline) > 5 ? {} : { headingLevel: Number(outline) + 1 }),
    ...(left === undefined ? {} : { indentPoints: Number(left) / 20 }),
    keepNext: flagOf(properties, 'w:keepNext') ?? look.keepNext,
  }
}

function applyRun(look: TextLook, properties: XmlElement | undefined): TextLook {
  if (!properties) return look
  const halfPoints = readValue(properties, 'w:sz')
  const underline = readValue(properties, 'w:u')
  return {
    ...look,
    isBold: flagOf(properties, 'w:b') ?? look.isBold,
    isItalic: flagOf(properties, 'w:i') ?? look.isItalic,
    isCaps: flagOf(properties, 'w:caps') ?? look.isCaps,
    isUnderlined: underline === undefined ? look.isUnderlined : underline !== 'none',
    sizePoints: halfPoints === undefined ? look.sizePoints : Number(halfPoints) / 2,
    colour: colourOf(readValue(properties, 'w:color')) ?? look.colour,
  }
}

export function readValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** A property that stands there is on, unless it says that it is off. */
export function flagOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  return found && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '1')
}

export function colourOf(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{6}$/i.test(value) ? value : undefined
}
