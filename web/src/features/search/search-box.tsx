import type { SearchHit } from '@borne/api/contracts/search'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useShortcut } from '../../ui/use-shortcut.ts'
import { groupHits } from './group-hits.ts'
import { messages } from './messages.ts'
import { formatMark, parseMark } from './place-mark.ts'
import { PlaceOnMap } from './place-on-map.tsx'
import styles from './search-box.module.css'
import { SearchList } from './search-list.tsx'
import { searchQuery } from './search-query.ts'
import { useDebounced } from './use-debounced.ts'

const DEBOUNCE_MS = 180
const ADMIN_UNIT_ZOOM = 9.5
const PLACE_ZOOM = 12.5

/** Finds posts and places by any of their names: a post opens, a place is shown and marked on the map. */
export function SearchBox() {
  const m = useMessages(messages)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { mark, choose, clearMark } = useFoundPlace()
  const [text, setText] = useState<string | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [activeAt, setActiveAt] = useState(0)
  const shown = text ?? mark?.name ?? ''
  const asked = useDebounced((text ?? '').trim(), DEBOUNCE_MS)
  const { data, error, refetch, isFetching } = useQuery(searchQuery(asked))
  const groups = useMemo(() => groupHits(asked ? (data?.items ?? []) : []), [asked, data])
  const hits = useMemo(() => groups.flatMap((group) => group.hits), [groups])
  const active = hits[Math.min(activeAt, hits.length - 1)]
  const isListed = isOpen && asked !== ''
  useShortcut('/', () => input.current?.select())

  function take(hit: SearchHit) {
    choose(hit)
    setText(null)
    setIsOpen(false)
    input.current?.blur()
  }

  function clear() {
    setText('')
    setIsOpen(false)
    clearMark()
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActiveAt(isListed && hits.length > 0 ? (activeAt + step + hits.length) % hits.length : 0)
      setIsOpen(true)
    } else if (event.key === 'Enter' && isListed && active) take(active)
    else if (event.key === 'Escape' && (isListed || shown)) {
      if (isListed) setIsOpen(false)
      else clear()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <search className={styles.box}>
      <PlaceOnMap mark={mark} />
      <IconSearch aria-hidden="true" size={18} className={styles.glass} />
      <input
        ref={input}
        type="text"
        role="combobox"
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        enterKeyHint="search"
        aria-label={m.label}
        aria-keyshortcuts="/"
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && active ? `${id}-${active.type}-${active.id}` : undefined}
        placeholder={m.placeholder}
        value={shown}
        onChange={(event) => {
          setText(event.target.value)
          setActiveAt(0)
          setIsOpen(true)
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown ? (
        <IconButton
          label={m.clear}
          icon={<IconX />}
          tip="below-end"
          className={styles.clear}
          onClick={clear}
        />
      ) : (
        <span className={styles.key} aria-hidden="true">
          /
        </span>
      )}
      <div className={styles.drop} hidden={!isListed}>
        <SearchList
          listId={`${id}-list`}
          optionId={(hit) => `${id}-${hit.type}-${hit.id}`}
          asked={asked}
          groups={groups}
          active={active}
          isFetching={isFetching}
          error={error}
          onRetry={() => void refetch()}
          onChoose={take}
        />
      </div>
    </search>
  )
}

/** The place that the address marks, and how a found thing is shown. */
function useFoundPlace() {
  const navigate = useNavigate()
  const camera = useMapCamera()
  const { mark: text } = useSearch({ strict: false })
  const mark = useMemo(() => parseMark(text), [text])

  function choose(hit: SearchHit) {
    if (hit.type === 'post') {
      void navigate({ to: '/posts/$postId', params: { postId: hit.id }, search: { mark: undefined } })
      return
    }
    if (!hit.position) return
    camera.show({
      center: hit.position,
      zoom: hit.type === 'admin-unit' ? ADMIN_UNIT_ZOOM : PLACE_ZOOM,
    })
    const next = formatMark({ position: hit.position, name: hit.name })
    void navigate({ to: '.', search: (old) => ({ ...old, mark: next }) })
  }

  function clearMark() {
    if (text) void navigate({ to: '.', search: (old) => ({ ...old, mark: undefined }), replace: true })
  }

  return { mark, choose, clearMark }
}
