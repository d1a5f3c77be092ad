import type { Geometry } from 'geojson'
import { z } from 'zod'

/** Longitude, latitude in degrees (WGS 84). Range and order are checked by the rule that names the field. */
export const Position = z.tuple([z.number(), z.number()])
export type Position = z.infer<typeof Position>

/** west, south, east, north in degrees, written `w,s,e,n` in a query string. */
export const BboxParam = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .refine(([west, south, east, north]) => west <= east && south <= north, { message: 'bbox' })

/** Schemas check properties, not coordinates: a geometry comes from the database as it is. */
export const AnyGeometry = z.custom<Geometry>(
  (value) => typeof value === 'object' && value !== null && 'type' in value,
)

export function feature<P extends z.ZodType>(properties: P) {
  return z.object({
    type: z.literal('Feature'),
    id: z.union([z.string(), z.number()]),
    geometry: AnyGeometry.nullable(),
    properties,
  })
}

export function featureCollection<P extends z.ZodType>(properties: P) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(feature(properties)),
    attribution: z.string(),
  })
}

/** A flag in a query string: `true` or `false`, nothing else. */
export const BooleanParam = z.enum(['true', 'false']).transform((value) => value === 'true')

/** `lon,lat` in a query string. */
export const PositionParam = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(Position)
