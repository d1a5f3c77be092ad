/** A piece of text of one look. */
export interface MarkdownRun {
  readonly text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  /** An address that begins with http:// or https://, and nothing else. */
  readonly href: string | null
}
export interface MarkdownItem {
  /** 0: of the outermost list. */
  readonly depth: number
  /** Null: a bullet. */
  readonly number: number | null
  readonly runs: readonly MarkdownRun[]
}
export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly MarkdownRun[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly MarkdownRun[] }
  | { readonly kind: 'list'; readonly items: readonly MarkdownItem[] }

const HEADING = /^ {0,3}(#{1,6}) (.*)$/
const ITEM = /^( {0,12})(?:[-*+•]|(\d{1,3})[.)]) +(.*)$/
const SPACES_PER_DEPTH = 2
const MOST_DEPTH = 3

/**
 * Headings, paragraphs, lists, **strong**, *emphasis* and [links](https://…) of a text, for every channel alike. All else
 * that Markdown or HTML know is text as it was typed: nothing in it can become markup. Takes time in proportion to the text.
 */
export function parseMarkdown(text: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  let lines: string[] = []
  let items: MarkdownItem[] = []
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', runs: parseRuns(lines.join('\n')) })
    lines = []
  }
  const endList = () => {
    if (items.length > 0) blocks.push({ kind: 'list', items })
    items = []
  }
  for (const line of text.replace(/\r\n?/g, '\n').replaceAll('\t', '  ').split('\n')) {
    const heading = HEADING.exec(line)
    const item = ITEM.exec(line)
    if (item) {
      endParagraph()
      items.push(readItem(item))
    } else if (heading) {
      endParagraph()
      endList()
      const level = Math.min(3, heading[1]!.length) as 1 | 2 | 3
      blocks.push({ kind: 'heading', level, runs: parseRuns(heading[2]!.trim()) })
    } else if (line.trim() === '') {
      endParagraph()
      endList()
    } else {
      endList()
      lines.push(line.trim())
    }
  }
  endParagraph()
  endList()
  return blocks
}

function readItem([, indent = '', number, text = '']: RegExpExecArray): MarkdownItem {
  return {
    depth: Math.min(MOST_DEPTH, Math.floor(indent.length / SPACES_PER_DEPTH)),
    number: number === undefined ? null : Number(number),
    runs: parseRuns(text.trim()),
  }
}

/** The words of a text without its marks. */
export function plainMarkdown(text: string): string {
  const tell = (runs: readonly MarkdownRun[]) => runs.map((run) => run.text).join('')
  return parseMarkdown(text)
    .map((block) =>
      block.kind === 'list' ? block.items.map((item) => tell(item.runs)).join('\n') : tell(block.runs),
    )
    .join('\n\n')
}

/** A mark, a link, or an escaped sign. A link's words and address have no brackets within; a picture is no link. */
const MARK = /\\([\\*_[\]()#-])|\*\*|__|\*|_|(?<!!)\[([^[\]\n]{1,300})\]\((https?:\/\/[^\s()<>"]{1,2000})\)/g

function parseRuns(text: string): MarkdownRun[] {
  const runs: MarkdownRun[] = []
  const marks = pairMarks(text)
  let isBold = false
  let isItalic = false
  let from = 0
  const push = (piece: string, href: string | null = null) => {
    const last = runs.at(-1)
    if (piece === '') return
    if (last && href === null && last.href === null && last.isBold === isBold && last.isItalic === isItalic)
      runs[runs.length - 1] = { ...last, text: last.text + piece }
    else runs.push({ text: piece, isBold, isItalic, href })
  }
  for (const { at, length, kind, words, href } of marks) {
    push(text.slice(from, at))
    from = at + length
    if (kind === 'bold') isBold = !isBold
    else if (kind === 'italic') isItalic = !isItalic
    else push(words, href)
  }
  push(text.slice(from))
  return runs
}

interface Mark {
  readonly at: number
  readonly length: number
  readonly kind: 'bold' | 'italic' | 'words'
  readonly words: string
  readonly href: string | null
}

/** The marks that have a partner; others are text. */
function pairMarks(text: string): Mark[] {
  const marks: Mark[] = []
  const open = new Map<string, { readonly at: number; readonly place: number }>()
  const paired = new Set<number>()
  for (const match of text.matchAll(MARK)) {
    const [sign, escaped, words, href] = match
    const at = match.index
    if (escaped !== undefined) marks.push({ at, length: 2, kind: 'words', words: escaped, href: null })
    else if (words !== undefined)
      marks.push({ at, length: sign.length, kind: 'words', words, href: href ?? null })
    else {
      const before = open.get(sign)
      const opens = /\S/.test(text[at + sign.length] ?? '') && !isInsideWord(text, at, sign)
      const closes = before !== undefined && /\S/.test(text[at - 1] ?? '') && at > before.at + sign.length
      if (!opens && !closes) continue
      const place = marks.length
      marks.push({
        at,
        length: sign.length,
        kind: sign.length === 2 ? 'bold' : 'italic',
        words: '',
        href: null,
      })
      if (closes) {
        paired.add(before.place).add(place)
        open.delete(sign)
      } else open.set(sign, { at, place })
    }
  }
  return marks.filter((mark, place) => mark.kind === 'words' || paired.has(place))
}

/** snake_case is no emphasis. */
function isInsideWord(text: string, at: number, sign: string): boolean {
  return sign.startsWith('_') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')
}
