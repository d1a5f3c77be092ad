import { useCallback, useState } from 'react'

export const PANEL_WIDTH = { least: 300, normal: 380, most: 760 } as const

const WIDTH_KEY = 'borne.panelWidth'
const COLLAPSED_KEY = 'borne.panelCollapsed'
const KEY_STEP = 20

/** Width of the panel and whether it is folded away, remembered from visit to visit. */
export function usePanelWidth() {
  const [width, setWidthState] = useState(() => clampWidth(Number(localStorage.getItem(WIDTH_KEY))))
  const [isCollapsed, setIsCollapsedState] = useState(() => localStorage.getItem(COLLAPSED_KEY) === 'true')
  const setWidth = useCallback((next: number) => {
    const clamped = clampWidth(next)
    localStorage.setItem(WIDTH_KEY, String(clamped))
    setWidthState(clamped)
  }, [])
  const setIsCollapsed = useCallback((next: boolean) => {
    localStorage.setItem(COLLAPSED_KEY, String(next))
    setIsCollapsedState(next)
  }, [])
  return { width, setWidth, isCollapsed, setIsCollapsed }
}

/** What was never set, or is no number, is the normal width. */
export function clampWidth(width: number): number {
  if (!(width > 0)) return PANEL_WIDTH.normal
  return Math.round(Math.min(PANEL_WIDTH.most, Math.max(PANEL_WIDTH.least, width)))
}

/** The width that a key on the separator asks for; undefined: not a key of the separator. */
export function widthAfterKey(key: string, width: number, isRightToLeft: boolean): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return clampWidth(width + (isRightToLeft ? -KEY_STEP : KEY_STEP))
    case 'ArrowLeft':
      return clampWidth(width + (isRightToLeft ? KEY_STEP : -KEY_STEP))
    case 'Home':
      return PANEL_WIDTH.least
    case 'End':
      return PANEL_WIDTH.most
    default:
      return undefined
  }
}
