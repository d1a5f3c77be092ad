import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, LAPTOP, PHONE, useChromium, type Visit } from './support/browser.ts'
import { type GivenContract, givenContract, givenParties, givenWorks } from './support/given-works.ts'

useChromium()

const PHOTO = readFileSync(fileURLToPath(new URL('../fixtures/photo-2600x1300.jpg', import.meta.url)))
const BARE = { ground: 'bare' } as const
const WIDE = { width: 1440, height: 900 }

/** The bill of the contract with more concrete and a larger roof: 5 732 000 MRU. */
const BILL = `Lot;N°;Désignation;Unité;Quantité;Prix unitaire
I;;Installation et terrassement;;;
I;1.1;Installation de chantier;forfait;1;250 000
I;1.2;Terrassement;m³;400;450
II;;Gros œuvre;;;
II;2.1;Béton armé;m³;130;9 500
II;2.2;Maçonnerie en agglos;m²;850;1 200
III;;Couverture et menuiserie;;;
III;3.1;Couverture en bac alu;m²;340;1 850
III;3.2;Portes et fenêtres;u;26;14 000
IV;;Énergie solaire et eau;;;
IV;4.1;Centrale solaire 6 kWc;u;1;980 000
IV;4.2;Forage équipé;u;1;1 074 000
`

interface WorksFile {
  readonly contract: { readonly amountMinor: number }
  readonly events: readonly {
    readonly kind: string
    readonly payload: {
      readonly label?: string
      readonly pin?: object
      readonly amountChangeMinor?: number
      readonly bill?: { readonly items: readonly { code: string; quantityMilli: number }[] } | null
    }
  }[]
}

let given: Promise<GivenContract> | undefined

/** A running contract with a bill and two certificates, recorded once for all journeys. */
function contract({ ask }: Visit): Promise<GivenContract> {
  given ??= (async () => {
    const { features } = await ask<{ features: { id: string }[] }>('GET', '/api/posts')
    const tag = crypto.randomUUID().slice(0, 4)
    const made = await givenContract(ask, await givenParties(ask), {
      reference: `AVN-${tag}`,
      title: `Essai : avenants (${tag})`,
      postIds: [features[0]!.id],
    })
    await givenWorks(ask, made.id, 120)
    return made
  })()
  return given
}

const dialogOf = ({ page }: Visit) => page.getByRole('dialog')

