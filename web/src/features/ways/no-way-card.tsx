import type { NoWay, Way, WayLeg, WayOffer } from '@borne/api/contracts/ways'
import { IconRouteOff } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ClosedBy } from './closed-by.tsx'
import { messages } from './messages.ts'
import styles from './no-way-card.module.css'
import { type Extent, extentOf } from './way-extent.ts'

/** What the person allows by hand. */
export interface WayAllowance {
  crossing?: true
  documented?: undefined
  presumed?: true
  presumedMetres?: number
}

interface NoWayCardProps {
  leg: WayLeg
  way: Way
  names: readonly string[]
  onAllow(allowance: WayAllowance): void
  onDrySeason(): void
  onShow(extent: Extent): void
}

/** Why a leg has no known way, and what could be allowed to find one. */
export function NoWayCard({ leg, way, names, onAllow, onDrySeason, onShow }: NoWayCardProps) {
  const m = useMessages(messages)
  const noWay = leg.noWay
  if (!noWay) return null
  const from = names[leg.fromStop] ?? ''
  const to = names[leg.toStop] ?? ''
  return (
    <section className={styles.card}>
      <h2>
        <IconRouteOff size={20} aria-hidden="true" />
        {noWay.reason === 'closed' ? m.noWay.closedTitle(from, to) : m.noWay.title(from, to)}
      </h2>
      <Why noWay={noWay} from={from} to={to} way={way} names={names} />
      {noWay.reason === 'closed' && (
        <ClosedBy closedBy={noWay.closedBy} onShow={onShow} onDrySeason={onDrySeason} />
      )}
      <GapWords noWay={noWay} onShow={onShow} />
      {noWay.offers.length > 0 && (
        <ul className={styles.offers}>
          {noWay.offers.map((offer, index) => (
            <li key={offer.allow.join()}>
              <Offer offer={offer} isFirst={index === 0} onAllow={onAllow} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface WhyProps {
  noWay: NoWay
  from: string
  to: string
  way: Way
  names: readonly string[]
}

function Why({ noWay, from, to, way, names }: WhyProps) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  if (noWay.reason === 'stop-off-network') {
    return noWay.offNetworkStops.map((stop) => {
      const metres = way.stops[stop]?.offRoadMetres
      const name = names[stop] ?? ''
      return (
        <p key={stop}>
          {metres == null ? m.noWay.offNetworkUnknown(name) : m.noWay.offNetwork(name, distance(metres))}
        </p>
      )
    })
  }
  const words = {
    closed: m.noWay.closed,
    'needs-permission': m.noWay.needs,
    'no-known-track': m.noWay.nothing,
  }
  return (
    <>
      {noWay.acrossBorderStops.map((stop) => (
        <p key={stop}>{m.noWay.beyond(names[stop] ?? '')}</p>
      ))}
      <p>{words[noWay.reason](from, to)}</p>
    </>
  )
}

function GapWords({ noWay, onShow }: { noWay: NoWay; onShow: NoWayCardProps['onShow'] }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const gap = noWay.smallestGap
  if (!gap) return null
  const length = distance(gap.lengthMetres)
  const place = gap.nearSettlement
  return (
    <p>
      {noWay.gapCount > 1
        ? place
          ? m.noWay.gapOfNear(noWay.gapCount, length, place)
          : m.noWay.gapOf(noWay.gapCount, length)
        : place
          ? m.noWay.gapNear(length, place)
          : m.noWay.gap(length)}{' '}
      <button type="button" className={styles.link} onClick={() => onShow(extentOf(gap.line))}>
        {m.noWay.seeGap}
      </button>
    </p>
  )
}

interface OfferProps {
  offer: WayOffer
  isFirst: boolean
  onAllow(allowance: WayAllowance): void
}

function Offer({ offer, isFirst, onAllow }: OfferProps) {
  const m = useMessages(messages)
  const { distance, duration } = useFormats()
  const words = offer.allow.map((permission) =>
    permission === 'presumed'
      ? m.noWay.allow.presumed(distance(offer.presumedMetres))
      : m.noWay.allow[permission],
  )
  return (
    <Button
      variant={isFirst ? 'primary' : 'plain'}
      className={styles.offer}
      onClick={() => onAllow(toAllowance(offer))}
    >
      <span>{words.join(m.noWay.and)}</span>
      <span className={styles.offerResult}>
        {m.noWay.offerResult(distance(offer.lengthMetres), duration(offer.seconds))}
      </span>
    </Button>
  )
}

function toAllowance({ allow, presumedMetres }: WayOffer): WayAllowance {
  return {
    ...(allow.includes('crossing') ? { crossing: true as const } : {}),
    ...(allow.includes('documented') ? { documented: undefined } : {}),
    ...(allow.includes('presumed') ? { presumed: true as const } : {}),
    ...(presumedMetres === null ? {} : { presumedMetres }),
  }
}
