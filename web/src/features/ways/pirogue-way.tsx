import type { Vehicle } from '@borne/api/contracts/road-state'
import type { Way } from '@borne/api/contracts/ways'
import { IconSailboat } from '@tabler/icons-react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { messages } from './messages.ts'
import styles from './pirogue-way.module.css'
import { type Extent, extentOf } from './way-extent.ts'

/** Nearer than this to a settlement, one is there. */
const IN_PLACE_METRES = 500

interface PirogueWayProps {
  way: Way
  vehicles: readonly Vehicle[]
  /** Whether a neighbouring country may be passed. */
  mayCross: boolean
  onShow(extent: Extent): void
}

/** By road to the landing, across by pirogue, and on from there. */
export function PirogueWay({ way: { byPirogue, stops }, vehicles, mayCross, onShow }: PirogueWayProps) {
  const m = useMessages(messages).pirogue
  const nameOf = useOwnName()
  const { distance, duration, litres } = useFormats()
  if (stops.length > 2) return <p className={styles.none}>{m.twoStops}</p>
  if (!byPirogue) return <p className={styles.none}>{mayCross ? m.none : m.noneAtHome}</p>
  const vehicleName = (id: string) => {
    const vehicle = vehicles.find((one) => one.id === id)
    return vehicle ? nameOf(vehicle) : id
  }
  return (
    <PanelSection title={m.title}>
      <p className={styles.whole}>
        <IconSailboat size={18} aria-hidden="true" />
        <strong>
          {duration(byPirogue.seconds)} · {distance(byPirogue.lengthMetres)}
        </strong>
        <span>{m.wait(duration(byPirogue.waitSeconds))}</span>
      </p>
      <ol className={styles.stages}>
        {byPirogue.stages.map((stage, index) => (
          <li key={index}>
            <button type="button" onClick={() => onShow(extentOf([stage.position]))}>
              <strong>{vehicleName(stage.vehicle)}</strong> {duration(stage.seconds)} ·{' '}
              {distance(stage.lengthMetres)}
              {stage.litres !== null && ` · ${litres(stage.litres)}`}
              {stage.near && (
                <span className={styles.near}>
                  {stage.near.distanceMetres < IN_PLACE_METRES
                    ? m.fromPlace(stage.near.name)
                    : m.from(stage.near.name, distance(Math.round(stage.near.distanceMetres / 100) * 100))}
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </PanelSection>
  )
}
