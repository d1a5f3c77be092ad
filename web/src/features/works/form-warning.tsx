import type { WorksRefusal, WorksWarningCode } from '@borne/geodata/works/results'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useMessages } from '../../ui/language.tsx'
import styles from './form.module.css'
import { formMessages } from './form-messages.ts'
import { useWarningText } from './warning-words.ts'

const MOST = 5

/** What to look at twice before recording; nothing is held back by it. */
export function FormWarning({ warnings }: { warnings: readonly WorksRefusal<WorksWarningCode>[] }) {
  const m = useMessages(formMessages)
  const textOf = useWarningText()
  if (warnings.length === 0) return null
  return (
    <div className={styles.warning} role="status">
      <IconAlertTriangle aria-hidden="true" size={18} />
      <div>
        <strong>{m.warning}</strong>
        <ul>
          {warnings.slice(0, MOST).map((warning) => {
            const text = textOf(warning)
            return <li key={text}>{text}</li>
          })}
        </ul>
        {warnings.length > MOST && <p>{m.moreWarnings(warnings.length - MOST)}</p>}
      </div>
    </div>
  )
}
