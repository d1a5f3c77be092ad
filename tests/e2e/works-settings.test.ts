import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, LAPTOP, PHONE, useChromium, type Visit } from './support/browser.ts'

useChromium()

const BARE = { ground: 'bare' } as const

const dialogOf = ({ page }: Visit) => page.getByRole('dialog')

async function saveDialog(visit: Visit): Promise<void> {
  await dialogOf(visit).getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await dialogOf(visit).waitFor({ state: 'detached' })
}

/** Makes a programme, a donor and a project whose contracts that donor pays wholly. */
async function makeProject(visit: Visit, tag: string): Promise<void> {
  const { page } = visit
  const dialog = dialogOf(visit)
  await page.getByRole('button', { name: 'Nouveau programme' }).click()
  await dialog.getByLabel('Nom').fill(`Frontières ${tag}`)
  await saveDialog(visit)
  await page.getByRole('tab', { name: 'Bailleurs et contributions' }).click()
  await page.getByRole('button', { name: 'Nouveau bailleur' }).click()
  await dialog.getByLabel('Code court').fill(`B${tag}`)
  await dialog.getByLabel('Nom').fill(`Bailleur ${tag}`)
  await saveDialog(visit)
  await page.getByRole('tab', { name: 'Programmes et projets' }).click()
  await page.getByRole('button', { name: 'Nouveau projet' }).click()
  await dialog.getByLabel('Nom').fill(`Postes ${tag}`)
  await dialog.getByLabel('Programme').selectOption({ label: `Frontières ${tag}` })
  await dialog.getByRole('button', { name: 'Ajouter un bailleur' }).click()
  await dialog
    .getByRole('combobox', { name: 'Bailleur', exact: true })
    .selectOption({ label: `B${tag} · Bailleur ${tag}` })
  await dialog.getByLabel('Part (%)').fill('99,5')
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await dialog.getByText('Les parts doivent faire 100').waitFor()
  await dialog.getByLabel('Part (%)').fill('100')
  await saveDialog(visit)
  await page.getByText(`B${tag} 100`).waitFor()
}

async function fillContract({ page }: Visit, tag: string): Promise<void> {
  await page.getByLabel('Référence').fill(`R-${tag}`)
  await page.getByLabel('Intitulé').fill(`Essai : logement de Gouraye ${tag}`)
  await page.getByRole('checkbox', { name: 'Gouraye' }).first().check()
  await page
    .getByRole('combobox', { name: 'Projet', exact: true })
    .selectOption({ label: `Postes ${tag} · Frontières ${tag}` })
  await page.getByText(`B${tag} (Bailleur ${tag})`).waitFor()
  await page.getByLabel('Montant hors taxes').fill('1 250 000,50')
  await page.getByLabel('Taxes (%)').fill('16')
  await page.getByLabel('Délai (jours)').fill('180')
  await page.getByLabel('Pénalité par jour').fill('0,1')
  await page.getByLabel('Plafond des pénalités').fill('10')
  await page.getByLabel('Retenue de garantie').fill('7,5')
  await page.getByLabel('Délai de garantie').fill('12')
  await page.getByLabel('Avance (%').fill('0')
}

