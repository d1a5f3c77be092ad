import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { makeOwnShowing, ownSource, type ShowSource } from './show-source.ts'

/** The briefing as it is now, made once for as long as the page is open. */
export function useOwnShowing(briefingId: string) {
  const { data, error, refetch } = useQuery({
    queryKey: ['briefings', 'showing', briefingId],
    queryFn: () => makeOwnShowing(briefingId),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const source = useMemo(() => data && ownSource(data), [data])
  useClosedPictures(source)
  return { source, key: data?.key ?? '', error, retry: () => void refetch() }
}

/** The pictures of a source are given back when the page is left. */
export function useClosedPictures(source: ShowSource | undefined): void {
  useEffect(() => () => source?.pictures.close(), [source])
}
