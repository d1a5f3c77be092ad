import { IconMap, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { WorksActions } from './alerts-actions.tsx'
import { chooseContracts, NO_FILTERS } from './choose-contracts.ts'
import { usePortfolioFoot } from './contract-editor-links.tsx'
import { messages } from './messages.ts'
import { PortfolioFigures } from './portfolio-figures.tsx'
import { PortfolioFilters } from './portfolio-filters.tsx'
import { PortfolioList } from './portfolio-list.tsx'
import { useWorksSearch } from './use-works-search.ts'
import styles from './works.module.css'
import { WorksOnMap } from './works-on-map.tsx'
import { portfolioQuery } from './works-queries.ts'
import { WorksReplay } from './works-replay.tsx'

const PortfolioTable = lazy(async () => ({
  default: (await import('./portfolio-table.tsx')).PortfolioTable,
}))

/** Every contract, beside the map as a list or in its place as a table: the same contracts, filters and selection. */
export function PortfolioPage() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { search, change } = useWorksSearch()
  const [hoveredPosts, setHoveredPosts] = useState<readonly string[]>([])
  const { data, error, isPlaceholderData, refetch } = useQuery(portfolioQuery)
  const all = data?.items
  const rows = useMemo(() => chooseContracts(all ?? [], search), [all, search])
  const isTable = search.view === 'table'
  const count = all?.length ?? 0
  const counted =
    rows.length < count
      ? m.countedOf(formats.number(rows.length), formats.number(count))
      : m.counted(formats.number(count), count)

  return (
    <Panel
      title={m.title}
      subtitle={all ? counted : undefined}
      footer={usePortfolioFoot()}
      actions={
        <>
          <WorksActions />
          <IconButton
            label={isTable ? m.showMap : m.showTable}
            icon={isTable ? <IconMap /> : <IconTable />}
            tip="below-end"
            onClick={() => change({ view: isTable ? undefined : 'table' })}
          />
        </>
      }
    >
      <WorksOnMap rows={rows} hoveredPosts={hoveredPosts} />
      <div className={isTable ? styles.tablePage : undefined}>
        {!isTable && (
          <>
            <PortfolioFigures rows={all} />
            <WorksReplay />
          </>
        )}
        <PortfolioFilters rows={all ?? []} isWide={isTable} />
        {error && !all && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
        {!error && !all && <Skeleton lines={9} />}
        {all && (
          <StaleVeil isStale={isPlaceholderData}>
            {rows.length === 0 ? (
              <NoContracts isFiltered={count > 0} />
            ) : isTable ? (
              <Suspense fallback={<Skeleton lines={9} />}>
                <PortfolioTable rows={rows} />
              </Suspense>
            ) : (
              <PortfolioList rows={rows} onHover={setHoveredPosts} />
            )}
          </StaleVeil>
        )}
      </div>
    </Panel>
  )
}

function NoContracts({ isFiltered }: { isFiltered: boolean }) {
  const m = useMessages(messages)
  const { change } = useWorksSearch()
  if (!isFiltered) return <EmptyState title={m.emptyTitle}>{m.emptyText}</EmptyState>
  return (
    <EmptyState title={m.noneTitle} action={<Button onClick={() => change(NO_FILTERS)}>{m.clear}</Button>}>
      {m.noneText}
    </EmptyState>
  )
}