describe('settings of the works', () => {
  journey(
    'a project and a contract are made, changed by two people at once, archived and restored',
    { ...BARE, expectedRefusals: /409/ },
    async (visit) => {
      const { page } = visit
      const tag = crypto.randomUUID().slice(0, 4)
      await visit.open('/works')
      await page.getByRole('link', { name: 'Réglages des travaux' }).click()
      await makeProject(visit, tag)
      await visit.screenshot('works-settings-projects')
      await page.getByRole('link', { name: 'Retour aux travaux' }).click()
      await page.getByRole('link', { name: 'Nouveau marché' }).click()
      await page.getByRole('button', { name: 'Créer le marché' }).click()
      await page.getByText(/champs sont à corriger/).waitFor()
      await fillContract(visit, tag)
      await visit.screenshot('works-settings-new-contract')
      expect(await accessibilityFindings(page), 'form').toEqual([])
      await page.getByRole('button', { name: 'Créer le marché' }).click()
      await page.getByRole('heading', { name: `Essai : logement de Gouraye ${tag}` }).waitFor()

      await page.getByRole('link', { name: 'Modifier le marché' }).click()
      await page.getByLabel('Intitulé').fill(`Essai : logement de Gouraye, mien ${tag}`)
      const id = new URL(page.url()).pathname.split('/')[2]
      const stored = await otherwiseTitled(visit, id!, `Essai : logement de Gouraye, autre ${tag}`)
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await dialogOf(visit)
        .getByRole('heading', { name: `Le marché R-${tag} a changé entre-temps` })
        .waitFor()
      await page.screenshot({ path: 'tests/e2e/output/works-settings-conflict.png' })
      await dialogOf(visit)
        .getByRole('group', { name: /^Intitulé/ })
        .getByText('Votre version')
        .click()
      await dialogOf(visit).getByRole('button', { name: 'Enregistrer ce choix' }).click()
      await page.getByRole('heading', { name: `Essai : logement de Gouraye, mien ${tag}` }).waitFor()
      const { contract } = await visit.ask<WorksFile>('GET', `/api/works/contracts/${id}`)
      expect(contract).toMatchObject({ amountMinor: 125_000_050, version: stored + 1 })
      expect(contract.terms).toMatchObject({ penaltyPerDayPpm: 1_000, retentionPpm: 75_000, advancePpm: 0 })

      await page.getByRole('link', { name: 'Modifier le marché' }).click()
      await page.getByRole('button', { name: 'Archiver' }).click()
      await dialogOf(visit).getByText(`Archiver le marché R-${tag}`).waitFor()
      await dialogOf(visit).getByRole('button', { name: 'Archiver' }).click()
      await page.getByRole('heading', { name: 'Travaux' }).waitFor()
      const inList = page.getByRole('link', { name: `Essai : logement de Gouraye, mien ${tag}` })
      await inList.waitFor({ state: 'detached' })
      await visit.go('/works/settings?part=archived')
      await page.getByRole('button', { name: `Rétablir R-${tag}` }).click()
      await page.getByText(`Marché R-${tag} rétabli`).waitFor()
      await visit.go('/works')
      await inList.waitFor()
    },
  )

  journey(
    'a rate is changed, and a template that cannot be filled is refused',
    { ...BARE, expectedRefusals: /422/ },
    async (visit) => {
      const { page } = visit
      const dialog = dialogOf(visit)
      await visit.open('/works/settings?part=rates')
      await page.getByRole('button', { name: 'Nouveau taux' }).click()
      await dialog.getByLabel('Monnaie').selectOption('USD')
      await dialog.getByLabel('À partir du').fill('2031-05-01')
      await dialog.getByLabel('Ouguiyas pour 1 USD').fill('39,5')
      await dialog.getByLabel('Source').fill('Essai')
      await saveDialog(visit)
      await page.getByRole('button', { name: /^Modifier USD au 1.* mai 2031$/ }).click()
      await dialog.getByLabel('Ouguiyas pour 1 USD').fill('zéro')
      await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await dialog.getByText('Écrivez un taux au-dessus de zéro').waitFor()
      await dialog.getByLabel('Ouguiyas pour 1 USD').fill('39,7525')
      await saveDialog(visit)
      await page.getByText('1 USD = 39,7525 MRU').waitFor()
      await visit.screenshot('works-settings-rates')
      await page.getByRole('button', { name: /^Retirer USD au 1.* mai 2031$/ }).click()
      await dialog.getByText(/^Retirer le taux USD au 1.* mai 2031/).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/works-settings-rate-removed.png' })
      await dialog.getByRole('button', { name: 'Retirer', exact: true }).click()
      await page.getByText('1 USD = 39,7525 MRU').waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: 'Modèles de documents' }).click()
      await page.getByTestId('template-PV de chantier').setInputFiles({
        name: 'faux.docx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('texte'),
      })
      await page.getByText(/ce n’est pas un fichier DOCX/).waitFor()
      const template = await (
        await page.request.get(`${origin(visit)}/api/works/document-templates/site-minutes`)
      ).body()
      await page
        .getByTestId('template-PV de chantier')
        .setInputFiles({ name: 'le-notre.docx', mimeType: 'application/octet-stream', buffer: template })
      await page.getByText(/^Modèle du bureau/).waitFor()
      await visit.screenshot('works-settings-templates')
      await page.getByRole('button', { name: 'Remettre le modèle livré' }).click()
      await dialog.getByRole('button', { name: 'Remettre le modèle livré' }).click()
      await page.getByText(/^Modèle du bureau/).waitFor({ state: 'detached' })
    },
  )

  for (const [name, viewport] of [
    ['laptop', LAPTOP],
    ['phone', PHONE],
  ] as const) {
    journey(
      `every part fits a ${name} and has no serious accessibility fault`,
      { ...BARE, viewport },
      async (visit) => {
        const { page } = visit
        await visit.open('/works/settings')
        const tabs = page.getByRole('tab')
        await tabs.first().waitFor()
        for (const [index, label] of (await tabs.allTextContents()).entries()) {
          await tabs.nth(index).click()
          await visit.rest()
          expect(await accessibilityFindings(page), label).toEqual([])
        }
        await page.getByRole('tab', { name: 'Calendriers' }).click()
        await page.getByRole('button', { name: /^Modifier Chantier : six jours/ }).click()
        await dialogOf(visit).getByLabel('Lundi').waitFor()
        expect(await accessibilityFindings(page), 'form of a calendar').toEqual([])
        await page.screenshot({ path: `tests/e2e/output/works-settings-calendar-${name}.png` })
        await dialogOf(visit).getByRole('button', { name: 'Annuler' }).click()
        await visit.go('/works/new')
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBe(0)
        await visit.screenshot(`works-settings-contract-${name}`)
      },
    )
  }
})

interface WorksFile {
  readonly contract: {
    readonly version: number
    readonly amountMinor: number
    readonly terms: Readonly<Record<string, number>>
    readonly project: { readonly id: string }
    readonly posts: readonly { readonly id: string }[]
  } & Readonly<Record<string, unknown>>
}

/** Somebody else gives the contract another title. @returns the version that this made. */
async function otherwiseTitled({ ask }: Visit, id: string, title: string): Promise<number> {
  const { contract } = await ask<WorksFile>('GET', `/api/works/contracts/${id}`)
  const { reference, currency, amountMinor, taxPpm, durationDays, terms, version } = contract
  const stated = { reference, currency, amountMinor, taxPpm, durationDays, terms, version, title }
  const named = {
    projectId: contract.project.id,
    contractorId: null,
    postIds: contract.posts.map((post) => post.id),
  }
  const saved = await ask<{ version: number }>('PUT', `/api/works/contracts/${id}`, { ...stated, ...named })
  return saved.version
}

function origin({ page }: Visit): string {
  return new URL(page.url()).origin
}
