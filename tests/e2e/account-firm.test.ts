import { describe, expect } from 'vitest'
import { journey, useChromium } from './support/browser.ts'

useChromium()

describe('accounts', () => {
  journey('ties the account of a contractor to its firm', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    const firm = `Sahel Bâtiment ${crypto.randomUUID().slice(0, 4)}`
    await visit.ask('POST', '/api/works/contractors', { name: firm, contact: 'Sélibaby' })
    await visit.open('/admin')
    await page.getByRole('button', { name: 'Nouveau compte' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nom', { exact: true }).fill(`Conducteur de ${firm}`)
    await dialog.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.org`)
    expect(await dialog.getByLabel('Entreprise titulaire').count()).toBe(0)
    await dialog.getByRole('radio', { name: 'Entreprise' }).check()
    await dialog.getByLabel('Entreprise titulaire').selectOption({ label: firm })
    await dialog.getByText('cette personne voit les postes des marchés de son entreprise').waitFor()
    await page.screenshot({ path: 'tests/e2e/output/account-firm.png' })
    await dialog.getByRole('button', { name: 'Créer et obtenir le lien' }).click()
    await page.getByRole('button', { name: 'J’ai transmis le lien' }).click()
    const row = page.getByRole('row', { name: new RegExp(`Conducteur de ${firm}`) })
    await row.getByRole('cell', { name: firm, exact: true }).waitFor()
    await row.getByRole('button', { name: `Conducteur de ${firm}` }).click()
    await dialog.getByRole('radio', { name: 'Lecteur' }).check()
    await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await row.getByText('Tous les postes').waitFor()
  })
})
