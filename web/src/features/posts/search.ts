import * as z from 'zod/mini'
import { PHYSICAL_STATUSES, POST_KINDS } from './post-terms.ts'
import { TABLE_COLUMNS, type TableColumn } from './table-columns.ts'

/** Text that a person typed; an address may hold it as a number («q=3»). */
const text = (longest: number) =>
  z.catch(z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(cut(longest)))), undefined)
const flag = () => z.catch(z.optional(z.literal(true)), undefined)

const filters = {
  /** Physical statuses separated by commas; absent: all. */
  status: text(100),
  kind: z.catch(z.optional(z.enum(POST_KINDS)), undefined),
  moughataa: text(200),
  q: text(200),
  /** Only posts whose position is not confirmed. */
  unconfirmed: flag(),
  /** Archived posts too. */
  archived: flag(),
  /** A table column; a leading «-» reverses it. */
  sort: text(30),
}

/** What the address of the list of posts holds. An absent value is the default, so that addresses stay short. */
export const postsSearch = z.object({
  ...filters,
  view: z.catch(z.optional(z.literal('table')), undefined),
  /** Columns of the table separated by commas. */
  cols: text(300),
  /** The post that is selected in the list or table. */
  post: text(50),
})
export type PostsSearch = z.infer<typeof postsSearch>

/** The pages of one post keep the filters of the list that they came from. */
export const postSearch = z.object({
  ...filters,
  view: z.catch(z.optional(z.literal('table')), undefined),
  cols: text(300),
  /** The photo that is open in the viewer. */
  photo: text(50),
  /** Where a new post begins: `lon,lat`. */
  position: text(60),
})
export type PostSearch = z.infer<typeof postSearch>

export interface PostSort {
  readonly column: TableColumn
  readonly isDescending: boolean
}

export const DEFAULT_COLUMNS: readonly TableColumn[] = [
  'name',
  'status',
  'since',
  'progress',
  'legal',
  'kind',
  'agency',
  'moughataa',
  'borderDistance',
  'confidence',
]

/** Known values of a comma-separated list, in their own order; none known is undefined. */
export function readList<T extends string>(list: string | undefined, known: readonly T[]): T[] | undefined {
  const asked = new Set((list ?? '').split(','))
  const found = known.filter((value) => asked.has(value))
  return found.length > 0 ? found : undefined
}

/** A list without effect (empty, or everything) is left out of the address. */
export function writeList<T extends string>(list: readonly T[], known: readonly T[]): string | undefined {
  const kept = known.filter((value) => list.includes(value))
  return kept.length === 0 || kept.length === known.length ? undefined : kept.join(',')
}

/** Adds the value to the list of the address, or takes it out. */
export function toggleInList<T extends string>(
  list: string | undefined,
  value: T,
  known: readonly T[],
): string | undefined {
  const now = readList(list, known) ?? []
  return writeList(now.includes(value) ? now.filter((other) => other !== value) : [...now, value], known)
}

export function readStatuses(search: Pick<PostsSearch, 'status'>) {
  return readList(search.status, PHYSICAL_STATUSES)
}

export function readColumns(search: Pick<PostsSearch, 'cols'>): readonly TableColumn[] {
  const asked = readList(search.cols, TABLE_COLUMNS)
  return asked ? [...new Set<TableColumn>(['name', ...asked])] : DEFAULT_COLUMNS
}

/** The address of a choice of columns; the default choice is left out. */
export function writeColumns(columns: readonly TableColumn[]): string | undefined {
  const kept = TABLE_COLUMNS.filter((column) => column === 'name' || columns.includes(column))
  const isDefault = kept.length === DEFAULT_COLUMNS.length && kept.every((c) => DEFAULT_COLUMNS.includes(c))
  return isDefault ? undefined : kept.join(',')
}

export function readSort(search: Pick<PostsSearch, 'sort'>): PostSort {
  const isDescending = search.sort?.startsWith('-') ?? false
  const name = isDescending ? search.sort?.slice(1) : search.sort
  return { column: TABLE_COLUMNS.find((column) => column === name) ?? 'name', isDescending }
}

export function writeSort({ column, isDescending }: PostSort): string | undefined {
  return column === 'name' && !isDescending ? undefined : `${isDescending ? '-' : ''}${column}`
}

/** How many filters narrow the list. */
export function countFilters(search: PostsSearch): number {
  return [
    readStatuses(search),
    search.kind,
    search.moughataa,
    search.q?.trim(),
    search.unconfirmed,
    search.archived,
  ].filter(Boolean).length
}

export const NO_FILTERS = {
  status: undefined,
  kind: undefined,
  moughataa: undefined,
  q: undefined,
  unconfirmed: undefined,
  archived: undefined,
} as const

function cut(longest: number) {
  return (value: string | number) => String(value).slice(0, longest) || undefined
}
