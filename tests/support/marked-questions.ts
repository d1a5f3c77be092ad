import { checkForm, checkInput, DONOR_VISIBILITY } from './given-visibility.ts'
import type { MarkedBriefings } from './marked-briefings.ts'
import type { MarkedCoverage, MarkedCoverageRow } from './marked-coverage.ts'
import type { MarkedMission, MarkedMissions } from './marked-missions.ts'
import type { MarkedPost } from './marked-register.ts'
import type { MarkedTracks } from './marked-tracks.ts'
import type { MarkedVisibility } from './marked-visibility.ts'
import type { MarkedContract, MarkedWorks } from './marked-works.ts'
import type { Asked } from './signed-in.ts'

export interface QuestionedThings
  extends MarkedTracks,
    MarkedWorks,
    MarkedMissions,
    MarkedCoverage,
    MarkedVisibility,
    MarkedBriefings {
  readonly posts: readonly MarkedPost[]
  readonly importRunId: number
  readonly closureIds: readonly string[]
  readonly networkId: number
  /** Marks to be typed into searches. */
  readonly words: readonly string[]
  readonly sessionId: string
  readonly accountId: string
}

const LISTS = [
  '/api/posts',
  '/api/posts?includeArchived=true',
  '/api/posts?includeArchived=true&limit=1',
  '/api/posts?includeArchived=true&limit=1&offset=1',
  '/api/posts?status=under-works',
  '/api/posts?status=operational&bbox=-12.5,15,-12,15.5',
  '/api/exports/posts.csv',
  '/api/exports/posts.geojson',
  '/api/exports/audit.csv',
  '/api/closures',
  '/api/closures?includePast=true&limit=1&offset=1',
  '/api/exports/closures.csv',
  '/api/exports/closures.geojson?includePast=true',
  '/api/tracks',
  '/api/tracks?limit=1&offset=0',
  '/api/road-edits',
  '/api/road-edits?state=proposed',
  '/api/road-edits?state=accepted&limit=1',
  '/api/works/contracts',
  '/api/works/contracts?includeArchived=true&sort=alarms&limit=1&offset=1',
  '/api/works/alerts',
  '/api/works/progress-by-month',
  '/api/works/parties',
  '/api/works/currency-rates',
  '/api/works/calendars',
  '/api/works/checklists',
  '/api/exports/works.csv',
  '/api/missions',
  '/api/missions?status=draft',
  '/api/missions/due',
  '/api/missions/due?on=2026-10-15',
  '/api/missions/settings',
  '/api/vehicles',
  '/api/season-calendars',
  '/api/overview',
  '/api/briefings?includeArchived=true',
  '/api/audiences',
  '/api/shared/presentation',
  '/api/visibility',
  '/api/visibility?state=missing&on=2026-10-15',
  '/api/exports/visibility.csv',
  '/api/donors/visibility',
  '/api/coverage/openings',
  '/api/coverage/scenarios?includeArchived=true',
  '/api/coverage/evidence',
  '/api/roads/day?date=2026-10-15&against=2026-05-15',
  '/api/roads/catchments?date=2026-10-15',
  '/api/roads/nearest?from=-12.16479,15.15799&count=50&date=2026-10-15',
  '/api/roads/inputs?date=2026-10-15',
  '/api/road-networks',
  '/api/import-runs',
  '/api/audit?limit=1000',
  '/api/audit/chain',
  '/api/account',
  '/api/accounts',
  '/api/settings/access',
  '/api/sub-offices',
  '/api/session',
  '/api/backups',
  '/api/region/evidence',
  '/api/region/admin-units',
  '/api/basemap',
  '/api/basemap/7/59/58.mvt',
  '/api/nothing',
  '/health/ready',
] as const

