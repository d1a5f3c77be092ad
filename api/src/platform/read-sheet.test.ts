import { deflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { expect, test } from 'vitest'
import { readSheets } from './read-sheet.ts'
import { columnLetters, SHEET_LIMITS } from './sheet.ts'
import { writeWorkbook } from './write-sheet.ts'

const BOOK = '<workbook><sheets><sheet name="Un" sheetId="1" r:id="rId1"/></sheets></workbook>'
const RELATIONS = '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'

function workbook(sheetXml: string, others: Readonly<Record<string, string>> = {}): Buffer {
  const zip = new PizZip()
  const parts = { 'xl/workbook.xml': BOOK, 'xl/_rels/workbook.xml.rels': RELATIONS, ...others }
  for (const [name, text] of Object.entries(parts)) zip.file(name, text)
  zip.file('xl/worksheets/sheet1.xml', sheetXml)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

const rowsOf = async (bytes: Buffer) => (await readSheets(bytes, 'essai'))[0]?.rows
const codeOf = (bytes: Buffer) =>
  readSheets(bytes, 'essai').then(
    () => 'read',
    (error: { code: string }) => error.code,
  )

test('a cell is what a spreadsheet shows: kept values of formulas, shared texts, days, gaps', async () => {
  const bytes = workbook(
    `<worksheet><sheetData>
      <row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><f>1+1</f><v>2</v></c><c r="D2" s="1"><v>46310</v></c></row>
      <row r="5"><c r="A5" t="inlineStr"><is><t>béton</t></is></c><c r="B5" t="e"><v>#REF!</v></c><c r="C5" t="b"><v>1</v></c></row>
      <row r="6"><c r="A6" t="str"><v>  </v></c></row>
    </sheetData></worksheet>`,
    {
      'xl/sharedStrings.xml':
        '<sst><si><t>x</t></si><si><r><t>Dalle </t></r><r><t>&amp; mur</t></r><rPh><t>no</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    },
  )
  expect(await rowsOf(bytes)).toEqual([
    { number: 2, cells: ['Dalle & mur', null, 2, '2026-10-15'] },
    { number: 5, cells: ['béton', '#REF!', true] },
  ])
})

test('what was written is read back, with days as days', async () => {
  const bytes = writeWorkbook([
    {
      name: 'Lot 1/2',
      titles: ['Marché', 'DÉMONSTRATION'],
      columns: [
        { head: 'N°', kind: 'text' },
        { head: 'Jour', kind: 'day' },
        { head: 'Quantité', kind: 'number', decimals: 3 },
      ],
      rows: [{ cells: ['=1+1', '2026-02-28', 12.345] }, { cells: [' ', null, null] }],
    },
  ])
  const [sheet] = await readSheets(bytes, 'essai.xlsx')
  expect(sheet).toEqual({
    name: 'Lot 1 2',
    rows: [
      { number: 1, cells: ['Marché'] },
      { number: 2, cells: ['DÉMONSTRATION'] },
      { number: 3, cells: ['N°', 'Jour', 'Quantité'] },
      { number: 4, cells: ['=1+1', '2026-02-28', 12.345] },
    ],
  })
})

test.each([
  ['UTF-8 with its mark', Buffer.from('\uFEFFN°;Désignation\n1;Béton, dosé\n')],
  ['windows-1252', Buffer.from('N°;Désignation\r\n1;Béton, dosé\r\n', 'latin1')],
  ['UTF-16', Buffer.from('\uFEFFN°\tDésignation\n1\tBéton, dosé\n', 'utf16le')],
])('CSV in %s', async (_name, bytes) => {
  expect(await rowsOf(bytes)).toEqual([
    { number: 1, cells: ['N°', 'Désignation'] },
    { number: 2, cells: ['1', 'Béton, dosé'] },
  ])
})

test('rows of CSV keep the number that a spreadsheet gives them', async () => {
  expect(await rowsOf(Buffer.from('Titre\n\n;;\n"a\nb";c'))).toEqual([
    { number: 1, cells: ['Titre'] },
    { number: 4, cells: ['a\nb', 'c'] },
  ])
})

test.each([
  ['an old binary spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet-format'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'sheet-format'],
  [
    'a zip of something else',
    new PizZip().file('mimetype', 'x').generate({ type: 'nodebuffer' }),
    'sheet-format',
  ],
  ['half a workbook', workbook('<worksheet/>').subarray(0, 200), 'sheet-broken'],
  ['XML that is none', workbook('<worksheet><row>'), 'sheet-broken'],
  [
    'an external entity',
    workbook('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
    'sheet-doctype',
  ],
  ['a cell far away', workbook('<x><row r="1"><c r="XFD1"><v>1</v></c></row></x>'), 'sheet-too-large'],
  ['a quoted cell without an end', Buffer.from('a;b\n"c'), 'sheet-broken'],
  ['too many rows', Buffer.from('a;b\n'.repeat(SHEET_LIMITS.rows + 1)), 'sheet-too-large'],
  ['a file too large', Buffer.alloc(SHEET_LIMITS.fileBytes + 1, 'a'), 'sheet-too-large'],
])('refused: %s', async (_name, bytes, code) => {
  expect(await codeOf(bytes)).toBe(code)
})

test('a zip that unpacks to more than it announces is stopped at the limit', async () => {
  const bytes = workbook('PLACEHOLDER')
  const bomb = deflateRawSync(Buffer.alloc(SHEET_LIMITS.unpackedBytes + 1))
  expect(bomb.length).toBeLessThan(100_000)
  expect(await codeOf(replacePart(bytes, bomb))).toBe('sheet-too-large')
})

/** Puts other packed bytes in the place of the last part, and leaves the sizes that it announces unpacked. */
function replacePart(bytes: Buffer, packed: Buffer): Buffer {
  const directory = bytes.readUInt32LE(bytes.length - 6)
  const local = bytes.lastIndexOf(Buffer.from('504b0304', 'hex'))
  const entry = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
  const dataAt = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const out = Buffer.concat([bytes.subarray(0, dataAt), packed, bytes.subarray(directory)])
  const shift = out.length - bytes.length
  out.writeUInt32LE(packed.length, entry + shift + 20)
  out.writeUInt32LE(directory + shift, out.length - 6)
  return out
}

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [199, 'GR'],
])('column %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters)
})
