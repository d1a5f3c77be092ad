import { nearestOnLine } from '@borne/geodata/geometry/along-line'
import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Position } from '@borne/geodata/geometry/position'
import { MOST_LEG_POINTS, type PlanLeg } from '@borne/geodata/itinerary/force-way'
import type { PassedPoint, ViaPoint } from '@borne/geodata/itinerary/mission-types'
import type { Feature } from 'geojson'
import { useMemo, useRef, useState } from 'react'
import { type MapLayer, useMapLayers } from '../../map/layers.ts'
import { useMapMarker, useMapPick } from '../../map/pick.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { asPoint, type DrawnLeg, drawnLegs, isSameLeg, type LegChoice, withPoint } from './leg-ways.ts'
import { ruleMessages } from './rule-messages.ts'
import { placeName } from './rule-words.ts'
import type { Planner } from './use-planner.ts'
import { wayMessages } from './way-messages.ts'

interface WaysOnMapProps {
  planner: Planner
  day: string | null
  choice: LegChoice
  onChoose(choice: LegChoice): void
}

/** So near to a forced point, the line is not grabbed but the point. */
const NEAR_PIXELS = 18

/** The legs are grabbed on the map and dragged over another way; forced points are dragged and taken away. */
export function WaysOnMap({ planner, day, choice, onChoose }: WaysOnMapProps) {
  const { question, timed } = planner
  const legs = useMemo(
    () => (timed ? drawnLegs(question, timed).filter(({ leg }) => day === null || leg.date === day) : []),
    [question, timed, day],
  )
  return (
    <>
      <Grabbing planner={planner} legs={legs} onChoose={onChoose} />
      <Picking planner={planner} legs={legs} choice={choice} onChoose={onChoose} />
      {legs.flatMap(({ leg, timed: { via = [] } }) =>
        via.map((_, index) => (
          <Handle
            key={`${JSON.stringify(leg)} ${index}`}
            planner={planner}
            leg={leg}
            via={via}
            index={index}
          />
        )),
      )}
    </>
  )
}

interface GrabbingProps {
  planner: Planner
  legs: readonly DrawnLeg[]
  onChoose(choice: LegChoice): void
}

/** Where a mouse is over a leg there is a handle, and a press on the leg chooses it. */
function Grabbing({ planner, legs, onChoose }: GrabbingProps) {
  const m = useMessages(wayMessages)
  const [grab, setGrab] = useState<{ drawn: DrawnLeg; at: Position } | null>(null)
  const isUnderHand = useRef(false)
  const layers = useMemo((): MapLayer[] => {
    const drawnOf = ({ properties }: Feature) => legs[properties?.index as number]
    const over = (feature: Feature, at: Position, metresPerPixel: number) => {
      const drawn = drawnOf(feature)
      if (!drawn || isUnderHand.current || !canHover()) return
      const { via = [] } = drawn.timed
      const isNearPoint = via.some(
        ({ position, passes }) => sphericalMetres(at, passes ?? position) < NEAR_PIXELS * metresPerPixel,
      )
      const isFull = via.length >= MOST_LEG_POINTS
      setGrab(isNearPoint || isFull ? null : { drawn, at: nearestOnLine(drawn.line, at).position })
    }
    return [
      {
        id: 'mission-grab',
        data: {
          type: 'FeatureCollection',
          features: legs.map(({ line }, index) => ({
            type: 'Feature',
            geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
            properties: { index },
          })),
        },
        draw: [{ type: 'line', paint: { 'line-width': 12, 'line-opacity': 0 } }],
        onPoint: over,
        onHover: (feature) => {
          if (!feature && !isUnderHand.current) setGrab(null)
        },
        onClick: (feature) => {
          const drawn = drawnOf(feature)
          if (drawn) onChoose({ leg: drawn.leg, isPicking: false })
        },
      },
    ]
  }, [legs, onChoose])
  useMapLayers('ways', layers)
  const editOver = ({ drawn, at }: NonNullable<typeof grab>, position: [number, number]) => ({
    kind: 'way' as const,
    leg: drawn.leg,
    via: withPoint(drawn, at, { position, name: null }),
  })
  useMapMarker(
    grab && {
      position: [grab.at[0], grab.at[1]],
      sign: '+',
      label: m.grab,
      onDrag: (at) => {
        if (!isUnderHand.current) onChoose({ leg: grab.drawn.leg, isPicking: false })
        isUnderHand.current = true
        planner.preview(editOver(grab, at))
      },
      onMove: (at) => {
        isUnderHand.current = false
        setGrab(null)
        planner.edit(editOver(grab, at))
      },
    },
  )
  return null
}

function canHover(): boolean {
  return matchMedia('(hover: hover)').matches
}

interface PickingProps extends GrabbingProps {
  choice: LegChoice
}

/** The next press on the map is a point to pass by. */
function Picking({ planner, legs, choice, onChoose }: PickingProps) {
  const drawn = choice.isPicking ? legs.find(({ leg }) => isSameLeg(choice.leg, leg)) : undefined
  useMapPick(
    drawn
      ? {
          cursor: 'crosshair',
          onPick: (position) => {
            const via = withPoint(drawn, position, { position, name: null })
            planner.edit({ kind: 'way', leg: drawn.leg, via })
            onChoose({ leg: drawn.leg, isPicking: false })
          },
        }
      : null,
  )
  return null
}

interface HandleProps {
  planner: Planner
  leg: PlanLeg
  via: readonly PassedPoint[]
  index: number
}

/** A forced point where the way passes by it; one that no road leads by stands where it was asked. */
function Handle({ planner, leg, via, index }: HandleProps) {
  const m = useMessages(wayMessages)
  const words = useMessages(ruleMessages)
  const formats = useFormats()
  const { question } = planner
  const point = via[index]!
  const [lon, lat] = point.passes ?? point.position
  const legText = words.onLeg(placeName(question, leg.fromPlaceId), placeName(question, leg.toPlaceId))
  const label = m.handle(point.name ?? formats.position([lon, lat]), legText)
  const edit = (position: [number, number]) => ({
    kind: 'way' as const,
    leg,
    via: via.map((each, at): ViaPoint => (at === index ? { position, name: null } : asPoint(each))),
  })
  useMapMarker({
    position: [lon, lat],
    sign: point.passes ? '◆' : '!',
    isAlarm: point.passes === null,
    label: point.passes ? label : `${label} ${m.unreached}`,
    onDrag: (at) => planner.preview(edit(at)),
    onMove: (at) => planner.edit(edit(at)),
    removal: {
      label: m.removeHere,
      run: () => planner.edit({ kind: 'way', leg, via: via.filter((_, at) => at !== index).map(asPoint) }),
    },
  })
  return null
}
