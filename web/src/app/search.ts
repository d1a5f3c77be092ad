import * as z from 'zod/mini'

const text = (pattern: RegExp) => z.catch(z.optional(z.string().check(z.regex(pattern))), undefined)

const NUMBER = '-?\\d{1,3}(?:\\.\\d{1,8})?'

const day = () =>
  z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/), z.refine(isRealDay))), undefined)

/** What the address of every page holds about the map and the state of the roads. */
export const shellSearch = z.object({
  /** Camera: `lon,lat,zoom`. */
  at: text(new RegExp(`^${NUMBER},${NUMBER},${NUMBER}$`)),
  /** Layers that are switched off, by id, separated by commas. */
  hide: text(/^[a-z0-9-]+(,[a-z0-9-]+)*$/),
  /** Language of the labels on the map; absent: the one of the interface. */
  labels: z.catch(z.optional(z.enum(['fr', 'ar'])), undefined),
  /** A place that was searched for and stays marked: `lon,lat,name`. */
  mark: text(new RegExp(`^${NUMBER},${NUMBER},.{1,200}$`, 'u')),
  /** Day of which the state of the roads counts; absent: the dry season without closures. */
  on: day(),
  /** Id of the vehicle; absent: the first one. */
  vehicle: text(/^[a-z0-9-]{1,40}$/),
})
export type ShellSearch = z.infer<typeof shellSearch>

/** What stays in the address when one goes from page to page. */
export const SHELL_KEYS = ['at', 'hide', 'labels', 'mark', 'on', 'vehicle'] as const

/** Commas, colons, semicolons and slashes are legal in a query and easier to read as they are. */
export function readableQuery(query: string): string {
  return query.replace(/%2C/gi, ',').replace(/%3B/gi, ';').replace(/%3A/gi, ':').replace(/%2F/gi, '/')
}

/** 31 February is written like a day and is none. */
function isRealDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
