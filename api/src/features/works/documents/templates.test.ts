import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact, Facts } from '../../../platform/documents/document-facts.ts'
import { docxToPdf, makeDocument, readTemplate } from '../../../platform/documents/make-document.ts'
import { DOCUMENT_KINDS, DOCUMENTS, toMake } from './document-kinds.ts'
import { givenSource } from './documents.fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'borne-templates-'))
})
afterAll(() => rm(folder, { recursive: true }))

const NONE = join(tmpdir(), 'no-such-folder')

/** The bundled template of the minutes, with one of its parts changed. */
async function changedTemplate(part: string, change: (xml: string) => string): Promise<Buffer> {
  const zip = new PizZip(await readTemplate(NONE, 'site-minutes.docx'))
  zip.file(part, change(zip.file(part)?.asText() ?? ''))
  return zip.generate({ type: 'nodebuffer' })
}

async function makeWith(template: Buffer): Promise<Buffer> {
  await writeFile(join(folder, 'site-minutes.docx'), template)
  return makeDocument(toMake('site-minutes', (await givenSource()).source), folder)
}

const wordsOf = (docx: Buffer) =>
  (new PizZip(docx).file('word/document.xml')?.asText() ?? '').replace(/<[^>]+>/g, '')

test('the template of the office stands in the place of the bundled one', async () => {
  const template = await changedTemplate('word/document.xml', (xml) =>
    xml.replace('PROCÈS-VERBAL DE VISITE DE CHANTIER', 'COMPTE RENDU {reference}'),
  )
  const docx = await makeWith(template)
  expect(wordsOf(docx)).toContain('COMPTE RENDU M-2026/07')
})

test('a list, a picture, merged cells and a field that a word processor saved are in the PDF', async () => {
  const cell = (text: string, properties: string) =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`
  const table = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>
    <w:tr>${cell('haut', '<w:vMerge w:val="restart"/>')}${cell('un', '')}</w:tr>
    <w:tr>${cell('', '<w:vMerge/>')}${cell('deux', '')}</w:tr>
    <w:tr>${cell('large', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`
  const list =
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>point</w:t></w:r></w:p>'
  const field =
    '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>77</w:t></w:r></w:fldSimple><w:r><w:br w:type="page"/></w:r></w:p>'
  const docx = await makeWith(
    await changedTemplate('word/document.xml', (xml) =>
      xml.replace('<w:body>', `<w:body>${table}${list}${field}`),
    ),
  )
  const { extractText, getDocumentProxy } = await import('unpdf')
  const { text, totalPages } = await extractText(
    await getDocumentProxy(new Uint8Array(await docxToPdf(docx))),
    {
      mergePages: true,
    },
  )
  expect(totalPages).toBeGreaterThan(1)
  // A cell over two rows is read with the first or the second of them.
  expect(text).toMatch(/(haut\s*un|un\s*haut)\s+deux\s+large\s+•\s+point/)
  expect(text).not.toContain('77')
})

test.each([
  ['a loop without an end', 'word/document.xml', (xml: string) => xml.replace('{/lots}', ''), /lots/],
  ['no mark in the header', 'word/header1.xml', (xml: string) => xml.replace('{marque}', ''), /marque/],
])('a template is refused with its fault: %s', async (_name, part, change, reason) => {
  await expect(makeWith(await changedTemplate(part, change))).rejects.toMatchObject({
    code: 'document-template-broken',
    params: { template: 'site-minutes.docx', reason: expect.stringMatching(reason) },
  })
})

test('a file that is no DOCX is refused as a template', async () => {
  await expect(makeWith(Buffer.from('{\\rtf1 }'))).rejects.toMatchObject({ code: 'document-template-broken' })
})

const isList = (fact: Fact): fact is readonly Facts[] => Array.isArray(fact)

/** Every name that a template may use, lists with their claims. */
function namesOf(facts: Facts): Set<string> {
  const names = new Set<string>()
  const add = (fact: Fact, name: string) => {
    names.add(name)
    if (!isList(fact)) return
    names.add(`avec_${name}`)
    for (const row of fact) for (const [inner, value] of Object.entries(row)) add(value, inner)
  }
  for (const [name, fact] of Object.entries(facts)) add(fact, name)
  return names
}

test.each(DOCUMENT_KINDS)(
  'the bundled template of %s uses names that there are, all told in the guide',
  async (kind) => {
    const zip = new PizZip(await readTemplate(NONE, `${kind}.docx`))
    const words = ['document', 'header1', 'footer1']
      .map((part) => zip.file(`word/${part}.xml`)?.asText() ?? '')
      .join('')
    const used = [...words.replace(/<[^>]+>/g, '').matchAll(/\{[#/^@]?(\w+)\}/g)].map(
      ([, name]) => name ?? '',
    )
    const known = namesOf(DOCUMENTS[kind].factsOf((await givenSource()).source))
    expect(used.filter((name) => !known.has(name))).toEqual([])
    const guide = await readFile(
      new URL('../../../../../docs/document-templates.md', import.meta.url),
      'utf8',
    )
    expect([...known].filter((name) => !name.startsWith('avec_') && !guide.includes(`\`${name}\``))).toEqual(
      [],
    )
  },
)
