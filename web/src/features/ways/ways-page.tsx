import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMapCamera } from '../../map/camera.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions } from '../../ui/network-options.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RoadStateChoice } from '../../ui/road-state-choice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { messages } from './messages.ts'
import type { WaysQuestion } from './search.ts'
import { StopList } from './stop-list.tsx'
import { chosenLetters, readStops, type StopText, stopLetter, writeStops } from './stops.ts'
import { isWayAsked, useNames, usePicking } from './use-stops.ts'
import { WayActions } from './way-actions.tsx'
import { WayOnMap } from './way-on-map.tsx'
import { wayQuery } from './way-query.ts'
import { WayResult } from './way-result.tsx'
import styles from './ways-page.module.css'

const route = getRouteApi('/ways')

/** Choose stops, read the way between them. All that is asked is in the address. */
export function WaysPage() {
  const m = useMessages(messages)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const camera = useMapCamera()
  const settings = useRoadSettings()
  const stops = readStops(search.stops)
  const way = useQuery(wayQuery(search))
  const shown = isWayAsked(stops) && !way.isError ? way.data : undefined
  const names = useNames(way.data)

  const change = (next: Partial<WaysQuestion>) => navigate({ search: (old) => ({ ...old, ...next }) })
  const setStops = (next: StopText[]) => change({ stops: writeStops(next) })
  const picking = usePicking(stops, setStops, search.at)

  return (
    <Panel title={m.title} subtitle={isWayAsked(stops) ? undefined : m.intro}>
      <div className={styles.form}>
        <StopList
          stops={stops}
          nameOf={names.nameOf}
          picking={picking.index}
          onPick={picking.pick}
          onChange={setStops}
          onNamed={names.remember}
        />
        {picking.index !== null && <p className={styles.hint}>{m.choosing(stopLetter(picking.index))}</p>}
        <RoadStateChoice choice={search} {...settings} onChange={change} />
        <WayOptions search={search} onChange={change} />
      </div>
      {isWayAsked(stops) && way.isPending && <Skeleton lines={6} />}
      {isWayAsked(stops) && way.isError && (
        <ErrorState problem={way.error} what={m.title} onRetry={() => void way.refetch()} />
      )}
      {shown && (
        <StaleVeil isStale={way.isPlaceholderData}>
          <WayResult way={shown} onAllow={change} onShow={(bbox) => camera.show({ bbox })} />
          {shown.pieces.features.length > 0 && <WayActions way={shown} />}
        </StaleVeil>
      )}
      <WayOnMap way={shown} letters={chosenLetters(stops).join('')} isStale={way.isPlaceholderData} />
    </Panel>
  )
}

interface WayOptionsProps {
  search: WaysQuestion
  onChange(change: Partial<WaysQuestion>): void
}

function WayOptions({ search, onChange }: WayOptionsProps) {
  const m = useMessages(messages)
  return (
    <details className={styles.options}>
      <summary>
        {m.options} <span>{m.optionsNow(search)}</span>
      </summary>
      <div className={styles.choices}>
        <NetworkOptions choice={search} onChange={onChange} />
        <div className={styles.by}>
          <span>{m.shortest}</span>
          <Segmented
            label={m.shortest}
            options={[
              { value: 'time', label: m.byTime },
              { value: 'distance', label: m.byDistance },
            ]}
            value={search.by ?? 'time'}
            onChange={(by) => onChange({ by: by === 'time' ? undefined : by })}
          />
        </div>
      </div>
    </details>
  )
}
