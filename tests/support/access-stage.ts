import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../api/src/app.ts'
import { Role } from '../../api/src/contract-kit/access.ts'
import { addPhoto } from '../../api/src/features/posts/add-photo.ts'
import { insertPhoto } from '../../api/src/features/works/works-photos.ts'
import { makeCalendarAddress } from '../../api/src/platform/access/calendar-addresses.ts'
import { loadDemonstrationAccounts } from '../../api/src/platform/access/demonstration-accounts.ts'
import { newSecret } from '../../api/src/platform/access/second-factor.ts'
import { openSession } from '../../api/src/platform/access/sessions.ts'
import { newToken } from '../../api/src/platform/access/tokens.ts'
import { openBackups } from '../../api/src/platform/backup/backups.ts'
import { readConfig } from '../../api/src/platform/config.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { closeImportRun, openImportRun } from '../../api/src/platform/import-run.ts'
import { keepPhoto } from '../../api/src/platform/photos/keep-photo.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { engineBeside } from './db-test.ts'
import { account, type GivenAccount } from './given-account.ts'
import { briefingAt } from './given-briefing.ts'
import { coverageAt } from './given-coverage.ts'
import { missionAt } from './given-mission.ts'
import { post } from './given-post.ts'
import { region } from './given-region.ts'
import { candidateNetwork, roads } from './given-roads.ts'
import { linkTo } from './given-share.ts'
import { acceptedEdit, waitingTrack } from './given-track.ts'
import { visibilityAt } from './given-visibility.ts'
import { begun, contract, record } from './given-works.ts'
import { routesOf } from './list-routes.ts'
import { PHOTO } from './photo.ts'
import { giveBasemap } from './region-template.ts'

export type App = Awaited<ReturnType<typeof buildApp>>
export type Answer = Awaited<ReturnType<App['inject']>>
export type Actor = Role | 'signed out' | 'awaiting code' | 'must enrol'
export const ACTORS: readonly Actor[] = [...Role.options, 'signed out', 'awaiting code', 'must enrol']
const ORIGIN = { address: '127.0.0.1', agent: 'essai' }
export const PASSWORD = 'sept bornes au bord du fleuve'

/** Whoever asks: by what cookie, and which session besides that one is theirs to end. */
export interface Person {
  readonly actor: Actor
  readonly account: GivenAccount | undefined
  readonly cookie: string | undefined
  readonly sessionId: string
  readonly totpSecret: string
  /** A closure that they reported. */
  readonly closureId: string
  /** A track that they uploaded, and an edit in force that they proposed. */
  readonly trackId: string
  readonly editId: string
  /** A secret address of their calendar. */
  readonly addressId: string
}

/** What the parameters of a route name. */
export interface Things {
  readonly postId: string
  readonly photoId: string
  readonly sessionId: string
  readonly accountId: string
  readonly importRunId: string
  readonly closureId: string
  readonly trackId: string
  readonly editId: string
  readonly networkId: string
  readonly contractId: string
  readonly worksPhotoId: string
  /** A donor, a contractor, a programme and a project have it. */
  readonly partyId: string
  readonly missionId: string
  /** One of each setting of the missions has it, and a request for a visit. */
  readonly missionRowId: string
  readonly scenarioId: string
  readonly evidenceId: string
  readonly briefingId: string
  /** To the briefing. */
  readonly linkId: string
  readonly shareToken: string
  readonly showingKey: string
  /** The party as a donor, and a check of its plaque at the post. */
  readonly donorId: string
  readonly checkId: string
  /** To the page of the donor. */
  readonly donorLinkId: string
  readonly addressId: string
  /** Of a colleague's calendar: whoever knows it reads it. */
  readonly calendarFile: string
}

interface PostThings {
  readonly postId: string
  readonly photoId: string
  /** Of works at the post. */
  readonly contractId: string
  readonly worksPhotoId: string
  readonly partyId: string
  /** A draft that visits the post. */
  readonly missionId: string
  readonly missionRowId: string
  /** A scenario that closes the post, and figures measured from it. */
  readonly scenarioId: string
  readonly evidenceId: string
  /** Of the sub-office of the post, with a link to it. */
  readonly briefingId: string
  readonly linkId: string
  readonly shareToken: string
  readonly showingKey: string
  readonly donorId: string
  readonly checkId: string
  readonly donorLinkId: string
}

