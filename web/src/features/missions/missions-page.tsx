import type { MissionRow, MissionStatus } from '@borne/api/contracts/missions'
import { IconCalendarPlus, IconSettings } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass, iconClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { missionsMessages } from './messages.ts'
import styles from './missions.module.css'
import { missionsQuery } from './missions-queries.ts'
import { useComingMissions } from './use-coming-missions.ts'

const route = getRouteApi('/missions')
const STATUSES: readonly MissionStatus[] = ['draft', 'submitted', 'refused', 'cleared', 'under-way', 'done']

/** Every mission, the latest first. */
export function MissionsPage() {
  const m = useMessages(missionsMessages)
  const formats = useFormats()
  const { status } = route.useSearch()
  const navigate = route.useNavigate()
  const mayPlan = usePermission('missions.plan')
  const { data, error, refetch } = useQuery(missionsQuery)
  useComingMissions(data?.items)
  const all = data?.items ?? []
  const present = STATUSES.filter((each) => all.some((row) => row.status === each))
  const shown = all.filter((row) => status === undefined || row.status === status)
  return (
    <Panel
      title={m.title}
      subtitle={data && all.length > 0 ? m.counted(formats.number(shown.length), shown.length) : undefined}
      actions={
        <Link
          to="/missions/settings"
          className={iconClass('below-end')}
          aria-label={m.settings}
          data-tip={m.settings}
        >
          <IconSettings aria-hidden="true" />
        </Link>
      }
      footer={mayPlan && all.length > 0 && <PrepareLink />}
    >
      {present.length > 1 && (
        <div className={styles.filters}>
          <Segmented
            label={m.status}
            options={[
              { value: 'all', label: m.all },
              ...present.map((each) => ({ value: each, label: m.statuses[each] })),
            ]}
            value={status ?? 'all'}
            onChange={(next) =>
              void navigate({
                search: (old) => ({ ...old, status: next === 'all' ? undefined : next }),
                replace: true,
              })
            }
          />
        </div>
      )}
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && all.length === 0 && (
        <EmptyState title={m.emptyTitle} action={mayPlan && <PrepareLink />}>
          {m.emptyText}
        </EmptyState>
      )}
      {all.length > 0 && shown.length === 0 && <EmptyState title={m.noneTitle} />}
      {shown.length > 0 && (
        <ol className={styles.list} aria-label={m.list}>
          {shown.map((row) => (
            <li key={row.id}>
              <MissionLine row={row} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function PrepareLink() {
  const m = useMessages(missionsMessages)
  return (
    <Link to="/missions/new" className={buttonClass('primary')}>
      <IconCalendarPlus aria-hidden="true" />
      {m.prepare}
    </Link>
  )
}

function MissionLine({ row }: { row: MissionRow }) {
  const m = useMessages(missionsMessages)
  const formats = useFormats()
  const { reference, title, status, from, until, vehicles, posts, overdue, isDemonstration } = row
  return (
    <Link to="/missions/$missionId" params={{ missionId: row.id }} className={styles.line}>
      <span className={styles.name}>
        {title}
        {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
      </span>
      <span className={styles.status} data-status={status}>
        {m.statuses[status]}
      </span>
      <span className={styles.facts}>
        {reference} · {m.fromTo(formats.day(from), formats.day(until))}
      </span>
      <span className={styles.facts}>
        {vehicles.length > 0 ? formats.list(vehicles.map(({ name }) => name)) : m.noVehicles} ·{' '}
        {posts.length > 0 ? formats.list(posts.map(({ name }) => name)) : m.noPosts}
      </span>
      {overdue.length > 0 && <span className={styles.late}>{m.late(overdue.length)}</span>}
    </Link>
  )
}
