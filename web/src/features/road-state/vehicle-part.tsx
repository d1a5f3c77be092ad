import type { Vehicle } from '@borne/api/contracts/road-state'
import { useState } from 'react'
import { reasonOf } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { useToast } from '../../ui/toast.tsx'
import { FormHeading } from './form-heading.tsx'
import { SettingFoot } from './setting-foot.tsx'
import { SettingTexts } from './setting-texts.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'
import { refusalAt, showFirstFault, useDraft, useSaveSetting } from './use-setting-form.ts'
import { checkVehicle, draftOfVehicle, settingsOfDraft, valueAt } from './vehicle-fields.ts'
import { type NumberCells, VehicleTables } from './vehicle-tables.tsx'

interface VehiclePartProps {
  vehicle: Vehicle
  mayEdit: boolean
}

/** One vehicle: its figures as tables, which become fields when it is edited. */
export function VehiclePart({ vehicle, mayEdit }: VehiclePartProps) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const formats = useFormats()
  const toast = useToast()
  const [isEditing, setIsEditing] = useState(false)
  const { reset } = useSaveSetting('/api/vehicles', vehicle)
  if (isEditing) return <VehicleForm vehicle={vehicle} onLeave={() => setIsEditing(false)} />
  const cells: NumberCells = {
    passesFourWheelDrive: vehicle.passesFourWheelDrive,
    hasFerry: vehicle.ferry !== null,
    cell: (path) => formats.number(valueAt(vehicle, path) as number | undefined, 2),
  }
  return (
    <div className={styles.part}>
      <VehicleTables cells={cells} />
      <SettingFoot
        name={nameOf(vehicle)}
        {...vehicle}
        mayEdit={mayEdit}
        isPending={reset.isPending}
        onEdit={() => setIsEditing(true)}
        onReset={() =>
          reset.mutate(undefined, {
            onSuccess: (saved) => toast.show(m.wasReset(nameOf(saved))),
            onError: (error) => toast.show(reasonOf(error)),
          })
        }
      />
    </div>
  )
}

function VehicleForm({ vehicle, onLeave }: { vehicle: Vehicle; onLeave(): void }) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const formats = useFormats()
  const toast = useToast()
  const { draft, setDraft, faults, isFaulty } = useDraft(draftOfVehicle(vehicle), checkVehicle)
  const { save } = useSaveSetting('/api/vehicles', vehicle)
  const change = (path: string, text: string) =>
    setDraft((old) => ({ ...old, texts: { ...old.texts, [path]: text } }))

  function errorAt(path: string): string | undefined {
    const fault = faults[path]
    if (!fault) return refusalAt(save.error, path)
    if (typeof fault === 'string') return m.fault[fault]
    return m.between(formats.number(fault.least, 1), formats.number(fault.most))
  }

  const cells: NumberCells = {
    passesFourWheelDrive: draft.passesFourWheelDrive,
    hasFerry: draft.hasFerry,
    onPasses: (passesFourWheelDrive) => setDraft((old) => ({ ...old, passesFourWheelDrive })),
    onFerry: (hasFerry) => setDraft((old) => ({ ...old, hasFerry })),
    cell: (path, label) => (
      <NumberInput
        label={label}
        text={draft.texts[path] ?? ''}
        error={errorAt(path)}
        onChange={(text) => change(path, text)}
      />
    ),
  }
  return (
    <form
      noValidate
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        if (isFaulty()) return showFirstFault(form)
        save.mutate(settingsOfDraft(draft), {
          onError: () => showFirstFault(form),
          onSuccess: (saved) => {
            toast.show(m.saved(nameOf(saved)))
            onLeave()
          },
        })
      }}
    >
      <FormHeading>{nameOf(vehicle)}</FormHeading>
      <VehicleTables cells={cells} />
      <SettingTexts texts={draft.texts} errorAt={errorAt} onChange={change} />
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

interface NumberInputProps {
  label: string
  text: string
  error: string | undefined
  onChange(text: string): void
}

export function NumberInput({ label, text, error, onChange }: NumberInputProps) {
  return (
    <>
      <input
        className={styles.number}
        inputMode="decimal"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && (
        <span className={styles.error} role="alert">
          {error}
        </span>
      )}
    </>
  )
}
