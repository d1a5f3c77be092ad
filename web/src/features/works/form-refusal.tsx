import type { WorksRefusal } from '@borne/geodata/works/results'
import { IconAlertTriangle } from '@tabler/icons-react'
import { FormProblem } from '../../ui/form-problem.tsx'
import styles from './form.module.css'
import { useRefusalText } from './refusal-text.ts'

const MOST = 5

/** Why it was not recorded: the rules that this page knows itself, or what the server answered. */
export function FormRefusal({ refusals, error }: { refusals: readonly WorksRefusal[]; error: unknown }) {
  const textOf = useRefusalText()
  if (refusals.length === 0) return <FormProblem error={error} />
  return (
    <div className={styles.refusal} role="alert">
      <IconAlertTriangle aria-hidden="true" size={18} />
      <ul>
        {refusals.slice(0, MOST).map((refusal) => {
          const text = textOf(refusal)
          return <li key={`${refusal.row} ${text}`}>{text}</li>
        })}
      </ul>
    </div>
  )
}
