import { readFile } from 'node:fs/promises'
import type { TimedLeg } from '@borne/geodata/itinerary/mission-types'
import PizZip from 'pizzip'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { DEMONSTRATION_MARK, type Fact, type Facts } from '../../../platform/documents/document-facts.ts'
import {
  docxToPdf,
  makeDocument,
  readTemplate,
  templateFile,
} from '../../../platform/documents/make-document.ts'
import { MISSION_DOCUMENTS, type MissionDocument, toMake } from './document-kinds.ts'
import { exchangeMission } from './exchange-mission.ts'
import { mapPage } from './map-page.ts'
import { EVENTS, givenMissionSource, givenTracks } from './mission-papers.fixture.ts'
import type { MissionSource } from './mission-source.ts'

const NO_TEMPLATES = '/nowhere'
const plain = (text: string) => text.replace(/\s+/gu, ' ')

/** The words of a paper, with plain spaces. */
async function made(kind: MissionDocument, changes: Partial<MissionSource> = {}) {
  const docx = await makeDocument(await toMake(kind, givenMissionSource(changes)), NO_TEMPLATES)
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const words = xml.split('</w:p>').map((part) => part.replace(/<[^>]+>/g, ''))
  const text = words.join(' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
  return { docx, text: plain(text) }
}

async function pagesOf(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map(plain)
}

test.each(MISSION_DOCUMENTS)('%s says the same as PDF, word by word, marked on each page', async (kind) => {
  const { docx, text } = await made(kind)
  expect(text).not.toMatch(/[{}]|undefined|NaN|\[object/)
  const pages = await pagesOf(await docxToPdf(docx))
  for (const page of pages) expect(page).toContain(plain(DEMONSTRATION_MARK))
  const letters = (words: string) => words.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
  const body = pages.map((page) =>
    page
      .replace(plain(DEMONSTRATION_MARK), '')
      .replace(/Mission MI-2026\/014, document édité le .*? Page \d+ \/ \d+/, ''),
  )
  // In a table cells of one row may come in another order: the letters of all are compared.
  expect([...letters(body.join(' '))].sort().join('')).toBe([...letters(text)].sort().join(''))
})

test('the mission order names who goes, why, at what cost, and what is not known of it', async () => {
  const { text } = await made('mission-order')
  expect(text).toContain('N° MI-2026/014')
  expect(text).toContain('Première Personne chef de mission +222 00 00 00 01 Équipe A')
  expect(text).toContain('Gouraye 7 décembre 2026 09:05 – 10:35 Réserves à lever')
  // 18.45 litres at 50.00; one night and one day for each of the two with a rate.
  expect(text).toContain('Carburant (gasoil) 19 l 922,50 MRU')
  expect(text).toContain('Première Personne chef de mission 1 1 2 100,00 MRU')
  expect(text).toContain('Un invité observateur 1 — barème à renseigner')
  expect(text).toContain('Le total ne contient pas ce qui reste à renseigner')
  expect(text).toContain('Autorisation de mouvement AUT-2026-77, valable du 5 au 10 décembre 2026')
})

test('the itinerary has each leg with its times, length and grounds, and what is left out', async () => {
  const { text, docx } = await made('mission-itinerary')
  expect(text).toContain('lundi 7 décembre 2026, Équipe A')
  expect(text).toContain(
    'Bureau de Sélibaby → Gouraye : visite de 09:05 à 10:35 : Réserves à lever 07:30 09:05 09:40 1 h 35 52,4 km terre 36,7 km, bitume 15,7 km',
  )
  expect(text).toContain('Poste de Wompou <est> Visite annuelle')
  expect(text).not.toContain('Ghabou → Ghabou')
  expect(Object.keys(new PizZip(docx).files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
})

test('what a way is forced over is in the itinerary, in GPX and in the calendar', async () => {
  const source = givenMissionSource()
  const [day, ...others] = source.itinerary.days
  const via = [
    { position: [-12.1, 15.3], name: 'Gué <nord>', passes: [-12.1, 15.31] },
    { position: [-12.2, 15.4], name: null, passes: [-12.2, 15.4] },
    { position: [-12.3, 19], name: 'Nulle part', passes: null },
  ] satisfies TimedLeg['via']
  const legs = day!.legs.map((leg, index) => (index === 0 ? { ...leg, via } : leg))
  const forced = { ...source, itinerary: { ...source.itinerary, days: [{ ...day!, legs }, ...others] } }
  const { text } = await made('mission-itinerary', forced)
  expect(text).toContain(
    'passe par Gué <nord>, puis 15,40000° N, 12,20000° O (imposé) ; terre 36,7 km, bitume 15,7 km',
  )
  expect(text).not.toContain('Nulle part')
  const gpx = exchangeMission(forced, 'gpx')
  expect(gpx).toMatch(/<rtept lat="15.310000" lon="-12.100000"><name>Gué &lt;nord&gt;<\/name>/)
  expect(exchangeMission(forced, 'ics').replaceAll('\r\n ', '')).toContain('passe par Gué <nord>')
})

test('the radio sheet has a check each hour and where the team should then be', async () => {
  const { text } = await made('mission-radio-sheet')
  expect(text).toContain('Toyota Land Cruiser : Sierra 1')
  expect(text).toContain('07:30 départ de Bureau de Sélibaby 15,15830° N, 12,18330° O')
  expect(text).toContain('08:30 33,1 km après Bureau de Sélibaby, vers Gouraye')
  expect(text).toContain('12:50 arrivée à Ghabou')
})

test('contacts name authorities, nights and fuel', async () => {
  const { text } = await made('mission-contacts')
  expect(text).toContain('Ghabou autorité, visite, nuit Hakem, +222 00 00 00 02')
  expect(text).toContain('Bureau de Sélibaby carburant —')
})

test('the report sets what happened beside the plan', async () => {
  const source = givenMissionSource()
  const mission = { ...source.mission, status: 'done' as const, events: [...EVENTS] }
  const { text } = await made('mission-report', { mission, loadTracks: async () => givenTracks() })
  expect(text).toContain('Départ réel 7 décembre 2026 à 07:34')
  expect(text).toContain(
    'Gouraye 7 décembre 2026 7 décembre 2026 Réserves à lever : Deux réserves levées sur trois. (marchés M-2026/07)',
  )
  expect(text).toContain('Poste de Wompou <est> non prévue non visité')
  expect(text).toContain('Bureau de Sélibaby → Gouraye 09:05 09:00 1 h 35 1 h 30 52,4 km')
  expect(text).toContain('écart Oued en eau, détour par le nord')
  expect(text).toContain('Piste dégradée après Gouraye.')
  expect(text).not.toContain('pas encore déclarée terminée')
})

test('names that are not the caller’s to see are left out of each paper', async () => {
  const source = givenMissionSource()
  for (const kind of MISSION_DOCUMENTS) {
    const { text } = await made(kind, { mission: { ...source.mission, people: null } })
    expect(text, kind).not.toMatch(/Première Personne|Seconde Personne|\+222 00 00 00 01/)
  }
})

test('the map is one page with title, stops, days, scale and sources', async () => {
  const [page, ...more] = await pagesOf(await mapPage(givenMissionSource()))
  expect(more).toEqual([])
  for (const word of [
    'MI-2026/014',
    '1 Bureau de Sélibaby',
    '3 Ghabou',
    'mardi 8 décembre 2026',
    'OpenStreetMap',
    'DÉMONSTRATION',
    'km',
    'N',
  ])
    expect(page).toContain(word)
})

test('a straight line over a road that nobody has drawn says so, on paper and in the files', async () => {
  const { courses } = givenMissionSource()
  const undrawn = courses.map((day) => day.map((course) => course && { ...course, undrawnMetres: 40_000 }))
  expect((await made('mission-itinerary', { courses: undrawn })).text).toContain(
    'dont 40 km au tracé inconnu',
  )
  expect(plain(exchangeMission(givenMissionSource({ courses: undrawn }), 'gpx'))).toContain(
    'trait droit sur 40 km au tracé inconnu',
  )
})

test('stops, places and ways leave as GPX and KML, with names that mean something in XML', () => {
  const gpx = exchangeMission(givenMissionSource(), 'gpx')
  expect(gpx.match(/<rtept /g)).toHaveLength(6)
  expect(gpx.match(/<trkseg>/g)).toHaveLength(4)
  expect(gpx).toContain('Suivi des chantiers de Gouraye &amp; Ghabou')
  expect(gpx).not.toContain('tracé inconnu')
  expect(exchangeMission(givenMissionSource(), 'kml')).toContain('<color>ffb27200</color>')
})

const isList = (fact: Fact): fact is readonly Facts[] => Array.isArray(fact)

/** Every name that a template may use, lists with their claims. */
function namesOf(facts: Facts): Set<string> {
  const names = new Set<string>()
  for (const [name, fact] of Object.entries(facts)) {
    names.add(name)
    if (!isList(fact)) continue
    names.add(`avec_${name}`)
    for (const row of fact) for (const inner of namesOf(row)) names.add(inner)
  }
  return names
}

test.each(MISSION_DOCUMENTS)(
  'the bundled template of %s uses names that there are, all told in the guide',
  async (kind) => {
    const zip = new PizZip(await readTemplate(NO_TEMPLATES, templateFile(kind)))
    const words = ['document', 'header1', 'footer1']
      .map((part) => zip.file(`word/${part}.xml`)?.asText() ?? '')
      .join('')
    const used = [...words.replace(/<[^>]+>/g, '').matchAll(/\{[#/^@]?(\w+)\}/g)].map(
      ([, name]) => name ?? '',
    )
    const source = givenMissionSource({ loadTracks: async () => givenTracks() })
    const { facts } = await toMake(kind, { ...source, mission: { ...source.mission, events: [...EVENTS] } })
    const known = namesOf(facts)
    expect(used.filter((name) => !known.has(name))).toEqual([])
    const guide = await readFile(
      new URL('../../../../../docs/document-templates.md', import.meta.url),
      'utf8',
    )
    expect([...known].filter((name) => !name.startsWith('avec_') && !guide.includes(`\`${name}\``))).toEqual(
      [],
    )
  },
)
