import type {
  DonorVisibility,
  SeenState,
  VisibilityCheck,
  VisibilityItem,
  VisibilityMark,
} from '@borne/api/contracts/visibility'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { answerTo } from '../../platform/api.ts'
import { thisDay } from '../../ui/days.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CheckHistory } from './check-history.tsx'
import { CheckPhoto } from './check-photo.tsx'
import { visibilityMessages } from './messages.ts'
import { PlaqueMark } from './plaque-mark.tsx'
import styles from './visibility.module.css'
import { VISIBILITY_KEY } from './visibility-queries.ts'

const MARKS = ['plaque', 'sign', 'sticker'] as const satisfies readonly VisibilityMark[]
const STATES = ['seen', 'missing', 'damaged', 'wrong'] as const satisfies readonly SeenState[]

interface CheckDialogProps {
  item: VisibilityItem
  donor: DonorVisibility | undefined
  onClose(): void
}

/** What was seen at a post for a donor: one tap on the state records it, with the photo where one was taken. */
export function CheckDialog({ item, donor, onClose }: CheckDialogProps) {
  const m = useMessages(visibilityMessages)
  const [what, setWhat] = useState<VisibilityMark>(item.due ?? 'plaque')
  const [seenOn, setSeenOn] = useState(thisDay)
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<File>()
  const { record, error, isPending } = useRecordCheck(item, onClose)
  return (
    <Dialog isOpen title={`${item.postName} · ${donor?.code ?? ''}`} onClose={onClose}>
      <div className={styles.form}>
        <Segmented<VisibilityMark>
          label={m.what}
          options={MARKS.map((value) => ({ value, label: m.marks[value] }))}
          value={what}
          onChange={setWhat}
        />
        <CheckPhoto photo={photo} onChange={setPhoto} />
        <fieldset className={styles.choices}>
          <legend>{isPending ? m.recording : m.choose}</legend>
          {STATES.map((state) => (
            <button
              key={state}
              type="button"
              className={styles.choice}
              disabled={isPending || seenOn === ''}
              onClick={() => record({ what, state, seenOn, note: note.trim() }, photo)}
            >
              <PlaqueMark state={state} size={28} />
              {m.states[state]}
            </button>
          ))}
        </fieldset>
        <FormProblem error={error} />
        <MoreFields seenOn={seenOn} note={note} onSeenOn={setSeenOn} onNote={setNote} />
        <CheckHistory pair={item} />
      </div>
    </Dialog>
  )
}

interface MoreFieldsProps {
  seenOn: string
  note: string
  onSeenOn(day: string): void
  onNote(note: string): void
}

function MoreFields({ seenOn, note, onSeenOn, onNote }: MoreFieldsProps) {
  const m = useMessages(visibilityMessages)
  return (
    <details>
      <summary>{m.more}</summary>
      <div className={styles.form}>
        <Field label={m.day}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              max={thisDay()}
              value={seenOn}
              onChange={(event) => onSeenOn(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.note}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={1000}
              placeholder={m.notePlaceholder}
              value={note}
              onChange={(event) => onNote(event.target.value)}
            />
          )}
        </Field>
      </div>
    </details>
  )
}

type Told = Pick<VisibilityCheck, 'what' | 'state' | 'seenOn' | 'note'>

function useRecordCheck({ postId, donorId, postName }: VisibilityItem, onDone: () => void) {
  const m = useMessages(visibilityMessages)
  const client = useQueryClient()
  const toast = useToast()
  // The same until it is kept: what is sent again is kept once.
  const [checkId] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: async ({ told, photo }: { told: Told; photo: File | undefined }) => {
      const body = new FormData()
      for (const [name, value] of Object.entries({ postId, donorId, ...told })) body.append(name, value)
      if (photo) body.append('file', photo, photo.name)
      await answerTo(`/api/visibility/checks/${checkId}`, { method: 'PUT', body })
    },
    onSuccess: async (_, { told }) => {
      toast.show(m.recorded(m.states[told.state].toLowerCase(), postName))
      onDone()
      await client.invalidateQueries({ queryKey: [VISIBILITY_KEY] })
    },
  })
  return { record: (told: Told, photo: File | undefined) => mutate({ told, photo }), error, isPending }
}
