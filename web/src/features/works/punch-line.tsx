import type { WorksPhoto } from '@borne/api/contracts/works'
import type { PunchItem, PunchStep } from '@borne/geodata/works/state'
import { IconClipboardX } from '@tabler/icons-react'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './punch.module.css'
import { PunchAnswer } from './punch-answer.tsx'
import { punchMessages } from './punch-messages.ts'
import { PunchOrigin } from './punch-origin.tsx'
import { useEventPeople } from './use-event-people.ts'

export type PunchAction = Exclude<PunchStep['kind'], 'punch-item'>

/** What may follow each state. */
const NEXT: Record<PunchItem['state'], readonly PunchAction[]> = {
  open: ['punch-corrected'],
  corrected: ['punch-checked', 'punch-reopened'],
  checked: ['punch-lifted', 'punch-reopened'],
  lifted: ['punch-reopened'],
}

/** One réserve: what, how grave, until when, its photo, and the step that comes next. */
export function PunchLine({ item, view }: { item: PunchItem; view: ContractView }) {
  const m = useMessages(punchMessages)
  const words = useMessages(eventWords)
  const { day } = useFormats()
  const mayManage = usePermission('works.manage')
  const mayPropose = usePermission('works.propose')
  const [answer, setAnswer] = useState<PunchAction | null>(null)
  const isOverdue = item.state !== 'lifted' && item.dueOn !== null && item.dueOn < view.on
  const actions = view.isPast
    ? []
    : NEXT[item.state].filter((action) => mayManage || (mayPropose && action === 'punch-corrected'))
  return (
    <li className={styles.item} data-severity={item.severity} data-state={item.state}>
      <PunchPhoto item={item} view={view} />
      <div className={styles.body}>
        <strong>{item.label}</strong>
        <p className={styles.facts}>
          {item.nature === 'nonconformity' && (
            <span className={styles.nature}>
              <IconClipboardX aria-hidden="true" size={14} />
              {words.natures.nonconformity}
            </span>
          )}
          <span className={styles.severity}>{words.severities[item.severity]}</span>
          {item.owner && ` · ${m.owner(item.owner)}`}
        </p>
        {item.state !== 'lifted' && (
          <p className={styles.facts} data-overdue={isOverdue || undefined}>
            {item.dueOn === null ? m.noDue : isOverdue ? m.overdue(day(item.dueOn)) : m.due(day(item.dueOn))}
          </p>
        )}
        {item.note && <p className={styles.note}>{item.note}</p>}
        <PunchOrigin item={item} view={view} />
        <PunchHistory item={item} view={view} />
        {answer ? (
          <PunchAnswer item={item} action={answer} view={view} onDone={() => setAnswer(null)} />
        ) : (
          actions.length > 0 && (
            <div className={styles.actions}>
              {actions.map((action) => (
                <Button key={action} size="small" onClick={() => setAnswer(action)}>
                  {m.actions[action]}
                </Button>
              ))}
            </div>
          )
        )}
      </div>
    </li>
  )
}

/** The photo that shows it, with its place; else the first one that was joined. */
function PunchPhoto({ item, view }: { item: PunchItem; view: ContractView }) {
  const m = useMessages(punchMessages)
  const joined = view.events.find(({ id }) => id === item.eventId)?.photoIds ?? []
  const photo = view.photos.find(({ id }) => id === (item.pin?.photoId ?? joined[0]))
  if (!photo) return null
  return (
    <a href={photo.urls.large} target="_blank" rel="noreferrer" className={styles.photo}>
      <img src={photo.urls.thumbnail} alt={photoName(photo)} loading="lazy" />
      {item.pin && (
        <span
          className={styles.pin}
          style={{ left: `${item.pin.x * 100}%`, top: `${item.pin.y * 100}%` }}
          title={m.pin}
        />
      )}
    </a>
  )
}

export function photoName({ caption, viewpoint }: Pick<WorksPhoto, 'caption' | 'viewpoint'>): string {
  return caption || viewpoint || 'Photo'
}

function PunchHistory({ item, view }: { item: PunchItem; view: ContractView }) {
  const m = useMessages(punchMessages)
  const words = useMessages(eventWords)
  const { day } = useFormats()
  const personOf = useEventPeople(view)
  if (item.history.length < 2) return null
  return (
    <details className={styles.history}>
      <summary>{m.history}</summary>
      <ol>
        {item.history.map((step) => {
          const person = personOf(step.eventId)
          return (
            <li key={step.eventId}>
              {day(step.on)} · {words.kinds[step.kind]}
              {person && ` ${m.by(person)}`}
              {step.note && ` · ${step.note}`}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
