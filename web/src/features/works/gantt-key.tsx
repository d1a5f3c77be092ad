import { useMessages } from '../../ui/language.tsx'
import styles from './gantt.module.css'
import { ganttMessages } from './gantt-messages.ts'
import { type GanttShade, groupShades } from './gantt-shades.ts'

/** What the shapes mean; the shades name themselves, here once more for narrow ones. */
export function GanttKey({ shades }: { shades: readonly GanttShade[] }) {
  const m = useMessages(ganttMessages)
  const { long, short, slowed } = groupShades(shades)
  return (
    <ul className={styles.key}>
      <li>
        <Sample>
          <rect x={1} y={5} width={24} height={6} rx={2} className={styles.baseline} />
        </Sample>
        {m.key.baseline}
      </li>
      <li>
        <Sample>
          <rect x={1} y={2} width={24} height={12} rx={2} className={styles.actual} />
        </Sample>
        {m.key.actual}
      </li>
      <li>
        <Sample>
          <rect x={1} y={2} width={24} height={12} rx={2} className={styles.forecast} />
        </Sample>
        {m.key.forecast}
      </li>
      <li>
        <Sample>
          <rect x={1} y={2} width={12} height={12} className={styles.actual} data-critical="" />
          <rect x={13} y={2} width={12} height={12} className={styles.forecast} data-critical="" />
        </Sample>
        {m.key.critical}
      </li>
      <li>
        <Sample>
          <path d="M6 8L13 1L20 8L13 15z" className={styles.forecast} />
        </Sample>
        {m.key.milestone}
      </li>
      {long.length > 0 && <ShadeKey fill="gantt-hatch" label={`${long.join(', ')} (${m.key.stopped})`} />}
      {short.length > 0 && <ShadeKey fill="gantt-hatch" label={m.key.holidays} hint={short.join(', ')} />}
      {slowed.length > 0 && <ShadeKey fill="gantt-dots" label={`${slowed.join(', ')} (${m.key.slowed})`} />}
    </ul>
  )
}

function ShadeKey({ fill, label, hint }: { fill: string; label: string; hint?: string }) {
  return (
    <li title={hint}>
      <Sample>
        <rect x={1} y={1} width={24} height={14} fill={`url(#${fill})`} className={styles.shadeBox} />
      </Sample>
      {label}
    </li>
  )
}

function Sample({ children }: { children: React.ReactNode }) {
  return (
    <svg width={26} height={16} aria-hidden="true">
      {children}
    </svg>
  )
}
