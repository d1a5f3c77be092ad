import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import {
  CLEARANCES,
  FieldClass,
  mayDo,
  Permission,
  Role,
  RowScope,
} from '../../api/src/contract-kit/access.ts'
import { type Caller, callerOf, viewedAs } from '../../api/src/platform/access/caller.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { type Sql, sql } from '../../api/src/platform/sql.ts'
import { dataFolderForFile } from '../support/access-stage.ts'
import { dbTest } from '../support/db-test.ts'
import { markedBriefings } from '../support/marked-briefings.ts'
import { markedCoverage } from '../support/marked-coverage.ts'
import { markedMissions } from '../support/marked-missions.ts'
import { markedPeople } from '../support/marked-people.ts'
import { type MarkedPost, Marker, markedOffice, markedPost, SUB_OFFICES } from '../support/marked-register.ts'
import { markedVisibility } from '../support/marked-visibility.ts'
import { markedWorks } from '../support/marked-works.ts'
import { findLeaks, type Mark, type Need, type Sight } from '../support/marks.ts'
import { SQL_ATTEMPTS } from '../support/sql-attempts.ts'
import { takenBack } from '../support/taken-back.ts'

const RUNS = 5
const LONGEST_MS = 200_000
const seed = Number(process.env.BORNE_TEST_SENSITIVITY_SEED ?? Date.now() % 0x7fffffff)
console.log(`BORNE_TEST_SENSITIVITY_SEED=${seed}`)
const dataFolder = dataFolderForFile()
afterAll(() => dataFolder.remove())

const ORIGIN = { address: '127.0.0.1', agent: 'essai' }
const PLANS = [
  { subOffice: 'selibaby', namedFor: ['partner'], photo: 'shown' },
  { subOffice: 'bassikounou', namedFor: [], photo: 'removed' },
  { subOffice: 'bassikounou', namedFor: ['partner', 'contractor'], photo: 'shown' },
] as const

interface Register {
  readonly db: Db
  readonly marks: readonly Mark[]
  readonly posts: readonly MarkedPost[]
  readonly accountIds: readonly string[]
}

async function markedRegister(db: Db): Promise<Register> {
  const marker = new Marker(seed)
  const posts: MarkedPost[] = []
  for (const [index, plan] of PLANS.entries()) {
    const full = { ...plan, isUnderWorks: true, isArchived: index === 2, contacts: 2, components: 2 }
    posts.push(await markedPost({ db, filesDir: dataFolder.path, marker }, full, index + 1))
  }
  await markedOffice(db, marker)
  const works = await markedWorks({ db, filesDir: dataFolder.path, marker }, posts)
  await markedVisibility({ db, filesDir: dataFolder.path, marker }, works)
  await markedMissions({ db, marker }, posts)
  await markedCoverage({ db, marker }, posts)
  await markedBriefings({ db, marker }, posts)
  const people = await markedPeople(db, marker, posts)
  await db.run(sql`analyze`)
  return { db, marks: marker.marks, posts, accountIds: people.map(({ accountId }) => accountId!) }
}

interface CallerPlan {
  readonly account: number
  readonly sees: FieldClass
  readonly rows: RowScope
  readonly subOfficeId: string | null
  readonly named: readonly number[]
  readonly permissions: readonly Permission[]
}

/** What the policies count on: who edits reads back what was written, and the journal names every post. */
const COUNTED_ON: readonly {
  permission: Permission
  holds: (of: { sees: FieldClass; rows: RowScope }) => boolean
}[] = [
  { permission: 'posts.edit', holds: ({ sees }) => sees === 'restricted' },
  { permission: 'accounts.manage', holds: ({ rows }) => rows === 'all' },
  { permission: 'audit.read', holds: ({ rows }) => rows === 'all' },
]

