import type { TrackDetail } from '@borne/api/contracts/tracks'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useMapLayers } from '../../map/layers.ts'
import { vehiclesQuery } from '../../platform/road-settings-query.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { LineKey } from '../../ui/line-key.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { useTheme } from '../../ui/theme.ts'
import { bboxOfLines } from './bbox-of-lines.ts'
import { TrackActions } from './track-actions.tsx'
import { PART_COLOURS, PART_DASHES, trackLayers } from './track-layers.ts'
import { trackMessages } from './track-messages.ts'
import { TrackProgressBar } from './track-progress-bar.tsx'
import { TrackProposals } from './track-proposals.tsx'
import { TrackReportView } from './track-report.tsx'
import styles from './tracks.module.css'
import { isWorking, trackQuery } from './tracks-query.ts'
import { useOpenTrack } from './use-open-track.ts'

/** A track with its course on the map, what was read of it, and what it proposes. */
export function TrackDetailView({ trackId }: { trackId: string }) {
  const m = useMessages(trackMessages)
  const open = useOpenTrack()
  const { data, error, refetch } = useQuery(trackQuery(trackId))
  return (
    <>
      <div className={styles.back}>
        <Button
          size="small"
          variant="quiet"
          icon={<IconArrowLeft aria-hidden="true" />}
          onClick={() => open(null)}
        >
          {m.back}
        </Button>
      </div>
      {error && !data && <ErrorState problem={error} what={m.oneFailed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={8} />}
      {data && <TrackSheet track={data} />}
    </>
  )
}

function TrackSheet({ track }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useTrackOnMap(track)
  return (
    <>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {track.name}
          {track.isDemonstration && <span className={styles.mark}>{m.demonstration}</span>}
        </h2>
        {isWorking(track) && <TrackProgressBar track={track} />}
        {track.refusal && (
          <p role="alert">
            <span className={styles.failure}>{track.refusal.title}</span>
            <br />
            {track.refusal.detail}
          </p>
        )}
        {track.isOutdated && <p className={styles.muted}>{m.outdated}</p>}
        <LengthKeys track={track} />
        <TrackFacts track={track} />
        <TrackActions track={track} />
      </div>
      {track.report && (
        <PanelSection title={m.report}>
          <TrackReportView track={track} />
        </PanelSection>
      )}
      {track.state === 'matched' && (
        <PanelSection title={m.proposals}>
          <TrackProposals track={track} />
        </PanelSection>
      )}
    </>
  )
}

/** Puts the course on the map and brings it into view, once. */
function useTrackOnMap({ lines }: TrackDetail) {
  const camera = useMapCamera()
  const shown = useRef(false)
  useMapLayers(
    'network',
    useMemo(() => trackLayers(lines), [lines]),
  )
  useEffect(() => {
    const bbox = bboxOfLines(lines)
    if (bbox && !shown.current) camera.show({ bbox })
    shown.current ||= bbox !== null
  }, [camera, lines])
}

/** Lengths beside the lines that the map draws: figures and legend in one. */
function LengthKeys({ track: { matchedMetres, unmatchedMetres } }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const { theme } = useTheme()
  const { distance } = useFormats()
  if (matchedMetres === null) return null
  const rows = [
    { part: 'matched', label: m.onRoads, length: matchedMetres },
    { part: 'unmatched', label: m.offRoads, length: unmatchedMetres },
  ] as const
  return (
    <dl className={styles.keys}>
      {rows.map(({ part, label, length }) => (
        <div key={part}>
          <dt>
            <LineKey colour={PART_COLOURS[theme][part]} dashes={PART_DASHES[part]} isRound /> {label}
          </dt>
          <dd className="number">{distance(length)}</dd>
        </div>
      ))}
    </dl>
  )
}

function TrackFacts({ track }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const nameOf = useOwnName()
  const { instant, bytes } = useFormats()
  const { data } = useQuery(vehiclesQuery)
  const vehicle = data?.items.find(({ id }) => id === track.vehicleId)
  const { startedAt, endedAt, uploadedAt, uploadedBy } = track
  return (
    <Facts>
      {startedAt && endedAt && <Fact label={m.driven}>{m.period(instant(startedAt), instant(endedAt))}</Fact>}
      <Fact label={m.vehicleFact}>{vehicle ? nameOf(vehicle) : track.vehicleId}</Fact>
      <Fact label={m.uploaded}>
        {uploadedBy ? m.by(instant(uploadedAt), uploadedBy) : instant(uploadedAt)}
      </Fact>
      <Fact label={m.file}>{bytes(track.fileBytes)}</Fact>
    </Facts>
  )
}
