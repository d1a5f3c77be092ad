import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  journey,
  LAPTOP,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'

useChromium()

const BARE = { ground: 'bare' } as const
const SELIBABY = [-12.1848, 15.1579]
/** A school on the edge of the town: near enough for every rule. */
const SCHOOL = [-12.17, 15.163]
const DAY_MS = 86_400_000
const dayAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const PATIENCE = { timeout: 60_000 }

interface Row {
  readonly id: string
  readonly name: string
}
interface Mission {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly clearance: { readonly number: string } | null
  readonly events: readonly {
    readonly kind: string
    readonly payload: {
      readonly placeId?: string | null
      readonly note?: string
      readonly visits?: readonly { readonly visitedOn: string | null; readonly findings: string }[]
    }
  }[]
}

/** «Voir comme» is not enough: who clears is another account than who submitted. */
async function signInAs({ ask }: Visit, role: 'coordinator' | 'focal-point'): Promise<void> {
  await ask('POST', '/api/session/demonstration', { role })
}

/** A draft of two days from the base to the school and back, planned by hand, by a focal point. */
async function givenMission(visit: Visit, from: string): Promise<Mission & { title: string }> {
  const { ask } = visit
  const tag = crypto.randomUUID().slice(0, 4)
  await signInAs(visit, 'coordinator')
  const rest = { note: '', isArchived: false }
  const place = { allowsNight: true, sellsFuel: true, isAuthority: false, hours: [], contact: '', ...rest }
  await ask('POST', '/api/missions/places', { ...place, name: `Base ${tag}`, position: SELIBABY })
  await ask('POST', '/api/missions/places', { ...place, name: `École ${tag}`, position: SCHOOL })
  const { places, vehicles } = await ask<{ places: Row[]; vehicles: Row[] }>(
    'POST',
    '/api/missions/vehicles',
    {
      name: `Hilux ${tag}`,
      registration: `${tag} AA 10`,
      profileId: '4x4',
      seats: 5,
      tankLitres: 80,
      spareLitres: 40,
      radio: 'HF',
      state: 'ready',
      ...rest,
    },
  )
  const idOf = (rows: readonly Row[], name: string) => rows.find((row) => row.name === name)!.id
  const base = idOf(places, `Base ${tag}`)
  await signInAs(visit, 'focal-point')
  const [until, title] = [new Date(Date.parse(from) + DAY_MS).toISOString().slice(0, 10), `Suivi ${tag}`]
  const open = { hours: [], earliest: null, latest: null, pinnedDate: null, pinnedTeamId: null }
  const school = {
    id: 'v1',
    placeId: idOf(places, `École ${tag}`),
    minutes: 60,
    priority: 'normal',
    afterVisitId: null,
    purpose: 'Suivi',
    reasons: [],
    ...open,
  }
  const day = (date: string, visitIds: string[]) => ({ teamId: 'A', date, visitIds, endPlaceId: base })
  const mission = await ask<Mission>('POST', '/api/missions', {
    reference: `MIS-${tag}`,
    title,
    purpose: '',
    from,
    until,
    people: [],
    budgetLine: '',
    startPlaceId: base,
    endPlaceId: base,
    nightPlaceIds: [base],
    teams: [{ id: 'A', name: 'Équipe 1', vehicleIds: [idOf(vehicles, `Hilux ${tag}`)], hasEscort: false }],
    visits: [school],
    plan: { days: [day(from, ['v1']), day(until, [])], droppedVisitIds: [] },
  })
  return { ...mission, title }
}

/** Records an event on behalf of whoever is signed in. */
function record({ ask }: Visit, missionId: string, event: object): Promise<Mission> {
  const recorded = { id: crypto.randomUUID(), happenedAt: new Date().toISOString() }
  return ask('POST', `/api/missions/${missionId}/events`, { ...recorded, ...event })
}

const dialogOf = ({ page }: Visit) => page.getByRole('dialog')

async function confirm(visit: Visit, act: string): Promise<void> {
  await dialogOf(visit).getByRole('button', { name: act, exact: true }).click()
  await dialogOf(visit).waitFor({ state: 'detached' })
}

