import { rm } from 'node:fs/promises'
import { buildApp } from '../../api/src/app.ts'
import { Role } from '../../api/src/contract-kit/access.ts'
import {
  makeCalendarAddress,
  revokeCalendarAddress,
} from '../../api/src/platform/access/calendar-addresses.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { makeLink } from '../../api/src/platform/access/one-time-links.ts'
import { hashPassword } from '../../api/src/platform/access/passwords.ts'
import { openSession } from '../../api/src/platform/access/sessions.ts'
import { newToken } from '../../api/src/platform/access/tokens.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import { type Db, openDb } from '../../api/src/platform/db.ts'
import { type Sql, sql } from '../../api/src/platform/sql.ts'
import { type App, PASSWORD } from './access-stage.ts'
import type { Pool } from './fuzz-values.ts'
import { account } from './given-account.ts'
import { onTrack } from './given-closure.ts'
import { reviveCandidate } from './given-roads.ts'
import { markedBriefings } from './marked-briefings.ts'
import { type MarkedCoverageRow, markedCoverage } from './marked-coverage.ts'
import { type MarkedMission, markedMissions } from './marked-missions.ts'
import { lookingAs, type MarkedPerson, markedPeople, SIGNED_OUT } from './marked-people.ts'
import { type MarkedPost, Marker, markedOffice, markedPost } from './marked-register.ts'
import type { MarkedTracks } from './marked-tracks.ts'
import { markedVisibility } from './marked-visibility.ts'
import { giveFirm, type MarkedWorks, markedWorks } from './marked-works.ts'
import type { Mark } from './marks.ts'
import { regionDataFolder } from './region-template.ts'

export interface FuzzActor {
  readonly name: string
  readonly person: MarkedPerson
  /** Opens another session when the last one was ended by what was asked. */
  open(): Promise<string | undefined>
}

export interface FuzzStage {
  readonly app: App
  readonly marks: readonly Mark[]
  readonly actors: readonly FuzzActor[]
  readonly pool: Pool
  /** What the server wrote of its own faults. */
  readonly logged: readonly string[]
  /** Present versions of posts, accounts and closures, by their identifiers. */
  versions(): Promise<ReadonlyMap<string, number>>
  /** Takes back what would close every door, or show to others: the second factor asked of all, a moved post, a closure of another cause, a deleted track, a network or a proposed road that was decided. */
  restore(): Promise<void>
  close(): Promise<void>
}

const PLANS = [
  { subOffice: 'selibaby', namedFor: ['partner', 'contractor'], photo: 'shown' },
  { subOffice: 'bassikounou', namedFor: ['partner'], photo: 'shown' },
  { subOffice: 'bassikounou', namedFor: [], photo: 'shown' },
] as const

