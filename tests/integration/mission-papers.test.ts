import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import ICAL from 'ical.js'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect } from 'vitest'
import { Mission, PlanAnswer } from '../../api/src/features/missions/contract.ts'
import {
  MISSION_DOCUMENTS,
  type MissionDocument,
} from '../../api/src/features/missions/documents/document-kinds.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { openZip } from '../../api/src/platform/open-zip.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import {
  dayAhead,
  missionEvent,
  missionInput,
  missionPlace,
  vehicle,
  visitInput,
} from '../support/given-mission.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

type App = TestApp['app']
const run = promisify(execFile)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'borne-papers-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A mission to a post two kilometres down the only track, planned by the server; everything in it is named. */
async function planned(db: Db, app: App): Promise<Mission> {
  await region(db)
  await roads(db)
  const place = await missionPlace(db, { name: 'Bureau de Sélibaby', contact: 'Garde, +222 11 11 11 11' })
  const car = await vehicle(db, { name: 'Toyota <1>', registration: 'RIM 7788', radio: 'Sierra 1' })
  const visited = await post(db, { name: 'Poste & essai', position: [SELIBABY[0] + 0.015, SELIBABY[1]] })
  const input = missionInput(
    { placeId: place.id, vehicleId: car.id },
    {
      reference: 'MI-2026/9',
      title: 'Suivi des chantiers',
      visits: [visitInput(visited.id, { id: 'v1', priority: 'required', purpose: 'Réserves à lever' })],
    },
  )
  const draft = await send(app, 'POST', '/api/missions', input)
  const found = await app.inject({
    method: 'POST',
    url: '/api/missions/plan',
    payload: { missionId: draft.id, seed: 1, steps: 50 },
  })
  const { plan } = PlanAnswer.parse(found.json())
  return send(app, 'PUT', `/api/missions/${draft.id}`, { ...input, plan, version: draft.version })
}

async function send(app: App, method: 'POST' | 'PUT', url: string, payload: object): Promise<Mission> {
  const answer = await app.inject({ method, url, payload })
  expect(answer.statusCode, answer.body).toBeLessThan(300)
  return Mission.parse(answer.json()) as Mission
}

async function paper(
  app: App,
  { id }: Mission,
  kind: MissionDocument,
): Promise<{ docx: string; pdf: string[] }> {
  const url = `/api/missions/${id}/documents/${kind}`
  const docx = await app.inject(`${url}?format=docx`)
  expect(docx.statusCode, docx.body.slice(0, 400)).toBe(200)
  const zip = openZip(docx.rawPayload, { parts: 100, partBytes: 1e7, totalBytes: 5e7 })
  const xml = (await zip.read('word/document.xml'))!.toString('utf8')
  const words = xml.split('</w:p>').map((part) => part.replace(/<[^>]+>/g, ''))
  const pdf = await app.inject(`${url}?format=pdf`)
  expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
  return { docx: plain(unescaped(words.join(' '))), pdf: await pagesOf(pdf.rawPayload) }
}

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map(plain)
}

const plain = (text: string) => text.replace(/\s+/gu, ' ')
const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')

const WORDS: Readonly<Record<MissionDocument, readonly string[]>> = {
  'mission-order': [
    'ORDRE DE MISSION',
    'N° MI-2026/9',
    'Chauffeur Essai',
    'RIM 7788',
    'Poste & essai',
    'Réserves à lever',
    'Sans autorisation',
  ],
  'mission-itinerary': ['ITINÉRAIRE', 'Bureau de Sélibaby → Poste & essai', 'Lever du soleil'],
  'mission-radio-sheet': [
    'FEUILLE DE VACATIONS RADIO',
    'Toyota <1> : Sierra 1',
    'départ de Bureau de Sélibaby',
    'arrivée à Poste & essai',
    '60 min',
  ],
  'mission-movement-request': [
    'DEMANDE DE MOUVEMENT',
    '+222 00 00 00 00',
    'Bureau de Sélibaby → Poste & essai',
  ],
  'mission-contacts': ['LISTE DE CONTACTS', 'Garde, +222 11 11 11 11', '+222 00 00 00 00'],
  'mission-report': ['COMPTE RENDU DE MISSION', 'pas encore déclarée terminée', 'Aucune trace GPS'],
}

dbTest('each paper is made as DOCX and PDF and says what the mission is', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const mission = await planned(db, app)
    for (const kind of MISSION_DOCUMENTS) {
      const { docx, pdf } = await paper(app, mission, kind)
      const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
      for (const word of WORDS[kind]) {
        expect(docx, kind).toContain(word)
        expect(letters(pdf.join(' ')), kind).toContain(letters(word))
      }
      expect(docx, kind).not.toMatch(/[{}]|undefined|NaN|\[object/)
      expect(pdf.join(' ')).not.toContain('DÉMONSTRATION')
    }
    const map = await app.inject(`/api/missions/${mission.id}/map`)
    expect(map.headers['content-type']).toBe('application/pdf')
    const [page, ...more] = await pagesOf(map.rawPayload)
    expect(more).toEqual([])
    for (const word of ['MI-2026/9 : Suivi des chantiers', 'Poste & essai', 'Légende', 'km', 'Sources :'])
      expect(page).toContain(word)
  })
})

