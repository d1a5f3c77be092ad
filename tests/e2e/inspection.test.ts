import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { WorksFile } from '@borne/api/contracts/works'
import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, PHONE, useChromium, type Visit } from './support/browser.ts'
import { daysAgo, givenContract, givenParties, givenWorks } from './support/given-works.ts'

useChromium()

const PHOTO = fileURLToPath(new URL('../fixtures/photo-2600x1300.jpg', import.meta.url))

/** A contract under works, whose guarantee of good performance ran out ten days ago. */
async function contractUnderWorks({ ask }: Visit): Promise<string> {
  await ask('POST', '/api/session/demonstration', { role: 'administrator' })
  const { features } = await ask<{ features: { id: string }[] }>('GET', '/api/posts')
  const tag = randomUUID().slice(0, 4)
  const { id } = await givenContract(ask, await givenParties(ask), {
    reference: `CTRL-${tag}`,
    title: `Essai : contrôle (${tag})`,
    postIds: [features[0]!.id],
  })
  await givenWorks(ask, id, 200)
  await ask('POST', `/api/works/contracts/${id}/events`, {
    events: [
      {
        id: randomUUID(),
        kind: 'guarantee',
        happenedOn: daysAgo(190),
        payload: {
          note: '',
          type: 'insurance',
          reference: 'ASS-7',
          issuer: 'Assureur',
          amountMinor: 1,
          expiresOn: daysAgo(10),
        },
      },
    ],
  })
  return id
}

/** Opens the checklist of latrines, whose nine points wait for an answer. */
async function beginInspection({ page, open }: Visit, contractId: string) {
  await open(`/works/${contractId}?tab=punch`)
  await page.getByRole('button', { name: 'Faire un contrôle' }).click()
  const dialog = page.getByRole('dialog', { name: 'Contrôle sur liste' })
  await dialog.getByRole('combobox', { name: 'Liste de contrôle' }).selectOption({ label: 'Latrines' })
  const points = dialog.getByRole('group').filter({ has: page.getByRole('radio', { name: 'Sans objet' }) })
  await expect.poll(() => points.count()).toBe(9)
  return { dialog, points }
}

