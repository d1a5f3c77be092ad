import { readFileSync } from 'node:fs'
import { DEFAULT_CALENDARS } from '@borne/geodata/road-state/default-calendars'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import { TOTP } from 'otpauth'
import { expect } from 'vitest'
import { SHOWING_HEADER } from '../../api/src/features/briefings/link-contract.ts'
import { makeLink } from '../../api/src/platform/access/one-time-links.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type AccessStage, type Answer, PASSWORD, type Person, type Things } from './access-stage.ts'
import { slide } from './given-briefing.ts'
import { closureInput } from './given-closure.ts'
import { missionEvent, missionInput, placeInput, planOf, vehicleInput, visitInput } from './given-mission.ts'
import { postInput, SELIBABY } from './given-post.ts'
import { drivenAlong, editInput, gpxOf, trackForm } from './given-track.ts'
import { checkForm, checkInput, DONOR_VISIBILITY } from './given-visibility.ts'
import { contractInput, HALF, happened } from './given-works.ts'
import { PHOTO } from './photo.ts'
import { sheetForm } from './sheet-form.ts'
import type { Asked } from './signed-in.ts'
import { takenBack } from './taken-back.ts'

type Method = NonNullable<Asked['method']>

type Extra = Pick<Asked, 'payload' | 'headers'> & { readonly search?: string }

interface Asking {
  readonly db: Db
  readonly stage: AccessStage
  readonly person: Person
  readonly things: Things
}

