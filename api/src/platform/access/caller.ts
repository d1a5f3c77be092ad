import {
  CLEARANCES,
  type FieldClass,
  mayDo,
  PERMISSIONS,
  type Permission,
  type Role,
  type RowScope,
} from '../../contract-kit/access.ts'

/** Where a request came from, for the journal. */
export interface Origin {
  readonly address: string
  readonly agent: string
}

/** On whose behalf something is asked of the database: what they may do, which rows and which fields they see. */
export interface Caller extends Origin {
  readonly accountId: string
  readonly name: string
  /** The role in force: the account's own, or the one it looks at the app as. */
  readonly role: Role
  readonly permissions: readonly Permission[]
  readonly sees: FieldClass
  readonly rows: RowScope
  readonly subOfficeId: string | null
  readonly postIds: readonly string[]
  /** The firm whose works contracts a contractor sees; while somebody else looks at the app as one, those of the posts named. */
  readonly contractorId: string | 'of-named-posts' | null
}

export interface CallerFacts extends Origin {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly subOfficeId: string | null
  readonly postIds: readonly string[]
  readonly contractorId?: string | null
}

/** A signed-in person in their own role. */
export function callerOf(facts: CallerFacts): Caller {
  const { sees, rows } = CLEARANCES[facts.role]
  const subOfficeId = rows === 'sub-office' ? facts.subOfficeId : null
  const contractorId = facts.role === 'contractor' ? (facts.contractorId ?? null) : null
  return { ...facts, contractorId, subOfficeId, sees, rows, permissions: permissionsOf(facts.role) }
}

const READ_ONLY = /\.(read|history|export|rejects)$/
const CLASSES: readonly FieldClass[] = ['public', 'internal', 'restricted']

/**
 * «Voir comme…»: the same person with the permissions, fields and rows that they share with another role. Never more
 * than their own, and nothing that writes.
 */
export function viewedAs(own: Caller, role: Role, postIds: readonly string[]): Caller {
  const { sees, rows } = CLEARANCES[role]
  const shared = own.permissions.filter(
    (permission) => mayDo(role, permission) && (READ_ONLY.test(permission) || permission === 'account.own'),
  )
  return {
    ...own,
    role,
    permissions: shared,
    sees: CLASSES[Math.min(CLASSES.indexOf(sees), CLASSES.indexOf(own.sees))] ?? 'public',
    rows: rows === 'named-posts' ? rows : own.rows === 'all' && rows === 'sub-office' ? 'all' : own.rows,
    postIds: rows === 'named-posts' ? postIds : own.postIds,
    contractorId: role === 'contractor' ? 'of-named-posts' : null,
  }
}

function permissionsOf(role: Role): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => mayDo(role, permission))
}

/** The same for two callers who are shown the same: remembered answers are kept under it. */
export function visibilityOf({
  sees,
  rows,
  subOfficeId,
  postIds,
  contractorId,
  permissions,
}: Caller): string {
  const named = rows === 'named-posts' ? [...postIds].sort().join() : ''
  return `${sees} ${rows} ${subOfficeId} ${named} ${contractorId} ${permissions.join()}`
}

/** Settings of a transaction that policies and masks read; see migrations/0006_callers.sql. */
export function settingsOf(caller: Caller): Readonly<Record<string, string>> {
  return {
    role: 'borne_app',
    search_path: 'visible, public',
    'borne.account_id': caller.accountId,
    'borne.role': caller.role,
    'borne.may': caller.permissions.join(),
    'borne.clearance': String(CLASSES.indexOf(caller.sees)),
    'borne.rows': caller.rows,
    'borne.sub_office': caller.subOfficeId ?? '',
    'borne.post_ids': `{${caller.postIds.join()}}`,
    'borne.contractor_id': caller.contractorId ?? '',
    'borne.name': caller.name,
    'borne.address': caller.address,
    'borne.agent': caller.agent,
  }
}

/** The owner of the tables, after a caller in the same transaction. */
export const OWNER_SETTINGS: Readonly<Record<string, string>> = {
  role: 'none',
  search_path: '"$user", public',
  'borne.account_id': '',
  'borne.role': '',
  'borne.may': '',
  'borne.clearance': '',
  'borne.rows': '',
  'borne.sub_office': '',
  'borne.post_ids': '',
  'borne.contractor_id': '',
  'borne.name': '',
  'borne.address': '',
  'borne.agent': '',
}
