import type { EditKind } from '@borne/api/contracts/road-edits'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Surroundings } from '../../map/asked.ts'
import { useMapPick } from '../../map/pick.ts'
import type { ShapePoint } from '../../map/shape.ts'
import { lineOf } from './edit-draft.ts'
import { editsQuery } from './edits-query.ts'
import { SNAP_FROM_ZOOM, type SnappedPoint, snapPoint } from './snap-point.ts'
import { MOST_STRETCH_POINTS, stretchQuery } from './stretch-query.ts'

const REACH_PIXELS = matchMedia('(pointer: coarse)').matches ? 24 : 14
/** A click this near to the last point is the second one of a double click. */
const SAME_PIXELS = 4
const METRES_PER_DEGREE = 111_195

export type DrawingHint = 'far' | 'off-road' | 'full'

export interface DrawnLine {
  readonly line: readonly ShapePoint[]
  /** Ends that were taken to no road. */
  readonly looseEnds: number
}

interface LineDrawingOptions {
  kind: EditKind
  /** The line so far. */
  initial: readonly ShapePoint[]
  /** Zoom of the map before the pointer has told it. */
  zoom: number
  onDone(drawn: DrawnLine): void
}

/**
 * A line drawn by clicks. A new road goes from click to click, and takes the roads near its points; a change or a removal
 * follows the road between the clicks.
 */
export function useLineDrawing({ kind, initial, zoom, onDone }: LineDrawingOptions) {
  const isNew = kind === 'add'
  const [points, setPoints] = useState<readonly SnappedPoint[]>(() => initial.map((at) => ({ at, to: null })))
  const [next, setNext] = useState<SnappedPoint | null>(null)
  const [hint, setHint] = useState<DrawingHint | null>(zoom < SNAP_FROM_ZOOM ? 'far' : null)
  const [isEnding, setIsEnding] = useState(false)
  const ends = useAddedEnds()
  const road = useRoadBetween(points, isNew)
  const snap = (at: ShapePoint, around: Surroundings) =>
    snapPoint(at, around, isNew ? ends : [], REACH_PIXELS)

  function add(at: ShapePoint, around: Surroundings) {
    const point = snap(at, around)
    const isOffRoad = !isNew && point.to === null
    const isFull = !isNew && points.length >= MOST_STRETCH_POINTS
    setHint(around.zoom < SNAP_FROM_ZOOM ? 'far' : isOffRoad ? 'off-road' : isFull ? 'full' : null)
    if (isOffRoad || isFull) return
    setPoints((old) => {
      const last = old.at(-1)
      return last && isSamePlace(last.at, point.at, around) ? old : [...old, point]
    })
  }

  useMapPick({
    cursor: 'crosshair',
    onPick: add,
    onMove(at, around) {
      setNext(at && around ? snap(at, around) : null)
      const isFar = around !== null && around.zoom < SNAP_FROM_ZOOM
      setHint((old) => (isFar ? 'far' : old === 'far' ? null : old))
    },
    onFinish: () => setIsEnding(true),
  })
  // The last click of a double click is drawn, and the road between the clicks has come, before the line is done.
  useEffect(() => {
    if (!isEnding || road.isSeeking) return
    setIsEnding(false)
    const looseEnds = [points[0], points.at(-1)].filter((end) => end?.to === null).length
    if (road.line.length >= 2) onDone({ line: road.line, looseEnds })
  }, [isEnding, road, points, onDone])
  return {
    points,
    next,
    hint,
    ...road,
    undo: () => setPoints((old) => old.slice(0, -1)),
    put: setPoints,
    finish: () => setIsEnding(true),
  }
}

/** The line through the points: straight between them for a new road, else along the road. */
function useRoadBetween(points: readonly SnappedPoint[], isNew: boolean) {
  const places = useMemo(() => points.map(({ at }) => at), [points])
  const isAsked = !isNew && places.length >= 2
  const { data, error, isFetching } = useQuery({ ...stretchQuery(places), enabled: isAsked })
  return useMemo(
    () => ({
      line: isNew ? places : isAsked ? (data ?? []) : [],
      isSeeking: isAsked && isFetching,
      error: isAsked ? error : null,
      /** No road leads from point to point. */
      isBroken: isAsked && !isFetching && data?.length === 0,
    }),
    [places, isNew, isAsked, data, error, isFetching],
  )
}

/** Ends of the roads that people added and that nobody rejected. */
function useAddedEnds(): ShapePoint[] {
  const { data } = useQuery(editsQuery)
  return useMemo(
    () =>
      (data?.items ?? [])
        .filter(({ kind, state }) => kind === 'add' && state !== 'rejected')
        .flatMap(({ geometry }) => {
          const line = lineOf(geometry)
          return [line[0], line.at(-1)].filter((end) => end !== undefined)
        }),
    [data],
  )
}

function isSamePlace([lonA, latA]: ShapePoint, [lonB, latB]: ShapePoint, { metresPerPixel }: Surroundings) {
  const degrees = Math.hypot((lonA - lonB) * Math.cos((latA * Math.PI) / 180), latA - latB)
  return degrees * METRES_PER_DEGREE <= SAME_PIXELS * metresPerPixel
}