/** The bundled region with its demonstration and three marked posts, and everybody at the door. */
export async function openFuzzStage(seed: number): Promise<FuzzStage> {
  const dataDir = await regionDataFolder()
  const db = await openDb({ dataDir })
  await loadDemonstrationAccounts(db)
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'error', BORNE_CHROMIUM: 'off' })
  const logged: string[] = []
  const backups = openBackups(config, { engine: db.engine, connect: () => db.pool.connect() })
  const logStream = { write: (line: string) => void logged.push(line) }
  const app = await buildApp({ backups, config, db, describeEngine: () => db.describe(), logStream })
  await app.ready()
  await app.roadNetwork.get()
  const marker = new Marker(seed)
  const posts: MarkedPost[] = []
  for (const [index, plan] of PLANS.entries()) {
    const full = { ...plan, isUnderWorks: true, isArchived: false, contacts: 2, components: 2 }
    posts.push(await markedPost({ db, filesDir: config.filesDir, marker }, full, index + 1))
  }
  const office = await markedOffice(db, marker)
  const { track } = await db.one<{ track: object }>(sql`select to_jsonb(track) as track from gps_track track`)
  const works = await markedWorks({ db, filesDir: config.filesDir, marker }, posts)
  const { checks } = await markedVisibility({ db, filesDir: config.filesDir, marker }, works)
  const { missions } = await markedMissions({ db, marker }, posts)
  const { coverage } = await markedCoverage({ db, marker }, posts)
  const { briefingIds, linkIds, showingKeys } = await markedBriefings({ db, marker }, posts)
  const people = await markedPeople(db, marker, posts)
  const contractor = people.find(({ role }) => role === 'contractor')!
  const firm = await giveFirm(db, contractor.accountId!, { ...works, posts })
  await givePasswords(db, marker)
  return {
    app,
    marks: marker.marks,
    logged,
    actors: await actorsOf(db, { people, posts }),
    pool: {
      ...(await poolOf(db, { posts, people, ...office })),
      ...(await worksPool(db, works, firm)),
      ...missionsPool(missions, posts),
      ...coveragePool(coverage, works),
      checkId: checks.map(({ checkId }) => checkId),
      briefingId: briefingIds,
      linkId: linkIds,
      showingKey: showingKeys,
      audienceId: ['donor', 'government', 'public'],
    },
    versions: async () => {
      const rows = await db.many<{ id: string; version: number }>(sql`
        select id, version from border_post union all select id, version from account
        union all select id, version from road_closure union all select id, version from road_edit
        union all select id, version from works_contract union all select id, version from mission
        union all select id, version from coverage_scenario union all select id, version from briefing`)
      return new Map(rows.map(({ id, version }) => [id, version]))
    },
    restore: async () => {
      await db.run(sql`update setting set value = '[]' where name = 'second-factor-roles'`)
      for (const { id, subOffice } of posts)
        await db.run(sql`update border_post set sub_office_id = ${subOffice} where id = ${id}`)
      await reviveCandidate(db, office.networkId)
      await restoreWorks(db, { works, posts, firm })
      await restoreMissions(db, missions)
      for (const { scenarioId, postId } of coverage)
        await db.run(sql`
          update coverage_scenario
             set question = question || jsonb_build_object('postIds', jsonb_build_array(${postId}::text)), changes = '[]',
                 post_ids = array[${postId}]::uuid[], contract_ids = '{}'
           where id = ${scenarioId}`)
      await db.run(sql`update road_closure set cause = 'security' where id = ${office.closureIds[1]}`)
      // There is no way back to a proposal, so nothing is written of it.
      await db.transaction(async () => {
        await db.run(sql`alter table road_edit disable trigger user`)
        await db.run(sql`update road_edit set state = 'proposed' where id = ${office.editIds[0]}`)
        await db.run(sql`alter table road_edit enable trigger user`)
      })
      await db.run(sql`
        insert into gps_track select * from jsonb_populate_record(null::gps_track, ${JSON.stringify(track)}::jsonb)
        on conflict do nothing`)
    },
    async close() {
      await app.close()
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function givePasswords(db: Db, marker: Marker): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD)
  marker.know({ text: passwordHash, where: 'account.password_hash', class: 'secret' })
  await db.run(sql`
    update account set password_hash = ${passwordHash}, totp_pending_secret = null where not is_demonstration`)
}

const ORIGIN = { address: '127.0.0.1', agent: 'essai' }
const BAD_COOKIES = [
  'borne=',
  'borne=x',
  'borne=%E0%A4%A',
  'borne="',
  'borne=a; borne=b',
  `borne=${'x'.repeat(5000)}`,
  '=',
  ';;;',
]

