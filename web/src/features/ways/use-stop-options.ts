import type { SearchHits } from '@borne/api/contracts/search'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { getJson } from '../../platform/api.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { pointStop, readTypedPosition, type StopText } from './stops.ts'

export interface StopOption {
  stop: StopText
  label: string
  detail: string
  group: 'posts' | 'places' | 'point'
}

const TYPING_MS = 150

/** What a stop can be for the typed text: every post while nothing is typed, else what the search finds. */
export function useStopOptions(
  text: string,
  isOpen: boolean,
): { options: StopOption[]; isSearching: boolean } {
  const typed = useSettled(text.trim(), TYPING_MS)
  const { position } = useFormats()
  const points = readTypedPosition(typed)
  const isSearch = typed !== '' && points.length === 0
  const posts = usePostOptions()
  const { data, isFetching } = useQuery({
    queryKey: ['stop-search', typed],
    queryFn: ({ signal }) => getJson<SearchHits>('/api/search', { q: typed, limit: 12 }, signal),
    enabled: isOpen && isSearch,
    placeholderData: keepPreviousData,
  })
  if (points.length > 0) {
    const options = points.map((at) => ({
      stop: pointStop(at),
      label: position(at),
      detail: '',
      group: 'point' as const,
    }))
    return { options, isSearching: false }
  }
  if (!isSearch) return { options: posts, isSearching: false }
  return { options: readHits(data), isSearching: isFetching || typed !== text.trim() }
}

function usePostOptions(): StopOption[] {
  const { data } = useQuery(borderPostsQuery)
  return (data?.features ?? [])
    .filter(({ geometry }) => geometry)
    .map(({ id, properties }) => ({
      stop: String(id),
      label: properties.name,
      detail: properties.moughataa ?? properties.wilaya ?? '',
      group: 'posts' as const,
    }))
    .sort((a, b) => a.label.localeCompare(b.label, 'fr'))
}

/** Posts first, then places; each keeps the order of the search. */
function readHits(hits: SearchHits | undefined): StopOption[] {
  const options = (hits?.items ?? []).flatMap((hit): StopOption[] => {
    if (!hit.position || hit.type === 'admin-unit') return []
    const label = hit.matchedName ? `${hit.name} (${hit.matchedName})` : hit.name
    const isPost = hit.type === 'post'
    return [
      {
        stop: isPost ? hit.id : pointStop(hit.position),
        label,
        detail: hit.context,
        group: isPost ? 'posts' : 'places',
      },
    ]
  })
  return [
    ...options.filter(({ group }) => group === 'posts'),
    ...options.filter(({ group }) => group !== 'posts'),
  ]
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return settled
}
