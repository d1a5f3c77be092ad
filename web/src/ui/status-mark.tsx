import { defineMessages, useMessages } from './language.tsx'
import styles from './status-mark.module.css'

export type MarkStatus = 'planned' | 'under-works' | 'operational' | 'suspended' | 'closed'

/** In the order in which they are listed and drawn everywhere. */
export const MARK_STATUSES: readonly MarkStatus[] = [
  'operational',
  'under-works',
  'planned',
  'suspended',
  'closed',
]

/** The words for the physical status of a post, the same on every screen. */
export const statusMessages = defineMessages<Record<MarkStatus, string>>({
  fr: {
    planned: 'Prévu',
    'under-works': 'En travaux',
    operational: 'Opérationnel',
    suspended: 'Suspendu',
    closed: 'Fermé',
  },
  en: {
    planned: 'Planned',
    'under-works': 'Under works',
    operational: 'Operational',
    suspended: 'Suspended',
    closed: 'Closed',
  },
})

interface StatusMarkProps {
  status: MarkStatus
  /** 0–100, drawn as an arc while under works. */
  progressPercent?: number | null
  size?: number
  /** Says the status in the mark itself; leave out when the word stands beside it. */
  isLabelled?: boolean
}

/** Status by shape and by colour (Okabe–Ito). */
export function StatusMark({ status, progressPercent, size = 16, isLabelled = false }: StatusMarkProps) {
  const words = useMessages(statusMessages)
  return (
    <>
      <svg
        viewBox="0 0 20 20"
        width={size}
        height={size}
        className={`${styles.mark} ${styles[status]}`}
        aria-hidden="true"
      >
        <Shape status={status} progressPercent={progressPercent ?? null} />
      </svg>
      {isLabelled && <span className="visually-hidden">{words[status]}</span>}
    </>
  )
}

const RADIUS = 7.5
const AROUND = 2 * Math.PI * RADIUS

function Shape({ status, progressPercent }: { status: MarkStatus; progressPercent: number | null }) {
  switch (status) {
    case 'planned':
      return <circle cx="10" cy="10" r="7" fill="none" strokeWidth="2.5" />
    case 'operational':
      return <circle cx="10" cy="10" r="8" className={styles.filled} />
    case 'suspended':
      return <path d="M10 2 18.7 17.5H1.3Z" className={styles.filled} strokeLinejoin="round" />
    case 'closed':
      return <path d="m4 4 12 12M16 4 4 16" strokeWidth="3.5" strokeLinecap="round" />
    case 'under-works':
      return <WorksShape progressPercent={progressPercent} />
  }
}

/** A ring, half filled; where the progress is known, the ring is drawn so far as the works are. */
function WorksShape({ progressPercent }: { progressPercent: number | null }) {
  const done = AROUND * (Math.min(100, Math.max(0, progressPercent ?? 100)) / 100)
  return (
    <>
      <circle cx="10" cy="10" r={RADIUS} fill="none" strokeWidth="3" className={styles.track} />
      <circle
        cx="10"
        cy="10"
        r={RADIUS}
        fill="none"
        strokeWidth="3"
        strokeDasharray={`${done} ${AROUND}`}
        transform="rotate(-90 10 10)"
      />
      <path d="M10 5.5a4.5 4.5 0 0 0 0 9Z" className={styles.filled} />
    </>
  )
}

/** The mark and its word. */
export function StatusLabel({
  status,
  progressPercent,
}: Pick<StatusMarkProps, 'status' | 'progressPercent'>) {
  const words = useMessages(statusMessages)
  return (
    <span className={styles.label}>
      <StatusMark status={status} progressPercent={progressPercent ?? null} />
      {words[status]}
    </span>
  )
}
