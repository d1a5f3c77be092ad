import type { Way } from '@borne/api/contracts/ways'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './way-result.module.css'

/** The middle time and the one that nine journeys in ten stay under, what they rest on, the distance, and the fuel. */
export function WayHeadline({ way }: { way: Way }) {
  const m = useMessages(messages)
  const { distance, duration, litres } = useFormats()
  return (
    <>
      <dl className={styles.headline}>
        <div>
          <dt>{m.timeLabel}</dt>
          <dd>{duration(way.seconds)}</dd>
        </div>
        <div>
          <dt>{m.distanceLabel}</dt>
          <dd>{distance(way.lengthMetres)}</dd>
        </div>
        <div>
          <dt>{m.fuelLabel}</dt>
          <dd>{litres(way.litres)}</dd>
        </div>
      </dl>
      <p className={styles.spread}>
        {way.p90Seconds !== null && <strong>{m.nineInTen(duration(way.p90Seconds))}</strong>}{' '}
        <TaughtWords way={way} />
      </p>
    </>
  )
}

/** How many recorded passages stand behind the times. */
function TaughtWords({ way }: { way: Way }) {
  const m = useMessages(messages)
  const { percent } = useFormats()
  const taught = way.legs.flatMap((leg) =>
    leg.taught && leg.lengthMetres ? [{ ...leg.taught, lengthMetres: leg.lengthMetres }] : [],
  )
  const metres = taught.reduce((sum, leg) => sum + leg.share * leg.lengthMetres, 0)
  if (metres <= 0 || !way.lengthMetres) return m.untaught
  const least = Math.min(...taught.map(({ leastPassages }) => leastPassages))
  return m.taught(percent(metres / way.lengthMetres), least)
}
