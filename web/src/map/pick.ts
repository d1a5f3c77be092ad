import { useEffect, useRef, useState } from 'react'
import { asked, type MapMarker, type MapPick } from './asked.ts'

export { useMapTheme } from './theme.ts'

/**
 * While `pick` is given, a click (or Enter, at the centre of the map) is a point asked for, and nothing else. One that
 * can be finished takes Enter for that, and Space for the point.
 */
export function useMapPick(pick: MapPick | null): void {
  const [owner] = useState(() => Symbol('pick'))
  const latest = useLatest(pick)
  const isAsking = pick !== null
  const cursor = pick?.cursor
  const canFinish = pick?.onFinish !== undefined
  useEffect(() => {
    if (!isAsking) return
    asked.put(asked.picks, owner, {
      onPick: (at, around) => latest.current?.onPick(at, around),
      onMove: (at, around) => latest.current?.onMove?.(at, around),
      ...(canFinish ? { onFinish: () => latest.current?.onFinish?.() } : {}),
      cursor,
    })
    return () => asked.put(asked.picks, owner, null)
  }, [owner, latest, isAsking, canFinish, cursor])
}

/** A marker that the user drags, or moves with the arrow keys when it has the focus. */
export function useMapMarker(marker: MapMarker | null): void {
  const [owner] = useState(() => Symbol('marker'))
  const latest = useLatest(marker)
  const [lon, lat] = marker?.position ?? []
  const label = marker?.label
  const sign = marker?.sign
  const isAlarm = marker?.isAlarm
  const removes = marker?.removal?.label
  useEffect(() => {
    if (lon === undefined || lat === undefined) return
    asked.put(asked.markers, owner, {
      position: [lon, lat],
      onMove: (at) => latest.current?.onMove(at),
      onDrag: (at) => latest.current?.onDrag?.(at),
      label,
      sign,
      isAlarm,
      removal:
        removes === undefined ? undefined : { label: removes, run: () => latest.current?.removal?.run() },
    })
  }, [owner, latest, lon, lat, label, sign, isAlarm, removes])
  const isShown = marker !== null
  useEffect(() => {
    if (isShown) return () => asked.put(asked.markers, owner, null)
  }, [owner, isShown])
}

function useLatest<T>(value: T) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
