/** Longitude and latitude in degrees, WGS 84. */
export type Position = [number, number]

/** west, south, east, north in degrees, WGS 84. */
export type Bbox = [number, number, number, number]