async function actorsOf(
  db: Db,
  { people, posts }: { people: readonly MarkedPerson[]; posts: readonly MarkedPost[] },
): Promise<FuzzActor[]> {
  const sessionOf = (accountId: string, awaitsSecondFactor = false) =>
    openSession(db, { accountId, awaitsSecondFactor, origin: ORIGIN }).then((token) => `borne=${token}`)
  const signedIn = people.map((person) => ({
    name: person.name,
    person,
    open: () => sessionOf(person.accountId!),
  }))
  const { person: looker, postIds } = await lookingAs(db, people[0]!, { role: 'partner', posts })
  const waiting = await account(db, { role: 'administrator' })
  let bad = 0
  return [
    ...signedIn,
    {
      name: looker.name,
      person: looker,
      open: async () => {
        const cookie = await sessionOf(looker.accountId!)
        await db.run(sql`
          update session set view_role = 'partner', view_post_ids = ${postIds}::uuid[]
           where account_id = ${looker.accountId!} and ended_at is null and created_at = (
                 select max(created_at) from session where account_id = ${looker.accountId!})`)
        return cookie
      },
    },
    { name: 'awaiting a code', person: SIGNED_OUT, open: () => sessionOf(waiting.id, true) },
    { name: 'signed out', person: SIGNED_OUT, open: async () => undefined },
    {
      name: 'with a bad cookie',
      person: SIGNED_OUT,
      open: async () => BAD_COOKIES[bad++ % BAD_COOKIES.length],
    },
  ]
}

/** Accounts that may be changed without closing the door to those who ask. */
async function poolOf(
  db: Db,
  {
    posts,
    people,
    importRunId,
    closureIds,
    networkId,
    trackIds,
    editIds,
  }: {
    posts: readonly MarkedPost[]
    people: readonly MarkedPerson[]
    importRunId: number
    closureIds: readonly string[]
    networkId: number
  } & MarkedTracks,
): Promise<Pool> {
  const victims = []
  for (const role of Role.options) victims.push(await account(db, { role, password: PASSWORD }))
  const tokens: string[] = []
  for (const { id } of victims.slice(2)) tokens.push((await makeLink(db, 'reset', id)).token)
  const demonstration = await db.many<{ id: string }>(sql`
    select id from border_post where is_demonstration order by external_id limit 4`)
  const sessions = await spareSessions(db, people)
  const addresses = await calendarAddresses(db, people)
  const runs = await db.many<{ id: number }>(sql`select id from import_run order by id`)
  return {
    postId: [...posts, ...posts, ...demonstration].map(({ id }) => id),
    photoId: posts.flatMap(({ photoId }) => photoId ?? []),
    accountId: victims.map(({ id }) => id),
    closureId: closureIds,
    networkId: [1, networkId],
    trackId: trackIds,
    editId: editIds,
    geometry: [
      { type: 'Point', coordinates: onTrack(0) },
      { type: 'LineString', coordinates: [onTrack(0), onTrack(400)] },
    ],
    vehicleId: ['4x4', 'lorry', 'foot', 'pirogue'],
    calendarId: ['wadi', 'river'],
    importRunId: [importRunId, ...runs.map(({ id }) => id)],
    email: [...victims.map(({ email }) => email), ...newAddresses(20)],
    password: [PASSWORD],
    current: [PASSWORD, PASSWORD, 'faux'],
    next: [PASSWORD, 'court'],
    token: tokens,
    version: [1, 2, 3],
    progressPercent: [null],
    subOfficeId: ['selibaby', 'bassikounou', null],
    sessionId: sessions.map(({ id }) => id),
    addressId: addresses.map(({ id }) => id),
    // An open one tells whoever knows it: what it tells is tested by name.
    file: [`${newToken()}.ics`, `${addresses[0]!.token}.ics`],
    code: ['not-permitted', 'sign-in-refused', '000000', '123456'],
    z: [6, 7, 8],
    x: [29, 59, 119],
    y: [29, 58, 116],
  }
}

/** Things of works. The firm of whoever asks is not among them: what it builds it sees. */
async function worksPool(db: Db, { contracts }: MarkedWorks, firm: string): Promise<Pool> {
  const ids = async (query: Sql) => (await db.many<{ id: string }>(query)).map(({ id }) => id)
  const contractors = await ids(sql`select id from contractor where id <> ${firm} order by id`)
  const projects = await ids(sql`select id from project order by id`)
  const programmes = await ids(sql`select id from programme order by id`)
  const donors = await ids(sql`select id from donor order by id`)
  return {
    contractId: contracts.map(({ id }) => id),
    worksPhotoId: contracts.map(({ worksPhotoId }) => worksPhotoId),
    contractorId: [...contractors, null],
    projectId: projects,
    programmeId: programmes,
    donorId: donors,
    partyId: [...projects, ...programmes, ...donors, ...contractors],
    settingId: ['chantier', 'beton', 'essai'],
    from: ['07-15', '2025-03-01'],
    to: ['2025-06-01', '2026-03-01'],
    until: ['09-30', '2025-03-30'],
    reference: Array.from({ length: 200 }, (_, index) => `F-${index}`),
  }
}

