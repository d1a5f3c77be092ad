import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { type Camera, REGION_PADDING as PAD, REGION_BBOX } from './camera-address.ts'
import { PALETTE } from './palette.ts'
import { STILL_BORDER, STILL_ORIGIN, STILL_OUTLINE, STILL_ROADS, STILL_TOWNS } from './still-geometry.ts'
import styles from './still-picture.module.css'
import { useMapTheme } from './theme.ts'

const UNITS_PER_DEGREE = 1000
const TILE_PIXELS = 512
const TOWARDS_LEFT = ['Bakel']

interface StillPictureProps {
  /** As the address names it; without one the whole region is shown, framed as the map will frame it. */
  camera: Camera | undefined
  title: string
}

/** Holds the place of the map: the same ground at the same scale, so that nothing jumps when the map comes. */
export function StillPicture({ camera, title }: StillPictureProps) {
  const picture = useRef<SVGSVGElement>(null)
  const [fit, setFit] = useState<number>()
  useLayoutEffect(() => {
    const { clientWidth, clientHeight } = picture.current!.parentElement!
    setFit(scaleToFit(clientWidth, clientHeight))
  }, [])
  const scale = camera ? (TILE_PIXELS * 2 ** camera.zoom) / 360 / UNITS_PER_DEGREE : fit
  const [x, y] = camera ? project(...camera.center) : middleOfRegion()
  const [shiftX, shiftY] = camera ? [0, 0] : [(PAD.left - PAD.right) / 2, (PAD.top - PAD.bottom) / 2]
  return (
    <svg ref={picture} className={styles.still} role="img" aria-label={title}>
      <rect width="100%" height="100%" fill={PALETTE[useMapTheme()].veil} />
      {scale && (
        <svg x="50%" y="50%" overflow="visible" aria-hidden="true">
          <g transform={`translate(${shiftX} ${shiftY}) scale(${scale}) translate(${-x} ${-y})`}>
            <Ground unit={1 / scale} />
          </g>
        </svg>
      )}
    </svg>
  )
}

/** @param unit Units of the drawing in a pixel of the screen. */
function Ground({ unit }: { unit: number }): ReactNode {
  const colours = PALETTE[useMapTheme()]
  const line = { fill: 'none', vectorEffect: 'non-scaling-stroke', strokeLinejoin: 'round' } as const
  return (
    <>
      <path d={STILL_OUTLINE} fill={colours.land} />
      <path d={STILL_ROADS} {...line} stroke={colours.roadMiddle} strokeWidth="1.2" />
      <path d={STILL_BORDER} {...line} stroke={colours.borderBand} strokeWidth="8" strokeOpacity="0.3" />
      <path d={STILL_BORDER} {...line} stroke={colours.border} strokeWidth="2" />
      {STILL_TOWNS.map(({ name, at: [x, y] }) => (
        <g key={name} transform={`translate(${x} ${y}) scale(${unit})`}>
          <circle r="3.2" fill={colours.land} stroke={colours.ink} strokeWidth="1.6" />
          <text
            x={TOWARDS_LEFT.includes(name) ? -7 : 7}
            y="4"
            textAnchor={TOWARDS_LEFT.includes(name) ? 'end' : 'start'}
            fill={colours.ink}
            stroke={colours.halo}
          >
            {name}
          </text>
        </g>
      ))}
    </>
  )
}

/** Pixels in a unit when the region fills the map as it will at first. */
function scaleToFit(width: number, height: number): number {
  const [left, bottom] = project(REGION_BBOX[0], REGION_BBOX[1])
  const [right, top] = project(REGION_BBOX[2], REGION_BBOX[3])
  return Math.min(
    (width - PAD.left - PAD.right) / (right - left),
    (height - PAD.top - PAD.bottom) / (bottom - top),
  )
}

function middleOfRegion(): [number, number] {
  const [left, bottom] = project(REGION_BBOX[0], REGION_BBOX[1])
  const [right, top] = project(REGION_BBOX[2], REGION_BBOX[3])
  return [(left + right) / 2, (bottom + top) / 2]
}

function project(lon: number, lat: number): [number, number] {
  return [
    (lon - STILL_ORIGIN.west) * UNITS_PER_DEGREE,
    (mercator(STILL_ORIGIN.north) - mercator(lat)) * UNITS_PER_DEGREE,
  ]
}

function mercator(lat: number): number {
  return (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI
}
