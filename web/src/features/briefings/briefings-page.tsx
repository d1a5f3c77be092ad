import type { BriefingRow } from '@borne/api/contracts/briefings'
import { searchKey } from '@borne/geodata/geometry/search-key'
import { IconPresentation, IconRosette, IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button, iconClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { BriefingLine } from './briefing-line.tsx'
import styles from './briefings.module.css'
import { briefingsQuery } from './briefings-queries.ts'
import { listMessages } from './list-messages.ts'
import { NewBriefingDialog } from './new-briefing-dialog.tsx'

const route = getRouteApi('/briefings')

/** Every briefing, the one changed last first. */
export function BriefingsPage() {
  const m = useMessages(listMessages)
  const formats = useFormats()
  const { q, archived } = route.useSearch()
  const mayEdit = usePermission('briefings.edit')
  const [isAdding, setIsAdding] = useState(false)
  const { data, error, refetch } = useQuery(briefingsQuery(archived))
  const all = data?.items ?? []
  const shown = chooseBriefings(all, q)
  const add = mayEdit && (
    <Button
      variant="primary"
      icon={<IconPresentation aria-hidden="true" />}
      onClick={() => setIsAdding(true)}
    >
      {m.add}
    </Button>
  )
  return (
    <Panel
      title={m.title}
      subtitle={all.length > 0 ? m.counted(formats.number(shown.length), shown.length) : undefined}
      actions={
        <>
          <VisibilityLink />
          <AudiencesLink />
        </>
      }
      footer={all.length > 0 && add}
    >
      <Filters />
      {error && !data && <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={6} />}
      {data && all.length === 0 && (
        <EmptyState
          icon={<IconPresentation aria-hidden="true" size={28} />}
          title={m.emptyTitle}
          action={add}
        >
          {m.emptyText}
        </EmptyState>
      )}
      {all.length > 0 && shown.length === 0 && <EmptyState title={m.noneTitle} />}
      {shown.length > 0 && (
        <ol className={styles.list} aria-label={m.list}>
          {shown.map((row) => (
            <BriefingLine key={row.id} row={row} />
          ))}
        </ol>
      )}
      {isAdding && <NewBriefingDialog onClose={() => setIsAdding(false)} />}
    </Panel>
  )
}

function Filters() {
  const m = useMessages(listMessages)
  const { q, archived } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <div className={styles.filters}>
      <input
        type="search"
        aria-label={m.search}
        placeholder={m.search}
        value={q ?? ''}
        onChange={(event) =>
          void navigate({ search: (old) => ({ ...old, q: event.target.value || undefined }), replace: true })
        }
      />
      <Checkbox
        label={m.archived}
        checked={archived ?? false}
        onChange={(isOn) =>
          void navigate({ search: (old) => ({ ...old, archived: isOn || undefined }), replace: true })
        }
      />
    </div>
  )
}

function VisibilityLink() {
  const m = useMessages(listMessages)
  if (!usePermission('visibility.read')) return null
  return (
    <Link
      to="/visibility"
      className={iconClass('below-end')}
      aria-label={m.visibility}
      data-tip={m.visibility}
    >
      <IconRosette aria-hidden="true" />
    </Link>
  )
}

function AudiencesLink() {
  const m = useMessages(listMessages)
  if (!usePermission('audiences.manage')) return null
  return (
    <Link
      to="/briefings/audiences"
      className={iconClass('below-end')}
      aria-label={m.audiences}
      data-tip={m.audiences}
    >
      <IconShieldLock aria-hidden="true" />
    </Link>
  )
}

function chooseBriefings(rows: readonly BriefingRow[], asked: string | undefined): readonly BriefingRow[] {
  const words = searchKey(asked ?? '')
    .split(' ')
    .filter(Boolean)
  return rows.filter(({ title }) => {
    const key = searchKey(`${title.fr} ${title.en}`)
    return words.every((word) => key.includes(word))
  })
}
