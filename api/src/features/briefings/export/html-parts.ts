import { escapeXml } from '../../../platform/xml-text.ts'
import type { MarkdownBlock, MarkdownItem, MarkdownRun } from '../parse-markdown.ts'
import type { PresentedTable } from '../presentation-contract.ts'
import { isNumeric, type Teller } from './tell.ts'

/** Texts of an export as HTML; what a text holds is never markup. */
export const escapeHtml = (text: string): string => escapeXml(text).replaceAll("'", '&#39;')

/** Headings begin below the title of the slide. */
const HEADING_BELOW = 2

export function markdownHtml(blocks: readonly MarkdownBlock[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return `<p>${runsHtml(block.runs)}</p>`
      if (block.kind === 'list') return listHtml(block.items)
      const tag = `h${block.level + HEADING_BELOW}`
      return `<${tag}>${runsHtml(block.runs)}</${tag}>`
    })
    .join('\n')
}

/** Items as one flat list each: their depth is a class, so that any order of depths is a valid list. */
function listHtml(items: readonly MarkdownItem[]): string {
  const isOrdered = items[0]?.number !== null
  const tag = isOrdered ? 'ol' : 'ul'
  const lines = items.map(({ depth, number, runs }) => {
    const value = isOrdered && number !== null ? ` value="${number}"` : ''
    const isOther = (number !== null) !== isOrdered
    const look = `depth-${depth}${isOther ? (number === null ? ' bullet' : ' numbered') : ''}`
    return `<li class="${look}"${value}>${runsHtml(runs)}</li>`
  })
  return `<${tag}>${lines.join('')}</${tag}>`
}

function runsHtml(runs: readonly MarkdownRun[]): string {
  return runs
    .map(({ text, isBold, isItalic, href }) => {
      let html = escapeHtml(text).replaceAll('\n', '<br>')
      if (isItalic) html = `<em>${html}</em>`
      if (isBold) html = `<strong>${html}</strong>`
      return href === null ? html : `<a href="${escapeHtml(href)}" rel="noreferrer noopener">${html}</a>`
    })
    .join('')
}

export function tableHtml(table: PresentedTable, teller: Teller): string {
  const isRight = table.columns.map(({ unit }) => unit !== null)
  const head = table.columns
    .map(
      ({ label }, at) =>
        `<th scope="col"${isRight[at] ? ' class="number"' : ''}>${escapeHtml(teller.text(label))}</th>`,
    )
    .join('')
  const rows = table.rows.map((row) => {
    const cells = row.map((cell, at) => {
      const unit = table.columns[at]?.unit ?? null
      const text = cell !== null && typeof cell === 'object' ? teller.text(cell) : teller.value(cell, unit)
      return `<td${isNumeric(cell, unit) ? ' class="number"' : ''}>${escapeHtml(text)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const more =
    table.leftOutCount > 0
      ? `<p class="more">${escapeHtml(teller.words.leftOut(table.leftOutCount))}</p>`
      : ''
  const caption = `<caption>${escapeHtml(teller.text(table.title))}</caption>`
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>${more}`
}