/** Everything that can be read of the register and of the office, and every refusal that might tell of them. */
export function questionsAbout(things: QuestionedThings): Asked[] {
  const reads = [
    ...LISTS,
    ...things.words.flatMap((word) => [`/api/search?q=${word}`, `/api/audit?q=${word}`]),
    ...things.posts.flatMap(readsOf),
    `/api/ways?stops=${things.posts.map(({ id }) => id).join(';')}`,
    ...things.closureIds.map((id) => `/api/closures/${id}/changes`),
    ...things.trackIds.map((id) => `/api/tracks/${id}`),
    ...things.editIds.flatMap((id) => [`/api/road-edits/${id}`, `/api/road-edits/${id}/changes`]),
    ...things.contracts.flatMap(worksReadsOf),
    ...things.missions.flatMap(missionReadsOf),
    ...things.coverage.flatMap(coverageReadsOf),
    ...things.briefingIds.flatMap(briefingReadsOf),
    ...things.checks.flatMap(visibilityReadsOf),
    `/api/road-networks/${things.networkId}/changes`,
    `/api/import-runs/${things.importRunId}/rejects`,
    `/api/import-runs/${things.importRunId}/rejects?limit=x`,
  ]
  return [
    ...reads.map((url) => ({ url })),
    ...things.posts.flatMap(refusalsOf),
    ...things.closureIds.flatMap(closureRefusals),
    { method: 'POST', url: '/api/road-networks/1/discard' },
    { method: 'POST', url: '/api/road-networks/1/accept' },
    ...things.editIds.flatMap(editRefusals),
    ...things.trackIds.flatMap(trackRefusals),
    ...things.contracts.flatMap(worksRefusals),
    ...things.missions.flatMap(missionRefusals),
    ...coverageQuestions(things),
    ...things.coverage.flatMap(coverageRefusals),
    ...things.briefingIds.flatMap(briefingShowings),
    ...things.briefingIds.flatMap(briefingRefusals),
    ...things.checks.flatMap(visibilityRefusals),
    // Of one donor: each makes a whole presentation.
    ...things.checks.slice(0, 1).flatMap(donorPageQuestions),
    ...officeRefusals(things),
  ]
}

function readsOf({ id, photoId }: MarkedPost): string[] {
  const photo = photoId ? [`/api/photos/${photoId}/large`, `/api/photos/${photoId}/thumbnail`] : []
  return [
    `/api/posts/${id}`,
    `/api/posts/${id}/changes`,
    `/api/ways?stops=${id};-12.16479,15.15799`,
    ...photo,
  ]
}

function worksReadsOf({ id, worksPhotoId }: MarkedContract): string[] {
  const url = `/api/works/contracts/${id}`
  const photo = `${url}/photos/${worksPhotoId}`
  return [url, `${photo}/large`, `${photo}/thumbnail`]
}

function worksRefusals({ id, worksPhotoId }: MarkedContract): Asked[] {
  const url = `/api/works/contracts/${id}`
  const event = { id, kind: 'start-order', happenedOn: '2025-01-12', payload: { note: '' } }
  return [
    { method: 'PUT', url, payload: { version: 77 } },
    { method: 'POST', url: `${url}/archive`, payload: { version: 77 } },
    { method: 'POST', url: `${url}/events`, payload: { events: [event] } },
    { method: 'POST', url: `${url}/events`, payload: { events: [{ ...event, payload: {} }] } },
    { method: 'PUT', url: `${url}/photos/${worksPhotoId}`, payload: { file: 'x' } },
  ]
}

function missionReadsOf({ id }: MarkedMission): string[] {
  return [`/api/missions/${id}`, `/api/missions/${id}/question`]
}

function missionRefusals({ id, rowId }: MarkedMission): Asked[] {
  const url = `/api/missions/${id}`
  const happened = { id, happenedAt: '2026-01-05T08:00:00Z' }
  return [
    { method: 'PUT', url, payload: { version: 77 } },
    { method: 'DELETE', url: `${url}?version=77` },
    { method: 'POST', url: `${url}/events`, payload: { ...happened, kind: 'begun', payload: { note: '' } } },
    {
      method: 'POST',
      url: `${url}/events`,
      payload: { ...happened, kind: 'submitted', version: 77, payload: { note: '' } },
    },
    { method: 'PUT', url: `${url}/tracks/${id}` },
    { method: 'POST', url: '/api/missions/plan', payload: { missionId: id, steps: 1 } },
    { method: 'PUT', url: `/api/missions/requests/${rowId}`, payload: { version: 77 } },
  ]
}

