import { IconAlertTriangle, IconAlertTriangleFilled } from '@tabler/icons-react'
import { useMessages } from '../../ui/language.tsx'
import { useAlarmText } from './alarm-text.ts'
import { alarmWords } from './alarm-words.ts'
import { ALARM_TABS } from './alerts-places.ts'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { summaryMessages } from './summary-messages.ts'
import { useContractSearch } from './use-works-search.ts'

/** What to look at on this day; a click leads to where it is answered. */
export function AlarmList({ view }: { view: ContractView }) {
  const m = useMessages(summaryMessages)
  const { names } = useMessages(alarmWords)
  const textOf = useAlarmText()
  const { change } = useContractSearch()
  if (view.alarms.length === 0) return <p className={styles.muted}>{m.noAlarm}</p>
  return (
    <ul className={styles.alarms}>
      {view.alarms.map((alarm) => (
        <li key={`${alarm.code} ${alarm.eventId}`} data-severity={alarm.severity}>
          {alarm.severity === 'critical' ? (
            <IconAlertTriangleFilled aria-hidden="true" size={16} />
          ) : (
            <IconAlertTriangle aria-hidden="true" size={16} />
          )}
          <div>
            <button
              type="button"
              onClick={() => change({ tab: ALARM_TABS[alarm.code], event: alarm.eventId ?? undefined })}
            >
              <strong>{names[alarm.code]}</strong>
            </button>
            <div className={styles.small}>{textOf(alarm, view.contract.currency)}</div>
          </div>
        </li>
      ))}
    </ul>
  )
}
