import { expect, test } from 'vitest'
import { readSheets } from '../../platform/read-sheet.ts'
import { writeWorkbook } from '../../platform/write-sheet.ts'
import { importBill } from './import-bill.ts'
import type { ImportMapping } from './import-contract.ts'

/** As an office sends it: titles, heads with accents and units, groups by title, subtotals, a thin space, a currency sign. */
const SPREADSHEET = `RÉPUBLIQUE ISLAMIQUE DE MAURITANIE;;;;;
Construction du poste de Ghabou;;;;;
;;;;;
N° Prix;Désignation des ouvrages;Unité;Qté;P.U. HT (MRU);Montant HT
(1);(2);(3);(4);(5);(6)
;LOT N° 1 : GROS ŒUVRE;;;;
1.1;Béton armé dosé à 350 kg/m³;m³;12,5;8\u202f400,00 MRU;105 000,00
1.2;Enduit au mortier;m²;1 240;95,5;118 420
;Sous-total lot 1;;;;223 420,00
;LOT N° 2 : CHARPENTE;;;;
2.1;Tôles bac aluminium;m²;310,250;1.120,40;347 604,10
2.2;Repli du chantier;ff;PM;;
;Sous-total lot 2;;;;347 604,10
;TOTAL HT;;;;571 024,10
;TVA 16 %;;;;91 363,86
;TOTAL TTC;;;;662 387,96
;Arrêté le présent devis à la somme de six cent soixante-deux mille;;;;
`
const TOTAL_MINOR = 57_102_410
const contract = { currency: 'MRU' as const, amountMinor: TOTAL_MINOR, isFixed: true }

async function preview(text: string, mapping: ImportMapping = {}, amountMinor = TOTAL_MINOR) {
  const sheets = await readSheets(Buffer.from(text), 'dqe.csv')
  return importBill(sheets, mapping, { ...contract, amountMinor }, 'fr')
}

const placesOf = ({ notes }: Awaited<ReturnType<typeof preview>>) =>
  notes.map(({ code, row, column }) => `${code} ${row ?? '—'}${column ?? ''}`)

test('a bill as an office types it is read, group by group, and adds up', async () => {
  const { bill, headRow, decimalMark, totals, ...found } = await preview(SPREADSHEET)
  expect(placesOf({ ...found, bill, headRow, decimalMark, totals })).toEqual(['import-memo-skipped 12'])
  expect({ headRow, decimalMark }).toEqual({ headRow: 4, decimalMark: ',' })
  expect(bill).toEqual({
    packages: [
      { code: '1', label: 'GROS ŒUVRE', weightPpm: null },
      { code: '2', label: 'CHARPENTE', weightPpm: null },
    ],
    items: [
      {
        code: '1.1',
        packageCode: '1',
        label: 'Béton armé dosé à 350 kg/m³',
        unit: 'm³',
        quantityMilli: 12_500,
        unitPriceMinor: 840_000,
      },
      {
        code: '1.2',
        packageCode: '1',
        label: 'Enduit au mortier',
        unit: 'm²',
        quantityMilli: 1_240_000,
        unitPriceMinor: 9_550,
      },
      {
        code: '2.1',
        packageCode: '2',
        label: 'Tôles bac aluminium',
        unit: 'm²',
        quantityMilli: 310_250,
        unitPriceMinor: 112_040,
      },
    ],
  })
  expect(totals).toEqual({
    currency: 'MRU',
    computedMinor: TOTAL_MINOR,
    statedMinor: TOTAL_MINOR,
    contractMinor: TOTAL_MINOR,
  })
})

test('English heads, decimal points, and a code column that holds the titles', async () => {
  const { bill, errorCount } = await preview(
    'Item,Description,Unit,Quantity,Unit price,Amount\nA - Earthworks,,,,,\n1,Excavation,m3,"1,200.5",10.25,12305.13\nB - Roof,,,,,\n1,Sheets,m2,20,5,100\n',
    {},
    1_240_513,
  )
  expect(errorCount).toBe(0)
  expect(bill?.packages.map(({ code, label }) => [code, label])).toEqual([
    ['A', 'Earthworks'],
    ['B', 'Roof'],
  ])
  expect(bill?.items.map(({ code, quantityMilli }) => [code, quantityMilli])).toEqual([
    ['A/1', 1_200_500],
    ['B/1', 20_000],
  ])
})

test.each([
  ['a text for a quantity', '1.1;Mur;m²;beaucoup;10;', ['import-not-a-number 2D']],
  ['a cell that a formula spoiled', '1.1;Mur;m²;2;#REF!;', ['import-not-a-number 2E']],
  ['an empty unit', '1.1;Mur;;2;10;', ['import-value-missing 2C']],
  ['a negative price', '1.1;Mur;m²;2;-10;', ['import-negative 2E']],
  ['an amount that is not the product', '1.1;Mur;m²;2;10;21', ['import-amount-differs 2F']],
  ['a number twice', '1.1;Mur;m²;2;10;\n1.1;Sol;m²;2;10;', ['import-code-repeated 3A']],
  [
    'a total of other lines',
    '1.1;Mur;m²;2;10;20\n;TOTAL GÉNÉRAL;;;;30',
    ['import-total-differs 3F', 'import-contract-differs —'],
  ],
  ['no line at all', ';Rien;;;;', ['import-nothing —']],
  ['a price that is beyond all measure', '1.1;Mur;m²;2;99999999999999;', ['import-too-much 2E']],
])('an error names its row and column: %s', async (_name, rows, expected) => {
  const found = await preview(`N°;Désignation;U;Quantité;Prix unitaire;Montant\n${rows}\n`)
  const errors = found.notes.filter(({ severity }) => severity === 'error')
  expect(placesOf({ ...found, notes: errors })).toEqual(expected)
  expect(found.bill).toBeNull()
})

