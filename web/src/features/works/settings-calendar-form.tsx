import type { WorkCalendar } from '@borne/api/contracts/works'
import { IconPlus } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './settings.module.css'
import {
  type CalendarDraft,
  calendarInputOf,
  checkCalendar,
  draftOfCalendar,
  slugOf,
} from './settings-draft.ts'
import { NameRows, SelectRow, SettingDialog, SettingRows, TextRow } from './settings-form.tsx'
import { settingsMessages } from './settings-messages.ts'
import { valueMessages } from './settings-value-messages.ts'
import { type SettingForm, useSettingForm } from './use-setting-form.ts'

interface CalendarDialogProps {
  calendar: WorkCalendar | null
  /** The names that calendars have in addresses. */
  taken: ReadonlySet<string>
  onClose(): void
}

export function CalendarDialog({ calendar, taken, onClose }: CalendarDialogProps) {
  const m = useMessages(valueMessages)
  const words = useMessages(settingsMessages)
  const { language } = useLanguage()
  const form = useSettingForm(draftOfCalendar(calendar, language), checkCalendar)
  const { draft, change, errorAt } = form
  const name = (language === 'fr' ? draft.nameFr : draft.nameEn).trim()
  return (
    <SettingDialog
      title={calendar ? words.editOf(language === 'fr' ? calendar.nameFr : calendar.nameEn) : m.addCalendar}
      isWide
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(name, () => ({
          method: 'PUT',
          path: `calendars/${calendar?.id ?? slugOf(draft.nameFr, taken)}`,
          body: { ...calendarInputOf(draft), version: calendar?.version ?? 0 },
        }))
      }
    >
      <NameRows draft={draft} errorAt={errorAt} change={change} />
      <fieldset className={styles.group}>
        <legend>{m.week}</legend>
        <p className={styles.muted}>{m.weekHint}</p>
        <div className={styles.week}>
          {m.days.map((label, index) => (
            <TextRow
              key={label}
              label={label}
              inputMode="decimal"
              longest={8}
              value={draft.week[index] ?? ''}
              error={errorAt(`weekShares.${index}`)}
              onChange={(share) =>
                change({ week: draft.week.map((old, at) => (at === index ? share : old)) })
              }
            />
          ))}
        </div>
      </fieldset>
      <ExceptionRows form={form} />
    </SettingDialog>
  )
}

function ExceptionRows({ form }: { form: SettingForm<CalendarDraft> }) {
  const m = useMessages(valueMessages)
  const {
    draft: { exceptions },
    change,
    errorAt,
  } = form
  const recurrences = [
    { value: 'once', label: m.once },
    { value: 'yearly', label: m.yearly },
  ] as const
  const add = () => {
    const fresh = { key: crypto.randomUUID(), label: '', isYearly: false, from: '', until: '', share: '0' }
    change({ exceptions: [...exceptions, fresh] })
  }
  return (
    <fieldset className={styles.group}>
      <legend>{m.exceptions}</legend>
      <p className={styles.muted}>{m.exceptionsHint}</p>
      <SettingRows
        label={m.exceptions}
        rows={exceptions}
        onChange={(rows) => change({ exceptions: rows })}
        nameOf={({ label }, index) => m.exception(label.trim(), index + 1)}
      >
        {(row, index, patch) => (
          <>
            <TextRow
              label={m.label}
              value={row.label}
              error={errorAt(`exceptions.${index}.label`)}
              onChange={(label) => patch({ label })}
            />
            <SelectRow
              label={m.recurs}
              options={recurrences}
              value={row.isYearly ? 'yearly' : 'once'}
              onChange={(value) => patch({ isYearly: value === 'yearly', from: '', until: '' })}
            />
            {(['from', 'until'] as const).map((end) => (
              <TextRow
                key={`${end} ${row.isYearly}`}
                label={m[end]}
                type={row.isYearly ? 'text' : 'date'}
                value={row[end]}
                error={errorAt(`exceptions.${index}.${end}`)}
                onChange={(day) => patch(end === 'from' ? { from: day } : { until: day })}
              />
            ))}
            <TextRow
              label={m.workedShare}
              inputMode="decimal"
              longest={8}
              value={row.share}
              error={errorAt(`exceptions.${index}.share`)}
              onChange={(share) => patch({ share })}
            />
          </>
        )}
      </SettingRows>
      <Button size="small" icon={<IconPlus aria-hidden="true" />} onClick={add}>
        {m.addException}
      </Button>
    </fieldset>
  )
}
