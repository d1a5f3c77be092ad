import { IconArrowBackUp, IconTrash, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { IconButton } from '../ui/button.tsx'
import { useFormats } from '../ui/formats.ts'
import { useMessages } from '../ui/language.tsx'
import { type LayerDraw, useMapLayers } from './layers.ts'
import { type MeasuredPoint, measure, measurementShapes } from './measure.ts'
import styles from './measure-tool.module.css'
import { messages } from './messages.ts'
import { PALETTE } from './palette.ts'
import { useMapPick } from './pick.ts'
import { useToolKeys } from './use-tool-keys.ts'

/** A line that one clicks, or sets with Enter at the centre of the map; its length on the ellipsoid. */
export function MeasureTool({ onClose }: { onClose(): void }) {
  const m = useMessages(messages).measuring
  const { close } = useMessages(messages)
  const formats = useFormats()
  const [points, setPoints] = useState<MeasuredPoint[]>([])
  const { segmentsMetres, totalMetres } = measure(points)
  const undo = () => setPoints((before) => before.slice(0, -1))
  useMapPick(useMemo(() => ({ onPick: (at) => setPoints((before) => [...before, at]) }), []))
  useToolKeys({ Backspace: undo, Escape: onClose })
  const layers = useMemo(
    () => [{ id: 'measure', data: measurementShapes(points, formats.distance), draw: MEASURE_DRAW }],
    [points, formats],
  )
  useMapLayers('drawing', layers)
  return (
    <section className={styles.tool} aria-label={m.title}>
      <div className={styles.head}>
        <h2>{m.title}</h2>
        <IconButton label={m.undo} icon={<IconArrowBackUp />} disabled={points.length === 0} onClick={undo} />
        <IconButton
          label={m.clear}
          icon={<IconTrash />}
          disabled={points.length === 0}
          onClick={() => setPoints([])}
        />
        <IconButton label={close} icon={<IconX />} tip="below-end" onClick={onClose} />
      </div>
      <output className={styles.total}>
        {segmentsMetres.length > 0 ? formats.distance(totalMetres) : '—'} <span>{m.total}</span>
      </output>
      {segmentsMetres.length === 0 && <p className={styles.hint}>{points.length === 0 ? m.start : m.next}</p>}
      {segmentsMetres.length > 1 && (
        <ol className={styles.segments}>
          {segmentsMetres.map((metres, index) => (
            <li key={index}>
              <span>{m.segment(index + 1)}</span>
              <span>{formats.distance(metres)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const ACCENT = { day: '#0f5c8c', night: '#74bbe9' }
const isPoint = ['==', ['geometry-type'], 'Point'] as never

const MEASURE_DRAW: readonly LayerDraw[] = [
  {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({ 'line-color': PALETTE[theme].halo, 'line-width': 6 }),
  },
  {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({ 'line-color': ACCENT[theme], 'line-width': 2.5 }),
  },
  {
    type: 'circle',
    filter: ['all', isPoint, ['!', ['has', 'label']]] as never,
    paintFor: (theme) => ({
      'circle-radius': 4.5,
      'circle-color': PALETTE[theme].halo,
      'circle-stroke-color': ACCENT[theme],
      'circle-stroke-width': 2.5,
    }),
  },
  {
    type: 'symbol',
    filter: ['has', 'label'],
    layout: {
      'text-field': ['get', 'label'],
      'text-font': ['Noto Sans Bold'],
      'text-size': 12.5,
      'text-offset': [0, -1],
    },
    paintFor: (theme) => ({
      'text-color': ACCENT[theme],
      'text-halo-color': PALETTE[theme].halo,
      'text-halo-width': 2,
    }),
  },
]
