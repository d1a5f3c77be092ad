import type { DonorVisibility, VisibilityItem } from '@borne/api/contracts/visibility'
import {
  IconArrowLeft,
  IconBuildingCommunity,
  IconCamera,
  IconDownload,
  IconRosette,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, iconClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { visibilityMessages } from './messages.ts'
import { PlaqueMark } from './plaque-mark.tsx'
import { PlaquesOnMap } from './plaques-on-map.tsx'
import styles from './visibility.module.css'
import { VisibilityFilters } from './visibility-filters.tsx'
import { auditQuery, donorsQuery } from './visibility-queries.ts'

const route = getRouteApi('/visibility')

/** Which post has the plaque of which donor, the missing ones first; on the map, too. */
export function VisibilityPage() {
  const m = useMessages(visibilityMessages)
  const formats = useFormats()
  const { donor, state } = route.useSearch()
  const { data, error, refetch } = useQuery(auditQuery)
  const { data: donors } = useQuery(donorsQuery)
  const [open, setOpen] = useState<VisibilityItem>()
  const ofDonor = data?.items.filter(({ donorId }) => !donor || donorId === donor) ?? []
  const shown = ofDonor.filter((item) => !state || item.state === state)
  const due = ofDonor.filter((item) => item.due !== null)
  const wanting = due.filter((item) => item.state !== 'seen')
  return (
    <Panel
      title={m.title}
      subtitle={data && m.subtitle(formats.number(wanting.length), formats.number(due.length), due.length)}
      back={
        <Link to="/briefings" className={iconClass('below')} aria-label={m.back} data-tip={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
      actions={<Actions donor={donor} state={state} />}
    >
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && data.items.length > 0 && <VisibilityFilters items={ofDonor} donors={donors?.items ?? []} />}
      {data?.items.length === 0 && (
        <EmptyState icon={<IconRosette aria-hidden="true" size={28} />} title={m.emptyTitle}>
          {m.emptyText}
        </EmptyState>
      )}
      {data && data.items.length > 0 && shown.length === 0 && <EmptyState title={m.noneTitle} />}
      <AuditList items={shown} donors={donors?.items ?? []} onCheck={setOpen} />
      <PlaquesOnMap
        items={shown}
        onOpen={(postId) => setOpen(shown.find((item) => item.postId === postId))}
      />
      {open && (
        <CheckDialog
          item={open}
          donor={donors?.items.find(({ donorId }) => donorId === open.donorId)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Panel>
  )
}

interface AuditListProps {
  items: readonly VisibilityItem[]
  donors: readonly DonorVisibility[]
  onCheck(item: VisibilityItem): void
}

function AuditList({ items, donors, onCheck }: AuditListProps) {
  const m = useMessages(visibilityMessages)
  if (items.length === 0) return null
  return (
    <ul className={styles.list} aria-label={m.list}>
      {items.map((item) => (
        <AuditLine
          key={`${item.postId} ${item.donorId}`}
          item={item}
          donor={donors.find(({ donorId }) => donorId === item.donorId)}
          onCheck={() => onCheck(item)}
        />
      ))}
    </ul>
  )
}

function Actions({ donor, state }: { donor: string | undefined; state: string | undefined }) {
  const m = useMessages(visibilityMessages)
  const query = new URLSearchParams({ ...(donor && { donorId: donor }), ...(state && { state }) }).toString()
  return (
    <>
      <a
        href={`/api/exports/visibility.csv${query && `?${query}`}`}
        download
        className={iconClass('below-end')}
        aria-label={m.csv}
        data-tip={m.csv}
      >
        <IconDownload aria-hidden="true" />
      </a>
      <Link
        to="/visibility/donors"
        className={iconClass('below-end')}
        aria-label={m.donorsPage}
        data-tip={m.donorsPage}
      >
        <IconBuildingCommunity aria-hidden="true" />
      </Link>
    </>
  )
}

interface AuditLineProps {
  item: VisibilityItem
  donor: DonorVisibility | undefined
  onCheck(): void
}

function AuditLine({ item, donor, onCheck }: AuditLineProps) {
  const m = useMessages(visibilityMessages)
  const { day } = useFormats()
  const mayRecord = usePermission('visibility.record')
  const { postName, due, state, seenOn, checks, isDemonstration, moughataa } = item
  const isIdle = due === null && state === 'unknown'
  const said = checks.find((check) => check.state === state && check.seenOn === seenOn)
  const pictured = said?.photo ? said : checks.find(({ photo }) => photo)
  const donorName = donor?.names.fr ?? ''
  return (
    <li className={styles.line}>
      <PlaqueMark state={state} />
      <div className={styles.what}>
        <span className={styles.post}>
          {postName}
          {isDemonstration && <span className={styles.demo}>{m.demonstration}</span>}
        </span>
        <span className={styles.facts}>
          <abbr title={donorName}>{donor?.code}</abbr> · {moughataa ?? '—'}
        </span>
        <span className={styles.facts}>
          {isIdle ? (
            m.notDue
          ) : (
            <>
              <strong>{m.told(m.marks[said?.what ?? due ?? 'plaque'], m.states[state])}</strong>
              {seenOn ? ` · ${m.seenOn(day(seenOn))}` : ''}
            </>
          )}
        </span>
        {said?.note && <span className={styles.note}>{said.note}</span>}
      </div>
      {pictured && (
        <img
          className={styles.thumbnail}
          src={`/api/visibility/checks/${pictured.id}/photo/thumbnail`}
          alt={m.photoOf(postName, day(pictured.seenOn))}
          loading="lazy"
        />
      )}
      {mayRecord && (
        <Button
          size="small"
          icon={<IconCamera aria-hidden="true" />}
          aria-label={m.checkAt(postName, donorName)}
          onClick={onCheck}
        >
          {m.check}
        </Button>
      )}
    </li>
  )
}
