import type { CoverageWithoutRoads, TimeGrid } from '@borne/api/contracts/coverage'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMapSurface } from '../../../map/surface.ts'
import { useMapTheme } from '../../../map/theme.ts'
import { sendJson } from '../../../platform/api.ts'
import { ROADS_KEY } from '../../../platform/renew-roads.ts'
import { askRoads } from '../../../platform/roads-worker/roads-here.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { sequentialColours } from '../../../ui/sequential-scale.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { bandOf } from '../border-bands.ts'
import type { CoverageQuestion } from '../search.ts'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { askedHere, questionOf } from './measure-query.ts'

const CELL_METRES = 1000
const OPACITY = 0.5
const STALE_OPACITY = 0.2

interface TimeSurfaceProps {
  coverage: CoverageWithoutRoads
  search: CoverageQuestion
  /** The edition of the roads that answer on this device; null: the server does. */
  edition: number | null
}

/** The time from the soonest post to each place of the region, in hexagons under the roads; its minutes move for free. */
export function TimeSurface({ coverage, search, edition }: TimeSurfaceProps) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const theme = useMapTheme()
  const grid = useQuery(timeGridQuery(search, edition))
  const { bands } = coverage
  const surface = useMemo(
    () => (grid.data ? surfaceOf(grid.data, bands, theme, grid.isPlaceholderData) : null),
    [grid.data, grid.isPlaceholderData, bands, theme],
  )
  useMapSurface(surface)
  if (grid.isError)
    return <ErrorState problem={grid.error} what={m.surface} onRetry={() => void grid.refetch()} />
  return (
    <p className={styles.note} role="status">
      {grid.data ? m.surfaceNote(distance(grid.data.cellMetres)) : m.surfaceLoading}
    </p>
  )
}

/** The times do not depend on the asked minutes, so they are asked without. */
function timeGridQuery(search: CoverageQuestion, edition: number | null) {
  const timeless = { ...search, minutes: undefined }
  const question = questionOf(timeless)
  return queryOptions({
    queryKey: [ROADS_KEY, 'time-grid', edition, question],
    queryFn: ({ signal }) =>
      edition === null
        ? sendJson<TimeGrid>('POST', '/api/coverage/time-grid', { question, cellMetres: CELL_METRES }, signal)
        : askRoads('time-grid', { ...askedHere(timeless), cellMetres: CELL_METRES }, signal),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** Cells beyond the asked minutes are left clear. */
function surfaceOf(grid: TimeGrid, bands: readonly number[], theme: 'day' | 'night', isStale: boolean) {
  const colours = sequentialColours(bands.length, theme)
  const cells = grid.centres.flatMap((at, index) => {
    const band = bandOf(grid.seconds[index], bands)
    return band === null ? [] : [{ at, colour: colours[bands.indexOf(band)]! }]
  })
  return {
    id: 'coverage-times',
    radiusMetres: grid.radiusMetres,
    cells,
    opacity: isStale ? STALE_OPACITY : OPACITY,
  }
}
