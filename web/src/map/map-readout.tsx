import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useFormats } from '../ui/formats.ts'
import { useMessages } from '../ui/language.tsx'
import styles from './map-readout.module.css'
import { messages } from './messages.ts'
import { scaleBar } from './scale.ts'

const SCALE_PIXELS = 110

/** North, scale, and where the pointer is (the centre of the map when there is no pointer). */
export function MapReadout({ map }: { map: MapLibreMap }) {
  return (
    <div className={styles.readout} dir="ltr">
      <ScaleBar map={map} />
      <PointerPosition map={map} />
    </div>
  )
}

function ScaleBar({ map }: { map: MapLibreMap }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const { lat, zoom } = useView(map)
  const { metres, pixels } = scaleBar(lat, zoom, SCALE_PIXELS)
  const length = metres < 1000 ? `${formats.number(metres)} m` : `${formats.number(metres / 1000)} km`
  return (
    <div className={styles.scale} role="img" aria-label={`${m.scale(length)}. ${m.north}`}>
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

function PointerPosition({ map }: { map: MapLibreMap }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const view = useView(map)
  const [pointer, setPointer] = useState<[number, number]>()
  useEffect(() => {
    const onMove = ({ lngLat }: { lngLat: { lng: number; lat: number } }) =>
      setPointer([lngLat.lng, lngLat.lat])
    const onLeave = () => setPointer(undefined)
    map.on('mousemove', onMove)
    map.on('mouseout', onLeave)
    return () => {
      map.off('mousemove', onMove)
      map.off('mouseout', onLeave)
    }
  }, [map])
  const at = pointer ?? [view.lon, view.lat]
  return (
    <p className={styles.position} title={m.position}>
      <span>{formats.position(at as [number, number])}</span>
      <span className={styles.utm}>{formats.utm(at as [number, number])}</span>
    </p>
  )
}

function useView(map: MapLibreMap): { lon: number; lat: number; zoom: number } {
  const [view, setView] = useState(() => viewOf(map))
  useEffect(() => {
    const onMove = () => setView(viewOf(map))
    onMove()
    map.on('move', onMove)
    return () => {
      map.off('move', onMove)
    }
  }, [map])
  return view
}

function viewOf(map: MapLibreMap) {
  const { lng, lat } = map.getCenter()
  return { lon: lng, lat, zoom: map.getZoom() }
}
