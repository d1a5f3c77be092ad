import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of an element in pixels that are `scale` times larger; undefined before the first measure. */
export function useSize(element: RefObject<HTMLElement | null>, scale = 1): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => {
      const [width, height] = [measured.clientWidth, measured.clientHeight]
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  if (!size || size.width === 0 || size.height === 0) return undefined
  return { width: Math.round(size.width / scale), height: Math.round(size.height / scale) }
}
