import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Position } from '@borne/geodata/geometry/position'
import { useState } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { alongCourse, type BorderSpot } from '../border-course.ts'
import { useSegmentName } from '../segment-name.ts'
import type { FiguresProps } from './border-figures.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'

const FIRST_ROWS = 6
type Gap = CoverageWithoutRoads['gaps'][number]

/** The stretches out of reach, longest first; a click shows one on the map and tells who would come. */
export function GapList({ coverage, course, spot, onSpot }: FiguresProps) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const camera = useMapCamera()
  const tell = useGapWords(coverage, course)
  const [isWhole, setIsWhole] = useState(false)
  const gaps = coverage.gaps.toSorted((a, b) => b.lengthMetres - a.lengthMetres)
  return (
    <>
      <ol className={styles.gaps}>
        {gaps.map((gap, index) => {
          const [where, ...told] = tell(gap)
          return (
            <li
              key={`${gap.segmentId} ${gap.fromMetres}`}
              className={isWhole || index < FIRST_ROWS ? undefined : styles.onPaperOnly}
            >
              <button
                type="button"
                className={styles.gap}
                aria-pressed={isWithin(gap, spot)}
                onClick={() => {
                  onSpot({ segmentId: gap.segmentId, metres: (gap.fromMetres + gap.toMetres) / 2 })
                  camera.show({ bbox: bboxOf(gap.coordinates as Position[]) })
                }}
              >
                <span>{where}</span>
                <span className="number">{distance(gap.lengthMetres)}</span>
                {told.map((words) => (
                  <span key={words}>{words}</span>
                ))}
              </button>
            </li>
          )
        })}
      </ol>
      {gaps.length > FIRST_ROWS && (
        <Button
          variant="quiet"
          size="small"
          className={styles.onScreenOnly ?? ''}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? m.showLess : m.showAll(gaps.length)}
        </Button>
      )}
    </>
  )
}

function isWithin({ segmentId, fromMetres, toMetres }: Gap, spot: BorderSpot | null): boolean {
  return spot?.segmentId === segmentId && spot.metres >= fromMetres && spot.metres <= toMetres
}

/** Where a gap lies, who comes there first, what lies near. */
function useGapWords(coverage: CoverageWithoutRoads, course: FiguresProps['course']): (gap: Gap) => string[] {
  const m = useMessages(measureMessages)
  const { distance, duration, list, number } = useFormats()
  const nameOf = useSegmentName()
  return (gap) => {
    const segment = coverage.segments.find(({ segmentId }) => segmentId === gap.segmentId)
    const kilometre = (metres: number) =>
      number((alongCourse(course, { segmentId: gap.segmentId, metres }) ?? metres) / 1000, 1)
    const post = coverage.posts.find(({ postId }) => postId === gap.nearest?.postId)
    return [
      m.gapAt(segment ? nameOf(segment) : '', kilometre(gap.fromMetres), kilometre(gap.toMetres)),
      gap.nearest && post ? m.gapNearest(post.name, duration(gap.nearest.seconds)) : m.gapNobody,
      ...(gap.settlements.length > 0
        ? [
            m.gapPlaces(
              list(gap.settlements.map((near) => m.place(near.name, distance(near.distanceMetres)))),
            ),
          ]
        : []),
    ]
  }
}
