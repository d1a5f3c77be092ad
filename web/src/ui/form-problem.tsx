import { IconAlertTriangle } from '@tabler/icons-react'
import styles from './form-problem.module.css'
import { useLanguage } from './language.tsx'
import { ErrorState } from './states.tsx'
import { typesetFrench } from './typeset.ts'

interface FormProblemProps {
  /** What was caught; nothing while all is well. */
  error: unknown
}

/** Under a form: the refusal in one sentence; what is no refusal is told whole, with its technical part. */
export function FormProblem({ error }: FormProblemProps) {
  const { language } = useLanguage()
  if (!error) return null
  const refusal = refusalOf(error)
  if (refusal === '') return null
  if (!refusal) return <ErrorState problem={error} />
  return (
    <p className={styles.refusal} role="alert">
      <IconAlertTriangle aria-hidden="true" size={18} />
      <span>{language === 'fr' ? typesetFrench(refusal) : refusal}</span>
    </p>
  )
}

function refusalOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('problem' in error)) return undefined
  const { code, status, detail } = error.problem as { code: string; status: number; detail: string }
  // The sign-in that covers the page answers this one; what was typed waits to be sent again.
  if (code === 'sign-in-required') return ''
  return status >= 400 && status < 500 ? detail : undefined
}
