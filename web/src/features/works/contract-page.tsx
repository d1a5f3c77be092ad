import {
  IconArrowLeft,
  IconClipboardCheck,
  IconLayoutSidebarLeftExpand,
  IconMap,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { type ComponentType, lazy, Suspense, useEffect, useMemo } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass, IconButton } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Menu, menuItemClass } from '../../ui/menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import styles from './contract.module.css'
import { EditContractLink, SettingsLink } from './contract-editor-links.tsx'
import { contractMessages } from './contract-messages.ts'
import { type ContractView, viewContract } from './contract-view.ts'
import { CONTRACT_TABS, type ContractTab, EVENT_FORMS } from './search.ts'
import { SummaryTab } from './summary-tab.tsx'
import { PastBanner } from './time-travel.tsx'
import { LEFT_CONTRACT, useContractSearch, useWorksSearch } from './use-works-search.ts'
import { contractQuery } from './works-queries.ts'

const ScheduleTab = lazy(async () => ({ default: (await import('./schedule-tab.tsx')).ScheduleTab }))
const CurveTab = lazy(async () => ({ default: (await import('./curve-tab.tsx')).CurveTab }))
const MoneyTab = lazy(async () => ({ default: (await import('./money-tab.tsx')).MoneyTab }))
const PunchTab = lazy(async () => ({ default: (await import('./punch-tab.tsx')).PunchTab }))
const ProgressTab = lazy(async () => ({ default: (await import('./progress-tab.tsx')).ProgressTab }))
const PhotosTab = lazy(async () => ({ default: (await import('./photos-tab.tsx')).PhotosTab }))
const ChronicleTab = lazy(async () => ({ default: (await import('./chronicle-tab.tsx')).ChronicleTab }))
const DocumentsTab = lazy(async () => ({ default: (await import('./documents-tab.tsx')).DocumentsTab }))
const EventDialog = lazy(async () => ({ default: (await import('./event-dialog.tsx')).EventDialog }))

const TAB_PANELS: Record<ContractTab, ComponentType<{ view: ContractView }>> = {
  summary: SummaryTab,
  schedule: ScheduleTab,
  curve: CurveTab,
  money: MoneyTab,
  punch: PunchTab,
  progress: ProgressTab,
  photos: PhotosTab,
  chronicle: ChronicleTab,
  documents: DocumentsTab,
}

/** Everything about one contract, folded in the browser for the day that is looked at. */
export function ContractPage() {
  const m = useMessages(contractMessages)
  const contractId = useParams({ strict: false }).contractId ?? ''
  const { data: file, error, refetch } = useQuery(contractQuery(contractId))
  const { search } = useContractSearch()
  const { asOf, knownOn } = search
  const view = useMemo(
    () => (file ? viewContract(file, { asOf, knownOn }, thisDay()) : undefined),
    [file, asOf, knownOn],
  )
  useShowPosts(view)

  return (
    <Panel
      title={view?.contract.title ?? m.loadFailed}
      subtitle={view && <ContractSubtitle view={view} />}
      back={<BackToWorks contractId={contractId} />}
      actions={view && <PageActions contractId={contractId} />}
      footer={view && <PageFoot view={view} />}
    >
      {error && !file && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !file && <Skeleton lines={12} />}
      {view && <ContractTabs view={view} />}
      {view && search.form && !view.isPast && (
        <Suspense fallback={null}>
          <EventDialog key={search.form} view={view} form={search.form} />
        </Suspense>
      )}
    </Panel>
  )
}

function ContractTabs({ view }: { view: ContractView }) {
  const m = useMessages(contractMessages)
  const { search, change } = useContractSearch()
  return (
    <>
      <PastBanner view={view} />
      <Tabs
        label={m.tabs}
        tabs={CONTRACT_TABS.map((id) => {
          const TabPanel = TAB_PANELS[id]
          return {
            id,
            label: m.tabNames[id],
            panel: (
              <div className={styles.tab}>
                <Suspense fallback={<Skeleton lines={8} />}>
                  <TabPanel view={view} />
                </Suspense>
              </div>
            ),
          }
        })}
        selected={search.tab ?? 'summary'}
        onSelect={(tab) => change({ tab: tab === 'summary' ? undefined : tab, event: undefined })}
      />
    </>
  )
}