/** What a route wants besides its address to do its work; a route that is not here wants nothing. */
const WANTED: Readonly<Record<string, (at: Asking) => Extra | Promise<Extra>>> = {
  'GET /api/roads/day': () => ({ search: '?date=2026-08-15' }),
  'GET /api/roads/graph': () => ({ search: '?date=2026-08-15' }),
  'GET /api/roads/inputs': () => ({ search: '?date=2026-08-15' }),
  'GET /api/roads/catchments': ({ things }) => ({ search: `?posts=${things.postId}` }),
  'GET /api/roads/isochrones': () => ({ search: `?from=${SELIBABY}&minutes=10` }),
  'GET /api/roads/nearest': () => ({ search: `?from=${SELIBABY}` }),
  'POST /api/roads/matrix': ({ things }) => ({
    payload: { froms: [{ postId: things.postId }], tos: [{ position: SELIBABY }] },
  }),
  'POST /api/coverage/measure': coverageOf,
  'POST /api/coverage/who-comes': (at) => withPayload(coverageOf(at), { position: SELIBABY }),
  'POST /api/coverage/time-grid': (at) => withPayload(coverageOf(at), { cellMetres: 5000 }),
  'POST /api/coverage/critical-links': (at) => withPayload(coverageOf(at), { seconds: 1 }),
  'POST /api/coverage/siting': (at) => withPayload(coverageOf(at), SITING),
  'POST /api/coverage/scenarios': () => ({ payload: SCENARIO }),
  'PUT /api/coverage/scenarios/:scenarioId': () => ({ payload: { ...SCENARIO, version: 1 } }),
  'POST /api/coverage/scenarios/:scenarioId/duplicate': () => ({ payload: { name: 'Copie' } }),
  'POST /api/coverage/scenarios/:scenarioId/archive': () => ({ payload: { version: 1 } }),
  'POST /api/coverage/scenarios/:scenarioId/restore': () => ({ payload: { version: 1 } }),
  'POST /api/coverage/evidence': (at) => withPayload(coverageOf(at), { name: 'Essai' }),
  'POST /api/audiences': () => ({ payload: { ...AUDIENCE, kind: 'public' } }),
  'PUT /api/audiences/:audienceId': () => ({ payload: { ...AUDIENCE, version: 1 } }),
  'POST /api/briefings/:briefingId/links': () => ({ payload: { audienceId: 'public', lastDay: tomorrow() } }),
  'POST /api/shared/open': ({ stage }) => ({ payload: { token: stage.own.shareToken } }),
  'GET /api/shared/presentation': withShowing,
  'GET /api/shared/assets/:name': withShowing,
  'GET /api/shared/basemap': withShowing,
  'GET /api/shared/basemap/:z/:x/:y.mvt': withShowing,
  'GET /api/shared/basemap/guidimakha.pmtiles': withShowing,
  'POST /api/briefings': () => ({ payload: { title: BRIEFING.title } }),
  'POST /api/briefings/draft': () => ({ payload: { from: '2025-01-01', to: '2025-06-01' } }),
  'PUT /api/briefings/:briefingId': () => ({ payload: { ...BRIEFING, version: 1 } }),
  'POST /api/briefings/:briefingId/showings': () => ({ payload: {} }),
  'POST /api/briefings/:briefingId/exports': () => ({ payload: { format: 'pptx' } }),
  'POST /api/briefings/:briefingId/slides': () => ({ payload: { slide: slide() } }),
  'GET /api/search': () => ({ search: '?q=vigie' }),
  'GET /api/ways': ({ things }) => ({ search: `?stops=${things.postId};${SELIBABY}` }),
  'POST /api/posts': () => ({ payload: postInput() }),
  'PATCH /api/posts/:postId': () => ({ payload: { version: 1, facingPost: 'En face' } }),
  'POST /api/posts/:postId/archive': () => ({ payload: { version: 1 } }),
  'POST /api/posts/:postId/restore': () => ({ payload: { version: 1 } }),
  'POST /api/posts/:postId/photos': photoForm,
  'POST /api/closures': () => ({ payload: closureInput() }),
  'PATCH /api/closures/:closureId': () => ({ payload: { version: 1, note: 'Toujours coupé' } }),
  'POST /api/closures/:closureId/confirm': () => ({ payload: { version: 1 } }),
  'POST /api/closures/:closureId/lift': () => ({ payload: { version: 1 } }),
  'POST /api/closures/:closureId/restore': () => ({ payload: { version: 1 } }),
  'PUT /api/vehicles/:vehicleId': () => ({ payload: { ...DEFAULT_VEHICLES[0]!, version: 0 } }),
  'POST /api/vehicles/:vehicleId/reset': () => ({ payload: { version: 0 } }),
  'PUT /api/season-calendars/:calendarId': () => ({ payload: { ...DEFAULT_CALENDARS[0]!, version: 0 } }),
  'POST /api/season-calendars/:calendarId/reset': () => ({ payload: { version: 0 } }),
  'POST /api/tracks': () => trackForm(gpxOf(drivenAlong())),
  'POST /api/road-edits': () => ({ payload: editInput() }),
  'PATCH /api/road-edits/:editId': () => ({ payload: { version: 1, note: 'Vu sur place' } }),
  'POST /api/road-edits/:editId/accept': () => ({ payload: { version: 1 } }),
  'POST /api/road-edits/:editId/reject': () => ({ payload: { version: 1 } }),
  'POST /api/works/contracts': ({ things }) => ({ payload: worksInput(things) }),
  'PUT /api/works/contracts/:contractId': ({ things }) => ({
    payload: { ...worksInput(things), version: 1 },
  }),
  'POST /api/works/contracts/:contractId/archive': () => ({ payload: { version: 1 } }),
  'POST /api/works/contracts/:contractId/restore': () => ({ payload: { version: 1 } }),
  'POST /api/works/contracts/:contractId/events': () => ({
    payload: { events: [happened('progress-report', '2025-03-10', HALF)] },
  }),
  'PUT /api/works/contracts/:contractId/photos/:worksPhotoId': photoForm,
  'GET /api/visibility/checks': ({ things: { postId, donorId } }) => ({
    search: `?postId=${postId}&donorId=${donorId}`,
  }),
  'PUT /api/visibility/checks/:checkId': checkAsKept,
  'PUT /api/donors/order': ({ stage: { own, other } }) => ({
    payload: { donorIds: [other.donorId, own.donorId] },
  }),
  'PUT /api/donors/:donorId/visibility': () => ({ payload: { ...DONOR_VISIBILITY, version: 1 } }),
  'PUT /api/donors/:donorId/logos/:ground': photoForm,
  'POST /api/donors/:donorId/showings': () => ({ payload: {} }),
  'POST /api/donors/:donorId/links': () => ({
    payload: {
      audienceId: 'donor',
      lastDay: new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10),
    },
  }),
  'POST /api/works/contracts/:contractId/bill/preview': () => sheetForm('N°;Désignation;U;Quantité;PU\n'),
  'POST /api/works/contracts/:contractId/plan/preview': () => sheetForm('N°;Tâche;Durée\n'),
  'POST /api/works/donors': () => ({ payload: { code: 'NEUF', name: 'Neuf' } }),
  'PUT /api/works/donors/:partyId': () => ({ payload: { version: 1, code: 'NEUF', name: 'Neuf' } }),
  'POST /api/works/contractors': () => ({ payload: { name: 'Neuf', contact: '' } }),
  'PUT /api/works/contractors/:partyId': () => ({ payload: { version: 1, name: 'Neuf', contact: '' } }),
  'POST /api/works/programmes': () => ({ payload: { name: 'Neuf' } }),
  'PUT /api/works/programmes/:partyId': () => ({ payload: { version: 1, name: 'Neuf' } }),
  'POST /api/works/projects': ({ things }) => ({ payload: projectInput(things) }),
  'PUT /api/works/projects/:partyId': ({ things }) => ({ payload: { version: 1, ...projectInput(things) } }),
  'POST /api/works/currency-rates': () => ({
    payload: { currency: 'EUR', validFrom: '2025-01-01', mruMicro: 45_000_000, source: 'Essai' },
  }),
  'DELETE /api/works/currency-rates/:currency/:validFrom': withRate,
  'PUT /api/works/calendars/:settingId': () => ({
    payload: { version: 0, ...NAMED, weekShares: [1, 1, 1, 1, 1, 1, 0], exceptions: [] },
  }),
  'PUT /api/works/checklists/:settingId': () => ({
    payload: { version: 0, ...NAMED, items: [{ id: 'un', fr: 'Un', en: 'One' }] },
  }),
  'PUT /api/works/document-templates/:kind': templateForm,
  'PUT /api/missions/document-templates/:kind': templateForm,
  'POST /api/missions/vehicles': () => ({ payload: vehicleInput() }),
  'PUT /api/missions/vehicles/:missionRowId': () => ({ payload: { ...vehicleInput(), version: 1 } }),
  'POST /api/missions/places': () => ({ payload: placeInput() }),
  'PUT /api/missions/places/:missionRowId': () => ({ payload: { ...placeInput(), version: 1 } }),
  'POST /api/missions/areas': () => ({ payload: MISSION_AREA }),
  'PUT /api/missions/areas/:missionRowId': () => ({ payload: { ...MISSION_AREA, version: 1 } }),
  'POST /api/missions/rules': () => ({ payload: MISSION_RULE }),
  'PUT /api/missions/rules/:missionRowId': () => ({ payload: { ...MISSION_RULE, version: 1 } }),
  'POST /api/missions/allowance-rates': () => ({ payload: ALLOWANCE }),
  'PUT /api/missions/allowance-rates/:missionRowId': () => ({ payload: { ...ALLOWANCE, version: 1 } }),
  'POST /api/missions/fuel-prices': () => ({ payload: FUEL }),
  'PUT /api/missions/fuel-prices/:missionRowId': () => ({ payload: { ...FUEL, version: 1 } }),
  'POST /api/missions/requests': ({ things }) => ({ payload: visitRequest(things) }),
  'PUT /api/missions/requests/:missionRowId': ({ things }) => ({
    payload: { ...visitRequest(things), version: 1 },
  }),
  'POST /api/missions': ({ stage }) => ({ payload: missionOf(stage.own) }),
  'PUT /api/missions/:missionId': ({ stage }) => ({ payload: { ...missionOf(stage.own), version: 1 } }),
  'DELETE /api/missions/:missionId': () => ({ search: '?version=1' }),
  'POST /api/missions/:missionId/events': () => ({ payload: missionEvent('submitted', { version: 1 }) }),
  'POST /api/missions/plan': ({ stage }) => ({ payload: { missionId: stage.own.missionId, steps: 2 } }),
  'POST /api/missions/time': ({ stage }) => ({
    payload: { missionId: stage.own.missionId, plan: planOf(missionOf(stage.own)) },
  }),
  'POST /api/missions/explain': ({ stage }) => ({
    payload: {
      missionId: stage.own.missionId,
      visitId: 'v1',
      plan: { days: planOf({ ...missionOf(stage.own), visits: [] }).days, droppedVisitIds: ['v1'] },
    },
  }),
  'PUT /api/account/password': () => ({ payload: { current: PASSWORD, next: `${PASSWORD}, et un gué` } }),
  'POST /api/account/calendar-addresses': () => ({ payload: { name: 'Téléphone' } }),
  'PUT /api/account/second-factor': withSecret('totp_pending_secret'),
  'DELETE /api/account/second-factor': withSecret('totp_secret'),
  'POST /api/account/recovery-codes': withSecret('totp_secret'),
  'POST /api/accounts': () => ({ payload: { ...NEW_ACCOUNT, email: 'neuf@example.org', name: 'Neuf' } }),
  'PATCH /api/accounts/:accountId': () => ({ payload: { version: 1, name: 'Autre nom' } }),
  'POST /api/accounts/:accountId/leave': () => ({ payload: { version: 1 } }),
  'POST /api/accounts/:accountId/return': () => ({ payload: { version: 1 } }),
  'PUT /api/settings/access': () => ({
    payload: { secondFactorRoles: [], auditPersonDays: 730, leftAccountDays: 365 },
  }),
  'POST /api/session': ({ stage }) => ({
    payload: { email: stage.somebody.account!.email, password: PASSWORD },
  }),
  'POST /api/session/second-factor': ({ person }) => ({ payload: { code: codeOf(person.totpSecret) } }),
  'POST /api/session/demonstration': () => ({ payload: { role: 'viewer' } }),
  'PUT /api/session/view-as': ({ things }) => ({ payload: { role: 'partner', postIds: [things.postId] } }),
  'POST /api/links/inspect': async (at) => ({ payload: { token: await linkFor(at) } }),
  'POST /api/links/use': async (at) => ({ payload: { token: await linkFor(at), password: `${PASSWORD} !` } }),
  'POST /api/password-resets': () => ({ payload: { email: 'personne@example.org' } }),
}

