import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  journey,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'

useChromium()

const SELIBABY = [-12.1848, 15.1579]
const DAY_MS = 86_400_000
const dayAhead = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const SOON = { timeout: 60_000 }

let registers: Promise<unknown> | undefined

/** Two vehicles, a base, a price and a rate, made once for all journeys. */
function givenRegisters({ ask }: Visit): Promise<unknown> {
  registers ??= (async () => {
    const rest = { note: '', isArchived: false }
    const place = { allowsNight: true, sellsFuel: true, isAuthority: false, hours: [], contact: '', ...rest }
    await ask('POST', '/api/missions/places', { ...place, name: 'Base d’essai', position: SELIBABY })
    for (const name of ['Essai 1', 'Essai 2']) {
      const registration = crypto.randomUUID().slice(0, 8)
      await ask('POST', '/api/missions/vehicles', {
        name,
        registration,
        profileId: '4x4',
        seats: 5,
        tankLitres: 80,
        spareLitres: 60,
        radio: 'HF',
        state: 'ready',
        ...rest,
      })
    }
    const money = { validFrom: '2020-01-01', currency: 'MRU', source: 'Essai', isArchived: false }
    await ask('POST', '/api/missions/fuel-prices', { fuel: 'diesel', perLitreMinor: 5200, ...money })
    const role = { role: 'chauffeur', nightMinor: 120_000, dayMinor: 40_000 }
    await ask('POST', '/api/missions/allowance-rates', { ...role, ...money })
  })()
  return registers
}

/** From the due list to a draft, as a person does it. */
async function prepareMission(visit: Visit, posts: number): Promise<void> {
  const { page } = visit
  await givenRegisters(visit)
  await visit.open('/missions')
  await page.getByRole('link', { name: 'Préparer une mission' }).click()
  const boxes = page.getByRole('list', { name: 'À visiter' }).getByRole('checkbox')
  await boxes.first().waitFor()
  for (let at = 0; at < posts; at++) await boxes.nth(at).check()
  await page.getByLabel('Départ').selectOption({ label: 'Base d’essai' })
  await page.getByLabel('Arrivée').selectOption({ label: 'Base d’essai' })
  await page.getByLabel('Premier jour').fill(dayAhead(2))
  await page.getByLabel('Dernier jour').fill(dayAhead(4))
}

/** Makes the draft and has it planned on this device. */
async function planMission({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Préparer', exact: true }).click()
  await page.getByText(/^Réseau routier sur cet appareil/).waitFor({ timeout: 90_000 })
  await page.getByRole('button', { name: 'Calculer l’itinéraire' }).click()
  await page.getByText(/le premier en .* ms sur cet appareil/).waitFor(SOON)
}

const handles = ({ page }: Visit) => page.getByRole('button', { name: /^Déplacer / })
/** Name and number of each stop: «Déplacer Ghabou, 1.2». */
const stopsOf = (visit: Visit) =>
  handles(visit).evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))

async function editMilliseconds({ page }: Visit): Promise<number> {
  const board = page.locator('[data-edit-ms]')
  await board.waitFor(SOON)
  return Number(await board.getAttribute('data-edit-ms'))
}

/** Moves the mouse around a point until something shows; where that was. */
async function findAround(
  { page }: Visit,
  shown: Locator,
  [x, y]: [number, number],
): Promise<[number, number] | null> {
  for (let degrees = 0; degrees < 360; degrees += 4) {
    const angle = (degrees * Math.PI) / 180
    const at: [number, number] = [x + 45 * Math.cos(angle), y + 45 * Math.sin(angle)]
    await page.mouse.move(...at)
    if ((await shown.count()) > 0) return at
  }
  return null
}

