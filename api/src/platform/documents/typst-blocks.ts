import { at, child, childrenOf, descendants, elementsOf, type XmlElement } from '../xml-tree.ts'
import { colourOf, type DocxStyles, flagOf, readValue } from './docx-styles.ts'
import { type TypesetFile, typstText } from './typst.ts'
import { breaksPage, ListMarks, RunWriter } from './typst-runs.ts'

interface BlockParts {
  readonly styles: DocxStyles
  readonly numbering: XmlElement | undefined
  readImage(relation: string): Buffer | undefined
}

const CELL_INSET = 'inset: (x: 5pt, y: 1.5pt)'
const LIST_INDENT_POINTS = 14

/** Writes paragraphs and tables of a DOCX as Typst markup. */
export class BlockWriter {
  readonly #styles: DocxStyles
  readonly #lists: ListMarks
  readonly #runs: RunWriter

  constructor({ styles, numbering, readImage }: BlockParts) {
    this.#styles = styles
    this.#lists = new ListMarks(numbering)
    this.#runs = new RunWriter(styles, readImage)
  }

  get files(): readonly TypesetFile[] {
    return this.#runs.files
  }

  /** What stands in a body, a header or a footer. */
  blocks(parent: XmlElement): string {
    return this.#contents(parent)
      .map((element) => {
        if (element.name === 'w:tbl') return this.#table(element)
        const isNewPage = flagOf(child(element, 'w:pPr'), 'w:pageBreakBefore') || breaksPage(element)
        return `${isNewPage ? '#pagebreak(weak: true)\n' : ''}${this.#paragraph(element, false)}`
      })
      .join('\n')
  }

  /** Paragraphs and tables, those inside of controls too. */
  #contents(parent: XmlElement): XmlElement[] {
    return elementsOf(parent.children).flatMap((element) => {
      if (element.name === 'w:p' || element.name === 'w:tbl') return [element]
      const inside = element.name === 'w:sdt' ? child(element, 'w:sdtContent') : undefined
      return inside ? this.#contents(inside) : []
    })
  }

  /** In a cell the space above and below stays, at its edges too. */
  #paragraph(paragraph: XmlElement, isInCell: boolean): string {
    const properties = child(paragraph, 'w:pPr')
    const look = this.#styles.lookOf(properties)
    const runs = this.#runs.write(paragraph, look)
    const mark = this.#lists.markOf(properties)
    const body = (mark ? `#text(size: ${look.sizePoints}pt, ${typstText(mark)})#h(0.5em)` : '') + runs
    const content = body || `#box(height: ${(look.sizePoints * 0.8).toFixed(1)}pt)`
    const inner =
      look.headingLevel === null || body === ''
        ? content
        : `#heading(level: ${look.headingLevel})[${content}]`
    const indent = look.indentPoints || (mark ? LIST_INDENT_POINTS : 0)
    const settings = [
      'width: 100%',
      `inset: (left: ${indent}pt)`,
      ...(isInCell ? [] : [`above: ${look.beforePoints + 3}pt`, `below: ${look.afterPoints + 3}pt`]),
      ...(look.keepNext ? ['sticky: true'] : []),
    ]
    const align =
      look.align === 'justify'
        ? '#set par(justify: true)'
        : look.align === 'left'
          ? ''
          : `#set align(${look.align})`
    const block = `#block(${settings.join(', ')})[${align}\n${inner}]`
    return isInCell ? `#v(${look.beforePoints}pt)${block}#v(${look.afterPoints}pt)` : block
  }

  #table(table: XmlElement): string {
    const properties = child(table, 'w:tblPr')
    const widths = childrenOf(child(table, 'w:tblGrid'), 'w:gridCol').map(
      ({ attributes }) => `${Number(attributes['w:w'] ?? 0) / 20}pt`,
    )
    const border = this.#styles.borderOf(properties)
    const stroke = border ? `${border.widthPoints}pt + rgb("#${border.colour}")` : 'none'
    const rows = gridOf(table)
    const headCount = rows.findIndex(({ isHead }) => !isHead)
    const cellsOf = (from: number, to: number) =>
      rows
        .slice(from, to)
        .flatMap((row, index) => row.cells.flatMap((cell) => this.#cell(cell, rows, from + index)))
    const heads = headCount > 0 ? [`table.header(${cellsOf(0, headCount).join(', ')})`] : []
    const cells = cellsOf(Math.max(0, headCount), rows.length)
    // Rows that are to be kept together are those of a table that begins with such a paragraph.
    const [first] = descendants(table, 'w:pPr')
    const breakable = !(flagOf(first, 'w:keepNext') ?? false)
    return `#block(above: 4pt, below: 4pt, breakable: ${breakable})[#table(columns: (${widths.join(', ')},), ${CELL_INSET}, stroke: ${stroke}, ${[...heads, ...cells].join(',\n')})]`
  }

  #cell({ element, column, span }: GridCell, rows: readonly GridRow[], row: number): string[] {
    const properties = child(element, 'w:tcPr')
    const merge = child(properties, 'w:vMerge')
    if (merge && merge.attributes['w:val'] !== 'restart') return []
    const after = rows.slice(row + 1).map(({ cells }) => cells.find((one) => one.column === column))
    const end = merge ? after.findIndex((one) => !one || !continues(one)) : 0
    const fill = colourOf(child(properties, 'w:shd')?.attributes['w:fill'])
    const settings = [
      `colspan: ${span}`,
      `rowspan: ${1 + (end < 0 ? after.length : end)}`,
      ...(fill ? [`fill: rgb("#${fill}")`] : []),
      ...(readValue(properties, 'w:vAlign') === 'center' ? ['align: horizon'] : []),
      'breakable: false',
    ]
    const content = this.#contents(element).map((one) =>
      one.name === 'w:tbl' ? this.#table(one) : this.#paragraph(one, true),
    )
    return [`table.cell(${settings.join(', ')})[${content.join('')}]`]
  }
}

interface GridCell {
  readonly element: XmlElement
  readonly column: number
  readonly span: number
}
interface GridRow {
  readonly isHead: boolean
  readonly cells: readonly GridCell[]
}

function gridOf(table: XmlElement): GridRow[] {
  return childrenOf(table, 'w:tr').map((row) => {
    let column = 0
    const cells = childrenOf(row, 'w:tc').map((element): GridCell => {
      const span = Math.max(1, Number(readValue(child(element, 'w:tcPr'), 'w:gridSpan') ?? 1))
      const cell = { element, column, span }
      column += span
      return cell
    })
    return { isHead: flagOf(child(row, 'w:trPr'), 'w:tblHeader') ?? false, cells }
  })
}

function continues({ element }: GridCell): boolean {
  const merge = at(element, 'w:tcPr', 'w:vMerge')
  return merge !== undefined && merge.attributes['w:val'] !== 'restart'
}
