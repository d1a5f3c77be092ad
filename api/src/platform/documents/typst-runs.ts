import { child, childrenOf, descendants, elementsOf, type XmlElement } from '../xml-tree.ts'
import { type DocxStyles, readValue, type TextLook } from './docx-styles.ts'
import { type TypesetFile, typstText } from './typst.ts'

const EMU_PER_POINT = 12_700
/** Around runs: links, insertions, controls. */
const WRAPPERS = ['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent']
const FIELDS: Readonly<Record<string, string>> = {
  PAGE: 'context counter(page).display("1")',
  NUMPAGES: 'context counter(page).final().first()',
}
const NO_BREAK_HYPHEN = '\u2011'

/** Writes what stands in paragraphs: letters, breaks, fields and pictures. */
export class RunWriter {
  readonly files: TypesetFile[] = []
  readonly #styles: DocxStyles
  readonly #readImage: (relation: string) => Buffer | undefined

  constructor(styles: DocxStyles, readImage: (relation: string) => Buffer | undefined) {
    this.#styles = styles
    this.#readImage = readImage
  }

  /** The content of a paragraph; empty where it shows nothing. */
  write(paragraph: XmlElement, look: TextLook): string {
    const tabs = childrenOf(child(child(paragraph, 'w:pPr'), 'w:tabs'), 'w:tab')
    const isSplit = tabs.some(({ attributes }) => ['right', 'end'].includes(attributes['w:val'] ?? ''))
    const line: Line = { look, tab: isSplit ? '#h(1fr)' : '#h(2em)', field: undefined }
    return this.#inline(paragraph, line)
  }

  #inline(parent: XmlElement, line: Line): string {
    return elementsOf(parent.children)
      .map((element) => {
        if (element.name === 'w:r') return this.#run(element, line)
        if (element.name === 'w:fldSimple') {
          return fieldMarkup(element.attributes['w:instr'] ?? '', line.look) ?? this.#inline(element, line)
        }
        return WRAPPERS.includes(element.name) ? this.#inline(element, line) : ''
      })
      .join('')
  }

  #run(run: XmlElement, line: Line): string {
    const look = this.#styles.lookOfRun(line.look, child(run, 'w:rPr'))
    return elementsOf(run.children)
      .map((element) => this.#piece(element, look, line))
      .join('')
  }

  #piece(element: XmlElement, look: TextLook, line: Line): string {
    if (element.name === 'w:fldChar') return turnField(element.attributes['w:fldCharType'] ?? '', look, line)
    if (element.name === 'w:instrText') {
      if (line.field) line.field.instruction += element.children.join('')
      return ''
    }
    // What was shown when the document was last saved stands for a field that is written anew.
    if (line.field?.isReplaced) return ''
    if (element.name === 'w:t') return textMarkup(element.children.join(''), look)
    if (element.name === 'w:tab') return line.tab
    if (element.name === 'w:noBreakHyphen') return textMarkup(NO_BREAK_HYPHEN, look)
    if (element.name === 'w:br' || element.name === 'w:cr') {
      return element.attributes['w:type'] === 'page' ? '' : '#linebreak()'
    }
    return element.name === 'w:drawing' ? this.#picture(element) : ''
  }

  #picture(drawing: XmlElement): string {
    const [blip] = descendants(drawing, 'a:blip')
    const [extent] = descendants(drawing, 'wp:extent')
    const bytes = this.#readImage(blip?.attributes['r:embed'] ?? '')
    if (!bytes || !extent || childrenOf(drawing, 'wp:inline').length === 0) return ''
    const name = `picture-${this.files.length + 1}.${bytes[0] === 0x89 ? 'png' : 'jpg'}`
    this.files.push({ name, bytes })
    const [described] = descendants(drawing, 'wp:docPr')
    const width = Number(extent.attributes.cx) / EMU_PER_POINT
    return `#box(image(${typstText(name)}, width: ${width.toFixed(1)}pt, alt: ${typstText(described?.attributes.descr ?? '')}))`
  }
}

interface Line {
  readonly look: TextLook
  readonly tab: string
  field: { instruction: string; isReplaced: boolean } | undefined
}

function turnField(turn: string, look: TextLook, line: Line): string {
  if (turn === 'begin') {
    line.field = { instruction: '', isReplaced: false }
    return ''
  }
  const isNew = line.field !== undefined && !line.field.isReplaced
  const markup = isNew ? fieldMarkup(line.field?.instruction ?? '', look) : undefined
  if (turn === 'end') line.field = undefined
  else if (line.field) line.field.isReplaced = markup !== undefined
  return markup ?? ''
}

function fieldMarkup(instruction: string, look: TextLook): string | undefined {
  const code = FIELDS[instruction.trim().split(/\s+/)[0]?.toUpperCase() ?? '']
  return code && `#text(${styleOf(look)}, ${code});`
}

function textMarkup(text: string, look: TextLook): string {
  if (text === '') return ''
  const set = `text(${styleOf(look)}, ${typstText(look.isCaps ? text.toLocaleUpperCase('fr') : text)})`
  return `#${look.isUnderlined ? `underline(${set})` : set};`
}

function styleOf(look: TextLook): string {
  return [
    `size: ${look.sizePoints}pt`,
    `fill: rgb("#${look.colour}")`,
    ...(look.isBold ? ['weight: "bold"'] : []),
    ...(look.isItalic ? ['style: "italic"'] : []),
  ].join(', ')
}

/** Whether a new page begins in the paragraph, before or after its text. */
export function breaksPage(paragraph: XmlElement): boolean {
  return descendants(paragraph, 'w:br').some(({ attributes }) => attributes['w:type'] === 'page')
}

/** What stands before the paragraph of a list: a bullet, or its number. */
export class ListMarks {
  readonly #formats = new Map<string, string>()
  readonly #counts = new Map<string, number>()

  constructor(numbering: XmlElement | undefined) {
    const abstracts = new Map(
      childrenOf(numbering, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'], one]),
    )
    for (const list of childrenOf(numbering, 'w:num')) {
      for (const level of childrenOf(abstracts.get(readValue(list, 'w:abstractNumId') ?? ''), 'w:lvl')) {
        const key = `${list.attributes['w:numId']} ${level.attributes['w:ilvl']}`
        this.#formats.set(key, readValue(level, 'w:numFmt') ?? 'bullet')
      }
    }
  }

  markOf(properties: XmlElement | undefined): string | undefined {
    const place = child(properties, 'w:numPr')
    const list = readValue(place, 'w:numId')
    if (list === undefined || list === '0') return undefined
    const key = `${list} ${readValue(place, 'w:ilvl') ?? '0'}`
    if ((this.#formats.get(key) ?? 'bullet') === 'bullet') return '•'
    const count = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, count)
    return `${count}.`
  }
}
