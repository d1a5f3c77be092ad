import type { PhysicalStatus } from '@borne/api/contracts/posts'
import { searchKey } from '@borne/geodata/geometry/search-key'
import type { PostRow } from './post-row.ts'
import { AGENCIES, CONFIDENCES, LEGAL_STATUSES, PHYSICAL_STATUSES } from './post-terms.ts'
import { type PostSort, type PostsSearch, readSort, readStatuses } from './search.ts'
import type { TableColumn } from './table-columns.ts'

type Filters = Omit<PostsSearch, 'view' | 'cols' | 'post'>

/** The posts that the address asks for, in its order. */
export function choosePosts(posts: readonly PostRow[], search: Filters): PostRow[] {
  const statuses = readStatuses(search)
  const chosen = filterWithoutStatus(posts, search).filter(
    (post) => !statuses || statuses.includes(post.physicalStatus),
  )
  return sortPosts(chosen, readSort(search))
}

/** How many posts each status would show, with the other filters as they are. */
export function countByStatus(posts: readonly PostRow[], search: Filters): Record<PhysicalStatus, number> {
  const counts = Object.fromEntries(PHYSICAL_STATUSES.map((status) => [status, 0])) as Record<
    PhysicalStatus,
    number
  >
  for (const post of filterWithoutStatus(posts, search)) counts[post.physicalStatus] += 1
  return counts
}

export function listMoughataas(posts: readonly PostRow[]): string[] {
  const names = new Set(posts.flatMap((post) => (post.moughataa ? [post.moughataa] : [])))
  return [...names].sort(collator.compare)
}

/** Unknown values come last, whatever the direction; equal ones keep the order of their names. */
export function sortPosts(posts: readonly PostRow[], { column, isDescending }: PostSort): PostRow[] {
  const sign = isDescending ? -1 : 1
  return [...posts].sort((a, b) => {
    const [left, right] = [sortValue(a, column), sortValue(b, column)]
    const isTie = left === right
    if (!isTie && left === null) return 1
    if (!isTie && right === null) return -1
    const order = isTie ? 0 : sign * compare(left!, right!)
    return order || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
  })
}

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' })

function filterWithoutStatus(posts: readonly PostRow[], search: Filters): PostRow[] {
  const words = searchKey(search.q ?? '')
    .split(' ')
    .filter(Boolean)
  return posts.filter(
    (post) =>
      (search.archived || !post.isArchived) &&
      (!search.kind || post.kind === search.kind) &&
      (!search.moughataa || post.moughataa === search.moughataa) &&
      (!search.unconfirmed || post.positionConfidence === 'unconfirmed') &&
      hasWords(post, words),
  )
}

function hasWords(post: PostRow, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = searchKey(
    [post.name, post.nameAr, ...post.aliases, post.moughataa, post.commune, post.wilaya].join(' '),
  )
  return words.every((word) => text.includes(word))
}

function sortValue(post: PostRow, column: TableColumn): string | number | null {
  switch (column) {
    case 'name':
      return post.name
    case 'nameAr':
      return post.nameAr
    case 'status':
      return PHYSICAL_STATUSES.indexOf(post.physicalStatus)
    case 'since':
      return post.physicalStatusSince
    case 'progress':
      return post.progressPercent
    case 'legal':
      return LEGAL_STATUSES.indexOf(post.legalStatus)
    case 'kind':
      return post.kind
    case 'agency':
      return post.agency && AGENCIES.indexOf(post.agency)
    case 'moughataa':
      return post.moughataa
    case 'commune':
      return post.commune
    case 'neighbour':
      return post.neighbour
    case 'borderDistance':
      return post.borderDistanceMetres
    case 'confidence':
      return CONFIDENCES.indexOf(post.positionConfidence)
    case 'position':
      return post.position ? post.position[1] : null
    case 'photos':
      return post.photoCount
    case 'updated':
      return post.updatedAt
  }
}

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return collator.compare(String(left), String(right))
}