const NAMED = { nameFr: 'Essai', nameEn: 'Trial', source: '' }

/** As the contract of the stage is, but for its title. */
function worksInput({ postId, partyId }: Things) {
  const given = { projectId: partyId, contractorId: partyId }
  return contractInput(given, { postIds: [postId], title: 'Autre titre' })
}

function projectInput({ partyId }: Things) {
  const contributions = [{ donorId: partyId, sharePpm: 1_000_000, amountMinor: null }]
  return { programmeId: partyId, name: 'Neuf', currency: 'MRU', contributions }
}

const MISSION_AREA = {
  name: 'Zone neuve',
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [-12, 15],
        [-11.9, 15],
        [-11.9, 15.1],
        [-12, 15],
      ],
    ],
  },
  note: '',
  isArchived: false,
}
const MISSION_RULE = {
  name: 'Convoi',
  level: 'warn',
  demand: { kind: 'convoy', vehicles: 2 },
  areaId: null,
  season: null,
  profileId: null,
  source: 'Essai',
  isExample: true,
  isActive: true,
}
const DATED = { currency: 'MRU', source: 'Essai', isArchived: false }
const ALLOWANCE = { role: 'chauffeur', validFrom: '2020-01-01', nightMinor: 1, dayMinor: 1, ...DATED }
const FUEL = { fuel: 'petrol', validFrom: '2020-01-01', perLitreMinor: 1, ...DATED }

