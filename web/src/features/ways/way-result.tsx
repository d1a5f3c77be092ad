import type { Vehicle } from '@borne/api/contracts/road-state'
import type { Way, WayCrossing, WayLeg } from '@borne/api/contracts/ways'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { DataTable } from '../../ui/table.tsx'
import { fuelMessages } from './fuel-messages.ts'
import { messages } from './messages.ts'
import { NoWayCard, type WayAllowance } from './no-way-card.tsx'
import { OtherWays } from './other-ways.tsx'
import { Remarks } from './remarks.tsx'
import { useStopNames } from './stop-names.ts'
import { TurnList } from './turn-list.tsx'
import { type Extent, extentOf } from './way-extent.ts'
import { WayFuel } from './way-fuel.tsx'
import { WayHeadline } from './way-headline.tsx'
import styles from './way-result.module.css'
import { WayShares } from './way-shares.tsx'

interface WayResultProps {
  /** As it was answered. */
  answer: Way
  /** The same with the taken way in its place. */
  way: Way
  /** Computed in this browser. */
  isHere: boolean
  vehicles: readonly Vehicle[]
  taken: number | undefined
  onTake(other: number | undefined): void
  onAllow(allowance: WayAllowance): void
  onDrySeason(): void
  onShow(extent: Extent): void
  /** After the other ways: the one by pirogue. */
  children?: ReactNode
}

/** What the way amounts to, what it crosses, what is not known of it. */
export function WayResult({
  answer,
  way,
  isHere,
  vehicles,
  taken,
  onTake,
  onAllow,
  onDrySeason,
  onShow,
  children,
}: WayResultProps) {
  const m = useMessages(messages)
  const names = useStopNames(way.stops)
  const missing = way.legs.filter((leg) => leg.noWay !== null)
  return (
    <>
      <p className={styles.question}>{names.join(' → ')}</p>
      {way.seconds !== null && <WayHeadline way={way} />}
      {missing.map((leg) => (
        <NoWayCard
          key={leg.fromStop}
          leg={leg}
          names={names}
          way={way}
          onAllow={onAllow}
          onDrySeason={onDrySeason}
          onShow={onShow}
        />
      ))}
      {missing.length > 0 && way.legs.length > missing.length && (
        <p className={styles.note}>{m.totalUnknown}</p>
      )}
      {way.crossingCount > 0 && <Crossings way={way} onShow={onShow} />}
      <Remarks way={way} names={names} />
      <OtherWays way={answer} taken={taken} onTake={onTake} />
      {children}
      {way.byGrade && way.bySurface && (
        <>
          <WayShares title={m.byGrade} shares={way.byGrade} names={m.grades} withSamples />
          <WayShares title={m.bySurface} shares={way.bySurface} names={m.surfaces} />
        </>
      )}
      {way.seconds !== null && <WayFuel way={way} vehicles={vehicles} />}
      {way.legs.length > 1 && <Legs legs={way.legs} names={names} />}
      <TurnList way={way} names={names} onShow={onShow} />
      <MethodNote way={way} isHere={isHere} />
    </>
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

function Legs({ legs, names }: { legs: readonly WayLeg[]; names: readonly string[] }) {
  const m = useMessages(messages)
  const fuelWords = useMessages(fuelMessages)
  const { distance, duration, number } = useFormats()
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
            <th scope="col" className="number">
              {fuelWords.litres}
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
              <td className="number">{number(leg.litres, 1)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PanelSection>
  )
}

function MethodNote({ way, isHere }: { way: Way; isHere: boolean }) {
  const m = useMessages(messages)
  const { number } = useFormats()
  const milliseconds = way.computeMilliseconds
  const computed = isHere ? m.computedHere : m.computed
  return (
    <StateUsedNote state={way.state}>
      <p>
        {m.method} {m.elevation}{' '}
        <span title={computed(number(milliseconds, 1))}>{computed(number(milliseconds, 0))}.</span>
      </p>
    </StateUsedNote>
  )
}
