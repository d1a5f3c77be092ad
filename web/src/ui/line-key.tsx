const WIDTH = 5

interface LineKeyProps {
  colour: string
  /** In widths of the line; null: solid. */
  dashes: readonly number[] | null
  opacity?: number
  /** Dots in the place of dashes. */
  isRound?: boolean
}

/** A line as the map draws it. */
export function LineKey({ colour, dashes, opacity, isRound = false }: LineKeyProps) {
  return (
    <svg viewBox="0 0 32 8" width="32" height="8" aria-hidden="true" style={{ printColorAdjust: 'exact' }}>
      <line
        x1="3"
        y1="4"
        x2="37"
        y2="4"
        stroke={colour}
        strokeOpacity={opacity}
        strokeWidth={WIDTH}
        strokeLinecap={isRound ? 'round' : 'butt'}
        strokeDasharray={dashes?.map((length) => length * WIDTH).join(' ')}
      />
    </svg>
  )
}
