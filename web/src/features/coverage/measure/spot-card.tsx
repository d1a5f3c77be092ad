import type { WhoComes } from '@borne/api/contracts/coverage'
import type { Position } from '@borne/geodata/geometry/position'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Geometry } from 'geojson'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import { IconButton } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import { alongCourse, type BorderSpot, positionAt } from '../border-course.ts'
import { approachLayers } from '../coverage-layers.ts'
import type { CoverageQuestion } from '../search.ts'
import { useSegmentName } from '../segment-name.ts'
import type { FiguresProps } from './border-figures.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { approachQuery, whoComesQuery } from './who-comes-query.ts'

const SHOWN_POSTS = 3
type Comer = WhoComes['posts'][number]

interface SpotCardProps extends FiguresProps {
  spot: BorderSpot
  /** Grows when a place is picked on the map or the chart: the card comes into view. */
  pickCount: number
}

/** Who gets to the chosen place of the border, how and in how long; the way of the chosen post is drawn. */
export function SpotCard({ coverage, course, search, spot, onSpot, edition, pickCount }: SpotCardProps) {
  const m = useMessages(measureMessages)
  const segment = course.find(({ segmentId }) => segmentId === spot.segmentId)
  const position = segment ? rounded(positionAt(segment, spot.metres)) : null
  const answer = useQuery(whoComesQuery(search, position, edition))
  const comers = answer.data?.posts.slice(0, SHOWN_POSTS) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = comers.find(({ postId }) => postId === chosen) ?? comers[0] ?? null
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (pickCount > 0) card.current?.scrollIntoView({ block: 'nearest' })
  }, [pickCount])
  return (
    <section ref={card} className={styles.spot} aria-label={m.spot}>
      <div className={styles.spotHead}>
        <h2>{m.spot}</h2>
        <IconButton
          label={m.spotClose}
          tip="below-end"
          icon={<IconX size={18} />}
          onClick={() => onSpot(null)}
        />
      </div>
      <Where coverage={coverage} course={course} spot={spot} />
      {answer.isPending && position && <Skeleton lines={3} />}
      {answer.isError && (
        <ErrorState problem={answer.error} what={m.spot} onRetry={() => void answer.refetch()} />
      )}
      {answer.isSuccess && comers.length === 0 && <p>{m.spotNobody}</p>}
      <ol className={styles.comers}>
        {comers.map((comer) => (
          <ComerRow
            key={comer.postId}
            comer={comer}
            name={coverage.posts.find(({ postId }) => postId === comer.postId)?.name ?? ''}
            isTimed={coverage.access.kmh !== null}
            isShown={comer === shown}
            onShow={() => setChosen(comer.postId)}
          />
        ))}
      </ol>
      {shown && <WayLink comer={shown} search={search} />}
      <ApproachOnMap comer={shown} position={position} search={search} edition={edition} />
    </section>
  )
}

/** To the metre: two clicks on one place are one question. */
function rounded([lon, lat]: Position): Position {
  return [Math.round(lon * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}

function Where({ coverage, course, spot }: Pick<SpotCardProps, 'coverage' | 'course' | 'spot'>) {
  const m = useMessages(measureMessages)
  const { number } = useFormats()
  const nameOf = useSegmentName()
  const told = coverage.segments.find(({ segmentId }) => segmentId === spot.segmentId)
  const along = alongCourse(course, spot)
  if (!told || along === null) return null
  return <p className={styles.muted}>{m.spotAt(nameOf(told), number(along / 1000, 1))}</p>
}

interface ComerRowProps {
  comer: Comer
  name: string
  /** The time off the road is counted. */
  isTimed: boolean
  isShown: boolean
  onShow(): void
}

function ComerRow({ comer, name, isTimed, isShown, onShow }: ComerRowProps) {
  const m = useMessages(measureMessages)
  const { distance, duration } = useFormats()
  return (
    <li>
      <button
        type="button"
        className={styles.comer}
        aria-pressed={isShown}
        title={m.showWay(name)}
        onClick={onShow}
      >
        <strong>{name}</strong>
        <strong className="number">{m.comes(duration(comer.p50Seconds))}</strong>
        <span>{m.comesLate(duration(comer.p90Seconds))}</span>
        <span>
          {comer.offRoadMetres >= 1
            ? m.comesBy(
                duration(comer.roadSeconds),
                distance(comer.offRoadMetres),
                isTimed ? duration(comer.offRoadSeconds) : null,
              )
            : m.comesRoadOnly(duration(comer.roadSeconds))}
        </span>
      </button>
    </li>
  )
}

/** The same way on the page of ways, with its turns. */
function WayLink({ comer, search }: { comer: Comer; search: CoverageQuestion }) {
  const m = useMessages(measureMessages)
  const { crossing, documented, presumed, presumedMetres, on, vehicle } = search
  const stops = `${comer.postId};${comer.leaves.join(',')}`
  return (
    <p>
      <Link to="/ways" search={{ stops, crossing, documented, presumed, presumedMetres, on, vehicle }}>
        {m.openWay}
      </Link>
    </p>
  )
}

interface ApproachProps {
  comer: Comer | null
  position: Position | null
  search: CoverageQuestion
  edition: number | null
}

/** Draws the way of a post to the place. Renders no DOM: the map owns the canvas. */
function ApproachOnMap({ comer, position, search, edition }: ApproachProps) {
  const asked = comer && { postId: comer.postId, leaves: rounded(comer.leaves as Position) }
  const { data: way } = useQuery(approachQuery(search, asked, edition))
  const key = JSON.stringify([comer?.leaves, position])
  const layers = useMemo(() => {
    const [leaves, spot] = JSON.parse(key) as [Position | null, Position | null]
    if (!leaves || !spot) return []
    const road = (way?.pieces.features ?? []).map(({ geometry }) => geometry as Geometry)
    return approachLayers(road, [leaves, spot])
  }, [way, key])
  useMapLayers('ways', layers)
  return null
}
