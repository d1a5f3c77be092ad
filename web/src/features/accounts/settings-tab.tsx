import type { Role } from '@borne/api/contracts/access'
import type { AccessSettings } from '@borne/api/contracts/accounts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { ROLES, roleSights } from '../../ui/role-sights.ts'
import { roleNames } from '../../ui/role-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { accessSettingsQuery } from './account-queries.ts'
import { settingsMessages } from './settings-messages.ts'
import styles from './settings-tab.module.css'

/** Who must have a second factor, and how long names are kept. */
export function SettingsTab() {
  const m = useMessages(settingsMessages)
  const { data, error, refetch } = useQuery(accessSettingsQuery)
  if (error && !data) return <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  return <SettingsForm kept={data} />
}

function SettingsForm({ kept }: { kept: AccessSettings }) {
  const m = useMessages(settingsMessages)
  const toast = useToast()
  const client = useQueryClient()
  const [draft, setDraft] = useState(kept)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendJson<AccessSettings>('PUT', '/api/settings/access', draft),
    onSuccess: (saved) => {
      client.setQueryData(accessSettingsQuery.queryKey, saved)
      setDraft(saved)
      toast.show(m.saved)
    },
  })
  const isChanged = JSON.stringify(sorted(draft)) !== JSON.stringify(sorted(kept))

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate()
  }

  return (
    <form className={styles.settings} onSubmit={onSubmit}>
      <PanelSection title={m.secondFactor}>
        <p className={styles.text}>{m.secondFactorText}</p>
        <RoleChoice
          chosen={draft.secondFactorRoles}
          onChange={(secondFactorRoles) => setDraft({ ...draft, secondFactorRoles })}
        />
      </PanelSection>
      <PanelSection title={m.retention}>
        <DaysField
          label={m.auditDays}
          hint={m.auditDaysHint}
          least={30}
          value={draft.auditPersonDays}
          onChange={(auditPersonDays) => setDraft({ ...draft, auditPersonDays })}
        />
        <DaysField
          label={m.leftDays}
          hint={m.leftDaysHint}
          least={1}
          value={draft.leftAccountDays}
          onChange={(leftAccountDays) => setDraft({ ...draft, leftAccountDays })}
        />
      </PanelSection>
      <div className={styles.foot}>
        <FormProblem error={error} />
        <Button type="submit" variant="primary" disabled={isPending || !isChanged}>
          {m.save}
        </Button>
        {!isChanged && <span className={styles.text}>{m.unchanged}</span>}
      </div>
    </form>
  )
}

interface RoleChoiceProps {
  chosen: readonly Role[]
  onChange(roles: Role[]): void
}

function RoleChoice({ chosen, onChange }: RoleChoiceProps) {
  const names = useMessages(roleNames)
  const sights = useMessages(roleSights)
  return (
    <div className={styles.roles}>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          label={names[role]}
          hint={sights[role]}
          checked={chosen.includes(role)}
          onChange={(isChosen) =>
            onChange(ROLES.filter((one) => (one === role ? isChosen : chosen.includes(one))))
          }
        />
      ))}
    </div>
  )
}

interface DaysFieldProps {
  label: string
  hint: string
  least: number
  value: number
  onChange(days: number): void
}

function DaysField({ label, hint, least, value, onChange }: DaysFieldProps) {
  const m = useMessages(settingsMessages)
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className={styles.days}>
          <input
            {...control}
            type="number"
            min={least}
            max={3650}
            step={1}
            required
            value={Number.isNaN(value) ? '' : value}
            onChange={(event) => onChange(event.target.valueAsNumber)}
          />
          {m.days}
        </span>
      )}
    </Field>
  )
}

function sorted({ secondFactorRoles, ...rest }: AccessSettings): AccessSettings {
  return { ...rest, secondFactorRoles: secondFactorRoles.toSorted() }
}
