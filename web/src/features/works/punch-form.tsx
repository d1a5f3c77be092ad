import type { PunchItem } from '@borne/geodata/works/state'
import { useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './form.module.css'
import { ChoiceField, DayField, FormFrame, NoteField, TextField, useCloseForm } from './form-frame.tsx'
import { formMessages } from './form-messages.ts'
import { PhotoChoice } from './photo-choice.tsx'
import { PunchPins } from './punch-pins.tsx'
import { useRecordEvent } from './use-record-event.ts'

const SEVERITIES = ['minor', 'major', 'blocking'] as const
const NATURES = ['reserve', 'nonconformity'] as const

/** A defect that was found: what, how grave, who mends it, until when, and its photos. */
export function PunchForm({ view }: { view: ContractView }) {
  const m = useMessages(formMessages)
  const words = useMessages(eventWords)
  const { forms } = useMessages(contractMessages)
  const close = useCloseForm()
  const [nature, setNature] = useState<(typeof NATURES)[number]>('reserve')
  const [severity, setSeverity] = useState<(typeof SEVERITIES)[number]>('minor')
  const [texts, setTexts] = useState({
    label: '',
    owner: view.contract.contractor?.name ?? '',
    dueOn: '',
    note: '',
  })
  const [day, setDay] = useState(view.today)
  const [photoIds, setPhotoIds] = useState<readonly string[]>([])
  const [pin, setPin] = useState<PunchItem['pin']>(null)
  const [isTried, setIsTried] = useState(false)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const set = (part: keyof typeof texts) => (value: string) => setTexts({ ...texts, [part]: value })

  async function submit() {
    setIsTried(true)
    const label = texts.label.trim()
    if (!label) return
    const payload = {
      nature,
      label,
      severity,
      owner: texts.owner.trim(),
      dueOn: texts.dueOn || null,
      pin,
      note: texts.note.trim(),
    }
    if (await record({ kind: 'punch-item', happenedOn: day, payload, photoIds: [...photoIds] }, true)) close()
  }

  return (
    <FormFrame
      title={forms.punch}
      refusals={refusals}
      error={error}
      isPending={isPending}
      onSubmit={() => void submit()}
    >
      <TextField
        label={m.label}
        value={texts.label}
        error={isTried && !texts.label.trim() ? m.missing : undefined}
        onChange={set('label')}
      />
      <div className={styles.pair}>
        <ChoiceField
          label={m.nature}
          options={NATURES.map((value) => ({ value, label: words.natures[value] }))}
          value={nature}
          onChange={setNature}
        />
        <ChoiceField
          label={m.severity}
          options={SEVERITIES.map((value) => ({ value, label: words.severities[value] }))}
          value={severity}
          onChange={setSeverity}
        />
        <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
        <DayField label={m.dueOn} value={texts.dueOn} onChange={set('dueOn')} />
      </div>
      <TextField label={m.owner} hint={m.ownerHint} value={texts.owner} onChange={set('owner')} />
      <PhotoChoice
        view={view}
        chosen={photoIds}
        onChange={(chosen) => {
          setPhotoIds(chosen)
          if (pin && !chosen.includes(pin.photoId)) setPin(null)
        }}
      />
      <PunchPins photos={view.photos} chosen={photoIds} pin={pin} onPin={setPin} />
      <NoteField value={texts.note} onChange={set('note')} />
    </FormFrame>
  )
}