async function openForm({ page }: Visit, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer…' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}

async function chooseFile(visit: Visit, text: string): Promise<void> {
  await dialogOf(visit)
    .getByTestId('import-file')
    .setInputFiles({ name: 'bordereau.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
}

async function recordDialog(visit: Visit): Promise<void> {
  await dialogOf(visit).getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await dialogOf(visit).waitFor({ state: 'detached' })
}

describe('amendments', () => {
  journey(
    'items are changed, removed and added; what was certified stays; the page tells before and after',
    { ...BARE, viewport: WIDE },
    async (visit) => {
      const { page } = visit
      const dialog = dialogOf(visit)
      const { id } = await contract(visit)
      await visit.open(`/works/${id}?tab=money&view=table`)
      await openForm(visit, 'Avenant')
      await dialog.getByLabel('Bordereau').selectOption('edit')
      await dialog.getByLabel(/^Quantité.: 2\.1$/).fill('20')
      await dialog.getByText(/Poste .+2\.1.+: 20 au bordereau, 30 déjà certifiés/).waitFor()
      await dialog.getByLabel(/^Quantité.: 2\.1$/).fill('130')
      await dialog.getByRole('button', { name: 'Retirer 3.2' }).click()
      await dialog.getByRole('button', { name: 'Ajouter un poste' }).click()
      await dialog.getByText('Numéro, désignation et unité sont à remplir.').waitFor()
      await dialog.getByRole('textbox', { name: 'N°' }).fill('4.3')
      await dialog.getByRole('textbox', { name: 'Désignation' }).fill('Clôture du forage')
      await dialog.getByRole('textbox', { name: 'Unité' }).fill('ml')
      await dialog.getByLabel(/^Quantité.: 4\.3$/).fill('60')
      await dialog.getByLabel(/^Prix unitaire.: 4\.3$/).fill('4 500,50')
      await dialog.getByLabel('Changement du délai (jours)').fill('15')
      await dialog.getByText('255 j').waitFor()
      await visit.screenshot('works-amendment-form')
      expect(await accessibilityFindings(page), 'form').toEqual([])
      await recordDialog(visit)
      const standing = page.getByRole('table', { name: /^Avenant n°.1/ })
      // 10 m³ of concrete more, 26 doors and windows less, 60 m of fence.
      await standing.getByText(/^\+1.030,00.MRU$/).waitFor()
      await page.getByText('Ce qui change au bordereau').click()
      const lines = page.getByRole('table', { name: 'Bordereau avant et après' })
      await expect
        .poll(() => lines.locator('tbody th').allTextContents())
        .toEqual([
          '2.1 · Béton armé modifié',
          '4.3 · Clôture du forage ajouté',
          '3.2 · Portes et fenêtres retiré',
        ])
      await visit.screenshot('works-amendment-result')
    },
  )

  journey(
    'a new bill is read from a file on a phone, and the amount follows from it',
    { ...BARE, viewport: PHONE },
    async (visit) => {
      const { page } = visit
      const dialog = dialogOf(visit)
      const { id } = await contract(visit)
      await visit.open(`/works/${id}?tab=money`)
      await openForm(visit, 'Avenant')
      await dialog.getByLabel('Bordereau').selectOption('import')
      await chooseFile(visit, BILL.replace(';340;', ';34O;'))
      await dialog.getByText(/Ligne 9, colonne E/).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/works-amendment-error-phone.png' })
      await chooseFile(visit, BILL)
      await dialog.getByText('Le tableau peut être enregistré.').waitFor()
      const lines = dialog.getByRole('table', { name: 'Bordereau avant et après' })
      await lines.getByText('3.1 · Couverture en bac alu').waitFor()
      await lines.scrollIntoViewIfNeeded()
      await page.screenshot({ path: 'tests/e2e/output/works-amendment-phone.png' })
      expect(await accessibilityFindings(page), 'form').toEqual([])
      await recordDialog(visit)
      const { contract: stated, events } = await visit.ask<WorksFile>('GET', `/api/works/contracts/${id}`)
      const amendments = events.filter(({ kind }) => kind === 'amendment').map(({ payload }) => payload)
      const items = amendments.at(-1)?.bill?.items
      expect(items?.find(({ code }) => code === '3.1')?.quantityMilli).toBe(340_000)
      const changes = amendments.reduce((sum, { amountChangeMinor = 0 }) => sum + amountChangeMinor, 0)
      expect(stated.amountMinor + changes).toBe(573_200_000)
    },
  )
})

describe('réserves', () => {
  journey(
    'a pin is put on the photo, and stands in the list',
    { ...BARE, viewport: LAPTOP },
    async (visit) => {
      const { page } = visit
      const dialog = dialogOf(visit)
      const { id } = await contract(visit)
      await visit.open(`/works/${id}?tab=punch`)
      await openForm(visit, 'Réserve')
      await dialog.getByLabel('Défaut constaté').fill('Enduit décollé au mur nord')
      await dialog.locator('input[type="file"]').setInputFiles({
        name: 'mur.jpg',
        mimeType: 'image/jpeg',
        buffer: PHOTO,
      })
      const stage = dialog.getByRole('button', { name: /^Touchez la photo/ })
      await stage.locator('img').waitFor()
      const { width, height } = (await stage.boundingBox())!
      await stage.click({ position: { x: width * 0.25, y: height * 0.5 } })
      await stage.press('ArrowRight')
      await visit.screenshot('works-punch-pin')
      await recordDialog(visit)
      await page.getByTitle('Emplacement sur la photo').waitFor()
      const { events } = await visit.ask<WorksFile>('GET', `/api/works/contracts/${id}`)
      const recorded = events.find(({ payload }) => payload.label === 'Enduit décollé au mur nord')
      expect(recorded?.payload.pin).toMatchObject({ x: expect.closeTo(0.3, 2), y: expect.closeTo(0.5, 2) })
    },
  )
})
