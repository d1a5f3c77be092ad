import {
  type MarkdownBlock,
  type MarkdownItem,
  type MarkdownRun,
  parseMarkdown,
} from '@borne/api/contracts/markdown'
import { Fragment, type ReactNode, useMemo } from 'react'
import styles from './slide-text.module.css'

/** The Markdown of a slide as elements: what it does not know stays text. */
export function SlideText({ text, level = 3 }: { text: string; level?: 2 | 3 }) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  if (blocks.length === 0) return null
  return (
    <div className={styles.text}>
      {blocks.map((block, index) => (
        <Block key={index} block={block} level={level} />
      ))}
    </div>
  )
}

function Block({ block, level }: { block: MarkdownBlock; level: number }) {
  if (block.kind === 'list') return <List items={block.items} depth={0} />
  if (block.kind === 'paragraph')
    return (
      <p>
        <Runs runs={block.runs} />
      </p>
    )
  const Heading = `h${Math.min(6, level + block.level - 1)}` as 'h3'
  return (
    <Heading>
      <Runs runs={block.runs} />
    </Heading>
  )
}

/** Items that are deeper than the one before them are its list. */
function List({ items, depth }: { items: readonly MarkdownItem[]; depth: number }) {
  const groups: { item: MarkdownItem; inner: MarkdownItem[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && item.depth > depth) last.inner.push(item)
    else groups.push({ item, inner: [] })
  }
  const first = groups[0]?.item.number ?? null
  const rows = groups.map(({ item, inner }, index) => (
    <li key={index}>
      <Runs runs={item.runs} />
      {inner.length > 0 && <List items={inner} depth={Math.min(...inner.map((each) => each.depth))} />}
    </li>
  ))
  return first === null ? <ul>{rows}</ul> : <ol start={first}>{rows}</ol>
}

function Runs({ runs }: { runs: readonly MarkdownRun[] }) {
  return runs.map((run, index) => <Fragment key={index}>{runElement(run)}</Fragment>)
}

function runElement({ text, isBold, isItalic, href }: MarkdownRun): ReactNode {
  let piece: ReactNode = withBreaks(text)
  if (isItalic) piece = <em>{piece}</em>
  if (isBold) piece = <strong>{piece}</strong>
  if (href === null) return piece
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {piece}
    </a>
  )
}

function withBreaks(text: string): ReactNode {
  const lines = text.split('\n')
  if (lines.length === 1) return text
  return lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
}
