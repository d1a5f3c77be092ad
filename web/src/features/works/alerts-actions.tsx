import { IconBell, IconClipboardCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { iconClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './alerts.module.css'
import { listAlerts } from './alerts-list.ts'
import { alertsMessages } from './alerts-messages.ts'
import { useSeenAlerts } from './alerts-seen.ts'
import { visitMessages } from './visit-messages.ts'
import { portfolioQuery } from './works-queries.ts'

/** Beside the title of the portfolio: the alerts with the count of those not seen, and a visit of the nearest site. */
export function WorksActions() {
  const m = useMessages(visitMessages)
  const mayPropose = usePermission('works.propose')
  return (
    <>
      {mayPropose && (
        <Link to="/works/visit" className={iconClass('below-end')} aria-label={m.start} data-tip={m.start}>
          <IconClipboardCheck aria-hidden="true" />
        </Link>
      )}
      <AlertsLink />
    </>
  )
}

function AlertsLink() {
  const m = useMessages(alertsMessages)
  const { number } = useFormats()
  const { data } = useQuery(portfolioQuery)
  const seen = useSeenAlerts()
  const unseen = number(listAlerts(data?.items ?? []).filter(({ key }) => !seen.has(key)).length)
  return (
    <Link
      to="/works/alerts"
      className={`${iconClass('below-end')} ${styles.bell}`}
      aria-label={m.open(unseen)}
      data-tip={m.open(unseen)}
    >
      <IconBell aria-hidden="true" />
      {unseen !== '0' && <span className={styles.badge}>{unseen}</span>}
    </Link>
  )
}
