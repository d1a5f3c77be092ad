import type { Role } from '@borne/api/contracts/access'
import type { AccountInput } from '@borne/api/contracts/accounts'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { ApiProblem } from '../../platform/api.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { subOfficesQuery } from '../../platform/sub-offices-query.ts'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { CheckList } from '../../ui/check-list.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ROLES, roleSights } from '../../ui/role-sights.ts'
import { roleNames } from '../../ui/role-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { accountMessages } from './account-messages.ts'
import { isByName } from './account-words.ts'
import styles from './accounts.module.css'

interface AccountFieldsProps {
  draft: AccountInput
  error: unknown
  onChange(patch: Partial<AccountInput>): void
}

export function AccountFields({ draft, error, onChange }: AccountFieldsProps) {
  const errorAt = (field: keyof AccountInput) =>
    error instanceof ApiProblem
      ? error.problem.errors?.find((one) => one.field === field)?.message
      : undefined
  return (
    <>
      <PersonFields draft={draft} errorAt={errorAt} onChange={onChange} />
      <RoleField role={draft.role} onRole={(role) => onChange({ role })} />
      {draft.role === 'contractor' && <FirmField draft={draft} errorAt={errorAt} onChange={onChange} />}
      {isByName(draft.role) ? (
        <PostsField draft={draft} onChange={onChange} />
      ) : (
        <SubOfficeField draft={draft} errorAt={errorAt} onChange={onChange} />
      )}
    </>
  )
}

interface PartProps extends Omit<AccountFieldsProps, 'error'> {
  errorAt(field: keyof AccountInput): string | undefined
}

function PersonFields({ draft, errorAt, onChange }: PartProps) {
  const m = useMessages(accountMessages)
  return (
    <div className={styles.pair}>
      <Field label={m.name} error={errorAt('name')}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={200}
            required
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={m.email} hint={m.emailHint} error={errorAt('email')}>
        {(control) => (
          <input
            {...control}
            type="email"
            autoComplete="off"
            maxLength={200}
            required
            value={draft.email}
            onChange={(event) => onChange({ email: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}

function RoleField({ role, onRole }: { role: Role; onRole(role: Role): void }) {
  const m = useMessages(accountMessages)
  const names = useMessages(roleNames)
  const sights = useMessages(roleSights)
  const name = useId()
  return (
    <fieldset className={styles.roles}>
      <legend>{m.role}</legend>
      {ROLES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === role} onChange={() => onRole(one)} />
          <strong>{names[one]}</strong>
          <span>{sights[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function SubOfficeField({ draft, errorAt, onChange }: PartProps) {
  const m = useMessages(accountMessages)
  const { data } = useQuery(subOfficesQuery)
  const isNeeded = draft.role === 'focal-point'
  return (
    <Field label={m.subOffice} hint={isNeeded && m.subOfficeNeeded} error={errorAt('subOfficeId')}>
      {(control) => (
        <select
          {...control}
          required={isNeeded}
          value={draft.subOfficeId ?? ''}
          onChange={(event) => onChange({ subOfficeId: event.target.value || null })}
        >
          <option value="">{m.noSubOffice}</option>
          {data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function FirmField({ draft, errorAt, onChange }: PartProps) {
  const m = useMessages(accountMessages)
  const { data, error, refetch } = useQuery(worksPartiesQuery)
  if (error && !data)
    return <ErrorState problem={error} what={m.firmsFailed} onRetry={() => void refetch()} />
  return (
    <Field label={m.firm} hint={m.firmHint} error={errorAt('contractorId')}>
      {(control) => (
        <select
          {...control}
          disabled={!data}
          value={draft.contractorId ?? ''}
          onChange={(event) => onChange({ contractorId: event.target.value || null })}
        >
          <option value="">{m.noFirm}</option>
          {data?.contractors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function PostsField({ draft, onChange }: Omit<PartProps, 'errorAt'>) {
  const m = useMessages(accountMessages)
  const { data, error, refetch } = useQuery(borderPostsQuery)
  if (error && !data)
    return <ErrorState problem={error} what={m.postsFailed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  return (
    <>
      <CheckList
        label={m.postsLabel}
        items={data.features.map(({ id, properties }) => ({
          id: String(id),
          label: properties.name,
          ...(properties.moughataa ? { hint: properties.moughataa } : {}),
        }))}
        chosen={new Set(draft.postIds)}
        onChange={(chosen) => onChange({ postIds: [...chosen] })}
      />
      {draft.postIds.length === 0 && (
        <p className={styles.hint}>{draft.contractorId ? m.firmPosts : m.noPosts}</p>
      )}
    </>
  )
}