test('a bill that is not the amount of the contract is told with both', async () => {
  const { notes, bill } = await preview(SPREADSHEET, {}, TOTAL_MINOR + 100)
  expect(notes[0]).toMatchObject({ code: 'import-contract-differs', row: null })
  expect(notes[0]?.message).toContain('571\u202f024,10')
  expect(bill).toBeNull()
})

test('what cannot be seen for sure is said: rounding, a comma with three digits, a missing number', async () => {
  const found = await preview(
    'N°;Désignation;U;Quantité;Prix unitaire\n;Mur;m²;1,234;10\n2;Sol;m²;2;1,2345\n',
  )
  expect(placesOf(found).filter((place) => !place.includes('contract'))).toEqual([
    'import-code-made 2A',
    'import-rounded 3E',
  ])
  const alone = await preview('N°;Désignation;U;Quantité;Prix unitaire\n1;Mur;m²;1,234;10\n')
  expect(placesOf(alone)).toContain('import-number-ambiguous 2D')
  const told = await preview('N°;Désignation;U;Quantité;Prix unitaire\n1;Mur;m²;1,234;10\n', {
    decimalMark: '.',
  })
  expect(told.lines[0]?.quantityMilli).toBe(1_234_000)
})

test('columns that nobody could guess are asked for, and taken as told', async () => {
  const text = 'x;y;z;q;p\n1;Mur;m²;2;10\n'
  const guessed = await preview(text)
  expect(guessed.notes.map(({ code }) => code)).toEqual(['import-heads-missing'])
  expect(guessed.notes[0]?.message).toMatch(/indiquez quelle colonne contient.: /)
  expect(guessed.notes[0]?.message).not.toMatch(/unitPrice|quantity|label/)
  expect(guessed.columns.map(({ letters }) => letters)).toEqual(['A', 'B', 'C', 'D', 'E'])
  const columns = { code: 0, label: 1, unit: 2, quantity: 3, unitPrice: 4 }
  const told = await preview(text, { headRow: 1, columns }, 2000)
  expect(told.bill?.items).toHaveLength(1)
})

test('the sheet with the heads is found among others, and another one can be told', async () => {
  const columns = ['N°', 'Désignation', 'Unité', 'Quantité', 'Prix unitaire'].map((head) => ({
    head,
    kind: 'text' as const,
  }))
  const bytes = writeWorkbook([
    { name: 'Page de garde', titles: ['Offre'], columns: [], rows: [] },
    { name: 'DQE', titles: ['Bordereau'], columns, rows: [{ cells: ['1', 'Mur', 'm²', 2, 10.5] }] },
  ])
  const sheets = await readSheets(bytes, 'offre.xlsx')
  const found = importBill(sheets, {}, { ...contract, amountMinor: 2100 }, 'fr')
  expect([found.sheet, found.headRow, found.bill?.items[0]?.unitPriceMinor]).toEqual(['DQE', 2, 1050])
  expect(() => importBill(sheets, { sheet: 'Autre' }, contract, 'fr')).toThrow(
    expect.objectContaining({ code: 'import-sheet-unknown' }),
  )
})

test.each([
  ['percents', '40;60', [400_000, 600_000]],
  ['shares behind percents', '0,125;0,875', [125_000, 875_000]],
  ['percents with their sign', '12,5 %;87,5 %', [125_000, 875_000]],
])('weights of groups: %s', async (_name, weights, expected) => {
  const [first, second] = weights.split(';')
  const { bill } = await preview(
    `N°;Désignation;U;Quantité;Prix unitaire;Pondération\nA;Murs;;;;${first}\n1;Mur;m²;2;10;\nB;Toit;;;;${second}\n2;Tôle;m²;2;10;\n`,
    {},
    4000,
  )
  expect(bill?.packages.map(({ weightPpm }) => weightPpm)).toEqual(expected)
})

test('the bill of an amendment may add up to another amount than that of the contract', async () => {
  const text = 'N°;Désignation;U;Quantité;PU\n1;Béton;m³;2;10,50\n'
  const sheets = await readSheets(Buffer.from(text), 'avenant.csv')
  const found = importBill(sheets, {}, { ...contract, isFixed: false }, 'fr')
  expect(found.errorCount).toBe(0)
  expect([found.totals.computedMinor, found.totals.contractMinor]).toEqual([2_100, TOTAL_MINOR])
  expect(importBill(sheets, {}, contract, 'fr').notes.map(({ code }) => code)).toContain(
    'import-contract-differs',
  )
})
