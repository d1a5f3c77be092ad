import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { StatusMark, statusMessages } from '../../ui/status-mark.tsx'
import { useMediaQuery } from '../../ui/use-media-query.ts'
import { countByStatus, listMoughataas } from './filter-posts.ts'
import { LIST_SORTS, messages } from './messages.ts'
import type { PostRow } from './post-row.ts'
import { PHYSICAL_STATUSES, POST_KINDS } from './post-terms.ts'
import styles from './posts-page.module.css'
import { countFilters, NO_FILTERS, readStatuses, toggleInList } from './search.ts'
import { usePostsSearch } from './use-posts-search.ts'

interface PostsFiltersProps {
  posts: readonly PostRow[]
  /** Beside a table there is room for every filter, and its head sorts. */
  isWide: boolean
}

export function PostsFilters({ posts, isWide }: PostsFiltersProps) {
  const m = useMessages(messages)
  const { search, change } = usePostsSearch()
  const [isOpen, setIsOpen] = useState(false)
  const isPhone = useMediaQuery('(max-width: 720px)')
  const isAllShown = isWide && !isPhone
  const moreId = useId()
  const count = countFilters(search)
  return (
    <search className={`${styles.filters} ${isAllShown ? styles.wide : ''}`}>
      <div className={styles.searchRow}>
        <SearchField />
        {!isAllShown && (
          <Button
            icon={<IconAdjustmentsHorizontal aria-hidden="true" />}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {m.filters}
            {count > 0 && <span className={styles.count}>{count}</span>}
          </Button>
        )}
      </div>
      <StatusChips posts={posts} />
      {(isOpen || isAllShown) && (
        <div id={moreId} className={styles.more}>
          <MoreFilters posts={posts} isWide={isWide} />
        </div>
      )}
      {count > 0 && (
        <Button
          variant="quiet"
          size="small"
          icon={<IconX aria-hidden="true" />}
          className={styles.clear}
          onClick={() => change(NO_FILTERS)}
        >
          {m.clear}
        </Button>
      )}
    </search>
  )
}

function SearchField() {
  const m = useMessages(messages)
  const { search, change } = usePostsSearch()
  return (
    <input
      type="search"
      className={styles.searchField}
      aria-label={m.search}
      placeholder={m.searchHint}
      value={search.q ?? ''}
      maxLength={200}
      onChange={(event) => change({ q: event.target.value || undefined })}
    />
  )
}

/** Shape, colour, word and count of each status: the legend of the map, and a filter at once. */
function StatusChips({ posts }: { posts: readonly PostRow[] }) {
  const m = useMessages(messages)
  const words = useMessages(statusMessages)
  const { search, change } = usePostsSearch()
  const counts = useMemo(() => countByStatus(posts, search), [posts, search])
  const chosen = readStatuses(search)
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{m.status}</legend>
      {PHYSICAL_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={chosen?.includes(status) ?? false}
          disabled={counts[status] === 0 && !chosen?.includes(status)}
          onClick={() => change({ status: toggleInList(search.status, status, PHYSICAL_STATUSES) })}
        >
          <StatusMark status={status} />
          {words[status]}
          <span className={styles.chipCount}>{posts.length > 0 ? counts[status] : '—'}</span>
        </button>
      ))}
    </fieldset>
  )
}

function MoreFilters({ posts, isWide }: PostsFiltersProps) {
  const m = useMessages(messages)
  const { search, change } = usePostsSearch()
  const moughataas = useMemo(() => listMoughataas(posts), [posts])
  return (
    <>
      <Segmented
        label={m.kind}
        options={[
          { value: 'all', label: m.anyKind },
          ...POST_KINDS.map((kind) => ({ value: kind, label: m.kinds[kind] })),
        ]}
        value={search.kind ?? 'all'}
        onChange={(kind) => change({ kind: kind === 'all' ? undefined : kind })}
      />
      <Field label={m.moughataa}>
        {(control) => (
          <select
            {...control}
            value={search.moughataa ?? ''}
            onChange={(event) => change({ moughataa: event.target.value || undefined })}
          >
            <option value="">{m.anyMoughataa}</option>
            {moughataas.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      {!isWide && <SortField />}
      <Checkbox
        label={m.onlyUnconfirmed}
        checked={search.unconfirmed ?? false}
        onChange={(checked) => change({ unconfirmed: checked || undefined })}
      />
      <Checkbox
        label={m.withArchived}
        checked={search.archived ?? false}
        onChange={(checked) => change({ archived: checked || undefined })}
      />
    </>
  )
}

function SortField() {
  const m = useMessages(messages)
  const { search, change } = usePostsSearch()
  return (
    <Field label={m.sort}>
      {(control) => (
        <select
          {...control}
          value={search.sort ?? 'name'}
          onChange={({ target }) => change({ sort: target.value === 'name' ? undefined : target.value })}
        >
          {LIST_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {m.sorts[sort]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
