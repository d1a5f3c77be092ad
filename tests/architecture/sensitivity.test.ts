import { expect, test } from 'vitest'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { readSources } from './source-files.ts'

type Db = DbTestContext['db']

const CLASSES = ['public', 'internal', 'restricted', 'secret']
/** Kept by PostGIS and by the migrations: nothing of the office is in them, and no caller is shown them. */
const NOT_OURS = ['spatial_ref_sys']
const NOT_PUBLISHED = ['schema_migration']

interface Column {
  readonly table: string
  readonly column: string
  readonly class: string | null
}

/** Every column of every table with its class: the first word of its comment, else of its table's. */
function findColumns(db: Db): Promise<Column[]> {
  return db.many<Column>(sql`
    select class.relname as table, attribute.attname as column,
           substring(coalesce(col_description(class.oid, attribute.attnum), obj_description(class.oid, 'pg_class'))
                     from '^[a-z]+') as class
      from pg_class class
      join pg_attribute attribute on attribute.attrelid = class.oid
     where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
       and class.relname <> all (${NOT_OURS}::text[])
       and attribute.attnum > 0 and not attribute.attisdropped
     order by class.relname, attribute.attnum`)
}

/** Columns that a role may read, as `table.column`; of the tables of a schema, or of its views. */
async function findReadable(
  db: Db,
  role: string,
  schema: string,
  kinds: readonly string[],
): Promise<string[]> {
  const rows = await db.many<{ name: string }>(sql`
    select class.relname || '.' || attribute.attname as name
      from pg_class class
      join pg_attribute attribute on attribute.attrelid = class.oid
     where class.relnamespace = ${schema}::regnamespace and class.relkind = any (${kinds}::"char"[])
       and class.relname <> all (${NOT_OURS}::text[])
       and attribute.attnum > 0 and not attribute.attisdropped
       and has_column_privilege(${role}, class.oid, attribute.attnum, 'select')
     order by class.relname, attribute.attnum`)
  return rows.map(({ name }) => name)
}

const nameOf = ({ table, column }: Column): string => `${table}.${column}`

dbTest('every column says how sensitive it is', async ({ db }) => {
  const columns = await findColumns(db)
  expect(columns.length).toBeGreaterThan(150)
  expect(columns.filter((column) => !CLASSES.includes(column.class ?? '')).map(nameOf)).toEqual([])
})

dbTest('a caller reads the public columns of the tables, and no other', async ({ db }) => {
  const columns = (await findColumns(db)).filter(({ table }) => !NOT_PUBLISHED.includes(table))
  const expected = columns.filter((column) => column.class === 'public').map(nameOf)
  expect(await findReadable(db, 'borne_app', 'public', ['r', 'p'])).toEqual(expected)
})

dbTest('nobody but the owner reads a secret, not even masked', async ({ db }) => {
  const secrets = (await findColumns(db)).filter((column) => column.class === 'secret').map(nameOf)
  expect(secrets).toContain('account.password_hash')
  for (const role of ['borne_app', 'borne_reader']) {
    const readable = [
      ...(await findReadable(db, role, 'public', ['r', 'p', 'v', 'm'])),
      ...(await findReadable(db, role, 'visible', ['r', 'p', 'v', 'm'])),
    ]
    expect(
      readable.filter((name) => secrets.includes(name)),
      role,
    ).toEqual([])
  }
})

dbTest('every table with a column that is not public chooses its rows', async ({ db }) => {
  const columns = await findColumns(db)
  const tables = [...new Set(columns.filter((column) => column.class !== 'public').map(({ table }) => table))]
  const guarded = await db.many<{
    table: string
    isGuarded: boolean
    policies: number
    isGranted: boolean
  }>(sql`
    select class.relname as table, class.relrowsecurity as "isGuarded",
           (select count(*) from pg_policy where polrelid = class.oid) as policies,
           exists (select from unnest(array['borne_app', 'borne_reader']) as role,
                               unnest(array['select', 'insert', 'update', 'references']) as privilege
                    where has_any_column_privilege(role, class.oid, privilege)) as "isGranted"
      from pg_class class
     where class.relnamespace = 'public'::regnamespace and class.relname = any (${tables}::text[])
     order by class.relname`)
  const isSecret = (name: string) =>
    columns.every(({ table, class: kind }) => table !== name || kind === 'secret')
  const open = guarded.filter(
    ({ table, isGuarded, policies, isGranted }) =>
      !isGuarded || (isSecret(table) ? isGranted : policies === 0),
  )
  expect(open).toEqual([])
})

