import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Button } from '../ui/button.tsx'
import { defineMessages, plural, useMessages } from '../ui/language.tsx'
import { type LayerDraw, useMapLayers } from './layers.ts'
import { PALETTE } from './palette.ts'
import { useMapPick } from './pick.ts'
import { addPoint, drawnShape, type ShapeKind, type ShapePoint } from './shape.ts'
import styles from './shape-drawing.module.css'
import { useToolKeys } from './use-tool-keys.ts'

const messages = defineMessages({
  fr: {
    hints: {
      point: 'Cliquez sur la carte à l’endroit voulu ; un autre clic le déplace.',
      line: 'Cliquez le long de la ligne, deux points au moins.',
      area: 'Cliquez les coins de la surface, trois au moins.',
    },
    keyboard: 'Au clavier : Entrée sur la carte pose un point au centre.',
    count: (count: number) => `${count} ${plural('fr', count, 'point', 'points')}`,
    undo: 'Annuler le dernier',
    clear: 'Effacer',
  },
  en: {
    hints: {
      point: 'Click the map at the place; another click moves it.',
      line: 'Click along the line, two points at least.',
      area: 'Click the corners of the area, three at least.',
    },
    keyboard: 'By keyboard: Enter on the map sets a point at its centre.',
    count: (count: number) => `${count} ${plural('en', count, 'point', 'points')}`,
    undo: 'Undo the last',
    clear: 'Clear',
  },
})

interface ShapeDrawingProps {
  kind: ShapeKind
  points: readonly ShapePoint[]
  onChange(points: ShapePoint[]): void
}

/** A point, a line or an area drawn by clicks on the map, under the thumb too; each click can be taken back. */
export function ShapeDrawing({ kind, points, onChange }: ShapeDrawingProps) {
  const m = useMessages(messages)
  const undo = () => onChange(points.slice(0, -1))
  useMapPick({ cursor: 'crosshair', onPick: (at) => onChange(addPoint(kind, points, at)) })
  useToolKeys({ Backspace: undo })
  const layers = useMemo(
    () => [{ id: 'shape-drawing', data: drawnShape(kind, points), draw: DRAWING }],
    [kind, points],
  )
  useMapLayers('drawing', layers)
  return (
    <div className={styles.drawing}>
      <p>
        {m.hints[kind]} <span className={styles.keyboard}>{m.keyboard}</span>
      </p>
      <div className={styles.actions}>
        <output>{m.count(points.length)}</output>
        <Button size="small" icon={<IconArrowBackUp />} disabled={points.length === 0} onClick={undo}>
          {m.undo}
        </Button>
        <Button size="small" icon={<IconTrash />} disabled={points.length === 0} onClick={() => onChange([])}>
          {m.clear}
        </Button>
      </div>
    </div>
  )
}

const INK = { day: '#0f5c8c', night: '#74bbe9' }
const isOf = (type: string) => ['==', ['geometry-type'], type] as never

const DRAWING: readonly LayerDraw[] = [
  {
    type: 'fill',
    filter: isOf('Polygon'),
    paintFor: (theme) => ({ 'fill-color': INK[theme], 'fill-opacity': 0.18 }),
  },
  {
    type: 'line',
    filter: ['!=', ['geometry-type'], 'Point'] as never,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({ 'line-color': INK[theme], 'line-width': 3 }),
  },
  {
    type: 'circle',
    filter: isOf('Point'),
    paintFor: (theme) => ({
      'circle-radius': 6,
      'circle-color': PALETTE[theme].halo,
      'circle-stroke-color': INK[theme],
      'circle-stroke-width': 3,
    }),
  },
]
