import { escapeXml } from '../../../platform/xml-text.ts'
import type { MarkdownBlock, MarkdownItem, MarkdownRun } from '../parse-markdown.ts'
import type { FittedCell, FittedRows } from './fit-rows.ts'
import type { Teller } from './tell.ts'

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

/** Rows of a table under its title. */
export function tableHtml(title: string, { head, rows, leftOutCount }: Told, { words }: Teller): string {
  const cell = (tag: string, scope: string) => (one: FittedCell) =>
    `<${tag}${scope}${one.isRight ? ' class="number"' : ''}>${escapeHtml(one.text)}</${tag}>`
  const heads = head.map(cell('th', ' scope="col"')).join('')
  const lines = rows.map((row) => `<tr>${row.map(cell('td', '')).join('')}</tr>`).join('')
  const more = leftOutCount > 0 ? `<p class="more">${escapeHtml(words.leftOut(leftOutCount))}</p>` : ''
  return `<table><caption>${escapeHtml(title)}</caption><thead><tr>${heads}</tr></thead><tbody>${lines}</tbody></table>${more}`
}

type Told = Pick<FittedRows, 'head' | 'rows' | 'leftOutCount'>