/** Callers of every make, also such as no role has, but for what the policies count on. */
const callerPlan: fc.Arbitrary<CallerPlan> = fc
  .record({
    // Of accounts that name no post: one’s own account is one’s own to read.
    account: fc.constantFrom(0, 1, 2, 5),
    sees: fc.constantFrom(...FieldClass.options),
    rows: fc.constantFrom(...RowScope.options),
    subOfficeId: fc.constantFrom(...SUB_OFFICES, null),
    named: fc.subarray([0, 1, 2]),
    permissions: fc.subarray([...Permission.options]),
  })
  .map((plan) => ({
    ...plan,
    permissions: plan.permissions.filter((permission) =>
      COUNTED_ON.every((rule) => rule.permission !== permission || rule.holds(plan)),
    ),
  }))

const NEEDS: Readonly<Partial<Record<Permission, Need>>> = {
  'accounts.manage': 'accounts',
  'audit.read': 'audit',
  'imports.rejects': 'rejects',
  'posts.rejects': 'posts-rejects',
  'posts.history': 'history',
  'settings.manage': 'settings',
  'briefings.read': 'briefings',
  'coverage.read': 'coverage',
  'missions.read': 'missions',
  'networks.read': 'networks',
  'road-edits.propose': 'proposals',
  'tracks.read': 'tracks',
  'visibility.read': 'visibility',
  'works.read': 'works',
}

function sightOf(
  { sees, rows, subOfficeId, postIds, permissions, accountId }: Caller,
  posts: readonly MarkedPost[],
): Sight {
  const seen = posts.filter(
    ({ id, subOffice }) =>
      rows === 'all' || (rows === 'sub-office' ? subOffice === subOfficeId : postIds.includes(id)),
  )
  return {
    clearance: FieldClass.options.indexOf(sees),
    may: permissions.flatMap((permission) => NEEDS[permission] ?? []),
    accountId,
    isSeen: (postId) => seen.some(({ id }) => id === postId),
  }
}

dbTest(
  'SQL on behalf of a caller reads no field and no row beyond theirs, whatever it tries',
  async ({ db }) => {
    const register = await markedRegister(db)
    const questions = [...(await everyRelation(db)), ...(await everyColumn(db)), ...SQL_ATTEMPTS]
    expect(questions.length).toBeGreaterThan(300)
    await fc.assert(
      fc.asyncProperty(callerPlan, async ({ account, named, ...plan }) => {
        const accountId = register.accountIds[account]!
        const postIds = named.map((index) => register.posts[index]!.id)
        const caller = {
          ...ORIGIN,
          ...plan,
          accountId,
          name: 'Essai',
          role: 'viewer' as const,
          postIds,
          contractorId: null,
        }
        expect(await leaksTo(register, caller, questions)).toEqual([])
      }),
      { seed, numRuns: RUNS, endOnFailure: true },
    )
  },
  LONGEST_MS,
)

dbTest(
  'SQL on behalf of each role, and of one seen as another, reads what the role sees',
  async ({ db }) => {
    const register = await markedRegister(db)
    const questions = await everyRelation(db)
    const own = { ...ORIGIN, accountId: register.accountIds[0]!, name: 'Essai', subOfficeId: 'selibaby' }
    const postIds = [register.posts[0]!.id]
    for (const role of Role.options) {
      const caller = callerOf({ ...own, role, postIds })
      expect(await leaksTo(register, caller, questions), role).toEqual([])
      for (const other of Role.options) {
        const seenAs = viewedAs(caller, other, postIds)
        const both = [sightOf(caller, register.posts), sightOf(seenAs, register.posts)]
        expect(Math.max(...both.map(({ clearance }) => clearance))).toBe(both[0]!.clearance)
        expect(seenAs.permissions.filter((permission) => !caller.permissions.includes(permission))).toEqual(
          [],
        )
        expect(await leaksTo(register, seenAs, questions), `${role} as ${other}`).toEqual([])
      }
    }
    const administrator = callerOf({ ...own, role: 'administrator', postIds: [] })
    expect(await untoldTo(register, administrator, questions)).toEqual([])
  },
  LONGEST_MS,
)

