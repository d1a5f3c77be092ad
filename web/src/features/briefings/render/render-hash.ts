import * as z from 'zod/mini'

const Pixels = z.coerce.number().check(z.int(), z.minimum(50), z.maximum(3000))

/** What the server's browser is asked to draw: it stands after `#`, with the key of the showing. */
const RenderHash = z.object({
  key: z.string().check(z.regex(/^[\w-]{20,100}$/)),
  /** Place of the slide, from 1. */
  slide: z.coerce.number().check(z.int(), z.minimum(1)),
  /** Of a map that is swiped, 0 is the earlier one. */
  state: z.coerce.number().check(z.int(), z.minimum(0), z.maximum(1)),
  width: Pixels,
  height: Pixels,
  /** `map`: nothing but the map. `sheet`: a page of its own, with title, logos and date. */
  as: z.enum(['map', 'sheet']),
})
export type RenderHash = z.infer<typeof RenderHash>

/** Null: nobody meant this page. */
export function readRenderHash(hash: string): RenderHash | null {
  const parsed = RenderHash.safeParse(Object.fromEntries(new URLSearchParams(hash.replace(/^#/, ''))))
  return parsed.success ? parsed.data : null
}
