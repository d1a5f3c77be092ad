import { useRef } from 'react'
import { Button } from '../../../ui/button.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { SettingControl } from './setting-controls.tsx'
import type { SettingKind, SettingRow } from './setting-kind.ts'
import { settingMessages } from './setting-messages.ts'
import styles from './settings.module.css'
import { useSettingForm } from './use-setting-form.ts'

interface SettingFormProps {
  kind: SettingKind
  /** Null: a new one. */
  row: SettingRow | null
  onClose(): void
}

/** One setting, filled in beside the map that its place or area is drawn on. */
export function SettingForm({ kind, row, onClose }: SettingFormProps) {
  const m = useMessages(settingMessages)
  const element = useRef<HTMLFormElement>(null)
  const form = useSettingForm(kind, row)

  async function submit() {
    if (await form.save()) onClose()
    else
      requestAnimationFrame(() =>
        element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      )
  }

  return (
    <PanelSection title={row ? m.editOf(kind.nameOf(row)) : kind.add}>
      <form
        ref={element}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {form.fields.map((field) => (
          <SettingControl
            key={field.at}
            field={field}
            value={form.draft[field.at]!}
            error={form.errorAt(field.at)}
            onChange={(value) => form.change(field.at, value)}
          />
        ))}
        <FormProblem error={form.error} />
        {form.isStale && <p className={styles.muted}>{m.changedMeanwhile}</p>}
        <div className={styles.buttons}>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button type="submit" variant="primary" disabled={form.isPending}>
            {m.save}
          </Button>
        </div>
      </form>
    </PanelSection>
  )
}
