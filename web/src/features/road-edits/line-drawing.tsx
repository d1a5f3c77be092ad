import type { EditKind } from '@borne/api/contracts/road-edits'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { parseCamera } from '../../map/camera-address.ts'
import { useMapLayers } from '../../map/layers.ts'
import type { ShapePoint } from '../../map/shape.ts'
import { useToolKeys } from '../../map/use-tool-keys.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { drawingLayers } from './drawing-layers.ts'
import { drawingMessages } from './drawing-messages.ts'
import { lengthOf } from './edit-draft.ts'
import styles from './edit-editor.module.css'
import { CHANGE_OF_KIND } from './edit-layers.ts'
import { type DrawnLine, useLineDrawing } from './use-line-drawing.ts'

/** Guidimakha as a whole, where no camera is in the address. */
const REGION_ZOOM = 8

interface LineDrawingProps {
  kind: EditKind
  initial: readonly ShapePoint[]
  onDone(drawn: DrawnLine): void
  onCancel(): void
}

/** The tool with which a road is drawn on the map, or chosen on it: its length so far, what is near, what undoes. */
export function LineDrawing({ kind, initial, onDone, onCancel }: LineDrawingProps) {
  const m = useMessages(drawingMessages)
  const { distance } = useFormats()
  const toast = useToast()
  const { at } = useSearch({ from: '/roads' })
  const drawing = useLineDrawing({ kind, initial, zoom: parseCamera(at)?.zoom ?? REGION_ZOOM, onDone })
  const { points, next, hint, line, isBroken } = drawing
  const shown = next ?? points.at(-1) ?? null
  const snapped = shown?.to ? m.snapped[shown.to] : ''

  function giveUp() {
    if (points.length === 0) return onCancel()
    drawing.put([])
    toast.show(m.dropped, { undo: () => drawing.put(points) })
  }
  useToolKeys({ 'Ctrl+z': drawing.undo, Backspace: drawing.undo, Enter: drawing.finish, Escape: giveUp })

  const layers = useMemo(
    () => drawingLayers({ change: CHANGE_OF_KIND[kind], line, points, next, label: snapped }),
    [kind, line, points, next, snapped],
  )
  useMapLayers('drawing', layers)
  return (
    <div className={styles.drawing}>
      <p className={styles.figures} role="status">
        <strong>{line.length > 1 ? distance(lengthOf(line)) : '—'}</strong>
        <span>{m.count(points.length)}</span>
        {snapped && <span className={styles.snapped}>{snapped}</span>}
        {drawing.isSeeking && <span>{m.seeking}</span>}
      </p>
      {hint && <p className={styles.hint}>{m.hints[hint]}</p>}
      {isBroken && <p className={styles.error}>{m.broken}</p>}
      <FormProblem error={drawing.error} />
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<IconArrowBackUp aria-hidden="true" />}
          aria-keyshortcuts="Control+Z"
          disabled={points.length === 0}
          onClick={drawing.undo}
        >
          {m.undo}
        </Button>
        <Button size="small" onClick={onCancel}>
          {m.cancel}
        </Button>
        <Button
          size="small"
          variant="primary"
          icon={<IconCheck aria-hidden="true" />}
          disabled={line.length < 2}
          onClick={drawing.finish}
        >
          {m.finish}
        </Button>
      </div>
      <p>{kind === 'add' ? m.howToDraw : m.howToChoose}</p>
      <p className={styles.keyboard}>{m.keyboard}</p>
    </div>
  )
}
