import { IconFocusCentered, IconMinus, IconPlus, IconRulerMeasure, IconStack2 } from '@tabler/icons-react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { MapReadout } from './map-readout.tsx'
import styles from './map-tools.module.css'
import { messages } from './messages.ts'
import { showRegion } from './move-camera.ts'

// Opened by hand, so loaded by then: the first frame does not wait for the geodesics and the legend.
const LayersPanel = lazy(async () => ({ default: (await import('./layers-panel.tsx')).LayersPanel }))
const MeasureTool = lazy(async () => ({ default: (await import('./measure-tool.tsx')).MeasureTool }))

/** What stands on the map: zoom, whole region, measure, layers; scale and coordinates. */
export function MapTools({ map }: { map: MapLibreMap }) {
  const m = useMessages(messages)
  const [opened, setOpened] = useState<'layers' | 'measure'>()
  const toolbar = useRef<HTMLDivElement>(null)
  const panelId = useId()
  const close = () => {
    setOpened(undefined)
    toolbar.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
  }
  const toggle = (tool: 'layers' | 'measure') => setOpened(opened === tool ? undefined : tool)
  return (
    <>
      <MapReadout map={map} />
      <div className={styles.corner}>
        <div
          ref={toolbar}
          role="toolbar"
          aria-label={m.tools}
          aria-orientation="vertical"
          className={styles.tools}
        >
          <div className={styles.stack}>
            <IconButton
              label={m.zoomIn}
              shortcut="+"
              icon={<IconPlus />}
              tip="before"
              onClick={() => map.zoomIn()}
            />
            <IconButton
              label={m.zoomOut}
              shortcut="-"
              icon={<IconMinus />}
              tip="before"
              onClick={() => map.zoomOut()}
            />
            <IconButton
              label={m.region}
              icon={<IconFocusCentered />}
              tip="before"
              onClick={() => showRegion(map)}
            />
          </div>
          <div className={styles.stack}>
            <IconButton
              label={m.layers}
              icon={<IconStack2 />}
              tip="before"
              aria-expanded={opened === 'layers'}
              aria-controls={panelId}
              onClick={() => toggle('layers')}
            />
            <IconButton
              label={m.measure}
              icon={<IconRulerMeasure />}
              tip="before"
              aria-expanded={opened === 'measure'}
              onClick={() => toggle('measure')}
            />
          </div>
        </div>
        <Suspense fallback={null}>
          {opened === 'layers' && <LayersPanel id={panelId} onClose={close} />}
          {opened === 'measure' && <MeasureTool onClose={close} />}
        </Suspense>
      </div>
    </>
  )
}