export interface AccessStage {
  readonly app: App
  readonly db: Db
  /** As `GET /api/posts/:postId`. */
  readonly routes: readonly string[]
  readonly people: ReadonlyMap<Actor, Person>
  /** Somebody who asks nothing: their session and account are other people's to everyone. */
  readonly somebody: Person
  /** In Sélibaby and named on the accounts of partner and contractor. */
  readonly own: PostThings
  /** In the other sub-office, named on no account. */
  readonly other: PostThings
  readonly importRunId: string
  /** A candidate for the road network. */
  readonly networkId: string
  readonly calendarFile: string
}

export function ownThings(
  { own, somebody, importRunId, networkId, calendarFile }: AccessStage,
  { sessionId, closureId, trackId, editId, addressId }: Person,
): Things {
  const shared = { accountId: somebody.account!.id, networkId, importRunId, calendarFile }
  return { ...own, sessionId, closureId, trackId, editId, addressId, ...shared }
}

/** Parties and settings are everybody's who may name them. */
export function otherThings(stage: AccessStage): Things {
  const { own, other, somebody, importRunId, networkId, calendarFile } = stage
  const { sessionId, closureId, trackId, editId, addressId } = somebody
  const shared = { accountId: somebody.account!.id, networkId, importRunId, calendarFile }
  const { partyId, donorId, missionRowId } = own
  return {
    ...other,
    partyId,
    donorId,
    missionRowId,
    sessionId,
    closureId,
    trackId,
    editId,
    addressId,
    ...shared,
  }
}

export function unknownThings(): Things {
  return {
    postId: randomUUID(),
    photoId: randomUUID(),
    sessionId: randomUUID(),
    accountId: randomUUID(),
    importRunId: '987654321',
    closureId: randomUUID(),
    trackId: randomUUID(),
    editId: randomUUID(),
    networkId: '876543219',
    contractId: randomUUID(),
    worksPhotoId: randomUUID(),
    partyId: randomUUID(),
    missionId: randomUUID(),
    missionRowId: randomUUID(),
    scenarioId: randomUUID(),
    evidenceId: randomUUID(),
    briefingId: randomUUID(),
    linkId: randomUUID(),
    shareToken: newToken(),
    showingKey: newToken(),
    donorId: randomUUID(),
    checkId: randomUUID(),
    donorLinkId: randomUUID(),
    addressId: randomUUID(),
    calendarFile: `${newToken()}.ics`,
  }
}

/** A server with everything that a route can ask for, and one person of each kind at its door. */
export async function setAccessStage(db: Db, dataDir: string): Promise<AccessStage> {
  await region(db)
  await roads(db)
  await loadDemonstrationAccounts(db)
  await giveBasemap(dataDir)
  const config = readConfig({ BORNE_DATA_DIR: dataDir, BORNE_LOG_LEVEL: 'silent', BORNE_CHROMIUM: 'off' })
  const connect = async () => (await engineBeside(db.engine)).pool.connect()
  const describeEngine = async () => (await engineBeside(db.engine)).describe()
  const backups = openBackups(config, { engine: db.engine, connect })
  let app: App | undefined
  const routes = await routesOf(async () => {
    app = await buildApp({ backups, config, db, describeEngine, webDir: webFolder(dataDir) })
    await app.ready()
    await app.roadNetwork.get()
  })
  onTestFinished(() => app?.close())
  const own = await givenPost(db, config.filesDir, { name: 'Vigie du Nord', subOffice: 'selibaby' })
  const other = await givenPost(db, config.filesDir, { name: 'Vigie du Sud', subOffice: 'bassikounou' })
  const people = new Map<Actor, Person>()
  for (const actor of ACTORS) people.set(actor, await givenPerson(db, actor, own))
  const somebody = await givenPerson(db, 'viewer', own)
  const importRunId = await givenImport(db)
  const networkId = String(await candidateNetwork(db))
  const { token } = await makeCalendarAddress(db, people.get('focal-point')!.account!.id, 'Téléphone')
  const calendarFile = `${token}.ics`
  return { app: app!, db, routes, people, somebody, own, other, importRunId, networkId, calendarFile }
}

