import type { Way } from '@borne/api/contracts/ways'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useMapPick } from '../../map/pick.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import { postAt } from './post-at.ts'
import { stopName } from './stop-names.ts'
import { chosenStops, pointStop, replaceStop, type StopText, stopPosition } from './stops.ts'

const FIRST_ZOOM = 8.5

/**
 * Which stop the next click on the map chooses: the one asked for, else the first empty place. A click on a
 * post's mark chooses the post.
 */
export function usePicking(
  stops: readonly StopText[],
  onChange: (stops: StopText[]) => void,
  camera: string | undefined,
) {
  const [asked, setAsked] = useState<number | null>(null)
  const { data: posts } = useQuery(borderPostsQuery)
  const empty = stops.indexOf('')
  const index = asked ?? (empty >= 0 ? empty : null)
  const zoom = Number(camera?.split(',')[2] ?? FIRST_ZOOM)
  useMapPick(
    index === null
      ? null
      : {
          cursor: 'crosshair',
          onPick(at) {
            const stop = postAt(posts?.features ?? [], at, zoom) ?? pointStop(at)
            onChange(replaceStop(stops, index, stop))
            setAsked(null)
          },
        },
  )
  return { index, pick: setAsked, zoom }
}

/** The name of each stop: the post's, the one it was chosen by, or that of the nearest settlement. */
export function useNames(way: Way | undefined) {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data: posts } = useQuery(borderPostsQuery)
  const chosen = useRef(new Map<StopText, string>())
  function nameOf(stop: StopText): string {
    const position = stopPosition(stop)
    if (!position) {
      const post = posts?.features.find(({ id }) => String(id) === stop)
      return post?.properties.name ?? way?.stops.find(({ postId }) => postId === stop)?.name ?? ''
    }
    const known = way?.stops.find(
      (one) => one.postId === null && pointStop(one.position) === pointStop(position),
    )
    return chosen.current.get(stop) ?? (known ? stopName(known, m, formats) : formats.position(position))
  }
  return {
    nameOf,
    remember: (stop: StopText, name: string) => {
      if (name && stopPosition(stop)) chosen.current.set(stop, name)
    },
  }
}

export function isWayAsked(stops: readonly StopText[]): boolean {
  return chosenStops(stops).length >= 2
}
