import type { Isochrones } from '@borne/api/contracts/roads'
import { IconMapPin } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { useMapPick } from '../../map/pick.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions } from '../../ui/network-options.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { RoadStateChoice } from '../../ui/road-state-choice.tsx'
import { sequentialColours } from '../../ui/sequential-scale.ts'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useTheme } from '../../ui/theme.ts'
import { isochroneLayers } from './area-layers.ts'
import styles from './areas.module.css'
import controls from './controls.module.css'
import type { CoveragePartProps } from './coverage-part.ts'
import { isochronesQuery } from './isochrone-query.ts'
import { messages } from './messages.ts'
import { MinutesSlider } from './minutes-slider.tsx'

/** How far one gets from a point or a post, as areas. */
export function IsochronePart({ search, onChange, minutes, isMoving, onMinutes }: CoveragePartProps) {
  const m = useMessages(messages)
  const settings = useRoadSettings()
  const position = useStart(search.from)
  const answer = useQuery(isochronesQuery(search, position))
  const shown = position && !answer.isError ? answer.data : undefined
  const isStale = answer.isPlaceholderData || isMoving
  const layers = useMemo(
    () => (shown && position ? isochroneLayers(shown, position, isStale) : []),
    [shown, position, isStale],
  )
  useMapLayers('coverage', layers)
  return (
    <>
      <div className={controls.controls}>
        <StartChoice from={search.from} onChange={(from) => onChange({ from })} />
        <MinutesSlider label={m.minutes} minutes={minutes} onChange={onMinutes} />
        <RoadStateChoice choice={search} {...settings} onChange={onChange} />
        <details className={controls.options}>
          <summary>
            {m.options} <span>{m.optionsNow(search)}</span>
          </summary>
          <div className={controls.choices}>
            <NetworkOptions choice={search} onChange={onChange} />
          </div>
        </details>
      </div>
      {!position && <EmptyState title={m.noFrom}>{m.noFromText}</EmptyState>}
      {position && answer.isPending && <Skeleton lines={6} />}
      {position && answer.isError && (
        <ErrorState problem={answer.error} what={m.title} onRetry={() => void answer.refetch()} />
      )}
      {shown && (
        <StaleVeil isStale={isStale}>
          <IsochroneResult areas={shown} />
        </StaleVeil>
      )}
    </>
  )
}

/** The position that the address names: a point, or a post's. */
function useStart(from: string | undefined): [number, number] | null {
  const { data: posts } = useQuery(borderPostsQuery)
  const geometry = posts?.features.find(({ id }) => String(id) === from)?.geometry
  return useMemo(() => {
    if (geometry?.type === 'Point') return [geometry.coordinates[0] ?? 0, geometry.coordinates[1] ?? 0]
    const [lon, lat, ...rest] = (from ?? '').split(',').map(Number)
    const isPoint = lon !== undefined && lat !== undefined && rest.length === 0
    return isPoint && Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null
  }, [from, geometry])
}

function StartChoice({ from, onChange }: { from: string | undefined; onChange(from: string): void }) {
  const m = useMessages(messages)
  const { position } = useFormats()
  const { data: posts } = useQuery(borderPostsQuery)
  const [isAsking, setIsAsking] = useState(false)
  const start = useStart(from)
  const placed = (posts?.features ?? [])
    .filter(({ geometry }) => geometry)
    .sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'fr'))
  const isPost = placed.some(({ id }) => String(id) === from)
  const isPicking = isAsking || !start
  useMapPick(
    isPicking
      ? {
          cursor: 'crosshair',
          onPick: ([lon, lat]) => {
            setIsAsking(false)
            onChange(`${lon.toFixed(5)},${lat.toFixed(5)}`)
          },
        }
      : null,
  )
  return (
    <div className={styles.start}>
      <Field label={m.from}>
        {(control) => (
          <select
            {...control}
            value={isPost ? from : ''}
            onChange={(event) => {
              setIsAsking(false)
              onChange(event.target.value)
            }}
          >
            <option value="" disabled>
              {start && !isPost ? m.fromPoint(position(start)) : m.fromPost}
            </option>
            {placed.map(({ id, properties }) => (
              <option key={id} value={String(id)}>
                {properties.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button
        size="small"
        icon={<IconMapPin aria-hidden="true" />}
        aria-pressed={isPicking}
        onClick={() => setIsAsking(!isAsking)}
      >
        {m.pick}
      </Button>
      {isPicking && <p className={styles.note}>{m.picking}</p>}
    </div>
  )
}

function IsochroneResult({ areas }: { areas: Isochrones }) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance, duration } = useFormats()
  const bands = areas.areas.features.map(({ properties }) => properties).toReversed()
  const colours = sequentialColours(bands.length, theme)
  const longest = bands.at(-1)
  const isNothing = bands.every(({ reachedRoadMetres }) => reachedRoadMetres === 0)
  return (
    <>
      <PanelSection title={m.isochrones(duration((longest?.minutes ?? 0) * 60))}>
        {isNothing && <p className={styles.nothing}>{m.isochroneNone}</p>}
        <DataTable caption={m.isochrones(duration((longest?.minutes ?? 0) * 60))}>
          <thead>
            <tr>
              <th scope="col">{m.area}</th>
              <th scope="col" className="number">
                {m.reachedRoads}
              </th>
            </tr>
          </thead>
          <tbody>
            {bands.map(({ minutes, reachedRoadMetres }, index) => (
              <tr key={minutes}>
                <td>
                  <span className={styles.swatch} style={{ background: colours[index] }} aria-hidden="true" />
                  {duration(minutes * 60)}
                </td>
                <td className="number">{distance(reachedRoadMetres)}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </PanelSection>
      <StateUsedNote state={areas.state}>
        <p>
          {m.isochroneNote(distance(areas.reachMetres))}
          {areas.offRoadMetres >= FAR_OFF_ROAD_METRES &&
            ` ${m.isochroneOffRoad(distance(areas.offRoadMetres))}`}{' '}
          {m.computed(String(Math.round(areas.computeMilliseconds)))}.
        </p>
      </StateUsedNote>
    </>
  )
}

const FAR_OFF_ROAD_METRES = 250