dbTest('every page on a fictional mission is marked', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const mission = await planned(db, app)
    await db.run(sql`update mission set demonstration_key = 'essai' where id = ${mission.id}`)
    for (const page of (await paper(app, mission, 'mission-order')).pdf)
      expect(page).toContain('DÉMONSTRATION')
    const map = await app.inject(`/api/missions/${mission.id}/map`)
    expect(map.headers['content-disposition']).toBe(
      'attachment; filename="carte-MI-2026-9-DEMONSTRATION.pdf"',
    )
    expect((await pagesOf(map.rawPayload))[0]).toContain('DÉMONSTRATION')
    for (const format of ['gpx', 'kml', 'ics'])
      expect((await app.inject(`/api/missions/${mission.id}/itinerary/${format}`)).body).toContain(
        'DÉMONSTRATION',
      )
  })
})

dbTest('GPX holds to its schema and opens in GPSBabel, KML in GDAL', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const mission = await planned(db, app)
    const store = async (format: string) => {
      const answer = await app.inject(`/api/missions/${mission.id}/itinerary/${format}`)
      expect(answer.statusCode, answer.body).toBe(200)
      const path = join(folder, `mission.${format}`)
      await writeFile(path, answer.rawPayload)
      return path
    }
    const gpx = await store('gpx')
    const schema = fileURLToPath(new URL('../fixtures/gpx/gpx-1.1.xsd', import.meta.url))
    await run('xmllint', ['--noout', '--nonet', '--schema', schema, gpx])
    const read = await run('gpsbabel', ['-w', '-r', '-t', '-i', 'gpx', '-f', gpx, '-o', 'gpx', '-F', '-'])
    expect(read.stdout.match(/<rte>/g)?.length).toBe(1)
    expect(read.stdout).toContain('Poste &amp; essai')
    expect(read.stdout.match(/<trkpt /g)!.length).toBeGreaterThan(3)
    const { stdout } = await run('ogrinfo', ['-ro', '-al', await store('kml')])
    expect(stdout).toMatch(
      /Layer name: Lieux[\s\S]*Feature Count: 2[\s\S]*POINT[\s\S]*Layer name: Itinéraire/,
    )
    expect(stdout).toMatch(/MULTILINESTRING/)
  })
})

dbTest('the calendar is read by another library as it was planned', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const mission = await planned(db, app)
    const answer = await app.inject(`/api/missions/${mission.id}/itinerary/ics`)
    expect(answer.headers['content-type']).toContain('text/calendar')
    const calendar = new ICAL.Component(ICAL.parse(answer.body))
    const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
    expect(events.map(({ summary }) => summary)).toEqual([
      'MI-2026/9 : Bureau de Sélibaby → Poste & essai',
      'MI-2026/9 : Poste & essai → Bureau de Sélibaby',
      'MI-2026/9 : visite de Poste & essai',
    ])
    const visit = events[2]!
    expect(visit.endDate.toUnixTime() - visit.startDate.toUnixTime()).toBe(3600)
    expect(visit.description).toBe('Équipe A, Réserves à lever')
    expect(answer.body.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3)
  })
})

dbTest('without a plan there is no paper, and who may not see the mission gets none', async ({ db }) => {
  await withApp(db, async ({ app, as }) => {
    const mission = await planned(db, app)
    const elsewhere = await as(await account(db, { role: 'focal-point', subOfficeId: 'bassikounou' }))
    const viewer = await as(await account(db, { role: 'viewer' }))
    for (const path of [...MISSION_DOCUMENTS.map((kind) => `documents/${kind}`), 'map', 'itinerary/gpx']) {
      expect((await viewer.inject(`/api/missions/${mission.id}/${path}`)).statusCode, path).toBe(403)
      expect((await elsewhere.inject(`/api/missions/${mission.id}/${path}`)).statusCode, path).toBe(404)
    }
    const place = await missionPlace(db)
    const car = await vehicle(db)
    const draft = await send(
      app,
      'POST',
      '/api/missions',
      missionInput({ placeId: place.id, vehicleId: car.id }),
    )
    const answer = await app.inject(`/api/missions/${draft.id}/documents/mission-order`)
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'mission-without-plan'])
  })
})

dbTest(
  'the paper of a cleared mission has the number of its clearance and the times that were cleared',
  async ({ db }) => {
    await withApp(db, async ({ app, as }) => {
      const mission = await planned(db, app)
      const submitted = await send(
        app,
        'POST',
        `/api/missions/${mission.id}/events`,
        missionEvent('submitted', { version: mission.version }),
      )
      const boss = await as(await account(db, { role: 'coordinator' }))
      const payload = { number: 'AUT-77', from: mission.from, until: dayAhead(9) }
      await send(
        boss,
        'POST',
        `/api/missions/${mission.id}/events`,
        missionEvent('cleared', { version: submitted.version, payload }),
      )
      const { docx } = await paper(app, mission, 'mission-order')
      expect(docx).toContain('Autorisation de mouvement AUT-77')
      expect(docx).not.toContain('Sans autorisation')
    })
  },
)
