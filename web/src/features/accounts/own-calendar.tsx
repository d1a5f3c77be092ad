import type { CalendarAddress, NewCalendarAddress } from '@borne/api/contracts/accounts'
import { IconCopy } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { ownAccountQuery } from '../../platform/own-account-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast.tsx'
import { calendarMessages } from './calendar-messages.ts'
import styles from './own-account.module.css'

interface Made {
  readonly name: string
  readonly url: string
}

/** The missions in the person's own calendar: secret addresses, each shown once. */
export function OwnCalendar({ addresses }: { addresses: readonly CalendarAddress[] }) {
  const m = useMessages(calendarMessages)
  const mayRead = usePermission('missions.read')
  const [made, setMade] = useState<Made | null>(null)
  if (!mayRead && addresses.length === 0) return null
  return (
    <PanelSection title={m.title}>
      <p className={styles.lead}>{m.text}</p>
      {addresses.length > 0 && (
        <ul className={styles.sessions}>
          {addresses.map((address) => (
            <AddressLine key={address.id} address={address} />
          ))}
        </ul>
      )}
      {made && <MadeAddress made={made} onDone={() => setMade(null)} />}
      {!made && mayRead && <AddressForm onMade={setMade} />}
    </PanelSection>
  )
}

function AddressForm({ onMade }: { onMade(made: Made): void }) {
  const m = useMessages(calendarMessages)
  const client = useQueryClient()
  const [name, setName] = useState(m.nameExample)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => sendJson<NewCalendarAddress>('POST', '/api/account/calendar-addresses', { name }),
    onSuccess: ({ url }) => onMade({ name, url }),
    onSettled: () => client.invalidateQueries(ownAccountQuery),
  })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate()
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <Field label={m.name} hint={m.secret}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <FormProblem error={error} />
      <Button type="submit" disabled={isPending || name.trim() === ''}>
        {m.make}
      </Button>
    </form>
  )
}

/** The one moment in which the address can be read. */
function MadeAddress({ made: { name, url }, onDone }: { made: Made; onDone(): void }) {
  const m = useMessages(calendarMessages)
  const toast = useToast()

  function copy() {
    navigator.clipboard.writeText(url).then(
      () => toast.show(m.copied),
      () => toast.show(m.copyFailed),
    )
  }

  return (
    <div className={styles.form}>
      <Field label={m.made(name)} hint={m.once}>
        {(control) => <input {...control} readOnly value={url} onFocus={(event) => event.target.select()} />}
      </Field>
      <div className={styles.buttons}>
        <Button icon={<IconCopy aria-hidden="true" />} onClick={copy}>
          {m.copy}
        </Button>
        <Button onClick={onDone}>{m.done}</Button>
      </div>
      <p className={styles.hint}>{m.help}</p>
    </div>
  )
}

function AddressLine({ address: { id, name, createdAt, lastUsedAt } }: { address: CalendarAddress }) {
  const m = useMessages(calendarMessages)
  const formats = useFormats()
  const toast = useToast()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending } = useMutation({
    mutationFn: () => sendJson<void>('DELETE', `/api/account/calendar-addresses/${id}`),
    onSuccess: () => toast.show(m.revoked),
    onError: (error) => toast.show(m.failedToast(reasonOf(error))),
    onSettled: () => client.invalidateQueries(ownAccountQuery),
  })
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className={styles.hint}>
          <span title={formats.instant(createdAt)}>{m.since(formats.relative(createdAt))}</span>
          {' · '}
          {lastUsedAt ? (
            <span title={formats.instant(lastUsedAt)}>{m.used(formats.relative(lastUsedAt))}</span>
          ) : (
            m.unused
          )}
        </p>
      </div>
      <Button
        size="small"
        aria-label={m.revokeOf(name)}
        disabled={isPending}
        onClick={() => setIsAsking(true)}
      >
        {m.revoke}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={m.revokeTitle(name)}
        confirmLabel={m.revoke}
        onConfirm={() => {
          setIsAsking(false)
          mutate()
        }}
        onCancel={() => setIsAsking(false)}
      >
        <p>{m.revokeText}</p>
      </ConfirmDialog>
    </li>
  )
}
