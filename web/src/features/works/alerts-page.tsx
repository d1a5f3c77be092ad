import {
  IconAlertTriangle,
  IconAlertTriangleFilled,
  IconArrowLeft,
  IconChecks,
  IconEye,
  IconEyeOff,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useSignedIn } from '../../platform/session-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { useAlarmText } from './alarm-text.ts'
import { alarmWords } from './alarm-words.ts'
import styles from './alerts.module.css'
import { type Alert, type AlertGroup, groupAlerts, listAlerts, listWaitingReports } from './alerts-list.ts'
import { alertsMessages } from './alerts-messages.ts'
import { ALARM_TABS } from './alerts-places.ts'
import { markSeen, markUnseen, useSeenAlerts } from './alerts-seen.ts'
import { WaitingReports } from './alerts-waiting.tsx'
import { portfolioQuery } from './works-queries.ts'

/** All that needs looking at over all contracts, by what it is about. */
export function AlertsPage() {
  const m = useMessages(alertsMessages)
  const { data, error, refetch } = useQuery(portfolioQuery)
  const seen = useSeenAlerts()
  const [isUnseenOnly, setIsUnseenOnly] = useState(false)
  const alerts = useMemo(() => data && listAlerts(data.items), [data])
  const waiting = useWaitingReports()
  const unseen = alerts?.filter(({ key }) => !seen.has(key)) ?? []
  const groups = groupAlerts((isUnseenOnly ? unseen : alerts) ?? [])
  return (
    <Panel
      title={m.title}
      subtitle={alerts && m.counted(alerts.length, unseen.length)}
      back={
        <Link to="/works" search={(old) => old} className={styles.back} aria-label={m.back} title={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
    >
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={9} />}
      {alerts && (
        <div className={styles.alerts}>
          <WaitingReports reports={waiting} />
          {alerts.length > 0 && (
            <div className={styles.tools}>
              <Checkbox label={m.onlyUnseen} checked={isUnseenOnly} onChange={setIsUnseenOnly} />
              <Button
                size="small"
                icon={<IconChecks aria-hidden="true" />}
                disabled={unseen.length === 0}
                onClick={() => markSeen(unseen.map(({ key }) => key))}
              >
                {m.allSeen}
              </Button>
            </div>
          )}
          {groups.map((group) => (
            <Group key={group.code} group={group} seen={seen} />
          ))}
          {groups.length === 0 && (alerts.length > 0 || waiting.length === 0) && (
            <EmptyState title={alerts.length > 0 ? m.nothingNew : m.none}>
              {alerts.length > 0 ? m.onDevice : m.noneText}
            </EmptyState>
          )}
          {groups.length > 0 && <p className={styles.muted}>{m.onDevice}</p>}
        </div>
      )}
    </Panel>
  )
}

/** Only whoever may decide has something that waits. */
function useWaitingReports() {
  const mayDecide = usePermission('works.manage')
  const accountId = useSignedIn()?.accountId ?? ''
  const { data } = useQuery(portfolioQuery)
  return useMemo(
    () => (mayDecide && data ? listWaitingReports(data.items, accountId) : []),
    [mayDecide, data, accountId],
  )
}

function Group({ group, seen }: { group: AlertGroup; seen: ReadonlySet<string> }) {
  const { names } = useMessages(alarmWords)
  const unseen = group.alerts.filter(({ key }) => !seen.has(key)).length
  return (
    <section className={styles.group} data-critical={group.isCritical || undefined}>
      <h2>
        {group.isCritical ? (
          <IconAlertTriangleFilled aria-hidden="true" size={18} />
        ) : (
          <IconAlertTriangle aria-hidden="true" size={18} />
        )}
        {names[group.code]}{' '}
        <span className={styles.count} data-unseen={unseen > 0 || undefined}>
          {group.alerts.length}
        </span>
      </h2>
      <ul>
        {group.alerts.map((alert) => (
          <AlertLine key={alert.key} alert={alert} isSeen={seen.has(alert.key)} />
        ))}
      </ul>
    </section>
  )
}

function AlertLine({ alert: { key, alarm, row }, isSeen }: { alert: Alert; isSeen: boolean }) {
  const m = useMessages(alertsMessages)
  const textOf = useAlarmText()
  const where = row.posts.map(({ name }) => name).join(', ')
  return (
    <li data-seen={isSeen || undefined}>
      <div>
        <Link
          to="/works/$contractId"
          params={{ contractId: row.id }}
          search={{ tab: ALARM_TABS[alarm.code], event: alarm.eventId ?? undefined }}
          onClick={() => markSeen([key])}
        >
          {row.title}
        </Link>
        <p>
          {alarm.severity === 'critical' && <strong>{m.critical} · </strong>}
          {textOf(alarm, row.currency)}
        </p>
        <p className={styles.muted}>
          {row.reference}
          {where && ` · ${where}`}
          {row.isDemonstration && ` · ${m.demonstration}`}
        </p>
      </div>
      <IconButton
        label={isSeen ? m.unseen : m.seen}
        icon={isSeen ? <IconEyeOff /> : <IconEye />}
        tip="before"
        onClick={() => (isSeen ? markUnseen(key) : markSeen([key]))}
      />
    </li>
  )
}
