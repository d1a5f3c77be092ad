import { z } from 'zod'

export const BasemapDescription = z.object({
  version: z.string().describe('Changes when the data or the way it is drawn changes'),
  tiles: z.string().describe('Address of the tiles, with {z}, {x}, {y}'),
  bounds: z.array(z.number()).length(4),
  minZoom: z.number().int(),
  maxZoom: z.number().int(),
  bytes: z.number().int().describe('Size of the whole as one PMTiles file'),
  outline: z.array(z.array(z.number())).describe('Ring of Guidimakha as drawn'),
  attribution: z.array(z.string()),
})
export type BasemapDescription = z.infer<typeof BasemapDescription>
