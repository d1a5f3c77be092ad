import type { VisibilityState } from '@borne/api/contracts/visibility'

/** Shapes are those of the icons on the map, in a box of 20. */
const LOOKS: Readonly<Record<VisibilityState, readonly [colour: string, sign: string]>> = {
  seen: ['operational', 'm6.5 10 2.4 2.4 4.6-4.9'],
  missing: ['suspended', 'm7 7 6 6M13 7l-6 6'],
  damaged: ['under-works', 'M10 6v4.5M10 13v1'],
  wrong: ['under-works', 'M6.5 8h7M6.5 12h7'],
  unknown: ['planned', 'M7.5 10h5'],
}

/** The state of a plaque by shape and colour; its words stand beside it. */
export function PlaqueMark({ state, size = 20 }: { state: VisibilityState; size?: number }) {
  const [colour, sign] = LOOKS[state]
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
      <rect x="2" y="2" width="16" height="16" rx="2" fill={`var(--${colour})`} />
      <path d={sign} fill="none" stroke="var(--surface)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
