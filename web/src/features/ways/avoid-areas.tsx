import { IconPolygon, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type LayerDraw, useMapLayers } from '../../map/layers.ts'
import { type ShapePoint, shapeGeometry } from '../../map/shape.ts'
import { ShapeDrawing } from '../../map/shape-drawing.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './avoid-areas.module.css'
import { areaShapes, MOST_AREAS, readAreas, writeAreas } from './avoided-areas.ts'
import { messages } from './messages.ts'

interface AvoidAreasProps {
  avoid: string | undefined
  onChange(avoid: string | undefined): void
}

/** Areas that the way keeps out of: drawn on the map, taken away one by one, held by the address. */
export function AvoidAreas({ avoid, onChange }: AvoidAreasProps) {
  const m = useMessages(messages).avoid
  const [drawn, setDrawn] = useState<ShapePoint[] | null>(null)
  const areas = useMemo(() => readAreas(avoid), [avoid])
  useMapLayers(
    'network',
    useMemo(() => [{ id: 'avoided-areas', data: areaShapes(areas), draw: AREA_DRAW }], [areas]),
  )

  function keep(points: ShapePoint[]) {
    setDrawn(null)
    onChange(writeAreas([...areas, points]))
  }

  return (
    <div className={styles.areas}>
      <span className={styles.title}>{m.title}</span>
      {areas.length > 0 && (
        <ul>
          {areas.map((_, index) => (
            <li key={index}>
              {m.area(index + 1)}
              <IconButton
                label={m.remove(index + 1)}
                tip="below-end"
                icon={<IconX size={16} />}
                onClick={() => onChange(writeAreas(areas.filter((__, at) => at !== index)))}
              />
            </li>
          ))}
        </ul>
      )}
      {drawn ? (
        <>
          <ShapeDrawing kind="area" points={drawn} onChange={setDrawn} />
          <div className={styles.buttons}>
            <Button size="small" onClick={() => setDrawn(null)}>
              {m.cancel}
            </Button>
            <Button
              size="small"
              variant="primary"
              disabled={!shapeGeometry('area', drawn)}
              onClick={() => keep(drawn)}
            >
              {m.keep}
            </Button>
          </div>
        </>
      ) : (
        <Button
          size="small"
          icon={<IconPolygon aria-hidden="true" />}
          disabled={areas.length >= MOST_AREAS}
          onClick={() => setDrawn([])}
        >
          {m.draw}
        </Button>
      )}
    </div>
  )
}

const INK = { day: '#1c2733', night: '#e9e5db' }

const AREA_DRAW: readonly LayerDraw[] = [
  { type: 'fill', paintFor: (theme) => ({ 'fill-color': INK[theme], 'fill-opacity': 0.14 }) },
  {
    type: 'line',
    paintFor: (theme) => ({ 'line-color': INK[theme], 'line-width': 2, 'line-dasharray': [2, 1.5] }),
  },
]
