import type { NetworkFigures, RoadNetworkVersion } from '@borne/api/contracts/networks'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Position } from '@borne/geodata/geometry/position'
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { LineKey } from '../../ui/line-key.tsx'
import {
  NETWORK_CHANGE_COLOURS,
  NETWORK_CHANGE_DASHES,
  NETWORK_CHANGES,
  type NetworkChange,
} from '../../ui/network-change-scale.ts'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { ErrorState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useTheme } from '../../ui/theme.ts'
import { changeLayers } from './change-layers.ts'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'
import { networkChangesQuery } from './networks-query.ts'

/** Shorter changes of a class are rounding. */
const LEAST_METRES = 50
const METRES_OF = {
  added: 'addedMetres',
  removed: 'removedMetres',
  reclassed: 'reclassedMetres',
} as const satisfies Record<NetworkChange, keyof NetworkFigures>

interface NetworkComparisonProps {
  version: RoadNetworkVersion
  all: readonly RoadNetworkVersion[]
}

/** What a version changes against the one that it was held against: overall, by class, and on the map. */
export function NetworkComparison({ version, all }: NetworkComparisonProps) {
  const m = useMessages(networkMessages)
  const { figures, comparedWith } = version
  if (!figures || comparedWith === null) return null
  const other = all.find(({ id }) => id === comparedWith)?.label ?? m.otherVersion(comparedWith)
  return (
    <section className={styles.comparison} aria-labelledby={`comparison-${version.id}`}>
      <h3 id={`comparison-${version.id}`}>{m.comparison(other)}</h3>
      <TotalsTable figures={figures} />
      <ClassTable figures={figures} />
      <ChangesOnMap networkId={version.id} comparedWith={comparedWith} />
    </section>
  )
}

/** The kilometres of each change beside the line that the map draws: figures and legend in one. */
function TotalsTable({ figures }: { figures: NetworkFigures }) {
  const m = useMessages(networkMessages)
  const { theme } = useTheme()
  const { distance } = useFormats()
  return (
    <DataTable caption={m.change}>
      <thead>
        <tr>
          <th scope="col">{m.change}</th>
          <th scope="col" className="number">
            {m.length}
          </th>
        </tr>
      </thead>
      <tbody>
        {NETWORK_CHANGES.map((change) => (
          <tr key={change}>
            <th scope="row" className={styles.key}>
              <LineKey
                colour={NETWORK_CHANGE_COLOURS[theme][change]}
                dashes={NETWORK_CHANGE_DASHES[change]}
              />
              {m.changes[change]}
            </th>
            <td className={`number ${styles.figure}`}>{distance(figures[METRES_OF[change]])}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function ClassTable({ figures }: { figures: NetworkFigures }) {
  const m = useMessages(networkMessages)
  const words = useMessages(roadClassWords)
  const { distance } = useFormats()
  const changed = figures.byClass.filter((one) =>
    NETWORK_CHANGES.some((change) => one[METRES_OF[change]] >= LEAST_METRES),
  )
  if (changed.length === 0) return null
  return (
    <DataTable caption={m.roadClass}>
      <thead>
        <tr>
          <th scope="col">{m.roadClass}</th>
          {NETWORK_CHANGES.map((change) => (
            <th key={change} scope="col" className="number">
              {m.changes[change]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changed.map((one) => (
          <tr key={one.highway}>
            <td>{words.highways[one.highway]}</td>
            {NETWORK_CHANGES.map((change) => (
              <td key={change} className="number">
                {distance(one[METRES_OF[change]])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function ChangesOnMap({ networkId, comparedWith }: { networkId: number; comparedWith: number }) {
  const m = useMessages(networkMessages)
  const { number } = useFormats()
  const camera = useMapCamera()
  const isShown = useRef(false)
  const { data, error, refetch } = useQuery(networkChangesQuery(networkId, comparedWith))
  useMapLayers(
    'network',
    useMemo(() => (data ? changeLayers(data) : []), [data]),
  )
  useEffect(() => {
    const { features } = (data ?? { features: [] }) as FeatureCollection
    const positions = features.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? (geometry.coordinates as Position[]) : [],
    )
    if (isShown.current || positions.length === 0) return
    isShown.current = true
    camera.show({ bbox: bboxOf(positions) })
  }, [camera, data])
  if (error) return <ErrorState problem={error} what={m.changesFailed} onRetry={() => void refetch()} />
  if (!data) return null
  return <p className={styles.muted}>{m.onMap(number(data.features.length), data.features.length)}</p>
}
