import type { Way, WayCrossing, WayLeg } from '@borne/api/contracts/ways'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { DataTable } from '../../ui/table.tsx'
import { messages } from './messages.ts'
import { NoWayCard, type WayAllowance } from './no-way-card.tsx'
import { useStopNames } from './stop-names.ts'
import { type Extent, extentOf } from './way-extent.ts'
import styles from './way-result.module.css'
import { WayShares } from './way-shares.tsx'

interface WayResultProps {
  way: Way
  onAllow(allowance: WayAllowance): void
  onShow(extent: Extent): void
}

/** What the way amounts to, what it crosses, what is not known of it. */
export function WayResult({ way, onAllow, onShow }: WayResultProps) {
  const m = useMessages(messages)
  const names = useStopNames(way.stops)
  const missing = way.legs.filter((leg) => leg.noWay !== null)
  return (
    <>
      <p className={styles.question}>{names.join(' → ')}</p>
      {way.seconds !== null && <Headline way={way} />}
      {missing.map((leg) => (
        <NoWayCard key={leg.fromStop} leg={leg} names={names} way={way} onAllow={onAllow} onShow={onShow} />
      ))}
      {missing.length > 0 && way.legs.length > missing.length && (
        <p className={styles.note}>{m.totalUnknown}</p>
      )}
      {way.crossingCount > 0 && <Crossings way={way} onShow={onShow} />}
      {way.byGrade && way.bySurface && (
        <>
          <WayShares title={m.byGrade} shares={way.byGrade} names={m.grades} withSamples />
          <WayShares title={m.bySurface} shares={way.bySurface} names={m.surfaces} />
        </>
      )}
      <Remarks way={way} names={names} />
      {way.legs.length > 1 && <Legs legs={way.legs} names={names} />}
      <MethodNote way={way} />
    </>
  )
}

function Headline({ way }: { way: Way }) {
  const m = useMessages(messages)
  const { distance, duration } = useFormats()
  return (
    <dl className={styles.headline}>
      <div>
        <dt>{m.timeLabel}</dt>
        <dd>{duration(way.seconds)}</dd>
      </div>
      <div>
        <dt>{m.distanceLabel}</dt>
        <dd>{distance(way.lengthMetres)}</dd>
      </div>
    </dl>
  )
}

function Crossings({ way, onShow }: { way: Way; onShow: WayResultProps['onShow'] }) {
  const m = useMessages(messages)
  const crossings = way.legs.flatMap((leg) => leg.crossings)
  return (
    <section className={styles.alarm}>
      <h2>
        <IconAlertTriangle size={18} aria-hidden="true" />
        {m.crossings(way.crossingCount)}
      </h2>
      <ol>
        {crossings.map((crossing, index) => (
          <li key={index}>
            <button type="button" onClick={() => onShow(extentOf([crossing.position]))}>
              <CrossingWords crossing={crossing} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function CrossingWords({ crossing }: { crossing: WayCrossing }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const country = (code: string) => m.countries[code] ?? m.elsewhere
  const where = crossing.near
    ? m.near(crossing.near.name, distance(roundToHundred(crossing.near.distanceMetres)))
    : m.noNear
  return (
    <>
      <strong>{m.crossingLine(country(crossing.from), country(crossing.to))}</strong>
      {crossing.byFerry ? ` ${m.byFerry}` : ''}, {where}
    </>
  )
}

/** The border line is no finer than this. */
function roundToHundred(metres: number): number {
  return Math.max(100, Math.round(metres / 100) * 100)
}

/** What must be known before one relies on the figures. */
function Remarks({ way, names }: { way: Way; names: readonly string[] }) {
  const m = useMessages(messages)
  const { distance, list } = useFormats()
  const documented = way.byGrade?.documented.lengthMetres ?? 0
  const presumed = way.byGrade?.presumed.lengthMetres ?? 0
  const hasFerry = (way.bySurface?.ferry.lengthMetres ?? 0) > 0
  const unconfirmed = names.filter((_, index) => way.stops[index]?.isPositionUnconfirmed)
  const remarks = [
    documented > 0 && m.schematicDetail(distance(documented)),
    presumed > 0 && m.presumedDetail(distance(presumed)),
    hasFerry && m.ferryDetail(1),
    unconfirmed.length > 0 && m.unconfirmedDetail(list(unconfirmed)),
    ...way.stops.map((stop, index) =>
      (stop.offRoadMetres ?? 0) >= FAR_OFF_ROAD_METRES
        ? m.offRoad(names[index] ?? '', distance(stop.offRoadMetres))
        : false,
    ),
  ].filter((remark) => remark !== false)
  if (remarks.length === 0) return null
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}

/** Below this, the stop is at the road as far as the map can tell. */
const FAR_OFF_ROAD_METRES = 250

function Legs({ legs, names }: { legs: readonly WayLeg[]; names: readonly string[] }) {
  const m = useMessages(messages)
  const { distance, duration } = useFormats()
  return (
    <PanelSection title={m.legs}>
      <DataTable caption={m.legs}>
        <thead>
          <tr>
            <th scope="col">{m.legColumn}</th>
            <th scope="col" className="number">
              {m.distanceLabel}
            </th>
            <th scope="col" className="number">
              {m.timeLabel}
            </th>
          </tr>
        </thead>
        <tbody>
          {legs.map((leg) => (
            <tr key={leg.fromStop}>
              <td>
                {names[leg.fromStop]} → {names[leg.toStop]}
                {leg.noWay && <span className={styles.missing}> {m.noWayShort}</span>}
              </td>
              <td className="number">{distance(leg.lengthMetres)}</td>
              <td className="number">{duration(leg.seconds)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PanelSection>
  )
}

function MethodNote({ way }: { way: Way }) {
  const m = useMessages(messages)
  const { number } = useFormats()
  const milliseconds = way.computeMilliseconds
  return (
    <StateUsedNote state={way.state}>
      <p>
        {m.method}{' '}
        <span title={m.computed(number(milliseconds, 1))}>{m.computed(number(milliseconds, 0))}.</span>
      </p>
    </StateUsedNote>
  )
}
