import type { NoWay } from '@borne/api/contracts/ways'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { RoadCauseText } from '../../ui/road-cause-text.tsx'
import { messages } from './messages.ts'
import styles from './no-way-card.module.css'
import { type Extent, extentOf } from './way-extent.ts'

interface ClosedByProps {
  closedBy: NoWay['closedBy']
  onShow(extent: Extent): void
  onDrySeason(): void
}

/** What closes the way on the day, in the order of travel, and the way that the dry season would leave. */
export function ClosedBy({ closedBy, onShow, onDrySeason }: ClosedByProps) {
  const m = useMessages(messages).noWay
  return (
    <>
      <ol className={styles.closures}>
        {closedBy.map((closed, index) => (
          <li key={index}>
            <RoadCauseText cause={closed} /> <WhereClosed closed={closed} />{' '}
            <button type="button" className={styles.link} onClick={() => onShow(extentOf([closed.position]))}>
              {m.show}
            </button>
          </li>
        ))}
      </ol>
      <Button className={styles.offer} onClick={onDrySeason}>
        {m.drySeason}
      </Button>
    </>
  )
}

function WhereClosed({ closed }: { closed: NoWay['closedBy'][number] }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  if (!closed.near) return null
  return m.near(closed.near.name, distance(Math.max(100, Math.round(closed.near.distanceMetres / 100) * 100)))
}
