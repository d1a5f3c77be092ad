import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useCallback, useRef } from 'react'
import { IconButton } from '../ui/button.tsx'
import { DRAWER_ID } from '../ui/drawer.tsx'
import { useMessages } from '../ui/language.tsx'
import { MapSlot } from './map-slot.tsx'
import { messages } from './messages.ts'
import { PageSlot } from './page-slot.tsx'
import { clampWidth, PANEL_WIDTH, usePanelWidth, widthAfterKey } from './panel-width.ts'
import { useIsWide, useWhenOpened } from './stage-view.ts'
import styles from './wide-stage.module.css'

/** Panel and map side by side; the edge between them moves, and folds the panel away. */
export function WideStage() {
  const m = useMessages(messages)
  const isWide = useIsWide()
  const { width, setWidth, isCollapsed, setIsCollapsed } = usePanelWidth()
  const stage = useRef<HTMLDivElement>(null)
  useWhenOpened(useCallback(() => setIsCollapsed(false), [setIsCollapsed]))
  const isHidden = isCollapsed && !isWide

  return (
    <div
      ref={stage}
      className={styles.stage}
      data-panel={isWide ? 'wide' : isHidden ? 'hidden' : 'shown'}
      style={{ '--panel-width': `${width}px` } as CSSProperties}
    >
      <main className={styles.panel}>
        <div id="content" tabIndex={-1} className={styles.page} hidden={isHidden}>
          <PageSlot />
        </div>
        {!isWide && (
          <PanelEdge
            width={width}
            isCollapsed={isCollapsed}
            onDrag={(to) => stage.current?.style.setProperty('--panel-width', `${to}px`)}
            onWidth={setWidth}
            onCollapse={setIsCollapsed}
          />
        )}
      </main>
      <section aria-label={m.map} className={styles.map} inert={isWide}>
        <MapSlot />
      </section>
      <div id={DRAWER_ID} className={styles.drawer} inert={isWide} />
    </div>
  )
}

interface PanelEdgeProps {
  width: number
  isCollapsed: boolean
  onDrag(width: number): void
  onWidth(width: number): void
  onCollapse(isCollapsed: boolean): void
}

function PanelEdge({ width, isCollapsed, onDrag, onWidth, onCollapse }: PanelEdgeProps) {
  const m = useMessages(messages)
  const isRightToLeft = document.dir === 'rtl'
  const drag = useRef<{ fromX: number; width: number } | null>(null)

  function onKeyDown(event: KeyboardEvent) {
    const next = widthAfterKey(event.key, width, isRightToLeft)
    if (next !== undefined) onWidth(next)
    else if (event.key === 'Enter') onCollapse(!isCollapsed)
    else return
    event.preventDefault()
  }

  function onPointerMove(event: PointerEvent) {
    if (!drag.current) return
    const moved = (event.clientX - drag.current.fromX) * (isRightToLeft ? -1 : 1)
    drag.current.width = clampWidth(width + moved)
    onDrag(drag.current.width)
  }

  function onPointerUp() {
    if (drag.current) onWidth(drag.current.width)
    drag.current = null
  }

  return (
    <div className={styles.edge}>
      {!isCollapsed && (
        // biome-ignore lint/a11y/useSemanticElements: a separator with a value is a control, an hr is not
        <div
          role="separator"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={m.resize}
          aria-controls="content"
          aria-valuenow={width}
          aria-valuemin={PANEL_WIDTH.least}
          aria-valuemax={PANEL_WIDTH.most}
          className={styles.separator}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId)
            drag.current = { fromX: event.clientX, width }
          }}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={onPointerUp}
          onDoubleClick={() => onWidth(PANEL_WIDTH.normal)}
        />
      )}
      <IconButton
        label={isCollapsed ? m.expand : m.collapse}
        icon={isCollapsed ? <IconChevronRight /> : <IconChevronLeft />}
        tip="beside"
        aria-expanded={!isCollapsed}
        aria-controls="content"
        className={styles.fold}
        onClick={() => onCollapse(!isCollapsed)}
      />
    </div>
  )
}
