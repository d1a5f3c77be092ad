import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { EditsTab } from '../features/road-edits/edits-tab.tsx'
import { usePermission } from '../platform/use-permission.ts'
import { useMessages } from '../ui/language.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Skeleton } from '../ui/states.tsx'
import styles from './complete-tab.module.css'
import { messages } from './messages.ts'

const TracksTab = lazy(async () => ({
  default: (await import('../features/tracks/tracks-tab.tsx')).TracksTab,
}))

/** Completing the network: corrections drawn by hand, and recorded tracks that tell of roads. */
export function CompleteTab() {
  const m = useMessages(messages)
  const { part, correction, edit } = useSearch({ from: '/roads' })
  const navigate = useNavigate({ from: '/roads' })
  const mayReadTracks = usePermission('tracks.read')
  const shown = part === 'tracks' && mayReadTracks ? 'tracks' : 'edits'
  const isEditing = correction === 'new' || (correction !== undefined && edit)
  return (
    <>
      {mayReadTracks && !isEditing && (
        <div className={styles.parts}>
          <Segmented
            label={m.completeParts}
            options={(['edits', 'tracks'] as const).map((value) => ({
              value,
              label: m.completePartNames[value],
            }))}
            value={shown}
            onChange={(next) =>
              void navigate({
                search: (old) => ({
                  ...old,
                  part: next === 'tracks' ? next : undefined,
                  correction: undefined,
                  track: undefined,
                }),
              })
            }
          />
        </div>
      )}
      {shown === 'edits' ? (
        <EditsTab />
      ) : (
        <Suspense fallback={<Skeleton lines={8} />}>
          <TracksTab />
        </Suspense>
      )}
    </>
  )
}
