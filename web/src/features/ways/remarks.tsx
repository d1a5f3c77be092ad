import type { Way } from '@borne/api/contracts/ways'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import { sumLevels } from './sum-levels.ts'
import styles from './way-result.module.css'

/** Below this, the stop is at the road as far as the map can tell. */
const FAR_OFF_ROAD_METRES = 250

/** What must be known before one relies on the figures. */
export function Remarks({ way, names }: { way: Way; names: readonly string[] }) {
  const remarks = useRemarks(way, names)
  if (remarks.length === 0) return null
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}

/** The same for a file: bad stretches of the day, what is schematic or presumed, ferries, stops off the road. */
export function useRemarks(way: Way, names: readonly string[]): string[] {
  const m = useMessages(messages)
  const { distance, duration, list } = useFormats()
  const levels = sumLevels(way)
  const documented = way.byGrade?.documented.lengthMetres ?? 0
  const presumed = way.byGrade?.presumed.lengthMetres ?? 0
  const hasFerry = (way.bySurface?.ferry.lengthMetres ?? 0) > 0
  const unconfirmed = names.filter((_, index) => way.stops[index]?.isPositionUnconfirmed)
  return [
    ...(['four-wheel-drive', 'slow'] as const).map(
      (level) => levels[level] > 0 && m.onLevels[level](distance(levels[level])),
    ),
    documented > 0 && m.schematicDetail(distance(documented)),
    presumed > 0 && m.presumedDetail(distance(presumed)),
    hasFerry && m.ferryDetail(1),
    unconfirmed.length > 0 && m.unconfirmedDetail(list(unconfirmed)),
    ...way.stops.map((stop, index) => {
      const { connector, offRoadMetres } = stop
      const name = names[index] ?? ''
      if (!connector || (offRoadMetres ?? 0) < FAR_OFF_ROAD_METRES) return false
      if (connector.isTooLong) return m.connectorTooLong(name, distance(offRoadMetres))
      return m.connector(
        name,
        distance(offRoadMetres),
        distance(connector.lengthMetres),
        duration(connector.seconds),
      )
    }),
  ].filter((remark) => remark !== false)
}
