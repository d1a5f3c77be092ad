import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Opens a track in the place of the list; null goes back to the list. */
export function useOpenTrack() {
  const navigate = useNavigate({ from: '/roads' })
  return useCallback(
    (trackId: string | null) => void navigate({ search: (old) => ({ ...old, track: trackId ?? undefined }) }),
    [navigate],
  )
}
