import type { FastifyInstance } from 'fastify'
import { endSessionsOf } from '../../platform/access/sessions.ts'
import { type AuditAuthor, appendAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { Account, AccountChangeInput, AccountInput } from './contract.ts'
import {
  countOtherAdministrators,
  findAccounts,
  findProofs,
  findSubOffices,
  insertAccount,
  isContractor,
  lockAccounts,
  setLeft,
  updateAccount,
} from './queries.ts'

/** The two doors of an administrator's work: what the caller may do, and what only the server may. */
export interface AccountsAt {
  readonly db: Db
  readonly systemDb: FastifyInstance['systemDb']
  readonly author: AuditAuthor
}

export async function listAccounts({
  db,
  systemDb,
}: Pick<AccountsAt, 'db' | 'systemDb'>): Promise<Account[]> {
  const proofs = new Map((await findProofs(systemDb, null)).map((proof) => [proof.id, proof]))
  const accounts = await findAccounts(db)
  return accounts.flatMap((account) => {
    const proof = proofs.get(account.id)
    return proof ? [{ ...account, ...proof }] : []
  })
}

/** @throws problem `account-not-found`, also for what the caller may not see. */
export async function getAccount(
  { db, systemDb }: Pick<AccountsAt, 'db' | 'systemDb'>,
  accountId: string,
): Promise<Account> {
  const [account] = await findAccounts(db, accountId)
  const [proof] = account ? await findProofs(systemDb, accountId) : []
  if (!account || !proof) throw problem('account-not-found', { accountId })
  return { ...account, ...proof }
}

export async function createAccount(at: AccountsAt, input: AccountInput): Promise<Account> {
  return at.db.transaction(async () => {
    await checkSubOffice(at.db, input)
    await checkContractor(at.db, input)
    const accountId = await named(() => insertAccount(at.db, input), input)
    await note(at, accountId, { created: true, role: input.role })
    return getAccount(at, accountId)
  })
}

/** Changes an account; a new role or scope ends its sessions, so that nothing old stays open. */
export async function changeAccount(
  at: AccountsAt,
  accountId: string,
  input: AccountChangeInput,
): Promise<Account> {
  const { version, ...stated } = input
  return at.db.transaction(async () => {
    const before = await openForChange(at, accountId)
    const after: AccountInput = {
      email: stated.email ?? before.email,
      name: stated.name ?? before.name,
      role: stated.role ?? before.role,
      subOfficeId: stated.subOfficeId === undefined ? before.subOfficeId : stated.subOfficeId,
      postIds: stated.postIds ?? before.postIds,
      contractorId: stated.contractorId === undefined ? before.contractorId : stated.contractorId,
    }
    await checkSubOffice(at.db, after)
    await checkContractor(at.db, after)
    if (before.role === 'administrator' && after.role !== 'administrator')
      await keepAnAdministrator(at.db, accountId)
    const isCurrent = await named(() => updateAccount(at.db, accountId, version, after), after)
    if (!isCurrent) throw problem('account-changed-meanwhile')
    const fields = (Object.keys(after) as (keyof AccountInput)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(before[field]),
    )
    if (fields.some((field) => field !== 'name')) await endSessionsOf(at.systemDb, accountId)
    await note(at, accountId, { fields, role: after.role })
    return getAccount(at, accountId)
  })
}

/** Somebody leaves, or comes back. Who has left is signed out everywhere and cannot sign in. */
export async function setAccountLeft(
  at: AccountsAt,
  accountId: string,
  version: number,
  hasLeft: boolean,
): Promise<Account> {
  return at.db.transaction(async () => {
    const before = await openForChange(at, accountId)
    if (before.version !== version) throw problem('account-changed-meanwhile')
    if (before.forgottenAt) throw problem('account-not-found', { accountId })
    if (hasLeft && before.role === 'administrator') await keepAnAdministrator(at.db, accountId)
    await setLeft(at.db, accountId, version, hasLeft)
    if (hasLeft) await endSessionsOf(at.systemDb, accountId)
    await note(at, accountId, { left: hasLeft })
    return getAccount(at, accountId)
  })
}

/** @throws problem `account-of-demonstration`. */
export async function openForChange(at: AccountsAt, accountId: string): Promise<Account> {
  await lockAccounts(at.db)
  const account = await getAccount(at, accountId)
  if (account.isDemonstration) throw problem('account-of-demonstration')
  return account
}

async function keepAnAdministrator(db: Db, accountId: string): Promise<void> {
  if ((await countOtherAdministrators(db, accountId)) === 0) throw problem('last-administrator')
}

async function checkSubOffice(db: Db, { role, subOfficeId }: AccountInput): Promise<void> {
  const known = await findSubOffices(db)
  const isKnown = known.some(({ id }) => id === subOfficeId)
  if (subOfficeId === null ? role === 'focal-point' : !isKnown) {
    throw problem('sub-office-needed', {}, { field: 'subOfficeId' })
  }
}

async function checkContractor(db: Db, { contractorId }: AccountInput): Promise<void> {
  if (contractorId && !(await isContractor(db, contractorId)))
    throw problem('contractor-unknown', { contractorId }, { field: 'contractorId' })
}

/** Adds a line to the journal in the transaction of the change. */
export async function note(
  at: AccountsAt,
  accountId: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  await appendAudit(at.db, at.author, { action: 'change', subject: 'account', subjectId: accountId, detail })
}

const UNIQUE_VIOLATION = '23505'

async function named<T>(write: () => Promise<T>, { email }: { email: string }): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== UNIQUE_VIOLATION) throw error
    throw problem('email-taken', { email }, { field: 'email', cause: error })
  }
}
