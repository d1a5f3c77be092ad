import type { Track, TrackDetail } from '@borne/api/contracts/tracks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reasonOf, sendJson } from '../../platform/api.ts'
import { EDITS_KEY, renewRoads } from '../../platform/renew-roads.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { trackMessages } from './track-messages.ts'
import styles from './tracks.module.css'
import { isWorking, TRACKS_KEY } from './tracks-query.ts'
import { useOpenTrack } from './use-open-track.ts'

/** Matching a track again, and deleting it, which is asked once. */
export function TrackActions({ track }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const { number } = useFormats()
  const mayUpload = usePermission('tracks.upload')
  const mayManage = usePermission('tracks.manage')
  const { matchAgain, remove, isPending } = useTrackActions(track)
  const [isAsking, setIsAsking] = useState(false)
  if (!mayUpload) return null
  const mayRemove = track.isOwn || mayManage
  return (
    <div className={styles.buttons}>
      <Button size="small" disabled={isPending || isWorking(track)} onClick={() => void matchAgain()}>
        {m.matchAgain}
      </Button>
      {mayRemove && (
        <Button size="small" variant="danger" disabled={isPending} onClick={() => setIsAsking(true)}>
          {m.remove}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={m.removeTitle(track.name)}
        confirmLabel={m.remove}
        onConfirm={() => {
          setIsAsking(false)
          void remove()
        }}
        onCancel={() => setIsAsking(false)}
      >
        {m.removeText(number(track.passageCount))}
      </ConfirmDialog>
    </div>
  )
}

function useTrackActions({ id, name }: Track) {
  const m = useMessages(trackMessages)
  const toast = useToast()
  const open = useOpenTrack()
  const client = useQueryClient()
  const { mutateAsync, isPending } = useMutation<unknown, Error, { method: 'POST' | 'DELETE'; path: string }>(
    {
      mutationFn: ({ method, path }) => sendJson(method, `/api/tracks/${id}${path}`),
      onSettled: (_answer, _error, { method }) => {
        if (method === 'DELETE') client.removeQueries({ queryKey: [TRACKS_KEY, id] })
        return Promise.all([
          client.invalidateQueries({ queryKey: [TRACKS_KEY] }),
          client.invalidateQueries({ queryKey: [EDITS_KEY] }),
          renewRoads(client),
        ])
      },
    },
  )
  async function tell(work: Promise<unknown>, done: string, then?: () => void) {
    try {
      await work
      toast.show(done)
      then?.()
    } catch (error) {
      toast.show(m.failedToast(reasonOf(error)))
    }
  }
  return {
    isPending,
    matchAgain: () => tell(mutateAsync({ method: 'POST', path: '/match' }), m.matchedAgain(name)),
    remove: () => tell(mutateAsync({ method: 'DELETE', path: '' }), m.removed(name), () => open(null)),
  }
}