/** A data folder that serves every test of a file: the basemap in it is cut once. */
export function dataFolderForFile(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'borne-access-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

function webFolder(dataDir: string): string {
  const folder = join(dataDir, 'web')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Borne</title>')
  writeFileSync(join(folder, 'index.css'), 'body { color: black }')
  return folder
}

async function givenPost(
  db: Db,
  filesDir: string,
  { name, subOffice }: { name: string; subOffice: 'selibaby' | 'bassikounou' },
): Promise<PostThings> {
  // The two are told apart in sums by their status.
  const status = subOffice === 'selibaby' ? 'under-works' : 'suspended'
  const { id } = await post(db, {
    name,
    physicalHistory: [{ status, validFrom: '2025-01-06', progressPercent: null, note: '' }],
  })
  const { photos } = await addPhoto({ db, filesDir }, id, { bytes: PHOTO, caption: name })
  await db.run(sql`update border_post set sub_office_id = ${subOffice} where id = ${id}`)
  const works = await givenWorks(db, filesDir, id)
  return {
    postId: id,
    photoId: photos[0]!.id,
    ...works,
    ...(await missionAt(db, id)),
    ...(await coverageAt(db, id)),
    ...(await visibilityAt({ db, filesDir }, { postId: id, donorId: works.partyId, note: name })),
    ...(await sharedBriefing(db, subOffice, name)),
  }
}

async function sharedBriefing(db: Db, subOffice: string, name: string) {
  const briefingId = await briefingAt(db, subOffice, { title: name, body: name, notes: name })
  const { sha256 } = await db.one<{ sha256: string }>(
    sql`select large_sha256 as sha256 from post_photo limit 1`,
  )
  const assets = [{ name: 'a1.webp', mediaType: 'image/webp', sha256 }]
  const { linkId, token, key } = await linkTo(db, briefingId, { assets })
  return { briefingId, linkId, shareToken: token, showingKey: key }
}

/** Works that have begun at the post, of a firm of their own, with a photo. */
async function givenWorks(
  db: Db,
  filesDir: string,
  postId: string,
): Promise<Pick<PostThings, 'contractId' | 'worksPhotoId' | 'partyId'>> {
  const partyId = randomUUID()
  const { id: contractId } = await contract(db, postId, { partyId })
  await record(db, contractId, begun())
  const worksPhotoId = randomUUID()
  await keepPhoto(
    filesDir,
    PHOTO,
    async () => undefined,
    (photo) => insertPhoto(db, { contractId, photoId: worksPhotoId, by: null }, { ...photo, told: NO_FACTS }),
  )
  return { contractId, worksPhotoId, partyId }
}
const NO_FACTS = { caption: '', viewpoint: null, takenAt: null, position: null }

async function givenPerson(db: Db, actor: Actor, { postId, partyId }: PostThings): Promise<Person> {
  const totpSecret = newSecret()
  if (actor === 'signed out') {
    const { sessionId, closureId, trackId, editId, addressId } = unknownThings()
    const nobodys = { sessionId, closureId, trackId, editId, addressId }
    return { actor, account: undefined, cookie: undefined, totpSecret, ...nobodys }
  }
  const role = actor === 'awaiting code' ? 'administrator' : actor === 'must enrol' ? 'coordinator' : actor
  const isNamed = role === 'contractor' || role === 'partner'
  const given = await account(db, {
    role,
    password: PASSWORD,
    postIds: isNamed ? [postId] : [],
    ...(role === 'contractor' ? { contractorId: partyId } : {}),
  })
  const awaitsSecondFactor = actor === 'awaiting code'
  if (awaitsSecondFactor)
    await db.run(sql`update account set totp_secret = ${totpSecret} where id = ${given.id}`)
  await openSession(db, { accountId: given.id, origin: ORIGIN, awaitsSecondFactor: false })
  const spare = await db.one<{ id: string }>(sql`select id from session where account_id = ${given.id}`)
  const token = await openSession(db, { accountId: given.id, origin: ORIGIN, awaitsSecondFactor })
  const things = {
    closureId: await givenClosure(db, given.id),
    trackId: await waitingTrack(db, given.id),
    editId: await acceptedEdit(db, given.id),
    addressId: (await makeCalendarAddress(db, given.id, 'Téléphone')).id,
  }
  return { actor, account: given, cookie: `borne=${token}`, sessionId: spare.id, totpSecret, ...things }
}

async function givenClosure(db: Db, accountId: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into road_closure (geom, effect, speed_factor, cause, starts_at, half_life_days, reported_by)
    values (st_setsrid(st_makepoint(-12.18, 15.158), 4326), 'cut', 1, 'wadi', now(), 7, ${accountId})
    returning id`)
  return id
}

/** The same person at another screen. */
export async function openPersonSession(db: Db, person: Person): Promise<Person & { cookie: string }> {
  const asked = { accountId: person.account!.id, origin: ORIGIN, awaitsSecondFactor: false }
  return { ...person, cookie: `borne=${await openSession(db, asked)}` }
}

async function givenImport(db: Db): Promise<string> {
  const run = await openImportRun(db, {
    dataset: 'posts',
    source: 'Fichier de postes',
    licence: '—',
    attribution: '—',
    fileName: 'postes.csv',
    sha256: 'f'.repeat(64),
  })
  await closeImportRun(db, run, 1, [{ rowNumber: 1, reason: 'field-invalid', detail: 'kind' }])
  return String(run)
}