dbTest('every view that a caller reads is one that the policies hold for', async ({ db }) => {
  const views = await db.many<{ view: string; owner: string; bypasses: boolean }>(sql`
    select class.oid::regclass::text as view, owner.rolname as owner,
           owner.rolbypassrls or owner.rolsuper as bypasses
      from pg_class class
      join pg_roles owner on owner.oid = class.relowner
     where class.relnamespace in ('public'::regnamespace, 'visible'::regnamespace)
       and class.relkind in ('v', 'm') and has_table_privilege('borne_app', class.oid, 'select')
       and not exists (select from pg_depend
                        where classid = 'pg_class'::regclass and objid = class.oid and deptype = 'e')
     order by 1`)
  expect(views.length).toBeGreaterThan(20)
  expect(views.filter(({ owner, bypasses }) => owner !== 'borne_reader' || bypasses)).toEqual([])
})

dbTest('a caller creates nothing and signs in nowhere', async ({ db }) => {
  const roles = await db.many(sql`
    select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
           exists (select from pg_auth_members where member = role.oid) as "isMember",
           exists (select from pg_class where relowner = role.oid and relkind <> 'v') as "ownsTables",
           has_database_privilege(rolname, current_database(), 'create') as "createsSchemas",
           has_schema_privilege(rolname, 'public', 'create') as "createsInPublic",
           has_schema_privilege(rolname, 'visible', 'create') as "createsInVisible"
      from pg_roles role
     where rolname in ('borne_app', 'borne_reader')
     order by rolname`)
  const nothing = {
    rolcanlogin: false,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    isMember: false,
    ownsTables: false,
    createsSchemas: false,
    createsInPublic: false,
    createsInVisible: false,
  }
  expect(roles).toEqual([
    { rolname: 'borne_app', ...nothing },
    { rolname: 'borne_reader', ...nothing },
  ])
})

/** What a caller may write at all, and why no more: policies and routes narrow it further. */
const WRITABLE: Readonly<Record<string, string>> = {
  account: 'insert, update',
  account_post: 'delete, insert',
  allowance_rate: 'insert, update',
  audience: 'insert, update',
  border_post: 'delete, insert, update',
  briefing: 'insert, update',
  briefing_snapshot: 'insert',
  briefing_version: 'insert, update',
  contractor: 'insert, update',
  coverage_evidence: 'insert',
  coverage_ground: 'insert',
  coverage_scenario: 'insert, update',
  currency_rate: 'delete, insert, update',
  donor: 'insert, update',
  donor_contribution: 'delete, insert',
  donor_logo: 'delete, insert, update',
  donor_visibility: 'insert, update',
  fuel_price: 'insert, update',
  gps_track: 'delete, insert, update',
  inspection_checklist: 'insert, update',
  mission: 'delete, insert, update',
  mission_area: 'insert, update',
  mission_event: 'insert',
  mission_place: 'insert, update',
  mission_post: 'delete, insert, update',
  mission_rule: 'insert, update',
  mission_track: 'delete, insert',
  mission_vehicle: 'delete, insert',
  post_change: 'insert',
  post_component: 'delete, insert, update',
  post_contact: 'delete, insert, update',
  post_legal_status: 'delete, insert, update',
  post_name: 'delete, insert, update',
  post_photo: 'delete, insert, update',
  post_physical_status: 'delete, insert, update',
  programme: 'insert, update',
  project: 'insert, update',
  road_closure: 'insert, update',
  road_edit: 'insert, update',
  road_network: 'update',
  season_calendar: 'insert, update',
  setting: 'update',
  share_link: 'insert, update',
  vehicle: 'insert, update',
  vehicle_profile: 'insert, update',
  visibility_check: 'insert',
  visit_request: 'insert, update',
  work_calendar: 'insert, update',
  works_contract: 'insert, update',
  works_contract_post: 'delete, insert',
  works_event: 'insert',
  works_event_photo: 'insert',
  works_photo: 'insert',
  works_summary: 'insert, update',
}

dbTest(
  'a caller writes to the register, to accounts, to the state of the roads, to works, to missions, to coverage and to briefings, and never to the journal',
  async ({ db }) => {
    const rows = await db.many<{ table: string; privileges: string }>(sql`
    select class.relname as table, string_agg(privilege, ', ' order by privilege) as privileges
      from pg_class class, unnest(array['insert', 'update', 'delete', 'truncate', 'trigger']) as privilege
     where class.relnamespace in ('public'::regnamespace, 'visible'::regnamespace)
       and class.relname <> all (${NOT_OURS}::text[])
       and case when privilege in ('insert', 'update') and class.relkind <> 'S'
             then has_any_column_privilege('borne_app', class.oid, privilege)
             else class.relkind in ('r', 'p', 'v', 'm') and has_table_privilege('borne_app', class.oid, privilege) end
       and class.relkind in ('r', 'p', 'v', 'm')
     group by class.oid, class.relname
     order by class.relname`)
    expect(Object.fromEntries(rows.map(({ table, privileges }) => [table, privileges]))).toEqual(WRITABLE)
  },
)

