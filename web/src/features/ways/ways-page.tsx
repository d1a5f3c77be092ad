import type { Vehicle } from '@borne/api/contracts/road-state'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions } from '../../ui/network-options.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RoadStateChoice } from '../../ui/road-state-choice.tsx'
import { HereMark, RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { AvoidAreas } from './avoid-areas.tsx'
import { messages } from './messages.ts'
import { OnwardChoice } from './onward-choice.tsx'
import { PirogueWay } from './pirogue-way.tsx'
import type { WaysQuestion } from './search.ts'
import { StopList } from './stop-list.tsx'
import { type DraggedStop, StopMarkers } from './stop-markers.tsx'
import { readStops, replaceStop, type StopText, stopLetter, writeStops } from './stops.ts'
import { takeOther } from './take-other.ts'
import { isWayAsked, useNames, usePicking } from './use-stops.ts'
import { useWay } from './use-way.ts'
import { WayActions } from './way-actions.tsx'
import { WayOnMap } from './way-on-map.tsx'
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
  const [dragged, setDragged] = useState<DraggedStop | null>(null)
  const asked = readStops(search.stops)
  const stops = dragged ? replaceStop(asked, dragged.index, dragged.stop) : asked
  const way = useWay(search, dragged && stops)
  const { answer } = way
  const taken = dragged ? undefined : search.other
  const shown = useMemo(() => answer && takeOther(answer, taken), [answer, taken])
  const names = useNames(answer)

  const change = (next: Partial<WaysQuestion>) => navigate({ search: (old) => ({ ...old, ...next }) })
  const setStops = (next: StopText[]) => change({ stops: writeStops(next), other: undefined })
  const take = (other: number | undefined) => change({ other })
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
        <WayOptions search={search} vehicles={settings.vehicles} onChange={change} />
      </div>
      <RoadsLoading here={way.here} />
      {way.isHere && way.isSilent && <HereMark />}
      {isWayAsked(stops) && !answer && !way.refusal && <Skeleton lines={6} />}
      {way.refusal && <ErrorState problem={way.refusal} what={m.title} onRetry={way.askAgain} />}
      {answer && shown && (
        <StaleVeil isStale={way.isStale}>
          <WayResult
            answer={answer}
            way={shown}
            isHere={way.isHere}
            vehicles={settings.vehicles}
            taken={taken}
            onTake={take}
            onAllow={change}
            onDrySeason={() => change({ on: undefined })}
            onShow={(bbox) => camera.show({ bbox })}
          >
            {search.onward && (
              <PirogueWay
                way={answer}
                vehicles={settings.vehicles}
                mayCross={search.crossing ?? false}
                onShow={(bbox) => camera.show({ bbox })}
              />
            )}
          </WayResult>
          {shown.pieces.features.length > 0 && <WayActions way={shown} />}
        </StaleVeil>
      )}
      <RoadsOffer here={way.here} />
      <WayOnMap
        answer={answer}
        way={shown}
        taken={taken}
        onTake={take}
        isStale={way.isStale}
        isMoving={dragged !== null}
      />
      <StopMarkers
        stops={asked}
        way={answer}
        zoom={picking.zoom}
        nameOf={names.nameOf}
        onDrag={(next) => {
          way.prepare()
          setDragged(next)
        }}
        onDrop={({ index, stop }) => {
          setDragged(null)
          setStops(replaceStop(asked, index, stop))
        }}
      />
    </Panel>
  )
}

interface WayOptionsProps {
  search: WaysQuestion
  vehicles: readonly Vehicle[]
  onChange(change: Partial<WaysQuestion>): void
}

function WayOptions({ search, vehicles, onChange }: WayOptionsProps) {
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
        <OnwardChoice
          onward={search.onward}
          vehicles={vehicles}
          onChange={(onward) => onChange({ onward })}
        />
        <AvoidAreas avoid={search.avoid} onChange={(avoid) => onChange({ avoid })} />
      </div>
    </details>
  )
}