/** Whose works these are decides who sees them. */
async function restoreWorks(
  db: Db,
  { works, posts, firm }: { works: MarkedWorks; posts: readonly MarkedPost[]; firm: string },
): Promise<void> {
  for (const { id, postId, contractorId } of works.contracts) {
    const isNamed = posts.some((post) => post.id === postId && post.namedFor.includes('contractor'))
    await db.run(sql`
      update works_contract set contractor_id = ${isNamed ? firm : contractorId} where id = ${id}`)
    await db.run(sql`delete from works_contract_post where contract_id = ${id} and post_id <> ${postId}`)
    await db.run(sql`
      insert into works_contract_post (contract_id, post_id, ordinal) values (${id}, ${postId}, 1)
      on conflict do nothing`)
  }
}

/** Things of missions. */
function missionsPool(missions: readonly MarkedMission[], posts: readonly MarkedPost[]): Pool {
  const rows = missions.map(({ rowId }) => rowId)
  const places = [...rows, ...posts.map(({ id }) => id)]
  return {
    missionId: missions.map(({ id }) => id),
    missionRowId: rows,
    placeId: places,
    startPlaceId: rows,
    endPlaceId: rows,
    nightPlaceIds: [[], rows.slice(0, 1)],
    vehicleIds: rows.map((id) => [id]),
    areaId: [null, ...rows],
    profileId: ['4x4', 'lorry'],
  }
}

/** Things of coverage. */
function coveragePool(coverage: readonly MarkedCoverageRow[], { contracts }: MarkedWorks): Pool {
  return {
    scenarioId: coverage.map(({ scenarioId }) => scenarioId),
    evidenceId: coverage.map(({ evidenceId }) => evidenceId),
    postIds: [null, [], ...coverage.map(({ postId }) => [postId])],
    changes: [
      [],
      ...coverage.map(({ postId }) => [{ kind: 'post-closes', postId }]),
      ...contracts.map(({ id }) => [{ kind: 'works-done', contractId: id, on: '2027-01-01' }]),
    ],
  }
}

/** To which posts a mission goes, and where a visit is asked for, decides who sees them. */
async function restoreMissions(db: Db, missions: readonly MarkedMission[]): Promise<void> {
  for (const { id, postId, rowId } of missions) {
    await db.run(sql`update mission set post_ids = array[${postId}]::uuid[] where id = ${id}`)
    await db.run(sql`update visit_request set post_id = ${postId} where id = ${rowId}`)
  }
}

function newAddresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `neuf-${index}@example.org`)
}

/** Addresses that people may revoke; the first is revoked. */
async function calendarAddresses(
  db: Db,
  people: readonly MarkedPerson[],
): Promise<{ id: string; token: string }[]> {
  const made: { id: string; token: string }[] = []
  for (const { accountId } of people) made.push(await makeCalendarAddress(db, accountId!, 'Téléphone'))
  await revokeCalendarAddress(db, people[0]!.accountId!, made[0]!.id)
  return made
}

/** Sessions that people may end without being signed out. */
async function spareSessions(db: Db, people: readonly MarkedPerson[]): Promise<{ id: string }[]> {
  const ids = people.map(({ accountId }) => accountId!)
  return db.many(sql`
    insert into session (token_sha256, account_id, expires_at, address, agent)
    select gen_random_uuid()::text, account, now() + interval '1 day', '', ''
      from unnest(${ids}::uuid[]) as account, generate_series(1, 8)
    returning id`)
}
