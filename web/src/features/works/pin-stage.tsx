import { IconMapPinFilled } from '@tabler/icons-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useMessages } from '../../ui/language.tsx'
import styles from './pin-stage.module.css'
import { punchMessages } from './punch-messages.ts'

/** Shares of the width and the height, from the top left. */
export interface Pin {
  readonly x: number
  readonly y: number
}

interface PinStageProps {
  /** Undefined while the picture is read. */
  address: string | undefined
  pin: Pin | null
  onPin(pin: Pin): void
}

const MIDDLE: Pin = { x: 0.5, y: 0.5 }
const STEP = 0.05
const STEPS: Readonly<Record<string, Pin>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

/** A photo or a plan; a touch puts the pin on the defect. By keyboard it begins in the middle, and the arrows move it. */
export function PinStage({ address, pin, onPin }: PinStageProps) {
  const m = useMessages(punchMessages)
  function put(event: MouseEvent<HTMLButtonElement>) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    // A key has no place.
    if (event.detail === 0) onPin(pin ?? MIDDLE)
    else onPin({ x: round((event.clientX - left) / width), y: round((event.clientY - top) / height) })
  }
  function move(event: KeyboardEvent) {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const from = pin ?? MIDDLE
    onPin({ x: round(from.x + step.x), y: round(from.y + step.y) })
  }
  return (
    <div>
      <p className={styles.hint}>{m.pinHint}</p>
      <button
        type="button"
        className={styles.stage}
        onClick={put}
        onKeyDown={move}
        aria-label={m.pinHint}
        title={m.pinAlone}
      >
        {address && <img src={address} alt="" />}
        {pin && (
          <IconMapPinFilled
            aria-hidden="true"
            className={styles.pin}
            style={{ left: `${pin.x * 100}%`, top: `${pin.y * 100}%` }}
          />
        )}
      </button>
    </div>
  )
}

function round(share: number): number {
  return Math.min(1, Math.max(0, Math.round(share * 1000) / 1000))
}