function visitRequest({ postId }: Things) {
  const asked = { subject: 'Suivi', askedBy: '', minutes: 60, earliest: null, latest: null }
  return { postId, ...asked, priority: 'normal', note: '', isClosed: false }
}

/** As the draft of the stage is, but for its reference. */
function missionOf({ missionRowId: id, postId }: Pick<Things, 'missionRowId' | 'postId'>) {
  return missionInput({ placeId: id, vehicleId: id }, { visits: [visitInput(postId, { id: 'v1' })] })
}

/** What the post covers. */
function coverageOf({ things }: Pick<Asking, 'things'>): Extra {
  return { payload: { question: { minutes: 10, postIds: [things.postId], includeUnconfirmed: true } } }
}

function withPayload({ payload }: Extra, more: object): Extra {
  return { payload: { ...(payload as object), ...more } }
}

const SCENARIO = { name: 'Essai', note: '', question: { minutes: 10 }, changes: [] }
const SITING = {
  model: 'covering',
  demand: 'border',
  candidates: {
    settlements: null,
    crossings: false,
    points: [{ id: 'a', name: 'Colline', position: SELIBABY, cost: null }],
  },
  count: 1,
  budget: null,
  seconds: 1,
}

const NEW_ACCOUNT = { role: 'viewer', subOfficeId: null, postIds: [] }

/** What stands in the address where it does not name a thing. */
const AUDIENCE = { names: { fr: 'Essai', en: '' }, rules: {} }
const BRIEFING = { title: { fr: 'Neuve', en: 'New' }, donorId: null, slides: [] }

const PLACES: Readonly<Record<string, string>> = {
  ':z': '7',
  ':x': '59',
  ':y': '58',
  ':size': 'large',
  ':code': 'not-permitted',
  ':vehicleId': '4x4',
  ':calendarId': 'wadi',
  ':settingId': 'essai',
  ':currency': 'EUR',
  ':validFrom': '2025-01-01',
  ':kind': 'progress-sheet',
  ':table': 'bill',
  ':format': 'xlsx',
  ':ground': 'light',
  '*': 'index.css',
  ':audienceId': 'public',
  ':name': 'a1.webp',
  ':version': '1',
  // Of nobody: an export is known to the process that makes it, for an hour.
  ':exportId': '9b2f6c1e-5d0a-4f8e-9c37-2a41d6e8b075',
}

/** Of the missions. */
const MISSION_PLACES = { ':kind': 'mission-order', ':format': 'gpx' }

