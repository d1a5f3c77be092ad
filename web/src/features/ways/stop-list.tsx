import {
  IconArrowDown,
  IconArrowsUpDown,
  IconArrowUp,
  IconMapPin,
  IconMapPinFilled,
  IconPlus,
  IconX,
} from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import { StopField } from './stop-field.tsx'
import styles from './stop-list.module.css'
import { MAX_STOPS, moveStop, removeStop, replaceStop, type StopText, stopLetter } from './stops.ts'

interface StopListProps {
  stops: readonly StopText[]
  nameOf(stop: StopText): string
  /** The stop that the next click on the map chooses. */
  picking: number | null
  onPick(index: number | null): void
  onChange(stops: StopText[]): void
  onNamed(stop: StopText, name: string): void
}

/** The stops in their order, each to be chosen, moved, taken away. */
export function StopList({ stops, nameOf, picking, onPick, onChange, onNamed }: StopListProps) {
  const m = useMessages(messages)
  const [dragged, setDragged] = useState<number | null>(null)
  return (
    <div>
      <ol className={styles.stops}>
        {stops.map((stop, index) => (
          <li
            key={index}
            className={dragged === index ? styles.dragged : undefined}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault()
            }}
            onDrop={() => {
              if (dragged !== null) onChange(moveStop(stops, dragged, index))
              setDragged(null)
            }}
          >
            <StopRow
              index={index}
              count={stops.length}
              name={stop ? nameOf(stop) : ''}
              isPicking={picking === index}
              onPick={() => onPick(picking === index ? null : index)}
              onChoose={(chosen, name) => {
                onNamed(chosen, name)
                onChange(replaceStop(stops, index, chosen))
              }}
              onMove={(to) => onChange(moveStop(stops, index, to))}
              onRemove={() => onChange(removeStop(stops, index))}
              onDrag={setDragged}
            />
          </li>
        ))}
      </ol>
      <div className={styles.actions}>
        {stops.length < MAX_STOPS ? (
          <Button
            variant="quiet"
            size="small"
            icon={<IconPlus size={16} />}
            onClick={() => onChange([...stops, ''])}
          >
            {m.addStop}
          </Button>
        ) : (
          <span className={styles.note}>{m.tooManyStops}</span>
        )}
        <Button
          variant="quiet"
          size="small"
          icon={<IconArrowsUpDown size={16} />}
          onClick={() => onChange([...stops].reverse())}
        >
          {m.reverse}
        </Button>
      </div>
    </div>
  )
}

interface StopRowProps {
  index: number
  count: number
  name: string
  isPicking: boolean
  onPick(): void
  onChoose(stop: StopText, name: string): void
  onMove(to: number): void
  onRemove(): void
  onDrag(index: number | null): void
}

function StopRow({
  index,
  count,
  name,
  isPicking,
  onPick,
  onChoose,
  onMove,
  onRemove,
  onDrag,
}: StopRowProps) {
  const m = useMessages(messages)
  const letter = stopLetter(index)
  const spoken = name || m.stop(letter)
  function startDrag(event: DragEvent) {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', letter)
    onDrag(index)
  }
  return (
    <div className={styles.row}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is a shortcut; the buttons do the same */}
      <span
        className={styles.letter}
        draggable
        title={m.drag(spoken)}
        onDragStart={startDrag}
        onDragEnd={() => onDrag(null)}
      >
        {letter}
      </span>
      <StopField label={m.stop(letter)} name={name} onChoose={onChoose} />
      {count > 2 && (
        <span className={styles.move}>
          <IconButton
            label={m.moveUp(spoken)}
            tip="above-end"
            icon={<IconArrowUp size={14} />}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          />
          <IconButton
            label={m.moveDown(spoken)}
            tip="below-end"
            icon={<IconArrowDown size={14} />}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          />
        </span>
      )}
      <IconButton
        label={isPicking ? m.stopPicking : m.pickOnMap}
        tip="below-end"
        aria-pressed={isPicking}
        icon={isPicking ? <IconMapPinFilled size={18} /> : <IconMapPin size={18} />}
        onClick={onPick}
      />
      <IconButton
        label={m.removeStop(spoken)}
        tip="below-end"
        icon={<IconX size={18} />}
        disabled={!name && count === 2}
        onClick={onRemove}
      />
    </div>
  )
}
