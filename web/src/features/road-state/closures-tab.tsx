import type { Closure } from '@borne/api/contracts/road-state'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ClosureEditor } from './closure-editor.tsx'
import { ClosureItem } from './closure-item.tsx'
import { closureMessages } from './closure-messages.ts'
import styles from './closures.module.css'
import { ClosuresOnMap, useOpenClosure } from './closures-on-map.tsx'
import { closuresQuery } from './closures-query.ts'
import { CLOSURE_FILTERS, type ClosureFilter, isIn, standingOf } from './sort-closures.ts'

interface ClosuresTabProps {
  /** Those that touch no road of the network of the day. */
  unboundIds: readonly string[]
}

/** What is cut on a day and what was: to be read, reported, confirmed, lifted. */
export function ClosuresTab({ unboundIds }: ClosuresTabProps) {
  const m = useMessages(closureMessages)
  const { on, which = 'acting', closure: openedId, edit } = useSearch({ from: '/roads' })
  const date = on ?? thisDay()
  const { data, error, refetch } = useQuery(closuresQuery(date))
  const opened = data?.items.find(({ id }) => id === openedId)
  if (openedId === 'new' || (edit && opened)) {
    return (
      <>
        <ClosureEditor key={openedId} closure={opened ?? null} />
        <ClosuresOnMap date={date} filter="acting" selectedId={null} hiddenId={openedId ?? null} />
      </>
    )
  }
  return (
    <>
      <ListHead items={data?.items ?? []} date={date} filter={which} />
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && openedId && !opened && <p className={styles.unknown}>{m.unknown}</p>}
      {data && (
        <ClosureList
          items={data.items.filter((one) => one.id === openedId || isIn(which, standingOf(one, date)))}
          date={date}
          filter={which}
          openedId={openedId ?? null}
          unboundIds={unboundIds}
        />
      )}
      <ClosuresOnMap date={date} filter={which} selectedId={openedId ?? null} />
    </>
  )
}

interface ListHeadProps {
  items: readonly Closure[]
  date: string
  filter: ClosureFilter
}

function ListHead({ items, date, filter }: ListHeadProps) {
  const m = useMessages(closureMessages)
  const { day } = useFormats()
  const navigate = useNavigate({ from: '/roads' })
  const mayReport = usePermission('closures.report')
  const open = useOpenClosure()
  const countOf = (one: ClosureFilter) => items.filter((item) => isIn(one, standingOf(item, date))).length
  return (
    <div className={styles.head}>
      {mayReport && (
        <Button
          variant="primary"
          icon={<IconPlus aria-hidden="true" />}
          className={styles.report}
          onClick={() => open('new')}
        >
          {m.report}
        </Button>
      )}
      <Segmented
        label={m.filters}
        options={CLOSURE_FILTERS.map((one) => ({
          value: one,
          label: `${m.filterNames[one]} ${countOf(one)}`,
        }))}
        value={filter}
        onChange={(which) =>
          void navigate({
            search: (old) => ({
              ...old,
              which: which === 'acting' ? undefined : which,
              closure: undefined,
            }),
          })
        }
      />
      <p className={styles.muted}>{m.onDay(day(date))}</p>
    </div>
  )
}

interface ClosureListProps extends ListHeadProps {
  openedId: string | null
  unboundIds: readonly string[]
}

function ClosureList({ items, date, filter, openedId, unboundIds }: ClosureListProps) {
  const m = useMessages(closureMessages)
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconAlertTriangle aria-hidden="true" size={28} />} title={m.empty[filter]}>
        {m.emptyText}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.list} aria-label={m.list}>
      {items.map((closure) => (
        <ClosureItem
          key={closure.id}
          closure={closure}
          standing={standingOf(closure, date)}
          isOpen={closure.id === openedId}
          isUnbound={unboundIds.includes(closure.id)}
        />
      ))}
    </ul>
  )
}