function coverageReadsOf({ evidenceId, scenarioId }: MarkedCoverageRow): string[] {
  const url = `/api/coverage/evidence/${evidenceId}`
  return [`/api/coverage/scenarios/${scenarioId}`, url, `${url}/export/geojson`, `${url}/export/csv`]
}

/** From all posts that count, from those named, and from one alone. */
function coverageQuestions({ posts }: QuestionedThings): Asked[] {
  const lists = [null, posts.map(({ id }) => id), ...posts.map(({ id }) => [id])]
  return lists.map((postIds) => ({
    method: 'POST',
    url: '/api/coverage/measure',
    payload: { question: { minutes: 20, includeUnconfirmed: true, postIds } },
  }))
}

function coverageRefusals({ evidenceId, scenarioId, postId }: MarkedCoverageRow): Asked[] {
  const url = `/api/coverage/scenarios/${scenarioId}`
  const changes = [{ kind: 'post-opens', postId }]
  return [
    { method: 'PUT', url, payload: { name: 'Autre', note: '', question: {}, changes, version: 77 } },
    { method: 'POST', url: `${url}/archive`, payload: { version: 77 } },
    { method: 'POST', url: '/api/coverage/measure', payload: { scenarioId } },
    { method: 'POST', url: '/api/coverage/measure', payload: { changes } },
    { method: 'POST', url: `/api/coverage/evidence/${evidenceId}/recompute` },
  ]
}

function visibilityReadsOf({ checkId, postId, donorId }: MarkedVisibility['checks'][number]): string[] {
  return [
    `/api/visibility?donorId=${donorId}`,
    `/api/visibility/checks?postId=${postId}&donorId=${donorId}`,
    `/api/visibility/checks/${checkId}/photo/large`,
    `/api/visibility/checks/${checkId}/photo/thumbnail`,
    `/api/donors/${donorId}/logos/light/png`,
    `/api/donors/${donorId}/logos/light/svg`,
    `/api/donors/${donorId}/logos/dark/png`,
  ]
}

function donorPageQuestions({ donorId }: MarkedVisibility['checks'][number]): Asked[] {
  const url = `/api/donors/${donorId}`
  return [{ method: 'POST', url: `${url}/showings`, payload: { audienceId: null } }, { url: `${url}/links` }]
}

function visibilityRefusals({ checkId, donorId, ...pair }: MarkedVisibility['checks'][number]): Asked[] {
  const url = `/api/visibility/checks/${checkId}`
  return [
    { method: 'PUT', url, ...checkForm(checkInput({ ...pair, donorId }, 'Autre')) },
    { method: 'PUT', url, ...checkForm(checkInput({ ...pair, donorId: checkId })) },
    { method: 'PUT', url, payload: { state: 'seen' } },
    {
      method: 'PUT',
      url: `/api/donors/${donorId}/visibility`,
      payload: { ...DONOR_VISIBILITY, version: 77 },
    },
    { method: 'PUT', url: '/api/donors/order', payload: { donorIds: [donorId] } },
    { method: 'PUT', url: `/api/donors/${donorId}/logos/light`, payload: { file: 'x' } },
    { method: 'DELETE', url: `/api/donors/${donorId}/logos/dark` },
  ]
}

function briefingReadsOf(id: string): string[] {
  const url = `/api/briefings/${id}`
  return [url, `${url}/versions`, `${url}/versions/1`, `${url}/versions/77`, `${url}/links`]
}

/** To whoever asks, and as the audience that is told the most. */
function briefingShowings(id: string): Asked[] {
  const url = `/api/briefings/${id}/showings`
  return [null, { audienceId: 'government' }].map((audience) => ({
    method: 'POST',
    url,
    payload: { audience },
  }))
}

function briefingRefusals(id: string): Asked[] {
  const url = `/api/briefings/${id}`
  const payload = { title: { fr: 'Autre', en: '' }, donorId: null, slides: [] }
  return [
    { method: 'PUT', url, payload: { ...payload, version: 77 } },
    { method: 'PUT', url, payload: { ...payload, donorId: id, version: 1 } },
    { method: 'POST', url: `${url}/slides`, payload: { slide: { id: 's1' } } },
    { method: 'POST', url: `${url}/versions/77/restore` },
  ]
}