describe('an inspection', () => {
  journey(
    'is answered with a thumb, and what fails is a nonconformity at once',
    { viewport: PHONE, ground: 'bare' },
    async (visit) => {
      const { page, ask } = visit
      const contractId = await contractUnderWorks(visit)
      const { dialog, points } = await beginInspection(visit, contractId)
      for (let index = 0; index < 7; index += 1)
        await points.nth(index).getByText('Conforme', { exact: true }).click()
      await points.nth(7).getByText('Sans objet', { exact: true }).click()

      // The last point waits: nothing is sent, and it is brought into sight.
      await dialog.getByRole('button', { name: 'Enregistrer' }).click()
      await points.nth(8).getByText('À répondre.').waitFor()
      const fault = points.nth(2)
      await fault.getByText('Non conforme', { exact: true }).click()
      await fault.getByRole('textbox', { name: 'Remarque' }).fill('Fissure de 2 mm au bord du trou')
      const chooser = page.waitForEvent('filechooser')
      await fault.getByText('Ajouter une photo', { exact: true }).click()
      await (await chooser).setFiles(PHOTO)
      await fault.getByRole('checkbox', { checked: true }).nth(0).waitFor()
      await fault.getByRole('combobox', { name: 'Gravité' }).selectOption({ label: 'bloquante' })
      await fault.getByText('Non conforme', { exact: true }).scrollIntoViewIfNeeded()
      await visit.screenshot('inspection-form-phone')
      await points.nth(8).getByText('Conforme', { exact: true }).click()
      await dialog.getByText(/1 non-conformité sera ouverte/).waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
      await expect.poll(() => fault.getByRole('img').count()).toBeGreaterThan(0)
      await dialog.getByRole('button', { name: 'Enregistrer' }).click()
      await dialog.waitFor({ state: 'hidden' })

      const line = page.getByRole('listitem').filter({ hasText: /Dalle sans fissure/ })
      await line.first().getByText('non-conformité', { exact: true }).waitFor()
      const inspection = page.getByRole('group').filter({ hasText: '7 conformes' })
      await inspection.getByText('1 non conforme', { exact: true }).click()
      await inspection.getByText('Fissure de 2 mm au bord du trou').waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
      await inspection.scrollIntoViewIfNeeded()
      await visit.screenshot('inspection-list-phone')

      // The nonconformity leads to the inspection that raised it.
      await inspection.getByText('1 non conforme', { exact: true }).click()
      await line
        .first()
        .getByRole('button', { name: /^Relevée au contrôle « Latrines » du/ })
        .click()
      await inspection.getByText('Fissure de 2 mm au bord du trou').waitFor()
      await visit.screenshot('inspection-origin-phone')

      const { events } = await ask<WorksFile>('GET', `/api/works/contracts/${contractId}`)
      const [made, opened] = events.slice(-2)
      expect(opened!.about).toBe(made!.id)
      expect([made!.kind, opened!.kind]).toEqual(['inspection', 'punch-item'])
      expect(opened!.payload).toMatchObject({ nature: 'nonconformity', severity: 'blocking' })
      expect(opened!.photoIds).toEqual(made!.photoIds)
      expect(opened!.photoIds).toHaveLength(1)
      // In one sending: known from one instant on.
      expect(opened!.recordedAt).toBe(made!.recordedAt)
    },
  )

  journey(
    'is kept on the device without a network, and leaves when the server is back',
    { viewport: PHONE, ground: 'bare', expectedRefusals: /ERR_INTERNET_DISCONNECTED/ },
    async (visit) => {
      const { page, ask } = visit
      const contractId = await contractUnderWorks(visit)
      const { dialog, points } = await beginInspection(visit, contractId)
      await page.context().setOffline(true)
      const fault = points.first()
      await fault.getByText('Non conforme', { exact: true }).click()
      const chooser = page.waitForEvent('filechooser')
      await fault.getByText('Ajouter une photo', { exact: true }).click()
      await (await chooser).setFiles(PHOTO)
      await fault.getByRole('checkbox', { checked: true }).nth(0).waitFor()
      await dialog.getByText(/^Brouillon du/).waitFor()
      await visit.screenshot('inspection-kept-phone')
      await dialog.getByRole('button', { name: 'Annuler' }).click()
      await page.getByText(/^Un contrôle commencé le/).waitFor()
      await page.getByRole('button', { name: 'Reprendre le brouillon' }).click()
      await expect.poll(() => fault.getByRole('radio', { checked: true }).count()).toBe(1)
      for (let index = 1; index < 9; index += 1)
        await points.nth(index).getByText('Conforme', { exact: true }).click()
      await dialog.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByText(/^Un contrôle attend le réseau depuis le/).waitFor()
      const waiting = page.getByRole('button', { name: '1 envoi en attente' })
      await waiting.waitFor()
      await page.screenshot({ path: 'tests/e2e/output/inspection-waiting-phone.png' })
      await page.context().setOffline(false)
      await expect.poll(() => waiting.count(), { timeout: 30_000 }).toBe(0)
      const { events, photos } = await ask<WorksFile>('GET', `/api/works/contracts/${contractId}`)
      expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['inspection', 'punch-item'])
      expect(photos.map(({ id }) => id)).toEqual(events.at(-1)!.photoIds)
    },
  )
})

journey(
  'money under a lapsed guarantee is told before, and marked after',
  { ground: 'bare' },
  async (visit) => {
    const { page, open } = visit
    const contractId = await contractUnderWorks(visit)
    await open(`/works/${contractId}?tab=money&form=payment&view=table`)
    const dialog = page.getByRole('dialog', { name: 'Paiement' })
    await dialog.getByText(/Assurance ASS-7.*échue depuis/).waitFor()
    await visit.screenshot('payment-under-lapsed-guarantee')
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const mark = page.getByRole('row').filter({ hasText: 'Payé sous garantie échue' })
    await mark.getByText(/Assurance ASS-7/).waitFor()
    await page.getByRole('table', { name: 'Part de chaque bailleur, ligne par ligne' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('ledger-by-donor')
  },
)

journey('a report of somebody else waits among the alerts at once', { ground: 'bare' }, async (visit) => {
  const { page, ask, open } = visit
  const contractId = await contractUnderWorks(visit)
  await ask('POST', '/api/session/demonstration', { role: 'focal-point' })
  const measures = [{ packageCode: 'II', percent: 90 }]
  await ask('POST', `/api/works/contracts/${contractId}/events`, {
    events: [
      {
        id: randomUUID(),
        kind: 'progress-report',
        happenedOn: daysAgo(0),
        payload: { note: '', measures, fallReason: null },
      },
    ],
  })
  await open('/works/alerts')
  const link = page.getByRole('region', { name: 'Rapports à valider' }).locator(`a[href*="${contractId}"]`)
  await page.getByRole('heading', { name: 'Alertes' }).waitFor()
  await visit.rest()
  expect(await link.count()).toBe(0)
  await ask('POST', '/api/session/demonstration', { role: 'coordinator' })
  await open('/works/alerts')
  await link.waitFor()
  await visit.screenshot('works-alerts-waiting')
  await link.click()
  await page.waitForURL(new RegExp(`/works/${contractId}.*tab=progress`))
  await page.getByRole('button', { name: 'Valider', exact: true }).waitFor()
})
