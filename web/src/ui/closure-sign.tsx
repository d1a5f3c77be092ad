import type { ClosureEffect } from '@borne/api/contracts/road-state'
import { LEVEL_COLOURS } from './level-scale.ts'
import { useTheme } from './theme.ts'

/** The sign of what a closure does, by shape and colour: the one that the map draws. */
export function ClosureSign({ effect, size = 24 }: { effect: ClosureEffect; size?: number }) {
  const { theme } = useTheme()
  const letters = theme === 'night' ? '#141b22' : '#fbf8f0'
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill={LEVEL_COLOURS[theme][effect]}
    >
      {effect === 'cut' && (
        <>
          <circle cx="12" cy="12" r="10" />
          <path d="M6 10h12v4H6Z" fill={letters} />
        </>
      )}
      {effect === 'four-wheel-drive' && (
        <>
          <path d="M2 4h20v16H2Z" />
          <text x="12" y="15.2" textAnchor="middle" fontSize="9" fontWeight="600" fill={letters}>
            4×4
          </text>
        </>
      )}
      {effect === 'slow' && (
        <>
          <path d="M12 1 23 12 12 23 1 12Z" />
          <path d="M10.7 6h2.6l-.4 7.5h-1.8ZM10.7 15.2h2.6v2.4h-2.6Z" fill={letters} />
        </>
      )}
    </svg>
  )
}
