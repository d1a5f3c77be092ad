import { describe, expect } from 'vitest'
import { writeWorkbook, XLSX_MEDIA_TYPE } from '../../api/src/platform/write-sheet.ts'
import { accessibilityFindings, journey, PHONE, useChromium, type Visit } from './support/browser.ts'
import { type GivenContract, givenContract, givenParties } from './support/given-works.ts'

useChromium()

const BARE = { ground: 'bare' } as const
const LAPTOP = { width: 1440, height: 900 }

/** What the office sent: the head of the prices is its own, and a quantity has the letter O in it. */
const BILL = `Construction du poste;;;;;
N°;Désignation des ouvrages;Unité;Qté;Prix MRU;Montant
;LOT 1 : GROS ŒUVRE;;;;
1.1;Béton armé;m³;2OO;9 500,00;
1.2;Maçonnerie;m²;1 000;1 200,00;1 200 000,00
;LOT 2 : COUVERTURE;;;;
2.1;Couverture en bac alu;m²;1 000;2 500,00;2 500 000,00
;TOTAL HT;;;;5 600 000,00
`

async function contract({ ask }: Visit): Promise<GivenContract> {
  const { features } = await ask<{ features: { id: string }[] }>('GET', '/api/posts')
  const tag = crypto.randomUUID().slice(0, 4)
  return givenContract(ask, await givenParties(ask), {
    reference: `IMP-${tag}`,
    title: `Essai : bordereau et planning (${tag})`,
    postIds: [features[0]!.id],
  })
}

const dialogOf = ({ page }: Visit) => page.getByRole('dialog')

async function openForm({ page }: Visit, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Enregistrer…' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}

async function choose(visit: Visit, name: string, content: string | Buffer): Promise<void> {
  await dialogOf(visit)
    .getByTestId('import-file')
    .setInputFiles({
      name,
      mimeType: name.endsWith('.csv') ? 'text/csv' : XLSX_MEDIA_TYPE,
      buffer: Buffer.from(content),
    })
}

async function recordDialog(visit: Visit): Promise<void> {
  await dialogOf(visit).getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await dialogOf(visit).waitFor({ state: 'detached' })
}

/** A schedule of three tasks; the acceptance waits for `last`. */
function schedule(last: string): Buffer {
  const columns = ['N°', 'Tâche', 'Durée (jours)', 'Prédécesseurs', 'Lot'].map((head) => ({
    head,
    kind: head.startsWith('Durée') ? ('number' as const) : ('text' as const),
  }))
  const rows = [
    ['A', 'Gros œuvre', 60, '', '1'],
    ['B', 'Couverture', 30, 'A', '2'],
    ['R', 'Réception', 0, last, ''],
  ].map((cells) => ({ cells }))
  return writeWorkbook([{ name: 'Planning', titles: [], columns, rows }])
}

describe('import of a bill and of a schedule', () => {
  for (const [name, viewport] of [
    ['laptop', LAPTOP],
    ['phone', PHONE],
  ] as const) {
    journey(
      `on a ${name}: columns are named, rows corrected, and both are recorded`,
      { ...BARE, viewport },
      async (visit) => {
        const { page } = visit
        const dialog = dialogOf(visit)
        const shoot = async (part: string) => {
          await visit.rest()
          await page.screenshot({ path: `tests/e2e/output/works-import-${part}-${name}.png` })
        }
        const { id } = await contract(visit)
        await visit.open(`/works/${id}`)

        await openForm(visit, 'Bordereau (XLSX, CSV)')
        await choose(visit, 'bordereau.csv', BILL)
        await dialog.getByText(/indiquez quelle colonne contient.: prix unitaire/).waitFor()
        await shoot('columns')
        await dialog.getByLabel('Prix unitaire').selectOption({ label: 'E · Prix MRU' })
        await dialog.getByText(/Ligne 4, colonne D/).waitFor()
        await dialog.getByText('1 erreur à corriger').waitFor()
        expect(await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).isDisabled()).toBe(true)
        await shoot('bill-error')
        await choose(visit, 'bordereau.csv', BILL.replace('2OO', '200'))
        await dialog.getByLabel('Prix unitaire').selectOption({ label: 'E · Prix MRU' })
        await dialog.getByText('Le tableau peut être enregistré.').waitFor()
        await dialog.getByText('Somme des lignes').scrollIntoViewIfNeeded()
        await shoot('bill')
        expect(await accessibilityFindings(page), 'bill').toEqual([])
        await recordDialog(visit)

        await openForm(visit, 'Planning (XLSX, CSV)')
        await choose(visit, 'planning.xlsx', schedule('C'))
        await dialog.getByText(/attend «.C.», qui n’est pas dans le planning/).waitFor()
        await shoot('plan-error')
        await choose(visit, 'planning.xlsx', schedule('B'))
        await dialog.getByText('Le tableau peut être enregistré.').waitFor()
        await dialog.getByLabel('Nom', { exact: true }).fill('Planning contractuel')
        await shoot('plan')
        expect(await accessibilityFindings(page), 'plan').toEqual([])
        await recordDialog(visit)

        const { events } = await visit.ask<{ events: { kind: string; payload: object }[] }>(
          'GET',
          `/api/works/contracts/${id}`,
        )
        expect(events.map(({ kind }) => kind)).toEqual(['bill', 'plan'])
        expect(events[0]?.payload).toMatchObject({
          packages: [{ label: 'GROS ŒUVRE' }, { label: 'COUVERTURE' }],
          items: [{ code: '1.1', quantityMilli: 200_000, unitPriceMinor: 950_000 }, {}, {}],
        })
        expect(events[1]?.payload).toMatchObject({ role: 'baseline', name: 'Planning contractuel' })
        await page.getByRole('tab', { name: 'Calendrier' }).click()
        await page.getByText('Couverture').first().waitFor()
        await shoot('gantt')
      },
    )
  }
})
