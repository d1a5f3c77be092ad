import { Role } from '../../api/src/contract-kit/access.ts'
import { newSecret } from '../../api/src/platform/access/second-factor.ts'
import { openSession } from '../../api/src/platform/access/sessions.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { account } from './given-account.ts'
import type { MarkedPost, Marker, SubOffice } from './marked-register.ts'
import { NO_SIGHT, ROLE_SIGHTS, type Sight } from './marks.ts'

export interface MarkedPerson {
  readonly name: string
  /** In their own role; undefined is signed out. */
  readonly role: Role | undefined
  readonly subOffice: SubOffice | undefined
  readonly accountId: string | undefined
  readonly cookie: string | undefined
  readonly sight: Sight
  /** «Voir comme» is on. */
  readonly isViewingAs: boolean
}

export const SIGNED_OUT: MarkedPerson = {
  name: 'signed out',
  role: undefined,
  subOffice: undefined,
  accountId: undefined,
  cookie: undefined,
  sight: NO_SIGHT,
  isViewingAs: false,
}

/** One person of each role, and a focal point of the other sub-office. */
export async function markedPeople(
  db: Db,
  marker: Marker,
  posts: readonly MarkedPost[],
): Promise<MarkedPerson[]> {
  const people: MarkedPerson[] = []
  for (const role of Role.options) people.push(await markedPerson(db, marker, { role, posts }))
  people.push(await markedPerson(db, marker, { role: 'focal-point', subOffice: 'bassikounou', posts }))
  return people
}

async function markedPerson(
  db: Db,
  marker: Marker,
  {
    role,
    posts,
    subOffice = 'selibaby',
  }: { role: Role; posts: readonly MarkedPost[]; subOffice?: SubOffice },
): Promise<MarkedPerson> {
  const { clearance, rows, may } = ROLE_SIGHTS[role]
  const named = posts.filter(({ namedFor }) => namedFor.some((name) => name === role)).map(({ id }) => id)
  const given = await account(db, {
    role,
    ...(rows === 'named' ? { postIds: named } : {}),
    ...(rows === 'sub-office' ? { subOfficeId: subOffice } : {}),
  })
  await markAccount(db, marker, given.id)
  const seen = posts.filter(
    (post) => rows === 'all' || (rows === 'named' ? named.includes(post.id) : post.subOffice === subOffice),
  )
  return {
    name: rows === 'sub-office' ? `${role} of ${subOffice}` : role,
    role,
    subOffice: rows === 'sub-office' ? subOffice : undefined,
    accountId: given.id,
    cookie: await openCookie(db, given.id),
    sight: {
      clearance,
      may,
      accountId: given.id,
      isSeen: (postId) => seen.some(({ id }) => id === postId),
    },
    isViewingAs: false,
  }
}

/** Colleagues who read histories see who made a change; nobody reads what proves who somebody is. */
async function markAccount(db: Db, marker: Marker, accountId: string): Promise<void> {
  const own = { ownerId: accountId, class: 'restricted', need: 'history', toldTo: ['administrator'] } as const
  const kept = { class: 'secret', ownerId: accountId, toldTo: [] } as const
  const secret = { class: 'secret', toldTo: [] } as const
  const email = `${accountId.slice(0, 8)}@marked.example`
  marker.know({ ...own, text: email, where: 'account.email' })
  await db.run(sql`
    update account
       set name = ${marker.word({ ...own, where: 'account.name' })},
           email = ${email},
           password_hash = ${marker.word({ ...secret, where: 'account.password_hash' })},
           totp_pending_secret = ${marker.word({ ...secret, where: 'account.totp_pending_secret' })}
     where id = ${accountId}`)
  await db.run(sql`
    insert into account_identity (issuer, subject, account_id)
    values (${marker.word({ ...secret, where: 'account_identity.issuer' })},
            ${marker.word({ ...secret, where: 'account_identity.subject' })}, ${accountId})`)
  await db.run(sql`
    insert into recovery_code (account_id, code_sha256)
    values (${accountId}, ${marker.sha256({ ...secret, where: 'recovery_code.code_sha256' })})`)
  await db.run(sql`
    insert into one_time_link (token_sha256, purpose, account_id, expires_at)
    values (${marker.sha256({ ...secret, where: 'one_time_link.token_sha256' })}, 'reset', ${accountId}, now())`)
  await db.run(sql`
    insert into calendar_address (account_id, token_sha256, name)
    values (${accountId}, ${marker.sha256({ ...secret, where: 'calendar_address.token_sha256' })},
            ${marker.word({ ...kept, where: 'calendar_address.name' })})`)
  await db.run(sql`
    insert into session (token_sha256, account_id, expires_at, address, agent)
    values (${marker.sha256({ ...secret, where: 'session.token_sha256' })}, ${accountId},
            now() + interval '1 day',
            ${marker.word({ ...kept, where: 'session.address' })},
            ${marker.word({ ...kept, where: 'session.agent' })})`)
}

async function openCookie(db: Db, accountId: string): Promise<string> {
  const origin = { address: '127.0.0.1', agent: newSecret() }
  return `borne=${await openSession(db, { accountId, awaitsSecondFactor: false, origin })}`
}

/** The same person looking at the app as a role: what they share with it, never more. */
export async function lookingAs(
  db: Db,
  person: MarkedPerson,
  { role, posts }: { role: Role; posts: readonly MarkedPost[] },
): Promise<{ person: MarkedPerson; postIds: string[] }> {
  const { clearance, rows, may } = ROLE_SIGHTS[role]
  const own = person.sight
  const seen = posts.map(({ id }) => id).filter((id) => own.isSeen(id))
  // Some of the posts that the person sees, as somebody would name them.
  const postIds = seen.slice(0, Math.ceil(seen.length / 2))
  const sight: Sight = {
    clearance: Math.min(clearance, own.clearance),
    may: own.may.filter((need) => may.includes(need)),
    accountId: own.accountId,
    isSeen: (postId) => (rows === 'named' ? postIds.includes(postId) : own.isSeen(postId)),
  }
  return {
    postIds,
    person: {
      ...person,
      name: `${person.name} as ${role}`,
      cookie: await openCookie(db, person.accountId!),
      sight,
      isViewingAs: true,
    },
  }
}
