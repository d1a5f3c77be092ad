import type { Calendar } from '@borne/api/contracts/road-state'
import { IconPlus } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { SeasonBands } from '../../ui/season-bands.tsx'
import { useToast } from '../../ui/toast.tsx'
import {
  checkCalendar,
  draftOfCalendar,
  newPhase,
  type PhaseDraft,
  settingsOfCalendar,
} from './calendar-draft.ts'
import { FormHeading } from './form-heading.tsx'
import { PhaseFields } from './phase-fields.tsx'
import { SettingTexts } from './setting-texts.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'
import { refusalAt, showFirstFault, useDraft, useSaveSetting } from './use-setting-form.ts'

/** The phases of a calendar as rows of fields; the year above them shows what they make. */
export function CalendarForm({ calendar, onLeave }: { calendar: Calendar; onLeave(): void }) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const toast = useToast()
  const { regime } = calendar
  const { draft, setDraft, faults, isFaulty } = useDraft(draftOfCalendar(calendar), (one) =>
    checkCalendar(one, regime),
  )
  const { save } = useSaveSetting('/api/season-calendars', calendar)
  const errorAt = (path: string) => {
    const fault = faults[path]
    return fault ? m.fault[fault] : refusalAt(save.error, path)
  }
  const changeText = (path: string, text: string) =>
    setDraft((old) => ({ ...old, texts: { ...old.texts, [path]: text } }))
  const changePhases = (change: (phases: readonly PhaseDraft[]) => readonly PhaseDraft[]) =>
    setDraft((old) => ({ ...old, phases: change(old.phases) }))

  function submit(form: HTMLFormElement) {
    if (isFaulty()) return showFirstFault(form)
    save.mutate(settingsOfCalendar(draft, regime), {
      onError: () => showFirstFault(form),
      onSuccess: (saved) => {
        toast.show(m.saved(nameOf(saved)))
        onLeave()
      },
    })
  }

  return (
    <form
      noValidate
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <FormHeading>{nameOf(calendar)}</FormHeading>
      <SeasonBands
        calendars={[{ id: calendar.id, regime, phases: settingsOfCalendar(draft, regime).phases }]}
        year={thisDay().slice(0, 4)}
      />
      {draft.phases.map((phase, index) => (
        <PhaseFields
          key={phase.key}
          phase={phase}
          index={index}
          regime={regime}
          errorAt={errorAt}
          onChange={(patch) =>
            changePhases((phases) =>
              phases.map((one) => (one.key === phase.key ? { ...one, ...patch } : one)),
            )
          }
          onRemove={() => changePhases((phases) => phases.filter(({ key }) => key !== phase.key))}
        />
      ))}
      <Button
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        onClick={() => changePhases((phases) => [...phases, newPhase(draft, m.newPhase)])}
      >
        {m.addPhase}
      </Button>
      {regime === 'river' && (
        <Field label={`${m.reach} (${m.metres})`} hint={m.reachHint} error={errorAt('reachMetres')}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              value={draft.texts.reachMetres}
              onChange={(event) => changeText('reachMetres', event.target.value)}
            />
          )}
        </Field>
      )}
      <SettingTexts texts={draft.texts} errorAt={errorAt} onChange={changeText} />
      <FormProblem error={save.error} />
      <div className={styles.foot}>
        <Button onClick={onLeave}>{m.cancel}</Button>
        <Button type="submit" variant="primary" disabled={save.isPending}>
          {m.save}
        </Button>
      </div>
    </form>
  )
}
