import { IconRouteScan } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { TrackDetailView } from './track-detail.tsx'
import { TrackLine } from './track-line.tsx'
import { trackMessages } from './track-messages.ts'
import { TrackUpload } from './track-upload.tsx'
import styles from './tracks.module.css'
import { tracksQuery } from './tracks-query.ts'

/** Recorded tracks: sent, read, and what each of them taught; one of them opened takes the place of the list. */
export function TracksTab() {
  const m = useMessages(trackMessages)
  const { track: openedId } = useSearch({ from: '/roads' })
  const mayUpload = usePermission('tracks.upload')
  if (openedId) return <TrackDetailView key={openedId} trackId={openedId} />
  return (
    <>
      {mayUpload ? <TrackUpload /> : <p className={`${styles.muted} ${styles.plain}`}>{m.restricted}</p>}
      <TrackList />
    </>
  )
}

function TrackList() {
  const m = useMessages(trackMessages)
  const { number } = useFormats()
  const { data, error, refetch } = useQuery(tracksQuery)
  if (error && !data) return <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  const { items, total } = data
  if (items.length === 0) {
    return (
      <EmptyState icon={<IconRouteScan aria-hidden="true" size={28} />} title={m.emptyTitle}>
        {m.emptyText}
      </EmptyState>
    )
  }
  return (
    <>
      {total > items.length && (
        <p className={styles.plain}>{m.truncated(number(items.length), number(total))}</p>
      )}
      <ul className={styles.list} aria-label={m.list}>
        {items.map((track) => (
          <TrackLine key={track.id} track={track} />
        ))}
      </ul>
    </>
  )
}
