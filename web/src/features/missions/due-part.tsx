import type { MissionInput } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { DueList } from './due-list.tsx'
import { dueMessages } from './due-messages.ts'
import { DueOnMap } from './due-on-map.tsx'
import { dueText } from './due-words.ts'
import { addVisit, removeVisit, visitOfDue } from './mission-draft.ts'
import { dueQuery } from './missions-queries.ts'

interface DuePartProps {
  input: MissionInput
  /** Due on this day. */
  on: string
  onChange(change: (input: MissionInput) => MissionInput): void
}

/** The due list beside the map: what is ticked in either is a visit of the mission. */
export function DuePart({ input, on, onChange }: DuePartProps) {
  const m = useMessages(demandMessages)
  const d = useMessages(dueMessages)
  const formats = useFormats()
  const [hoveredId, setHoveredId] = useState<string | null>(null)
  const { data, error, refetch } = useQuery(dueQuery(on))
  const items = data?.items ?? NOTHING
  const chosen = new Set(input.visits.map(({ placeId }) => placeId))
  const chosenDue = items.filter(({ postId }) => chosen.has(postId)).length
  const toggle = (due: (typeof items)[number], isChosen: boolean) =>
    onChange((old) => {
      const visit = old.visits.find(({ placeId }) => placeId === due.postId)
      if (!isChosen) return visit ? removeVisit(old, visit.id) : old
      const purpose = due.reasons.map((reason) => dueText(reason, d, formats)).join(' ; ')
      return addVisit(old, visitOfDue(due, old.from, old.until, purpose.slice(0, 1000)))
    })
  return (
    <section aria-label={m.due}>
      {error && !data && <ErrorState problem={error} what={m.dueFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && items.length === 0 && <EmptyState title={m.dueEmptyTitle}>{m.dueEmptyText}</EmptyState>}
      {items.length > 0 && (
        <>
          <p className={styles.dueHead}>{m.dueOf(formats.number(chosenDue), formats.number(items.length))}</p>
          <DueList items={items} chosen={chosen} onToggle={toggle} onHover={setHoveredId} />
          <DueOnMap items={items} chosen={chosen} hoveredId={hoveredId} onToggle={toggle} />
        </>
      )}
    </section>
  )
}

const NOTHING: [] = []
