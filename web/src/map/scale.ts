const EQUATOR_METRES = 40_075_016.686
const TILE_PIXELS = 512

/** Ground metres in a pixel of the map. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (EQUATOR_METRES * Math.cos((lat * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom)
}

/** The longest bar of 1, 2 or 5 × 10ⁿ metres that fits into `mostPixels`. */
export function scaleBar(lat: number, zoom: number, mostPixels: number): { metres: number; pixels: number } {
  const perPixel = metresPerPixel(lat, zoom)
  const most = perPixel * mostPixels
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
  return { metres, pixels: metres / perPixel }
}
