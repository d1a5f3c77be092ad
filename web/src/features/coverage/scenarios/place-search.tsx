import type { SearchHits } from '@borne/api/contracts/search'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { getJson } from '../../../platform/api.ts'
import { useMessages } from '../../../ui/language.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'

export interface FoundPlace {
  readonly name: string
  readonly position: [number, number]
}

interface PlaceSearchProps {
  label: string
  onChoose(place: FoundPlace): void
}

/** A settlement by its name: what the search finds stands under the field until one is taken. */
export function PlaceSearch({ label, onChoose }: PlaceSearchProps) {
  const m = useMessages(changeMessages)
  const id = useId()
  const [text, setText] = useState('')
  const typed = useDeferredValue(text.trim())
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['search', 'settlements', typed],
    queryFn: ({ signal }) => getJson<SearchHits>('/api/search', { q: typed, limit: 12 }, signal),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  const places = typed === '' ? [] : (data?.items ?? []).filter(isPlace)
  return (
    <div className={styles.search}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {places.length > 0 && (
        <ul className={styles.found}>
          {places.map((hit) => (
            <li key={`${hit.type} ${hit.id}`}>
              <button
                type="button"
                onClick={() => {
                  setText('')
                  onChoose({ name: hit.name, position: hit.position })
                }}
              >
                {hit.name} <span>{hit.context}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {typed !== '' && data && !isPlaceholderData && places.length === 0 && (
        <p className={styles.hint}>{m.nowhere}</p>
      )}
    </div>
  )
}

type Hit = SearchHits['items'][number]

function isPlace(hit: Hit): hit is Hit & { position: [number, number] } {
  return hit.position !== null && hit.type !== 'admin-unit'
}
