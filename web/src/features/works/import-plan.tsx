import type { ImportRole, PlanPreview } from '@borne/api/contracts/works'
import { useState } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { ChoiceField, DayField, FormFrame, TextField, useCloseForm } from './form-frame.tsx'
import styles from './import.module.css'
import { ImportForm } from './import-form.tsx'
import { importMessages } from './import-messages.ts'
import { useImport } from './use-import.ts'
import { useRecordEvent } from './use-record-event.ts'

const ROLES = [
  'code',
  'label',
  'duration',
  'predecessors',
  'start',
  'notBefore',
  'package',
  'level',
] as const satisfies readonly ImportRole[]
const PLAN_ROLES = ['baseline', 'current'] as const

/** Reads a schedule from a spreadsheet, shows what was read, and records it as a baseline or as the current plan. */
export function ImportPlan({ view }: { view: ContractView }) {
  const m = useMessages(importMessages)
  const words = useMessages(eventWords)
  const { language } = useLanguage()
  const close = useCloseForm()
  const { baselines } = view.state
  const [role, setRole] = useState<(typeof PLAN_ROLES)[number]>(
    baselines.length === 0 ? 'baseline' : 'current',
  )
  const [name, setName] = useState(m.planNameDefault)
  const [calendarId, setCalendarId] = useState(
    baselines.at(-1)?.plan.calendarId ?? view.calendars[0]?.id ?? '',
  )
  const [day, setDay] = useState(view.today)
  const reading = useImport<PlanPreview>(`/api/works/contracts/${view.contract.id}/plan/preview`)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  const { preview } = reading
  const activities = reading.isPending ? null : (preview?.activities ?? null)

  async function submit() {
    if (!activities) return
    const payload = { role, name: name.trim(), calendarId, activities }
    if (await record({ kind: 'plan', happenedOn: day, payload }, true)) close()
  }

  return (
    <FormFrame
      isWide
      title={m.planTitle}
      refusals={refusals}
      error={reading.error ?? error}
      isPending={isPending}
      isClosed={!activities || name.trim() === '' || calendarId === ''}
      onSubmit={() => void submit()}
    >
      <ImportForm reading={reading} roles={ROLES}>
        {preview && (
          <>
            <PlanLines lines={preview.lines} />
            <div className={styles.mapping}>
              <ChoiceField
                label={m.planRole}
                options={PLAN_ROLES.map((value) => ({ value, label: words.planRoles[value] }))}
                value={role}
                onChange={setRole}
              />
              <TextField label={m.planName} value={name} onChange={setName} />
              <ChoiceField
                label={m.calendar}
                options={view.calendars.map(({ id, nameFr, nameEn }) => ({
                  value: id,
                  label: language === 'fr' ? nameFr : nameEn,
                }))}
                value={calendarId}
                onChange={setCalendarId}
              />
              <DayField label={m.day} max={view.today} value={day} onChange={setDay} />
            </div>
          </>
        )}
      </ImportForm>
    </FormFrame>
  )
}

function PlanLines({ lines }: { lines: PlanPreview['lines'] }) {
  const m = useMessages(importMessages)
  const { day } = useFormats()
  return (
    <div className={styles.lines}>
      <DataTable caption={m.lines}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {m.row}
            </th>
            <th scope="col">{m.kind}</th>
            <th scope="col">{m.roles.code}</th>
            <th scope="col">{m.roles.label}</th>
            <th scope="col" className="number">
              {m.roles.duration}
            </th>
            <th scope="col">{m.roles.predecessors}</th>
            <th scope="col">{m.roles.notBefore}</th>
            <th scope="col">{m.roles.package}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.row} data-kind={line.kind}>
              <td className="number">{line.row}</td>
              <td>{m.kinds[line.kind]}</td>
              <td>{line.code}</td>
              <td>{line.label}</td>
              <td className="number">{line.durationDays === null ? '' : m.days(line.durationDays)}</td>
              <td>{line.predecessors}</td>
              <td>{line.notBefore === null ? '' : day(line.notBefore)}</td>
              <td>{line.packageCode ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
