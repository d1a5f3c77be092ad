import { useId } from 'react'
import { useFormats } from '../../ui/formats.ts'
import styles from './controls.module.css'

/** The times that the slider stops at: finer where an hour matters. */
const MINUTE_STEPS = [5, 10, 15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360] as const

interface MinutesSliderProps {
  label: string
  minutes: number
  onChange(minutes: number): void
}

export function MinutesSlider({ label, minutes, onChange }: MinutesSliderProps) {
  const id = useId()
  const { duration } = useFormats()
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{duration(minutes * 60)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={MINUTE_STEPS.length - 1}
        step={1}
        value={nearestStep(minutes)}
        aria-valuetext={duration(minutes * 60)}
        onChange={(event) => onChange(MINUTE_STEPS[Number(event.target.value)]!)}
      />
    </div>
  )
}

/** Index of the step nearest to a time; an address may hold any. */
function nearestStep(minutes: number): number {
  const distances = MINUTE_STEPS.map((step) => Math.abs(step - minutes))
  return distances.indexOf(Math.min(...distances))
}
