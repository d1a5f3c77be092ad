import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useFormats } from '../ui/formats.ts'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { scaleBar } from './scale.ts'
import styles from './scale-bar.module.css'

const SCALE_PIXELS = 110

/** North, and a length on the map. */
export function ScaleBar({ map, when = 'move' }: { map: MapLibreMap; when?: 'move' | 'moveend' }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const { lat, zoom } = useView(map, when)
  const { metres, pixels } = scaleBar(lat, zoom, SCALE_PIXELS)
  const length = metres < 1000 ? `${formats.number(metres)} m` : `${formats.number(metres / 1000)} km`
  return (
    <div className={styles.scale} data-scale="" role="img" aria-label={`${m.scale(length)}. ${m.north}`}>
      <svg viewBox="0 0 14 20" width="14" height="20" aria-hidden="true" className={styles.north}>
        <path d="M7 1 11 12 7 10 3 12Z" />
        <text x="7" y="19.5" textAnchor="middle">
          N
        </text>
      </svg>
      <span className={styles.bar} style={{ inlineSize: pixels }}>
        {length}
      </span>
    </div>
  )
}

/** @param when `moveend`: while the map flies, nothing is told. */
export function useView(
  map: MapLibreMap,
  when: 'move' | 'moveend' = 'move',
): { lon: number; lat: number; zoom: number } {
  const [view, setView] = useState(() => viewOf(map))
  useEffect(() => {
    const onMove = () => setView(viewOf(map))
    onMove()
    map.on(when, onMove)
    return () => {
      map.off(when, onMove)
    }
  }, [map, when])
  return view
}

function viewOf(map: MapLibreMap) {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom() }
}
