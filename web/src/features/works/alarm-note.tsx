import type { WorksRow } from '@borne/api/contracts/works'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './works.module.css'

/** How many alarms a contract has, in the colour that nothing else wears; the grave ones are told apart by a word. */
export function AlarmNote({ alarms }: Pick<WorksRow, 'alarms'>) {
  const m = useMessages(messages)
  if (alarms.length === 0) return null
  const isCritical = alarms.some(({ severity }) => severity === 'critical')
  return (
    <span className={styles.alarm} data-critical={isCritical}>
      <IconAlertTriangleFilled aria-hidden="true" size={13} />
      {m.alarms(alarms.length)}
      {isCritical && <span className="visually-hidden"> ({m.critical})</span>}
    </span>
  )
}
