import type { Way } from '@borne/api/contracts/ways'
import { useQuery } from '@tanstack/react-query'
import { useMapMarker } from '../../map/pick.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import { postAt } from './post-at.ts'
import { pointStop, type StopPosition, type StopText, stopLetter, stopPosition } from './stops.ts'

/** A stop under the hand. */
export interface DraggedStop {
  readonly index: number
  readonly stop: StopText
}

interface StopMarkersProps {
  /** As the address holds them. */
  stops: readonly StopText[]
  /** Tells where posts are that the register does not list. */
  way: Way | undefined
  zoom: number
  nameOf(stop: StopText): string
  onDrag(dragged: DraggedStop): void
  onDrop(dropped: DraggedStop): void
}

/** The chosen stops on the map, with their letters, to be dragged elsewhere; one let go on a post becomes that post. */
export function StopMarkers({ stops, way, zoom, nameOf, onDrag, onDrop }: StopMarkersProps) {
  const { data: posts } = useQuery(borderPostsQuery)
  function positionOf(stop: StopText): StopPosition | null {
    const post = posts?.features.find(({ id }) => String(id) === stop)
    if (post?.geometry?.type === 'Point') return post.geometry.coordinates as StopPosition
    return stopPosition(stop) ?? way?.stops.find(({ postId }) => postId === stop)?.position ?? null
  }
  /** The post that it was is not meant: it was moved away from there. */
  function stopAt(at: StopPosition, before: StopText): StopText {
    const post = postAt(posts?.features ?? [], at, zoom)
    return post !== null && post !== before ? post : pointStop(at)
  }
  return stops.map((stop, index) => {
    const position = positionOf(stop)
    if (!position) return null
    return (
      <StopMarker
        key={index}
        position={position}
        letter={stopLetter(index)}
        name={nameOf(stop)}
        onDrag={(at) => onDrag({ index, stop: pointStop(at) })}
        onDrop={(at) => onDrop({ index, stop: stopAt(at, stop) })}
      />
    )
  })
}

interface StopMarkerProps {
  position: StopPosition
  letter: string
  name: string
  onDrag(at: StopPosition): void
  onDrop(at: StopPosition): void
}

function StopMarker({ position, letter, name, onDrag, onDrop }: StopMarkerProps) {
  const m = useMessages(messages)
  useMapMarker({ position, sign: letter, label: m.dragOnMap(letter, name), onDrag, onMove: onDrop })
  return null
}