dbTest('not even the owner of the tables changes a line of the journal', async ({ db }) => {
  await db.run(sql`select audit_append('read', 'essai', '', '{}', null, null, 'Nom', '', '')`)
  for (const attempt of [
    sql`update audit_event set subject = 'autre'`,
    sql`delete from audit_event`,
    sql`truncate audit_event cascade`,
    sql`update audit_person set name = 'Autre'`,
  ]) {
    await expect(
      db.transaction(() => db.run(attempt)),
      attempt.text,
    ).rejects.toThrow(/append-only/)
  }
})

/** Functions that act as their owner, each with its reason. */
const AS_OWNER: Readonly<Record<string, string>> = {
  audit_append: 'adds a line to a journal that no caller may write',
  audit_post_change: 'adds the line of a change in the transaction that makes it',
  missions_with_vehicles:
    'tells that a vehicle is taken by a mission that the caller may not see, and not by which',
  note_donor_row: 'adds the line of a change in the transaction that makes it',
  note_gps_track: 'adds the line of a track that comes or goes, and drops what nobody has decided of it',
  note_mission: 'adds the line of what happened in the transaction that records it',
  note_road_edit: 'adds the history and the line of a change in the transaction that makes it',
  note_road_network_decision:
    'empties a discarded version and adds the line of the decision in its transaction',
  note_road_state_change: 'adds the history and the line of a change in the transaction that makes it',
  note_works_events: 'adds the line of what was recorded in the transaction that records it',
  note_works_row: 'adds the line of a change in the transaction that makes it',
}

dbTest('few functions act as the owner of the tables, each with a fixed search path', async ({ db }) => {
  const functions = await db.many<{ name: string; settings: string[] | null }>(sql`
    select proname as name, proconfig as settings
      from pg_proc
     where pronamespace in ('public'::regnamespace, 'visible'::regnamespace) and prosecdef
       and not exists (select from pg_depend
                        where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e')
     order by proname`)
  expect(functions.map(({ name }) => name)).toEqual(Object.keys(AS_OWNER).sort())
  for (const { name, settings } of functions) expect(settings, name).toEqual(['search_path=public, pg_temp'])
})

/** Files of features that ask the database as the owner of its tables, each with its reason. */
const OWNERS_DOOR: Readonly<Record<string, string>> = {
  'api/src/features/accounts/calendar-address-routes.ts': 'secret addresses, which no caller reads',
  'api/src/features/accounts/change-account.ts': 'reads whether an account has proofs, ends its sessions',
  'api/src/features/accounts/own-account-routes.ts': 'the own account with its secrets',
  'api/src/features/accounts/queries.ts': 'whether an account has proofs: no caller reads secrets',
  'api/src/features/accounts/routes.ts': 'one-time links and sessions, which no caller reads',
  'api/src/features/audit/queries.ts': 'the whole chain with its salts, to compute it anew',
  'api/src/features/audit/routes.ts': 'the whole chain, to compute it anew',
  'api/src/features/audit/verify-chain.ts': 'the whole chain, to compute it anew',
  'api/src/features/briefings/make-showing.ts': 'keys to what was made, which no caller reads',
  'api/src/features/briefings/open-shared.ts': 'a visitor has no session: what the token of a link opens',
  'api/src/features/briefings/renew-donor-page.ts':
    'the page of a donor makes itself anew for whoever has its link, who is nobody',
  'api/src/features/briefings/share-briefing.ts': 'what no link shows any longer is gone, whoever made it',
  'api/src/features/briefings/shared-pages.ts': 'who may frame the page of a link is told to everyone',
  'api/src/features/briefings/shared-routes.ts': 'a visitor has no session: what a key shows',
  'api/src/features/briefings/snapshots.ts': 'keys, which no caller reads, and what is over',
  'api/src/features/missions/calendar-routes.ts': 'a calendar program has no session: whose address it asks',
  'api/src/features/roads/gather-inputs.ts':
    'corrections and what passages taught are of the network, for everyone; single passages do not leave it',
  'api/src/features/session/openid-routes.ts': 'who signs in is nobody yet',
  'api/src/features/session/routes.ts': 'who signs in is nobody yet',
  'api/src/features/system/routes.ts': 'whether the database answers',
  'api/src/features/tracks/routes.ts': 'a track is matched after the request of whoever uploaded it',
}

test('features ask the database as their caller, but for a short list', () => {
  const users = readSources('api/src/features/*.ts').filter((file) => /\bsystemDb\b/.test(file.text))
  expect(users.map(({ path }) => path).sort()).toEqual(Object.keys(OWNERS_DOOR).sort())
})
