import { IconArrowDown, IconArrowUp, IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { ColumnChoice } from '../../ui/column-choice.tsx'
import { downloadText } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { StatusLabel, statusMessages } from '../../ui/status-mark.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS } from '../../ui/write-csv.ts'
import { exportName, postsCsv } from './export-posts.ts'
import { messages } from './messages.ts'
import { type CellWords, cellText } from './post-cells.ts'
import type { PostRow } from './post-row.ts'
import styles from './posts-table.module.css'
import { rowAfterKey } from './row-after-key.ts'
import { readColumns, readSort, writeColumns, writeSort } from './search.ts'
import { NUMBER_COLUMNS, TABLE_COLUMNS, type TableColumn } from './table-columns.ts'
import { tableMessages } from './table-messages.ts'
import { termMessages } from './term-messages.ts'
import { useOpenPost, usePostsSearch } from './use-posts-search.ts'
import { useShownRows } from './use-shown-rows.ts'

interface PostsTableProps {
  posts: readonly PostRow[]
  attribution: string
}

/** The map as a table: the same posts, filters and selection. Arrows select a row, Enter opens its post. */
export function PostsTable({ posts, attribution }: PostsTableProps) {
  const m = useMessages(tableMessages)
  const words = useCellWords()
  const { search, change } = usePostsSearch()
  const openPost = useOpenPost()
  const body = useRef<HTMLTableSectionElement>(null)
  const columns = readColumns(search)
  const selected = posts.findIndex(({ id }) => id === search.post)
  const [shownRows, lastRow] = useShownRows(posts.length, selected + 1)
  const onKeyDown = useRowKeys(posts, selected)

  useEffect(() => {
    const row = body.current?.rows[selected]
    if (body.current?.contains(document.activeElement)) row?.focus()
    else row?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  return (
    <>
      <TableTools posts={posts} columns={columns} words={words} attribution={attribution} />
      <DataTable caption={m.caption}>
        <TableHead columns={columns} />
        <tbody ref={body} onKeyDown={onKeyDown}>
          {posts.slice(0, shownRows).map((post, index) => (
            <tr
              key={post.id}
              ref={index === shownRows - 1 ? lastRow : undefined}
              className={styles.row}
              aria-selected={index === selected}
              tabIndex={index === Math.max(0, selected) ? 0 : -1}
              onClick={() => change({ post: post.id })}
              onDoubleClick={() => void openPost(post.id)}
            >
              {columns.map((column) => (
                <PostCell key={column} post={post} column={column} words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  )
}

/** The keys of a row: arrows select another one, Enter opens its post. */
function useRowKeys(posts: readonly PostRow[], selected: number) {
  const { change } = usePostsSearch()
  const openPost = useOpenPost()
  return (event: KeyboardEvent) => {
    const post = posts[selected]
    if (post && event.key === 'Enter' && event.target instanceof HTMLTableRowElement) {
      void openPost(post.id)
      return
    }
    const to = rowAfterKey(event.key, selected, posts.length)
    if (to === undefined) return
    event.preventDefault()
    change({ post: posts[to]?.id })
  }
}

function useCellWords(): CellWords {
  return {
    terms: useMessages(termMessages),
    statuses: useMessages(statusMessages),
    kinds: useMessages(messages).kinds,
  }
}

/** Each head sorts by its column; once more, the other way round. */
function TableHead({ columns }: { columns: readonly TableColumn[] }) {
  const m = useMessages(tableMessages)
  const { search, change } = usePostsSearch()
  const sort = readSort(search)
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isSorted = sort.column === column
          const direction = sort.isDescending ? 'descending' : 'ascending'
          return (
            <th
              key={column}
              scope="col"
              aria-sort={isSorted ? direction : undefined}
              className={NUMBER_COLUMNS.has(column) ? 'number' : undefined}
            >
              <button
                type="button"
                className={styles.sort}
                onClick={() =>
                  change({ sort: writeSort({ column, isDescending: isSorted && !sort.isDescending }) })
                }
              >
                {m.columns[column]}
                {isSorted && (sort.isDescending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function PostCell({ post, column, words }: { post: PostRow; column: TableColumn; words: CellWords }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const text = cellText(post, column, words, formats)
  if (column === 'name') {
    return (
      <th scope="row">
        <Link
          to="/posts/$postId"
          params={{ postId: post.id }}
          search={(old) => ({ ...old, post: undefined })}
          tabIndex={-1}
        >
          {text}
        </Link>
        {post.isArchived && <span className={styles.tag}>{m.archived}</span>}
        {post.isDemonstration && (
          <abbr className={styles.tag} title={m.demonstration}>
            {m.demonstration.slice(0, 4)}
          </abbr>
        )}
      </th>
    )
  }
  if (column === 'status') {
    return (
      <td className={styles.status}>
        <StatusLabel status={post.physicalStatus} progressPercent={post.progressPercent} />
      </td>
    )
  }
  if (column === 'nameAr') {
    return (
      <td lang={post.nameAr ? 'ar' : undefined} dir="auto">
        {text}
      </td>
    )
  }
  if (column === 'updated') return <td title={text}>{formats.relative(post.updatedAt)}</td>
  return <td className={NUMBER_COLUMNS.has(column) ? 'number' : styles[column]}>{text}</td>
}

interface TableToolsProps extends PostsTableProps {
  columns: readonly TableColumn[]
  words: CellWords
}

function TableTools({ posts, columns, words, attribution }: TableToolsProps) {
  const m = useMessages(tableMessages)
  const mayExport = usePermission('posts.export')
  const { language } = useLanguage()
  const { change } = usePostsSearch()

  function exportPosts() {
    const dialect = CSV_DIALECTS[language]
    downloadText(
      exportName(posts, m, new Date()),
      'text/csv',
      postsCsv({ posts, columns, words, m, attribution, dialect }),
    )
  }

  return (
    <div className={styles.tools}>
      <ColumnChoice
        columns={TABLE_COLUMNS.filter((column) => column !== 'name')}
        shown={columns}
        nameOf={(column) => m.columns[column]}
        onChange={(next) => change({ cols: writeColumns(next) })}
      />
      {mayExport && (
        <Button size="small" icon={<IconDownload aria-hidden="true" />} onClick={exportPosts}>
          {m.exportCsv}
        </Button>
      )}
    </div>
  )
}
