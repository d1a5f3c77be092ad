import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { thisDay } from '../../../ui/days.ts'
import { Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { openingsQuery } from './scenario-queries.ts'

/** The works of a contract are received on a day: its posts open. The day begins as the works foresee it. */
export function WorksDone({ onAdd }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const { day, list } = useFormats()
  const { data } = useQuery(openingsQuery)
  const [contractId, setContractId] = useState('')
  const [on, setOn] = useState('')
  const offered = (data?.items ?? []).filter(({ posts }) => posts.some(({ isOperational }) => !isOperational))
  if (data && offered.length === 0) return <p className={styles.hint}>{m.noContract}</p>
  return (
    <>
      <Field label={m.contract}>
        {(control) => (
          <select
            {...control}
            value={contractId}
            onChange={({ target }) => {
              setContractId(target.value)
              setOn(offered.find((one) => one.contractId === target.value)?.opensOn ?? thisDay())
            }}
          >
            <option value="" disabled>
              {m.choose}
            </option>
            {offered.map((opening) => (
              <option key={opening.contractId} value={opening.contractId}>
                {list(opening.posts.map(({ name }) => name))} · {opening.reference}
                {opening.opensOn && ` · ${day(opening.opensOn)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {contractId && (
        <>
          <Field label={m.on}>
            {(control) => (
              <input {...control} type="date" value={on} onChange={({ target }) => setOn(target.value)} />
            )}
          </Field>
          <Button
            size="small"
            variant="primary"
            disabled={on === ''}
            onClick={() => onAdd({ kind: 'works-done', contractId, on })}
          >
            {m.confirm}
          </Button>
        </>
      )}
    </>
  )
}
