const WIDTH = 5

/** A line as the map draws it. */
export function LineKey({ colour, dashes }: { colour: string; dashes: readonly [number, number] | null }) {
  return (
    <svg viewBox="0 0 40 8" width="40" height="8" aria-hidden="true" style={{ printColorAdjust: 'exact' }}>
      <line
        x1="1"
        y1="4"
        x2="39"
        y2="4"
        stroke={colour}
        strokeWidth={WIDTH}
        strokeDasharray={dashes?.map((length) => length * WIDTH).join(' ')}
      />
    </svg>
  )
}
