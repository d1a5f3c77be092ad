import type { Mission, MissionVisitInput } from '@borne/api/contracts/missions'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import styles from './day.module.css'
import { doneMessages } from './done-messages.ts'

interface VisitsPartProps {
  mission: Mission
  nameOf(placeId: string): string
}

interface Told {
  readonly visitedOn: string | null
  readonly findings: string
}

/** What was visited and found, beside the posts and works that it is about. */
export function VisitsPart({ mission, nameOf }: VisitsPartProps) {
  const m = useMessages(doneMessages)
  const formats = useFormats()
  const done = mission.events.findLast(({ kind }) => kind === 'done')
  if (done?.kind !== 'done') return null
  const told = new Map(done.payload.visits.map((visit) => [visit.visitId, visit]))
  const made = done.payload.visits.filter(({ visitedOn }) => visitedOn !== null).length
  const posts = new Set(mission.posts.map(({ id }) => id))
  return (
    <PanelSection title={m.visits}>
      <p className={styles.muted}>{m.made(formats.number(made), formats.number(mission.visits.length))}</p>
      <ul className={styles.list}>
        {mission.visits.map((visit) => (
          <VisitLine
            key={visit.id}
            visit={visit}
            name={nameOf(visit.placeId)}
            isPost={posts.has(visit.placeId)}
            told={told.get(visit.id)}
          />
        ))}
      </ul>
    </PanelSection>
  )
}

interface VisitLineProps {
  visit: MissionVisitInput
  name: string
  isPost: boolean
  told: Told | undefined
}

function VisitLine({ visit, name, isPost, told }: VisitLineProps) {
  const m = useMessages(doneMessages)
  const formats = useFormats()
  const visitedOn = told?.visitedOn ?? null
  return (
    <li>
      <p>
        <strong>{name}</strong> · {visitedOn === null ? m.notMade : formats.day(visitedOn)}
      </p>
      <p className={told?.findings ? styles.findings : styles.muted}>{told?.findings || m.noFindings}</p>
      <p className={styles.links}>
        {isPost && (
          <Link to="/posts/$postId" params={{ postId: visit.placeId }}>
            {m.openPost}
          </Link>
        )}
        {contractsOf(visit).map(({ id, reference }) => (
          <Link key={id} to="/works/$contractId" params={{ contractId: id }}>
            {m.openWorks(reference)}
          </Link>
        ))}
      </p>
    </li>
  )
}

/** The contracts that the visit was due for, each once. */
function contractsOf({ reasons }: MissionVisitInput): { id: string; reference: string }[] {
  const found = new Map<string, string>()
  for (const { values } of reasons)
    if (values.contractId !== undefined)
      found.set(String(values.contractId), String(values.reference ?? values.contractId))
  return [...found].map(([id, reference]) => ({ id, reference }))
}