describe('missions', () => {
  journey('from the due list to a changed plan, a plan B and the mission order', {}, async (visit) => {
    const { page } = visit
    await prepareMission(visit, 6)
    await visit.screenshot('missions-due')
    await planMission(visit)
    await visit.screenshot('missions-plan')

    const before = await stopsOf(visit)
    expect(before.length).toBeGreaterThan(1)
    const first = handles(visit).first()
    await first.scrollIntoViewIfNeeded()
    await first.focus()
    await page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => stopsOf(visit), SOON).not.toEqual(before)
    const milliseconds = await editMilliseconds(visit)
    console.log(`new times ${milliseconds} ms after the key`)
    const name = /Déplacer (.*), /.exec(before[0]!)![1]!
    const focused = () => document.activeElement?.getAttribute('aria-label')
    expect(await page.evaluate(focused)).toContain(`Déplacer ${name}, `)
    await page.getByRole('button', { name: 'Annuler la dernière modification' }).click()
    await expect.poll(() => stopsOf(visit), SOON).toEqual(before)

    await page.getByRole('button', { name: `Laisser ${name} de côté` }).click()
    await page.getByRole('button', { name: `Pourquoi ${name} n’est pas dans le plan` }).click()
    await page
      .getByRole('list', { name: `Pourquoi ${name}` })
      .getByRole('listitem')
      .first()
      .waitFor(SOON)
    await visit.screenshot('missions-dropped')
    await page.getByRole('button', { name: 'Annuler la dernière modification' }).click()
    await expect.poll(() => stopsOf(visit), SOON).toEqual(before)

    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Plan enregistré').waitFor(SOON)
    await page.getByRole('button', { name: 'Voir le plan B' }).click()
    await page
      .getByText(/Le plan tient|Sur le plan tel qu’il est|Aucun plan n’est possible/)
      .first()
      .waitFor(SOON)
    await visit.screenshot('missions-plan-b')
    await page.getByRole('tab', { name: 'Coûts' }).click()
    await page.getByText('Ligne budgétaire').waitFor(SOON)
    await expect
      .poll(() => page.getByRole('table', { name: 'Coûts de la mission' }).locator('tbody tr').count(), SOON)
      .toBeGreaterThan(0)
    await visit.screenshot('missions-costs')

    await page.getByRole('tab', { name: 'Documents' }).click()
    const [order] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Ordre de mission, PDF' }).click(),
    ])
    expect(order.suggestedFilename()).toMatch(/^ordre-de-mission-.*\.pdf$/)
    expect((await readFile(await order.path())).toString('latin1', 0, 5)).toBe('%PDF-')
  })

  journey('a stop is dragged from one day to another', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await prepareMission(visit, 5)
    await planMission(visit)
    await page.getByRole('button', { name: 'Jours côte à côte' }).click()
    await visit.rest()
    const before = await stopsOf(visit)
    const handle = handles(visit).first()
    const days = page.getByRole('region', { name: /, Jour \d$/ })
    const from = (await handle.boundingBox())!
    const to = (await days.nth(1).boundingBox())!
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(to.x + 60, to.y + 30, { steps: 6 })
    await page.screenshot({ path: 'tests/e2e/output/missions-dragging.png' })
    await page.mouse.up()
    await expect.poll(() => stopsOf(visit), SOON).not.toEqual(before)
    const milliseconds = await editMilliseconds(visit)
    console.log(`new times ${milliseconds} ms after the drop`)
    await visit.screenshot('missions-wide')
    expect(await accessibilityFindings(page)).toEqual([])
  })

  journey('a way is forced over a point on the map', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await prepareMission(visit, 3)
    await planMission(visit)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Plan enregistré').waitFor(SOON)
    await visit.rest()
    const leg = page.getByRole('button', { name: /^Passer par…/ }).first()
    const told = page.locator('li', { has: page.getByRole('button', { name: /^Passer par…/ }) }).first()
    const before = await told.textContent()
    await leg.click()
    await page.getByLabel('Ou par un lieu').fill('hamoud')
    await page.getByRole('button', { name: 'Hamoud', exact: true }).first().click()
    const handle = page.getByRole('button', { name: /^Passage imposé : / })
    await handle.waitFor(SOON)
    await expect.poll(() => told.textContent(), SOON).not.toBe(before)
    await visit.screenshot('missions-way')

    // The line passes by the point: somewhere around it, it can be grabbed too.
    const at = (await handle.boundingBox())!
    const grab = page.getByRole('button', { name: 'Glissez pour imposer un passage' })
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2]
    const found = await findAround(visit, grab, [x, y])
    expect(found).not.toBeNull()
    await page.mouse.down()
    await page.mouse.move(found![0] + 40, found![1] - 60, { steps: 8 })
    await page.screenshot({ path: 'tests/e2e/output/missions-way-dragging.png' })
    await page.mouse.up()
    await expect.poll(() => handle.count(), SOON).toBe(2)
    console.log(`new times ${await editMilliseconds(visit)} ms after the way was let go`)
    await page.getByText('Comparé au plan enregistré').click()
    await page.getByRole('button', { name: 'Voir sur deux cartes' }).click()
    await expect.poll(() => page.locator('.maplibregl-canvas').count(), SOON).toBe(2)
    await visit.screenshot('missions-two-maps')
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Revenir à une carte' }).click()

    for (const left of [1, 0]) {
      await page
        .getByRole('button', { name: /^Retirer le passage imposé/ })
        .first()
        .click()
      await expect.poll(() => handle.count(), SOON).toBe(left)
    }
    await leg.click()
    await expect.poll(() => told.textContent(), SOON).toBe(before)
  })

  journey('on a phone, in the list and on the page of a mission', { viewport: PHONE }, async (visit) => {
    const { page } = visit
    await prepareMission(visit, 3)
    await visit.screenshot('missions-due-phone')
    await planMission(visit)
    await visit.screenshot('missions-plan-phone')
    await page.getByRole('link', { name: 'Retour aux missions' }).click()
    await page.getByRole('list', { name: 'Liste des missions' }).getByRole('link').first().waitFor()
    await visit.screenshot('missions-list-phone')
  })

  journey('on a projector, in English', { viewport: PROJECTOR, language: 'en' }, async (visit) => {
    const { page } = visit
    await givenRegisters(visit)
    await visit.open('/missions')
    const link = page.getByRole('list', { name: 'List of missions' }).getByRole('link').first()
    await link.click()
    await page.getByRole('tab', { name: 'Plan' }).waitFor()
    await visit.screenshot('missions-plan-projector')
    expect(await accessibilityFindings(page)).toEqual([])
  })
})
