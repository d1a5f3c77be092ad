import type { WorksRow } from '@borne/api/contracts/works'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './works.module.css'

interface AlarmNoteProps extends Pick<WorksRow, 'alarms'> {
  /** The count alone, where there is little room; it is spoken whole. */
  isShort?: boolean
}

/** How many alarms a contract has, in the colour that nothing else wears; the grave ones are told apart by a word. */
export function AlarmNote({ alarms, isShort = false }: AlarmNoteProps) {
  const m = useMessages(messages)
  if (alarms.length === 0) return null
  const isCritical = alarms.some(({ severity }) => severity === 'critical')
  return (
    <span className={styles.alarm} data-critical={isCritical}>
      <IconAlertTriangleFilled aria-hidden="true" size={13} />
      {isShort && <span aria-hidden="true">{alarms.length}</span>}
      <span className={isShort ? 'visually-hidden' : undefined}>{m.alarms(alarms.length)}</span>
      {isCritical && <span className="visually-hidden"> ({m.critical})</span>}
    </span>
  )
}
