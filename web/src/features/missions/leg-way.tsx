import { MOST_LEG_POINTS } from '@borne/geodata/itinerary/force-way'
import type { PassedPoint, ViaPoint } from '@borne/geodata/itinerary/mission-types'
import { IconCurrentLocation, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { asPoint } from './leg-ways.ts'
import { PlaceByName } from './place-by-name.tsx'
import styles from './way.module.css'
import { wayMessages } from './way-messages.ts'

interface LegWayProps {
  via: readonly PassedPoint[]
  /** To be chosen by name. */
  places: readonly ViaPoint[]
  isPicking: boolean
  onPick(isPicking: boolean): void
  /** A place to pass by as well. */
  onAdd(point: ViaPoint): void
  onChange(via: readonly ViaPoint[]): void
}

/** What the way of a leg is forced over: by hand on the map, or by a place’s name. */
export function LegWay({ via, places, isPicking, onPick, onAdd, onChange }: LegWayProps) {
  const m = useMessages(wayMessages)
  const formats = useFormats()
  return (
    <section className={styles.way} aria-label={m.title}>
      {via.length === 0 && <p className={styles.none}>{m.none}</p>}
      <ul className={styles.points}>
        {via.map(({ position, name, passes }, index) => {
          const text = name ?? formats.position([position[0], position[1]])
          return (
            <li key={`${index} ${text}`}>
              <span>
                {text}
                {passes === null && <span className={styles.unreached}> · {m.unreached}</span>}
              </span>
              <IconButton
                label={m.remove(text)}
                tip="before"
                icon={<IconX />}
                onClick={() => onChange(via.filter((_, at) => at !== index).map(asPoint))}
              />
            </li>
          )
        })}
      </ul>
      {via.length >= MOST_LEG_POINTS ? (
        <p className={styles.none}>{m.full(MOST_LEG_POINTS)}</p>
      ) : (
        <>
          <Button
            size="small"
            icon={<IconCurrentLocation aria-hidden="true" />}
            aria-pressed={isPicking}
            onClick={() => onPick(!isPicking)}
          >
            {isPicking ? m.stop : m.here}
          </Button>
          {isPicking && (
            <p className={styles.none} role="status">
              {m.hereHint}
            </p>
          )}
          <PlaceByName label={m.byName} nowhere={m.nowhere} places={places} onChoose={onAdd} />
        </>
      )}
    </section>
  )
}
