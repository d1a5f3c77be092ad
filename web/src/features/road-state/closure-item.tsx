import type { Closure } from '@borne/api/contracts/road-state'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { shapeOf } from '../../map/shape.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { ClosureSign } from '../../ui/closure-sign.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { roadWords } from '../../ui/road-words.ts'
import { closureMessages } from './closure-messages.ts'
import styles from './closures.module.css'
import { useOpenClosure } from './closures-on-map.tsx'
import { ConfidenceBar } from './confidence-bar.tsx'
import type { ClosureStanding } from './sort-closures.ts'
import { useClosureWords } from './use-closure-words.ts'
import { useClosureActions } from './use-save-closure.ts'

interface ClosureItemProps {
  closure: Closure
  standing: ClosureStanding
  isOpen: boolean
  /** It touches no road of the network of the day. */
  isUnbound: boolean
}

/** One line of the list; opened, all that is known of the closure and what may be done with it. */
export function ClosureItem({ closure, standing, isOpen, isUnbound }: ClosureItemProps) {
  const m = useMessages(closureMessages)
  const words = useMessages(roadWords)
  const { day } = useFormats()
  const { causeOf, placeOf } = useClosureWords()
  const open = useOpenClosure()
  const id = useId()
  const item = useRef<HTMLLIElement>(null)
  useShowWhenOpened(closure, isOpen)
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const start = standing === 'coming' ? m.from(day(closure.startsAt)) : m.since(day(closure.startsAt))
  return (
    <li ref={item} className={styles.item} data-open={isOpen} data-past={standing !== 'acting'}>
      <button
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => open(isOpen ? null : closure.id)}
      >
        <ClosureSign effect={closure.effect} />
        <span className={styles.words}>
          <span className={styles.title}>
            {causeOf(closure)}
            {closure.isDemonstration && <span className={styles.mark}>{m.demonstration}</span>}
          </span>
          <span>{placeOf(closure)}</span>
          <span className={styles.muted}>
            {words.effects[closure.effect]}, {start}
          </span>
          {(standing === 'acting' || standing === 'doubtful') && (
            <ConfidenceBar confidence={closure.confidence} halfLifeDays={closure.halfLifeDays} />
          )}
          {m.standing[standing] && <span className={styles.standing}>{m.standing[standing]}</span>}
          {isUnbound && <span className={styles.standing}>{m.unbound}</span>}
        </span>
      </button>
      {isOpen && (
        <div id={id} className={styles.detail}>
          <ClosureFacts closure={closure} />
          <ClosureButtons closure={closure} standing={standing} />
        </div>
      )}
    </li>
  )
}

/** What is opened from the list or a link is brought into view; a change of it does not move the map again. */
function useShowWhenOpened({ geometry }: Closure, isOpen: boolean) {
  const camera = useMapCamera()
  const shown = useRef(false)
  useEffect(() => {
    if (isOpen && !shown.current) camera.show(targetOf(geometry))
    shown.current = isOpen
  }, [camera, isOpen, geometry])
}

const CLOSE_ZOOM = 10

function targetOf(geometry: Closure['geometry']): Parameters<ReturnType<typeof useMapCamera>['show']>[0] {
  const points = shapeOf(geometry)?.points ?? []
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  if (points.length === 1) return { center: points[0]!, zoom: CLOSE_ZOOM }
  return { bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] }
}

function ClosureFacts({ closure }: { closure: Closure }) {
  const m = useMessages(closureMessages)
  const words = useMessages(roadWords)
  const formats = useFormats()
  const { withheld, note, reportedAt, reportedBy } = closure
  return (
    <Facts>
      <Fact label={m.effect}>
        {words.effects[closure.effect]}
        {closure.effect === 'slow' && ` (${m.speed(formats.percent(closure.speedFactor))})`}
      </Fact>
      <Fact label={m.starts}>{formats.instant(closure.startsAt)}</Fact>
      <Fact label={m.ends}>{closure.endsAt ? formats.instant(closure.endsAt) : m.noEnd}</Fact>
      <Fact label={m.reported}>
        {reportedBy ? m.reportedBy(formats.instant(reportedAt), reportedBy) : formats.instant(reportedAt)}
      </Fact>
      <Fact label={m.confirmed}>
        <span title={formats.instant(closure.confirmedAt)}>{formats.relative(closure.confirmedAt)}</span>
      </Fact>
      {closure.liftedAt && <Fact label={m.lifted}>{formats.instant(closure.liftedAt)}</Fact>}
      {withheld.includes('note') ? (
        <Fact label={m.note}>
          <span className={styles.muted}>{m.reservedNote}</span>
        </Fact>
      ) : (
        note && (
          <Fact label={m.note}>
            <span dir="auto" className={styles.note}>
              {note}
            </span>
          </Fact>
        )
      )}
    </Facts>
  )
}

function ClosureButtons({ closure, standing }: Pick<ClosureItemProps, 'closure' | 'standing'>) {
  const m = useMessages(closureMessages)
  const navigate = useNavigate({ from: '/roads' })
  const mayReport = usePermission('closures.report')
  const mayManage = usePermission('closures.manage')
  const { act, isPending } = useClosureActions()
  if (!mayReport) return null
  const mayChange = closure.isOwn || mayManage
  if (standing === 'lifted') {
    return (
      <div className={styles.buttons}>
        {mayChange && (
          <Button size="small" disabled={isPending} onClick={() => void act('restore', closure)}>
            {m.restore}
          </Button>
        )}
      </div>
    )
  }
  return (
    <div className={styles.buttons}>
      {standing !== 'expired' && (
        <Button size="small" disabled={isPending} onClick={() => void act('confirm', closure)}>
          {m.confirm}
        </Button>
      )}
      {mayChange && (
        <>
          <Button size="small" disabled={isPending} onClick={() => void act('lift', closure)}>
            {m.lift}
          </Button>
          <Button
            size="small"
            onClick={() => void navigate({ search: (old) => ({ ...old, edit: true as const }) })}
          >
            {m.edit}
          </Button>
        </>
      )}
    </div>
  )
}
