import type { Mission } from '@borne/api/contracts/missions'
import type { Track } from '@borne/api/contracts/tracks'
import { IconUnlink } from '@tabler/icons-react'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { getJson, sendJson } from '../../../platform/api.ts'
import { usePermission } from '../../../platform/use-permission.ts'
import { buttonClass, IconButton } from '../../../ui/button.tsx'
import { addDays } from '../../../ui/days.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { missionQuery } from '../missions-queries.ts'
import styles from './day.module.css'
import { doneMessages } from './done-messages.ts'
import { useMoment } from './use-moment.ts'

const MOST_TRACKS = 1000
const tracksQuery = queryOptions({
  queryKey: ['tracks', 'of-missions'],
  queryFn: ({ signal }) => getJson<{ items: Track[] }>('/api/tracks', { limit: MOST_TRACKS }, signal),
})

/** The recorded tracks of a mission; those of its days come first to be chosen. */
export function TracksPart({ mission }: { mission: Mission }) {
  const m = useMessages(doneMessages)
  const mayLink = usePermission('missions.plan')
  const { data, error, refetch } = useQuery(tracksQuery)
  const { link, unlink } = useTrackLinks(mission.id)
  if (error && !data)
    return <ErrorState problem={error} what={m.tracksFailed} onRetry={() => void refetch()} />
  const tracks = data?.items ?? []
  return (
    <PanelSection title={m.tracks}>
      <p className={styles.muted}>{m.tracksHint}</p>
      {mission.trackIds.length === 0 && tracks.length === 0 && (
        <EmptyState
          title={m.noTracks}
          action={
            <Link to="/roads" className={buttonClass('plain', 'small')}>
              {m.toTracks}
            </Link>
          }
        >
          {m.noTracksText}
        </EmptyState>
      )}
      {mission.trackIds.length > 0 && (
        <ul className={styles.list} aria-label={m.tracks}>
          {mission.trackIds.map((trackId) => (
            <TrackLine
              key={trackId}
              track={tracks.find(({ id }) => id === trackId)}
              onUnlink={mayLink ? () => unlink.mutate(trackId) : undefined}
            />
          ))}
        </ul>
      )}
      {mayLink && tracks.length > 0 && (
        <TrackChoice mission={mission} tracks={tracks} onChoose={(trackId) => link.mutate(trackId)} />
      )}
      <FormProblem error={link.error ?? unlink.error} />
    </PanelSection>
  )
}

function useTrackLinks(missionId: string) {
  const client = useQueryClient()
  const onSuccess = (mission: Mission) => client.setQueryData(missionQuery(missionId).queryKey, mission)
  const send = (method: 'PUT' | 'DELETE') => (trackId: string) =>
    sendJson<Mission>(method, `/api/missions/${missionId}/tracks/${trackId}`)
  return {
    link: useMutation({ mutationFn: send('PUT'), onSuccess }),
    unlink: useMutation({ mutationFn: send('DELETE'), onSuccess }),
  }
}

interface TrackLineProps {
  track: Track | undefined
  onUnlink: (() => void) | undefined
}

function TrackLine({ track, onUnlink }: TrackLineProps) {
  const m = useMessages(doneMessages)
  const formats = useFormats()
  const moment = useMoment()
  const metres = track ? (track.matchedMetres ?? 0) + (track.unmatchedMetres ?? 0) : 0
  return (
    <li className={styles.track}>
      <span>
        <strong>{track?.name ?? m.lost}</strong>
        {track?.startedAt && ` · ${moment(track.startedAt)}`}
        {metres > 0 && ` · ${formats.distance(metres)}`}
      </span>
      {onUnlink && (
        <IconButton
          label={m.detach(track?.name ?? m.lost)}
          icon={<IconUnlink />}
          tip="before"
          onClick={onUnlink}
        />
      )}
    </li>
  )
}

interface TrackChoiceProps {
  mission: Mission
  tracks: readonly Track[]
  onChoose(trackId: string): void
}

function TrackChoice({ mission, tracks, onChoose }: TrackChoiceProps) {
  const m = useMessages(doneMessages)
  const moment = useMoment()
  const isOfDays = ({ startedAt, endedAt }: Track) =>
    startedAt !== null && endedAt !== null && startedAt < addDays(mission.until, 1) && endedAt >= mission.from
  const open = tracks
    .filter(({ id, state }) => state !== 'refused' && !mission.trackIds.includes(id))
    .toSorted((a, b) => Number(isOfDays(b)) - Number(isOfDays(a)))
  if (open.length === 0) return null
  return (
    <select aria-label={m.choose} value="" onChange={({ target }) => target.value && onChoose(target.value)}>
      <option value="">{m.choose}</option>
      {open.map(({ id, name, startedAt }) => (
        <option key={id} value={id}>
          {startedAt ? `${name}, ${moment(startedAt)}` : name}
        </option>
      ))}
    </select>
  )
}
