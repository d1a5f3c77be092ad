import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { type CSSProperties, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { MapSlot } from './map-slot.tsx'
import { messages } from './messages.ts'
import { PageSlot } from './page-slot.tsx'
import { PEEK_PIXELS, SHEET_STOPS, type SheetStop, stopAbove, stopBelow } from './sheet-heights.ts'
import styles from './sheet-stage.module.css'
import { useIsWide, useWhenOpened } from './stage-view.ts'
import { useSheetDrag } from './use-sheet-drag.ts'

/** On a phone: the map above, the page in a sheet with three heights below it. */
export function SheetStage() {
  const m = useMessages(messages)
  const isWide = useIsWide()
  const [chosen, setChosen] = useState<SheetStop>('half')
  useWhenOpened(useCallback(() => setChosen('half'), []))
  const stop = isWide ? 'full' : chosen
  const sheet = useRef<HTMLElement>(null)
  const drag = useSheetDrag(sheet, stop, setChosen)

  return (
    <div className={styles.stage} data-sheet={stop} style={{ '--peek': `${PEEK_PIXELS}px` } as CSSProperties}>
      <main id="content" tabIndex={-1} ref={sheet} className={styles.sheet}>
        {!isWide && (
          <div className={styles.handle} {...drag}>
            <SheetSeparator stop={stop} onStop={setChosen} />
            <IconButton
              label={m.sheetDown}
              icon={<IconChevronDown />}
              disabled={stop === 'peek'}
              onClick={() => setChosen(stopBelow(stop))}
            />
            <IconButton
              label={m.sheetUp}
              icon={<IconChevronUp />}
              disabled={stop === 'full'}
              onClick={() => setChosen(stopAbove(stop))}
            />
          </div>
        )}
        <div className={styles.page}>
          <PageSlot />
        </div>
      </main>
      <section aria-label={m.map} className={styles.map} inert={stop === 'full'}>
        <MapSlot />
      </section>
    </div>
  )
}

function SheetSeparator({ stop, onStop }: { stop: SheetStop; onStop(stop: SheetStop): void }) {
  const m = useMessages(messages)
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') onStop(stopAbove(stop))
    else if (event.key === 'ArrowDown') onStop(stopBelow(stop))
    else if (event.key === 'Home') onStop('peek')
    else if (event.key === 'End') onStop('full')
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator with a value is a control, an hr is not
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={m.sheet}
      aria-controls="content"
      aria-valuenow={SHEET_STOPS.indexOf(stop)}
      aria-valuemin={0}
      aria-valuemax={SHEET_STOPS.length - 1}
      aria-valuetext={m.sheetStops[stop]}
      className={styles.grip}
      onKeyDown={onKeyDown}
    />
  )
}