const COVERAGE_PLACES = { ':format': 'geojson' }

/** Of a logo. */
const DONOR_PLACES = { ':format': 'png' }

/** The request by which a person asks for these things of a route. */
export async function requestFor(route: string, at: Asking): Promise<Asked> {
  const { search = '', payload, headers } = (await WANTED[route]?.(at)) ?? {}
  const cookie = at.person.cookie
  return {
    method: methodOf(route),
    url: `${addressOf(route, at.things)}${search}`,
    headers: { ...(cookie ? { cookie } : {}), 'sec-fetch-site': 'same-origin', ...headers },
    ...(payload === undefined ? {} : { payload }),
  }
}

export function methodOf(route: string): Method {
  return route.split(' ')[0] as Method
}

export function isUnsafe(route: string): boolean {
  return methodOf(route) !== 'GET'
}

/** Asks as the person, then takes back whatever the answer changed. A GET is asked as HEAD too. */
export function ask(stage: AccessStage, route: string, person: Person, things: Things): Promise<Answer> {
  const { app, db } = stage
  return takenBack(db, async () => {
    if (person.actor === 'must enrol')
      await db.run(sql`update setting set value = '["coordinator"]' where name = 'second-factor-roles'`)
    const request = await requestFor(route, { db, stage, person, things })
    const answer = await app.inject(request)
    if (request.method === 'GET') {
      const head = await app.inject({ ...request, method: 'HEAD' })
      expect([head.statusCode, head.body], `HEAD ${request.url}`).toEqual([answer.statusCode, ''])
    }
    return answer
  })
}

/** Whether a route names something by its address, its search or its body. */
export function namesThing(route: string): boolean {
  return (
    /:(post|photo|session|contract|mission|address|scenario|evidence|briefing|link|check)Id/.test(route) ||
    /(GET .*\/(catchments|ways)|POST .*\/(matrix|measure|who-comes|time-grid|critical-links|siting|coverage\/evidence)|PUT .*\/view-as)$/.test(
      route,
    )
  )
}

export function addressOf(route: string, things: Things): string {
  const names: Readonly<Record<string, string>> = {
    ...PLACES,
    ...(route.includes(' /api/missions/') ? MISSION_PLACES : {}),
    ...(route.includes(' /api/coverage/') ? COVERAGE_PLACES : {}),
    ...(route.includes(' /api/donors/') ? DONOR_PLACES : {}),
    ':file': things.calendarFile,
    ...Object.fromEntries(Object.entries(things).map(([name, id]) => [`:${name}`, id])),
  }
  return (route.split(' ')[1] ?? '').replaceAll(/:\w+|\*/g, (name) => names[name] ?? name)
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** With the key of who opened the link. */
function withShowing({ stage }: Asking): Extra {
  return { headers: { [SHOWING_HEADER]: stage.own.showingKey } }
}

async function withRate({ db }: Asking): Promise<Extra> {
  await db.run(sql`
    insert into currency_rate (currency, valid_from, mru_micro, source)
    values ('EUR', '2025-01-01', 45000000, 'Essai') on conflict do nothing`)
  return {}
}

function withSecret(column: 'totp_secret' | 'totp_pending_secret') {
  return async ({ db, person }: Asking): Promise<Extra> => {
    const target = column === 'totp_secret' ? sql`totp_secret` : sql`totp_pending_secret`
    await db.run(sql`
      update account set ${target} = ${person.totpSecret} where id = ${person.account?.id ?? null}::uuid`)
    return { payload: { code: codeOf(person.totpSecret) } }
  }
}

function codeOf(secret: string): string {
  return new TOTP({ secret }).generate()
}

async function linkFor({ db, stage }: Asking): Promise<string> {
  return (await makeLink(db, 'reset', stage.somebody.account!.id)).token
}

/** As the check of the stage was told. */
function checkAsKept({ things, stage }: Asking): Extra {
  const isOther = things.postId === stage.other.postId
  const donorId = isOther ? stage.other.donorId : things.donorId
  return checkForm(checkInput({ ...things, donorId }, isOther ? 'Vigie du Sud' : 'Vigie du Nord'), PHOTO)
}

function photoForm(): Extra {
  return fileForm('a.jpg', 'image/jpeg', PHOTO)
}

/** The delivered template, as it is. */
function templateForm(): Extra {
  const template = readFileSync(new URL('../../api/templates/progress-sheet.docx', import.meta.url))
  return fileForm('a.docx', 'application/octet-stream', template)
}

function fileForm(name: string, type: string, bytes: Buffer): Extra {
  const boundary = 'borne'
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