function ContractSubtitle({ view: { contract } }: { view: ContractView }) {
  const m = useMessages(contractMessages)
  const { language } = useLanguage()
  return (
    <>
      {contract.reference}
      {contract.contractor && ` · ${contract.contractor.name}`}
      {contract.posts.map(({ id, name }, index) => (
        <span key={id}>
          {index === 0 ? ' · ' : ', '}
          <Link
            to="/posts/$postId"
            params={{ postId: id }}
            search={(old) => ({ ...old, ...LEFT_CONTRACT, view: undefined })}
          >
            {name}
          </Link>
        </span>
      ))}
      {contract.isDemonstration && (
        <span className={styles.tag} lang={language}>
          {m.demonstration}
        </span>
      )}
    </>
  )
}

function PageActions({ contractId }: { contractId: string }) {
  const m = useMessages(contractMessages)
  const { search, change } = useWorksSearch()
  const isWide = search.view === 'table'
  return (
    <>
      <EditContractLink contractId={contractId} />
      <SettingsLink contractId={contractId} />
      <IconButton
        label={isWide ? m.narrow : m.wide}
        icon={isWide ? <IconMap /> : <IconLayoutSidebarLeftExpand />}
        tip="below-end"
        className={styles.atDesk}
        onClick={() => change({ view: isWide ? undefined : 'table' })}
      />
      <IconButton
        label={m.print}
        icon={<IconPrinter />}
        tip="below-end"
        className={styles.atDesk}
        onClick={() => window.print()}
      />
    </>
  )
}

/** What can be recorded; a past state is only read. */
function PageFoot({ view }: { view: ContractView }) {
  const m = useMessages(contractMessages)
  const mayManage = usePermission('works.manage')
  const mayPropose = usePermission('works.propose')
  if (view.isPast || !mayPropose) return null
  return (
    <>
      {mayManage && <RecordMenu />}
      <Link
        to="/works/$contractId/visit"
        params={{ contractId: view.contract.id }}
        className={buttonClass('primary')}
      >
        <IconClipboardCheck aria-hidden="true" />
        {m.visit}
      </Link>
    </>
  )
}

/** What the office records: orders, money, defects. */
function RecordMenu() {
  const m = useMessages(contractMessages)
  const { change } = useContractSearch()
  return (
    <Menu
      label={m.add}
      button={
        <span className={buttonClass()}>
          <IconPlus aria-hidden="true" />
          {m.add}
        </span>
      }
    >
      {(close) =>
        EVENT_FORMS.map((form) => (
          <button
            key={form}
            type="button"
            className={menuItemClass}
            onClick={() => {
              close()
              change({ form })
            }}
          >
            {m.forms[form]}
          </button>
        ))
      }
    </Menu>
  )
}

function BackToWorks({ contractId }: { contractId: string }) {
  const m = useMessages(contractMessages)
  return (
    <Link
      to="/works"
      search={(old) => ({ ...old, ...LEFT_CONTRACT, contract: contractId })}
      className={styles.back}
      aria-label={m.back}
      title={m.back}
    >
      <IconArrowLeft aria-hidden="true" />
    </Link>
  )
}

/** The posts of the contract come into view when it is opened. */
function useShowPosts(view: ContractView | undefined) {
  const { data: posts } = useQuery(borderPostsQuery)
  const { show } = useMapCamera()
  const ids = view?.contract.posts.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (!ids || !posts) return
    const shown = new Set(ids.split(' '))
    const places = posts.features.flatMap(({ id, geometry }) =>
      shown.has(String(id)) && geometry?.type === 'Point' ? [geometry.coordinates as [number, number]] : [],
    )
    const [first] = places
    if (!first) return
    if (places.length === 1) show({ center: [first[0], first[1]], zoom: 11 })
    else {
      const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
      show({ bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] })
    }
  }, [ids, posts, show])
}