/** Changes of stale versions, of archived posts, without sense, and of what is not there. */
function refusalsOf({ id, photoId, version }: MarkedPost): Asked[] {
  const url = `/api/posts/${id}`
  return [
    { method: 'PATCH', url, payload: { version: 77, notes: 'Autre' } },
    { method: 'PATCH', url, payload: { version, kind: 'sea', physicalHistory: 'x' } },
    { method: 'PATCH', url, payload: { version, position: [2.35, 48.85] } },
    { method: 'PATCH', url, payload: { version, facingPost: 'Autre' } },
    { method: 'PATCH', url, payload: '{"version":' },
    { method: 'POST', url: `${url}/archive`, payload: { version: 77 } },
    { method: 'POST', url: `${url}/restore`, payload: { version: 77 } },
    { method: 'POST', url: `${url}/photos`, payload: { file: 'x' } },
    { method: 'DELETE', url: `${url}/photos/${photoId ?? id}` },
    { method: 'POST', url: `${url}/photos/${photoId ?? id}/restore` },
    { method: 'PUT', url: '/api/session/view-as', payload: { role: 'partner', postIds: [id] } },
  ]
}

function closureRefusals(id: string): Asked[] {
  const url = `/api/closures/${id}`
  return [
    { method: 'PATCH', url, payload: { version: 77, note: 'Autre' } },
    { method: 'PATCH', url, payload: { version: 2, effect: 'open' } },
    {
      method: 'PATCH',
      url,
      payload: { version: 2, geometry: { type: 'Point', coordinates: [2.35, 48.85] } },
    },
    { method: 'POST', url: `${url}/confirm`, payload: { version: 77 } },
    { method: 'POST', url: `${url}/confirm`, payload: { version: 2 } },
    { method: 'POST', url: `${url}/lift`, payload: { version: 2 } },
    { method: 'POST', url: `${url}/restore`, payload: { version: 77 } },
  ]
}

function editRefusals(id: string): Asked[] {
  const url = `/api/road-edits/${id}`
  return [
    { method: 'PATCH', url, payload: { version: 77, note: 'Autre' } },
    { method: 'PATCH', url, payload: { version: 2, highway: 'gap' } },
    {
      method: 'PATCH',
      url,
      payload: { version: 2, geometry: { type: 'Point', coordinates: [2.35, 48.85] } },
    },
    { method: 'POST', url: `${url}/accept`, payload: { version: 77 } },
    { method: 'POST', url: `${url}/reject`, payload: { version: 2 } },
    { method: 'POST', url: '/api/road-edits', payload: { id, kind: 'add' } },
  ]
}

function trackRefusals(id: string): Asked[] {
  return [
    { method: 'POST', url: '/api/tracks', payload: { file: 'x' } },
    { method: 'POST', url: `/api/tracks/${id}/match` },
    { method: 'DELETE', url: `/api/tracks/${id}` },
  ]
}

function officeRefusals({ accountId, sessionId }: QuestionedThings): Asked[] {
  const url = `/api/accounts/${accountId}`
  const taken = {
    email: 'administrator@example.org',
    name: 'Neuf',
    role: 'viewer',
    subOfficeId: null,
    postIds: [],
  }
  return [
    { method: 'POST', url: '/api/accounts', payload: taken },
    { method: 'PATCH', url, payload: { version: 77, name: 'Autre' } },
    { method: 'PATCH', url, payload: { version: 1, role: 'focal-point' } },
    { method: 'POST', url: `${url}/leave`, payload: { version: 77 } },
    { method: 'DELETE', url: `/api/account/sessions/${sessionId}` },
    { method: 'DELETE', url: `/api/account/calendar-addresses/${sessionId}` },
    { url: `/api/calendar/${'x'.repeat(43)}.ics` },
    { method: 'POST', url: '/api/session', payload: { email: taken.email, password: 'faux' } },
    { method: 'POST', url: '/api/links/inspect', payload: { token: 'x'.repeat(43) } },
    { url: '/api/posts/not-a-uuid' },
    { url: '/api/posts?bbox=1,2,3' },
    { url: '/api/search?q=' },
    { url: '/api/ways?stops=a;b' },
    { url: '/api/photos/00000000-0000-4000-8000-000000000000/large' },
  ]
}
