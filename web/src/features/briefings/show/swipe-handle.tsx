import { IconArrowsHorizontal } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react'
import styles from './swipe-handle.module.css'

interface SwipeHandleProps {
  label: string
  /** 0–100 from the left. */
  value: number
  onChange(value: number): void
  /** What is on the left and on the right. */
  sides: readonly [string, string]
}

const STEP = 2
const LARGE_STEP = 10

/** The limit between two pictures that lie on each other: drawn by mouse or finger, or moved by arrows. */
export function SwipeHandle({ label, value, onChange, sides }: SwipeHandleProps) {
  function follow(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect()
    onChange(clamp(((event.clientX - left) / width) * 100))
  }
  function press(event: KeyboardEvent) {
    const to = { ArrowLeft: value - STEP, ArrowRight: value + STEP, Home: 0, End: 100 }[event.key]
    const far = { ArrowDown: value - LARGE_STEP, ArrowUp: value + LARGE_STEP }[event.key]
    const next = to ?? far
    if (next === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(clamp(next))
  }
  return (
    <div className={styles.swipe} style={{ '--limit': `${value}%` } as CSSProperties} dir="ltr">
      {sides[0] && <p className={styles.side}>{sides[0]}</p>}
      {sides[1] && (
        <p className={styles.side} data-second>
          {sides[1]}
        </p>
      )}
      <div
        role="slider"
        tabIndex={0}
        className={styles.handle}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(value)}
        aria-valuetext={`${sides[0]} ${Math.round(value)} %, ${sides[1]} ${Math.round(100 - value)} %`}
        onKeyDown={press}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={follow}
      >
        <span className={styles.grip}>
          <IconArrowsHorizontal aria-hidden="true" />
        </span>
      </div>
    </div>
  )
}

function clamp(value: number): number {
  return Math.min(100, Math.max(0, value))
}
