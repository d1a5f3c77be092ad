import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { useFormats } from '../ui/formats.ts'
import { useMessages } from '../ui/language.tsx'
import styles from './map-readout.module.css'
import { messages } from './messages.ts'
import { ScaleBar, useView } from './scale-bar.tsx'

/** North, scale, and where the pointer is (the centre of the map when there is no pointer). */
export function MapReadout({ map }: { map: MapLibreMap }) {
  return (
    <div className={styles.readout} dir="ltr">
      <ScaleBar map={map} />
      <PointerPosition map={map} />
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