test('every role keeps what the policies count on', () => {
  for (const role of Role.options)
    for (const { permission, holds } of COUNTED_ON)
      if (mayDo(role, permission)) expect(holds(CLEARANCES[role]), `${role} ${permission}`).toBe(true)
})

const ROWS_BY_CLASS: readonly (readonly [string, number])[] = [
  ['border_post', 0],
  ['post_name', 0],
  ['post_physical_status', 0],
  ['post_legal_status', 0],
  ['post_component', 1],
  ['post_photo', 1],
  ['post_contact', 2],
  ['post_change', 2],
]

dbTest('rows that a caller is not shown are not counted either', async ({ db }) => {
  const { posts, accountIds } = await markedRegister(db)
  for (const role of Role.options) {
    const caller = callerOf({
      ...ORIGIN,
      accountId: accountIds[0]!,
      name: 'Essai',
      role,
      subOfficeId: 'selibaby',
      postIds: [posts[2]!.id],
    })
    const { clearance, isSeen } = sightOf(caller, posts)
    const seen = posts.map(({ id }) => id).filter(isSeen)
    for (const [table, needed] of ROWS_BY_CLASS) {
      const key = table === 'border_post' ? 'id' : 'post_id'
      const counted = raw(
        `select ${key} as id, count(*) from public.${table} group by ${key} order by ${key}`,
      )
      const all = await db.many<{ id: string }>(counted)
      const expected = clearance < needed ? [] : all.filter(({ id }) => seen.includes(id))
      expect(await db.as(caller).many(counted), `${role}: ${table}`).toEqual(expected)
    }
  }
})

async function leaksTo(register: Register, caller: Caller, questions: readonly string[]): Promise<string[]> {
  const { db, marks, posts } = register
  const sight = sightOf(caller, posts)
  const leaks: string[] = []
  for (const question of questions) {
    const told = await tell(db, caller, question)
    for (const { class: kind, where } of findLeaks(marks, { told, asked: question, sight }))
      leaks.push(`${question}: ${kind} ${where}`)
  }
  return leaks
}

async function untoldTo(
  { db, marks }: Register,
  caller: Caller,
  questions: readonly string[],
): Promise<string[]> {
  const answers: string[] = []
  for (const question of questions) answers.push(await tell(db, caller, question))
  const told = answers.join()
  const stored = marks.filter(
    ({ class: kind, where }) => kind !== 'secret' && /^[a-z_]+\.[a-z_0-9]+$/.test(where),
  )
  return stored.filter(({ text }) => !told.includes(text)).map(({ where }) => where)
}

/** The rows that come back, or the words of the refusal: neither may tell. */
function tell(db: Db, caller: Caller, question: string): Promise<string> {
  return takenBack(db, () =>
    db
      .as(caller)
      .many(raw(question))
      .then(
        (rows) => JSON.stringify(rows),
        (error: Error) => `${error.message} ${JSON.stringify(error)}`,
      ),
  )
}

function raw(text: string): Sql {
  return { text, values: [] }
}

async function everyRelation(db: Db): Promise<string[]> {
  const rows = await db.many<{ name: string }>(sql`
    select format('%I.%I', nspname, relname) as name
      from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
     where nspname in ('public', 'visible') and relkind in ('r', 'p', 'v', 'm') and relname <> 'spatial_ref_sys'
     order by 1`)
  return rows.map(({ name }) => `select * from ${name}`)
}

async function everyColumn(db: Db): Promise<string[]> {
  const rows = await db.many<{ question: string }>(sql`
    select format('select %I::text from public.%I', attname, relname) as question
      from pg_class
      join pg_attribute on attrelid = pg_class.oid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
       and relname <> 'spatial_ref_sys'
     order by 1`)
  return rows.map(({ question }) => question)
}
