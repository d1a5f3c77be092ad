import type { ReactNode } from 'react'
import { PALETTE, type Palette } from './palette.ts'
import type { MapTheme } from './theme.ts'

export type LegendKey =
  | 'border'
  | 'veil'
  | 'wilaya'
  | 'moughataa'
  | 'commune'
  | 'river'
  | 'wadi'
  | 'seasonal'
  | 'main'
  | 'middle'
  | 'minor'
  | 'ferry'
  | 'rail'
  | 'track'
  | 'path'
  | 'ford'
  | 'documented'
  | 'town'
  | 'village'
  | 'built'
  | 'well'
  | 'hill'
  | 'health'
  | 'airport'

/** What each group of the basemap shows, in the order of the panel. */
export const LEGEND = {
  settlements: ['town', 'village', 'built'],
  roads: ['main', 'middle', 'minor', 'ferry', 'rail'],
  tracks: ['track', 'path', 'ford'],
  documented: ['documented'],
  water: ['river', 'wadi', 'seasonal'],
  limits: ['wilaya', 'moughataa', 'commune'],
  spots: ['well', 'hill', 'health', 'airport'],
} satisfies Record<string, LegendKey[]>

/** A small drawing of how a thing looks on the map. */
export function Swatch({ of, theme }: { of: LegendKey; theme: MapTheme }) {
  const colours = PALETTE[theme]
  return (
    <svg viewBox="0 0 28 14" width="28" height="14" aria-hidden="true">
      {SWATCHES[of](colours)}
    </svg>
  )
}

function line(stroke: string, width: number, dashes?: string): ReactNode {
  return <path d="M2 7h24" fill="none" stroke={stroke} strokeWidth={width} strokeDasharray={dashes} />
}

function dot(fill: string, stroke: string, radius: number): ReactNode {
  return <circle cx="14" cy="7" r={radius} fill={fill} stroke={stroke} strokeWidth="1.6" />
}

function area(fill: string, opacity = 1): ReactNode {
  return <rect x="3" y="2" width="22" height="10" rx="2" fill={fill} fillOpacity={opacity} />
}

const SWATCHES: Record<LegendKey, (colours: Palette) => ReactNode> = {
  border: (c) => (
    <>
      <path d="M2 7h24" stroke={c.borderBand} strokeWidth="9" strokeOpacity="0.35" />
      <path d="M2 5.3h24M2 8.7h24" stroke={c.border} strokeWidth="1.3" />
    </>
  ),
  veil: (c) => area(c.veil),
  wilaya: (c) => line(c.limit1, 1.8, '6 2 1.5 2'),
  moughataa: (c) => line(c.limit2, 1.4, '5 2.5'),
  commune: (c) => line(c.limit3, 1, '2 3'),
  river: (c) => line(c.waterLine, 2),
  wadi: (c) => line(c.wadi, 1.6, '6 2.5'),
  seasonal: (c) => area(c.water, 0.6),
  main: (c) => line(c.roadMain, 3),
  middle: (c) => line(c.roadMiddle, 2.2),
  minor: (c) => line(c.roadMinor, 1.2),
  ferry: (c) => (
    <path d="M3 7h24" stroke={c.ferry} strokeWidth="2.6" strokeDasharray="0.1 4.4" strokeLinecap="round" />
  ),
  rail: (c) => (
    <>
      {line(c.rail, 1.2)}
      {line(c.rail, 5, '1 5')}
    </>
  ),
  track: (c) => line(c.track, 1.4, '5 2.5'),
  path: (c) => line(c.track, 1, '1.5 2.5'),
  ford: (c) => dot(c.land, c.ferry, 3),
  documented: (c) => line(c.documented, 1.8, '7 4'),
  town: (c) => dot(c.land, c.ink, 3.6),
  village: (c) => <circle cx="14" cy="7" r="2.2" fill={c.ink} />,
  built: (c) => area(c.built),
  well: (c) => (
    <>
      {dot(c.halo, c.waterText, 3.4)}
      <circle cx="14" cy="7" r="1.1" fill={c.waterText} />
    </>
  ),
  hill: (c) => <path d="M14 2.5 18.5 11h-9Z" fill={c.spot} />,
  health: (c) => <path d="M12.4 2.5h3.2v2.9h2.9v3.2h-2.9v2.9h-3.2V8.6H9.5V5.4h2.9Z" fill={c.health} />,
  airport: (c) => (
    <path
      fill={c.spot}
      d="M14 1.6c.6 0 .9.8.9 1.6v2l4.5 2.7v1.3l-4.5-1.3v2.5l1.3 1v1l-2.2-.6-2.2.6v-1l1.3-1V7.9l-4.5 1.3V7.9l4.5-2.7v-2c0-.8.3-1.6.9-1.6Z"
    />
  ),
}
