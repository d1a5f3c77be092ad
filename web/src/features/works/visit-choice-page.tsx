import type { WorksRow } from '@borne/api/contracts/works'
import { geodesicMetres } from '@borne/geodata/geometry/geodesic'
import { IconArrowLeft, IconCurrentLocation } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Panel } from '../../ui/panel.tsx'
import { EmptyState, Skeleton } from '../../ui/states.tsx'
import { useKept } from './kept-outbox.ts'
import { isVisit } from './kept-store.ts'
import { isRunning } from './stage-marks.ts'
import styles from './visit.module.css'
import { visitMessages } from './visit-messages.ts'
import { portfolioQuery } from './works-queries.ts'

type LonLat = readonly [number, number]
type Place = LonLat | 'unknown' | 'asked' | null

/** Where are you? The sites under works, the nearest first once the position is known. */
export function VisitChoicePage() {
  const m = useMessages(visitMessages)
  const { data } = useQuery(portfolioQuery)
  const [place, setPlace] = useState<Place>(null)
  const sites = useSites(data?.items ?? [], typeof place === 'object' ? place : null)
  function locate() {
    setPlace('asked')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPlace([coords.longitude, coords.latitude]),
      () => setPlace('unknown'),
      { enableHighAccuracy: false, timeout: 15_000, maximumAge: 120_000 },
    )
  }
  return (
    <Panel
      title={m.choose}
      subtitle={m.chooseText}
      back={
        <Link to="/works" className={styles.back} aria-label={m.back} title={m.back}>
          <IconArrowLeft aria-hidden="true" />
        </Link>
      }
    >
      <div className={styles.visit}>
        <Button
          icon={<IconCurrentLocation aria-hidden="true" />}
          className={styles.wide ?? ''}
          disabled={place === 'asked'}
          onClick={locate}
        >
          {place === 'asked' ? m.locating : m.nearest}
        </Button>
        {place === 'unknown' && <p className={styles.muted}>{m.noPosition}</p>}
        {!data && <Skeleton lines={6} />}
        {data && sites.length === 0 && <EmptyState title={m.noContract} />}
        <ul className={styles.choice}>
          {sites.map((site) => (
            <SiteLine key={site.row.id} site={site} />
          ))}
        </ul>
      </div>
    </Panel>
  )
}

interface Site {
  readonly row: WorksRow
  readonly distanceMetres: number | null
}

function SiteLine({ site: { row, distanceMetres } }: { site: Site }) {
  const m = useMessages(visitMessages)
  const { distance } = useFormats()
  const accountId = useSignedIn()?.accountId
  const isDraft = useKept(accountId)?.some((kept) => isVisit(kept) && kept.draft.contractId === row.id)
  return (
    <li>
      <Link to="/works/$contractId/visit" params={{ contractId: row.id }}>
        <span>
          {row.title}
          <small>
            {row.posts.map(({ name }) => name).join(', ')}
            {isDraft && ` · ${m.draft}`}
          </small>
        </span>
        {distanceMetres !== null && <span className="number">{distance(distanceMetres)}</span>}
      </Link>
    </li>
  )
}

/** The contracts under works by the distance of their nearest post, or by their names. */
function useSites(rows: readonly WorksRow[], place: LonLat | null): Site[] {
  const { data: posts } = useQuery(borderPostsQuery)
  const positions = new Map(
    posts?.features.flatMap(({ id, geometry }) =>
      geometry?.type === 'Point' ? [[String(id), geometry.coordinates as unknown as LonLat] as const] : [],
    ),
  )
  const distanceTo = (row: WorksRow) => {
    const distances = row.posts.flatMap(({ id }) => {
      const position = positions.get(id)
      return position && place ? [geodesicMetres([...position], [...place])] : []
    })
    return distances.length > 0 ? Math.min(...distances) : null
  }
  return rows
    .filter(({ stage, isArchived }) => isRunning(stage) && !isArchived)
    .map((row) => ({ row, distanceMetres: distanceTo(row) }))
    .sort(
      (a, b) =>
        (a.distanceMetres ?? Number.POSITIVE_INFINITY) - (b.distanceMetres ?? Number.POSITIVE_INFINITY) ||
        a.row.title.localeCompare(b.row.title),
    )
}