describe('the day of a mission', () => {
  journey(
    'a mission is submitted, cleared by somebody else, sets out, checks in without a network, and ends',
    {
      ...BARE,
      viewport: LAPTOP,
      role: null,
      expectedRefusals: /ERR_INTERNET_DISCONNECTED|status of 400/,
    },
    async (visit) => {
      const { page, ask, open } = visit
      const { id, title } = await givenMission(visit, dayAhead(0))
      const address = `/missions/${id}?tab=day`
      await open(address)
      await page.getByRole('button', { name: 'Soumettre la mission' }).click()
      await confirm(visit, 'Soumettre la mission')
      await page
        .getByText('Elle attend l’autorisation de la coordination.')
        .or(page.getByText('Vous l’avez soumise'))
        .waitFor()

      await signInAs(visit, 'coordinator')
      await open(address)
      await page.getByRole('button', { name: 'Autoriser', exact: true }).click()
      await dialogOf(visit).getByLabel('Numéro de l’autorisation').fill('TRIP-2026-044')
      await dialogOf(visit).getByLabel('Valable jusqu’au').fill(dayAhead(0))
      await dialogOf(visit).getByRole('button', { name: 'Autoriser', exact: true }).click()
      await dialogOf(visit)
        .getByText(/^L’autorisation vaut du/)
        .waitFor()
      await page.screenshot({ path: 'tests/e2e/output/mission-day-clearance-refused.png' })
      await dialogOf(visit).getByLabel('Valable jusqu’au').fill(dayAhead(1))
      await confirm(visit, 'Autoriser')
      await page.getByText('TRIP-2026-044', { exact: false }).first().waitFor()

      await signInAs(visit, 'focal-point')
      await open(address)
      await page.getByRole('button', { name: 'Prendre la route' }).click()
      await confirm(visit, 'Prendre la route')
      const arrived = page.getByRole('button', { name: /^Arrivés à École/ })
      await arrived.waitFor()
      await visit.screenshot('mission-day-laptop')
      expect(await accessibilityFindings(page)).toEqual([])

      await page.context().setOffline(true)
      await arrived.click()
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      const waiting = page.getByRole('button', { name: 'Un pointage à envoyer' })
      await waiting.waitFor()
      await page.getByText('attend d’être envoyé').waitFor()
      await page.context().setOffline(false)
      await expect.poll(() => waiting.count(), PATIENCE).toBe(0)
      await page.getByRole('button', { name: 'Point radio' }).click()
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.getByText('Point radio, en route').waitFor()

      await page.getByRole('button', { name: 'Terminer la mission' }).click()
      expect(await dialogOf(visit).getByRole('checkbox', { name: 'Visite faite' }).isChecked()).toBe(true)
      await dialogOf(visit).getByLabel('Constats').fill('Toiture posée, une réserve.')
      await page.screenshot({ path: 'tests/e2e/output/mission-day-end.png' })
      await confirm(visit, 'Terminer la mission')
      await page.getByText('Toiture posée, une réserve.').waitFor()
      await page.setViewportSize(PROJECTOR)
      await visit.screenshot('mission-day-done-projector')
      const mission = await ask<Mission>('GET', `/api/missions/${id}`)
      expect(mission.status, title).toBe('done')
      expect(mission.clearance).toMatchObject({ number: 'TRIP-2026-044' })
      expect(mission.events.map(({ kind }) => kind)).toEqual([
        'submitted',
        'cleared',
        'begun',
        'checked-in',
        'checked-in',
        'done',
      ])
      expect(mission.events.at(-1)!.payload.visits).toEqual([
        { visitId: 'v1', visitedOn: dayAhead(0), findings: 'Toiture posée, une réserve.' },
      ])
    },
  )

  journey(
    'a team that is not heard of raises the alarm on a phone, two taps end it',
    { ...BARE, viewport: PHONE, role: null },
    async (visit) => {
      const { page, open } = visit
      const { id, version } = await givenMission(visit, dayAhead(-1))
      const submitted = await record(visit, id, { kind: 'submitted', version, payload: { note: '' } })
      await signInAs(visit, 'coordinator')
      const clearance = { number: 'TRIP-7', from: dayAhead(-1), until: dayAhead(0), note: '' }
      await record(visit, id, { kind: 'cleared', version: submitted.version, payload: clearance })
      await signInAs(visit, 'focal-point')
      const happenedAt = `${dayAhead(-1)}T00:30:00.000Z`
      await record(visit, id, { kind: 'begun', happenedAt, payload: { note: '' } })
      await open(`/missions/${id}?tab=day`)
      const alarm = page.getByRole('alert').getByText(/en retard de/)
      await alarm.waitFor()
      await visit.screenshot('mission-day-late-phone')
      await page.getByRole('button', { name: /^Arrivés à École/ }).click()
      await page.screenshot({ path: 'tests/e2e/output/mission-day-check-in-phone.png' })
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await alarm.waitFor({ state: 'detached' })
      await page.getByText(/^Arrivée.: École/).waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
    },
  )

  journey(
    'the settings are read by all who plan; a rule is changed and confirmed, an area is drawn',
    { ...BARE, viewport: LAPTOP, role: 'focal-point' },
    async (visit) => {
      const { page, ask, open, rest } = visit
      await open('/missions')
      await page.getByRole('link', { name: 'Réglages des missions' }).click()
      await page.getByText('À lire seulement', { exact: false }).waitFor()
      expect(await page.getByRole('button', { name: /^Modifier/ }).count()).toBe(0)

      await signInAs(visit, 'coordinator')
      await open('/missions/settings')
      const rules = page.getByRole('list', { name: 'Règles de sécurité' }).getByRole('listitem')
      const radio = rules.filter({ hasText: /^Point radio/ })
      await radio.getByText('à vérifier avec l’officier de sécurité').first().waitFor()
      await visit.screenshot('mission-settings-rules-laptop')
      expect(await accessibilityFindings(page)).toEqual([])
      await radio.getByRole('button', { name: 'Modifier Point radio' }).click()
      await page.getByLabel('Un appel toutes les').fill('souvent')
      await page.getByLabel('Confirmée par l’officier de sécurité').check()
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.getByText('Écrivez un nombre').waitFor()
      await page.getByLabel('Un appel toutes les').fill('45')
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await radio.getByText(/Un point radio toutes les 45/).waitFor()
      expect(await radio.getByText('Exemple — à vérifier').count()).toBe(0)

      await page.getByRole('tab', { name: 'Zones' }).click()
      const name = `Zone ${crypto.randomUUID().slice(0, 4)}`
      await page.getByRole('button', { name: 'Nouvelle zone' }).click()
      await page.getByLabel('Nom').fill(name)
      const map = page.locator('canvas').first()
      const { width, height } = (await map.boundingBox())!
      for (const [x, y] of [
        [0.4, 0.4],
        [0.6, 0.4],
        [0.5, 0.6],
      ] as const)
        await map.click({ position: { x: width * x, y: height * y } })
      await page.getByText(/^3.points$/).waitFor()
      await visit.screenshot('mission-settings-area-laptop')
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.getByText(name).waitFor()
      const { areas } = await ask<{ areas: { name: string; polygon: { coordinates: number[][][] } }[] }>(
        'GET',
        '/api/missions/settings',
      )
      expect(areas.find((area) => area.name === name)!.polygon.coordinates[0]).toHaveLength(4)

      await page.setViewportSize(PHONE)
      for (const label of ['Lieux', 'Véhicules', 'Demandes', 'Indemnités', 'Carburant']) {
        await page.getByRole('tab', { name: label }).click()
        await rest()
        expect(await accessibilityFindings(page), label).toEqual([])
      }
      await page.getByRole('tab', { name: 'Lieux' }).click()
      await page.getByRole('button', { name: 'Nouveau lieu' }).click()
      await page.getByLabel('Latitude (nord)').fill('15,2')
      expect(await accessibilityFindings(page), 'form of a place').toEqual([])
      // The map, made anew for the phone, is not what is looked at.
      await page.screenshot({ path: 'tests/e2e/output/mission-settings-place-phone.png' })
    },
  )
})
