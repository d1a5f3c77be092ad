import { z } from 'zod'

/** Who a person is to the office. What each may do is in `PERMISSIONS`, what each may see in `CLEARANCES`. */
export const Role = z.enum(['administrator', 'coordinator', 'focal-point', 'contractor', 'partner', 'viewer'])
export type Role = z.infer<typeof Role>

/** How sensitive a field is. A fourth class, `secret`, never leaves the database door. */
export const FieldClass = z.enum(['public', 'internal', 'restricted'])
export type FieldClass = z.infer<typeof FieldClass>

/** Which rows a role meets: all, those of its sub-office, or the posts named on the account. */
export const RowScope = z.enum(['all', 'sub-office', 'named-posts'])
export type RowScope = z.infer<typeof RowScope>

/** The highest class of field that a role sees, and the rows. */
export const CLEARANCES: Readonly<Record<Role, { readonly sees: FieldClass; readonly rows: RowScope }>> = {
  administrator: { sees: 'restricted', rows: 'all' },
  coordinator: { sees: 'restricted', rows: 'all' },
  'focal-point': { sees: 'restricted', rows: 'sub-office' },
  contractor: { sees: 'internal', rows: 'named-posts' },
  partner: { sees: 'internal', rows: 'named-posts' },
  viewer: { sees: 'public', rows: 'all' },
}

const EVERYONE = Role.options
const STAFF = ['administrator', 'coordinator', 'focal-point'] as const satisfies readonly Role[]

/** Every permission, once, with the roles that have it. Each route names the one that it needs. */
export const PERMISSIONS = {
  'account.own': EVERYONE,
  'accounts.manage': ['administrator'],
  'audit.read': ['administrator', 'coordinator'],
  // What each audience may see.
  'audiences.manage': ['administrator', 'coordinator'],
  'backups.make': ['administrator'],
  'backups.read': STAFF,
  'briefings.edit': STAFF,
  'briefings.read': STAFF,
  // Making and revoking links; what they tell is the audience's rule.
  'briefings.share': STAFF,
  // Changing and lifting what somebody else reported; one's own goes with `closures.report`.
  'closures.manage': STAFF,
  'closures.report': [...STAFF, 'contractor', 'partner'],
  // Scenarios, where the next post should stand, and evidence.
  'coverage.plan': STAFF,
  'coverage.read': STAFF,
  'imports.read': EVERYONE,
  'imports.rejects': STAFF,
  // Saying that a mission may go, or may not.
  'missions.clear': ['administrator', 'coordinator'],
  'missions.plan': STAFF,
  'missions.read': STAFF,
  // Vehicles, places, areas, rules, rates and prices.
  'missions.settings': ['administrator', 'coordinator'],
  // Accepting and discarding versions of the road network.
  'networks.manage': ['administrator', 'coordinator'],
  'networks.read': STAFF,
  'posts.edit': STAFF,
  'posts.export': [...STAFF, 'partner'],
  'posts.history': STAFF,
  'posts.read': EVERYONE,
  // A refused row of a file of posts may be about a post of any sub-office.
  'posts.rejects': ['administrator', 'coordinator'],
  'region.read': EVERYONE,
  // An editor may accept what they drew themselves: the journal tells who did what.
  'road-edits.decide': STAFF,
  'road-edits.propose': STAFF,
  'roads.read': EVERYONE,
  // Vehicles and season calendars.
  'roads.settings': ['administrator', 'coordinator'],
  'settings.manage': ['administrator'],
  'system.read': ['administrator', 'coordinator'],
  // Deleting what somebody else uploaded; one's own goes with `tracks.upload`.
  'tracks.manage': ['administrator', 'coordinator'],
  'tracks.read': STAFF,
  'tracks.upload': STAFF,
  'view-as': STAFF,
  // Logos, credit lines and rules of donors.
  'visibility.manage': ['administrator', 'coordinator'],
  'visibility.read': STAFF,
  // What was seen of plaques and signs.
  'visibility.record': STAFF,
  'ways.read': EVERYONE,
  // Whatever is recorded of works, but for what a contractor may propose.
  'works.manage': STAFF,
  // Reports, photos and réserves that were mended: the office decides on them.
  'works.propose': [...STAFF, 'contractor'],
  // All contracts of the rows for the staff; for a contractor those of its firm.
  'works.read': [...STAFF, 'contractor'],
  // Donors, firms, projects, rates, calendars and checklists.
  'works.settings': ['administrator', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export const Permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]])

export function mayDo(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role)
}
