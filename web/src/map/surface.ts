import { useEffect, useState } from 'react'
import { asked, type MapSurface } from './asked.ts'

/** Puts a surface under the roads for as long as the component lives. Keep it stable (useMemo). */
export function useMapSurface(surface: MapSurface | null): void {
  const [owner] = useState(() => Symbol('surface'))
  useEffect(() => {
    asked.put(asked.surfaces, owner, surface)
  }, [owner, surface])
  useEffect(() => () => asked.put(asked.surfaces, owner, null), [owner])
}
