import type { Role } from '../../api/src/contract-kit/access.ts'

/** What a mark is shown by, beside its class: written here by hand, so that the product is not judged by itself. */
export type Need =
  | 'accounts'
  | 'audit'
  | 'briefings'
  | 'coverage'
  | 'export'
  | 'history'
  | 'missions'
  | 'networks'
  | 'posts-rejects'
  | 'proposals'
  | 'rejects'
  | 'settings'
  | 'tracks'
  | 'visibility'
  | 'works'

/** A word that stands in one field of one row and nowhere else: whoever is told it was shown that field. */
export interface Mark {
  readonly text: string
  /** `border_post.notes` */
  readonly where: string
  readonly class: 'public' | 'internal' | 'restricted' | 'secret'
  /** Shown only to whom the post is shown. */
  readonly postId?: string
  readonly need?: Need
  /** Whose own it is: they are shown it whatever its class. */
  readonly ownerId?: string
  /** Roles that some route tells it, among those that may see it; absent: all of them. Its owner is always told. */
  readonly toldTo?: readonly Role[]
}

/** What somebody may see. */
export interface Sight {
  /** 0 public, 1 internal, 2 restricted. */
  readonly clearance: number
  readonly may: readonly Need[]
  readonly accountId: string | undefined
  readonly isSeen: (postId: string) => boolean
}

interface RoleSight {
  readonly clearance: number
  readonly rows: 'all' | 'sub-office' | 'named'
  readonly may: readonly Need[]
}

const STAFF_NEEDS: readonly Need[] = [
  'briefings',
  'coverage',
  'export',
  'history',
  'missions',
  'networks',
  'proposals',
  'rejects',
  'tracks',
  'visibility',
  'works',
]

export const ROLE_SIGHTS: Readonly<Record<Role, RoleSight>> = {
  administrator: {
    clearance: 2,
    rows: 'all',
    may: [...STAFF_NEEDS, 'accounts', 'audit', 'posts-rejects', 'settings'],
  },
  coordinator: { clearance: 2, rows: 'all', may: [...STAFF_NEEDS, 'audit', 'posts-rejects'] },
  'focal-point': { clearance: 2, rows: 'sub-office', may: STAFF_NEEDS },
  contractor: { clearance: 1, rows: 'named', may: ['works'] },
  partner: { clearance: 1, rows: 'named', may: ['export'] },
  viewer: { clearance: 0, rows: 'all', may: [] },
}

export const NO_SIGHT: Sight = { clearance: 0, may: [], accountId: undefined, isSeen: () => false }

const CLASSES: readonly Mark['class'][] = ['public', 'internal', 'restricted', 'secret']

export function maySee({ class: kind, postId, need, ownerId }: Mark, sight: Sight): boolean {
  if (ownerId !== undefined && ownerId === sight.accountId) return true
  return (
    CLASSES.indexOf(kind) <= sight.clearance &&
    (postId === undefined || sight.isSeen(postId)) &&
    (need === undefined || sight.may.includes(need))
  )
}

/** Whether some route tells somebody of that role the mark: else a test would pass on answers that say nothing. */
export function isTold(mark: Mark, sight: Sight, role: Role): boolean {
  const isOwn = mark.ownerId !== undefined && mark.ownerId === sight.accountId
  return maySee(mark, sight) && (isOwn || (mark.toldTo?.includes(role) ?? true))
}

/** Those of `marks` that `told` holds and that are not for `sight`. What the question itself said is no answer. */
export function findLeaks(
  marks: readonly Mark[],
  { told, asked, sight }: { told: string; asked: string; sight: Sight },
): Mark[] {
  return marks.filter(
    (mark) => told.includes(mark.text) && !asked.includes(mark.text) && !maySee(mark, sight),
  )
}
