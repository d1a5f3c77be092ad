import type { DonorVisibilities } from '@borne/api/contracts/visibility'
import { describe, expect } from 'vitest'
import { LOGO_SVG } from '../support/given-visibility.ts'
import { PHOTO } from '../support/photo.ts'
import { accessibilityFindings, journey, LAPTOP, PHONE, useChromium, type Visit } from './support/browser.ts'

useChromium()

const dialogOf = ({ page }: Visit) => page.getByRole('dialog')

/** On a phone at the post: a photo, and one tap on what was seen. */
async function checkPlaque(visit: Visit): Promise<void> {
  const { page } = visit
  await visit.open('/briefings')
  await page.getByRole('link', { name: /^Visibilité/ }).click()
  const lines = page.getByRole('list', { name: 'Postes et bailleurs' }).getByRole('listitem')
  expect(await lines.first().textContent()).toContain('absente')
  await visit.screenshot('visibility-phone')
  expect(await accessibilityFindings(page), 'audit').toEqual([])
  await page.getByRole('button', { name: 'Constater : Diogountourou, Agence Horizon (fictive)' }).click()
  await dialogOf(visit)
    .locator('input[type=file]')
    .setInputFiles({ name: 'plaque.jpg', mimeType: 'image/jpeg', buffer: PHOTO })
  await dialogOf(visit).getByRole('button', { name: 'Absente' }).waitFor()
  await visit.screenshot('visibility-check-phone')
  expect(await accessibilityFindings(page), 'check').toEqual([])
  await dialogOf(visit).getByRole('button', { name: 'En place' }).click()
  await page.getByText(/Diogountourou\s: en place. Constat enregistré/).waitFor()
  const line = lines.filter({ hasText: 'Diogountourou' }).filter({ hasText: 'AHZ' })
  await line.getByText(/Plaque\s: en place/).waitFor()
  await line.getByRole('img', { name: /^Photo de la marque/ }).waitFor()
}

/** A drawing that would run a script, and a donor moved to the first place. */
async function setLogo(visit: Visit): Promise<void> {
  const { page } = visit
  await page.getByRole('link', { name: 'Bailleurs : noms, logos, ordre' }).click()
  await page.getByRole('button', { name: 'Modifier Initiative Karakoro (fictive)' }).click()
  const dialog = dialogOf(visit)
  const hostile = LOGO_SVG.replace('<circle', '<script>document.title="pris"</script><circle')
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(hostile) })
  await dialog.getByText(/pourrait nuire\s: script/).waitFor()
  await dialog.getByLabel('Ligne de crédit en français').fill('Financé par l’Initiative (essai)')
  await visit.screenshot('visibility-donor')
  expect(await accessibilityFindings(page), 'donor').toEqual([])
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByText('Financé par l’Initiative (essai)').waitFor()

  const order = async () =>
    (await visit.ask<DonorVisibilities>('GET', '/api/donors/visibility')).items.map(({ code }) => code)
  const before = await order()
  const rows = page.getByRole('list', { name: 'Bailleurs dans l’ordre' }).getByRole('listitem')
  // Other journeys add donors, below what is on the screen.
  const third = (await rows.nth(2).boundingBox())!
  const first = (await rows.first().boundingBox())!
  await page.mouse.move(third.x + 24, third.y + third.height / 2)
  await page.mouse.down()
  await page.mouse.move(first.x + 24, first.y + 4, { steps: 8 })
  await page.mouse.up()
  await page.getByText('Ordre enregistré').waitFor()
  expect(await order()).toEqual([before[2], before[0], before[1], ...before.slice(3)])
  await visit.screenshot('visibility-donors')
  expect(await accessibilityFindings(page), 'donors').toEqual([])
}

async function lookAtDonorPage(visit: Visit): Promise<void> {
  const { page } = visit
  await page.getByRole('link', { name: 'Page du bailleur : Fonds Rives (fictif)' }).click()
  await page.getByRole('heading', { name: 'Les postes financés' }).waitFor()
  await page.getByText(/ne sont pas montrées/).waitFor()
  await visit.screenshot('donor-page')
  expect(await accessibilityFindings(page), 'donor page').toEqual([])
  await page.getByRole('button', { name: 'Partager' }).click()
  await dialogOf(visit).getByRole('button', { name: 'Faire le lien' }).click()
  await dialogOf(visit)
    .getByText(/\/presentation#|notez|copiez/i)
    .first()
    .waitFor()
}

describe('visibility', () => {
  journey(
    'a plaque is checked on a phone, a logo is kept harmless, and the page of a donor is shared',
    { viewport: PHONE, ground: 'bare' },
    async (visit) => {
      await checkPlaque(visit)
      await visit.page.setViewportSize(LAPTOP)
      await visit.screenshot('visibility-laptop')
      await setLogo(visit)
      await lookAtDonorPage(visit)
    },
  )
})
