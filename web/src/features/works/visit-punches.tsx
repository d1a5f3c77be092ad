import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { eventWords } from './event-words.ts'
import type { Visit } from './use-visit.ts'
import styles from './visit.module.css'
import { VisitCamera } from './visit-camera.tsx'
import { VisitChips } from './visit-chips.tsx'
import type { VisitPunch } from './visit-draft.ts'
import { visitMessages } from './visit-messages.ts'
import { VisitPin } from './visit-pin.tsx'

const SEVERITIES = ['minor', 'major', 'blocking'] as const
const DUE_DAYS = ['7', '14', '30'] as const

/** What is wrong on the site: what, how grave, until when, with a photo and a pin on it. */
export function VisitPunches({ visit }: { visit: Visit }) {
  const m = useMessages(visitMessages)
  const { draft, change } = visit
  const add = () =>
    change({
      punches: [
        ...draft.punches,
        { id: crypto.randomUUID(), label: '', severity: 'minor', dueInDays: 14, photoId: null, pin: null },
      ],
    })
  return (
    <section className={styles.part}>
      <h2>{m.punches}</h2>
      {draft.punches.map((punch) => (
        <PunchNote key={punch.id} punch={punch} visit={visit} />
      ))}
      <Button icon={<IconPlus aria-hidden="true" />} className={styles.wide ?? ''} onClick={add}>
        {m.addPunch}
      </Button>
    </section>
  )
}

function PunchNote({ punch, visit }: { punch: VisitPunch; visit: Visit }) {
  const m = useMessages(visitMessages)
  const words = useMessages(eventWords)
  const { draft, change } = visit
  const put = (patch: Partial<VisitPunch>, photos = draft.photos) =>
    change({
      photos,
      punches: draft.punches.map((one) => (one.id === punch.id ? { ...one, ...patch } : one)),
    })

  async function photograph(file: File) {
    const photo = await visit.addPhoto(file, null)
    put({ photoId: photo.id, pin: null }, [...draft.photos, photo])
  }

  return (
    <div className={styles.punch}>
      <VisitChips
        label={m.punchLabel}
        options={m.punchLabels.map((label) => ({ value: label, label }))}
        value={punch.label}
        onChange={(label) => put({ label })}
      />
      <Field label={m.punchOwn}>
        {(control) => (
          <input
            {...control}
            maxLength={500}
            dir="auto"
            value={punch.label}
            onChange={(event) => put({ label: event.target.value })}
          />
        )}
      </Field>
      <VisitChips
        label={m.severity}
        options={SEVERITIES.map((severity) => ({ value: severity, label: words.severities[severity] }))}
        value={punch.severity}
        onChange={(severity) => put({ severity })}
      />
      <VisitChips
        label={m.due}
        options={DUE_DAYS.map((days) => ({ value: days, label: m.dueDays(Number(days)) }))}
        value={String(punch.dueInDays) as (typeof DUE_DAYS)[number]}
        onChange={(days) => put({ dueInDays: Number(days) })}
      />
      {punch.photoId ? (
        <VisitPin photoId={punch.photoId} pin={punch.pin} onPin={(pin) => put({ pin })} />
      ) : (
        <VisitCamera label={m.punchPhoto} onTaken={photograph} />
      )}
      <IconButton
        label={m.removePunch(punch.label)}
        icon={<IconTrash />}
        tip="above"
        onClick={() => change({ punches: draft.punches.filter(({ id }) => id !== punch.id) })}
      />
    </div>
  )
}
