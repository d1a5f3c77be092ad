import type { MissionSettings } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { UNKNOWN } from '../../ui/formats.ts'

/** The name of a post or of a place of the missions. */
export function usePlaceNames(settings: MissionSettings | undefined): (placeId: string) => string {
  const { data: posts } = useQuery(borderPostsQuery)
  return useCallback(
    (placeId) =>
      settings?.places.find(({ id }) => id === placeId)?.name ??
      posts?.features.find(({ id }) => String(id) === placeId)?.properties.name ??
      UNKNOWN,
    [settings, posts],
  )
}
