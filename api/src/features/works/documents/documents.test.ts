import PizZip from 'pizzip'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { DEMONSTRATION_MARK } from '../../../platform/documents/document-facts.ts'
import { docxToPdf, makeDocument } from '../../../platform/documents/make-document.ts'
import { readXmlTree } from '../../../platform/xml-tree.ts'
import { DOCUMENT_KINDS, type DocumentKind, toMake } from './document-kinds.ts'
import type { DocumentSource } from './document-source.ts'
import { givenSource } from './documents.fixture.ts'

const NO_TEMPLATES = '/nowhere'

/** The words of a document, with plain spaces. */
function textOf(docx: Buffer): string {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? ''
  const paragraphs = xml.split('</w:p>').map((part) => part.replace(/<[^>]+>/g, ''))
  return plain(paragraphs.join(' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'))
}
const plain = (text: string) => text.replace(/\s+/gu, ' ')

async function pdfPages(pdf: Buffer): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map(plain)
}

async function make(kind: DocumentKind, source: DocumentSource) {
  return makeDocument(toMake(kind, source), NO_TEMPLATES)
}

async function made(kind: DocumentKind, changes: Partial<DocumentSource> = {}) {
  return make(kind, (await givenSource(changes)).source)
}

test.each(DOCUMENT_KINDS)('%s is a DOCX with sound parts and no tag left', async (kind) => {
  const zip = new PizZip(await made(kind))
  const parts = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name))
  for (const part of parts) readXmlTree(zip.file(part)?.asText() ?? '')
  const words = parts
    .map((part) =>
      zip
        .file(part)
        ?.asText()
        .replace(/<[^>]+>/g, ' '),
    )
    .join('')
  expect(words).not.toMatch(/[{}]|undefined|NaN|\[object/)
})

test.each(DOCUMENT_KINDS)('%s says the same as PDF, word by word', async (kind) => {
  const docx = await made(kind)
  const pages = await pdfPages(await docxToPdf(docx))
  // A word that is cut at the end of a line has lost its hyphen: letters are compared.
  const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')
  const body = pages.map((page) =>
    page
      .replace(plain(DEMONSTRATION_MARK), '')
      .replace(/Marché M-2026\/07, document édité le .*? Page \d+ \/ \d+/, ''),
  )
  expect(letters(body.join(' '))).toBe(letters(textOf(docx)))
})

test.each(DOCUMENT_KINDS)(
  '%s on fictional works is marked on each page, another one is not',
  async (kind) => {
    const { source } = await givenSource()
    const pages = await pdfPages(await docxToPdf(await make(kind, source)))
    for (const page of pages) expect(page).toContain(plain(DEMONSTRATION_MARK))
    const real = { ...source, contract: { ...source.contract, isDemonstration: false } }
    const [first] = await pdfPages(await docxToPdf(await make(kind, real)))
    expect(first).not.toContain('DÉMONSTRATION')
    expect(first).toContain('Page 1 / ')
  },
)

describe('minutes of a site visit', () => {
  test('tell what was found against what was validated before, lost days and who stands behind it', async () => {
    const text = textOf(await made('site-minutes'))
    expect(text).toContain('Visite du 10 avril 2026')
    expect(text).toContain('Avancement physique : 40 % (à la visite validée précédente : 5 %)')
    expect(text).toContain('A Gros œuvre 40 % 12,5 % 25 %')
    expect(text).toContain('2 mars 2026 pluie 42,5 mm')
    expect(text).toContain('Visite faite par Conducteur de Travaux. Validé le 12 avril 2026 par Point Focal.')
    expect(text).toContain('Construction du poste de Ghabou <lot 2> & clôture')
    expect(text).toContain('Façade nord, 10 avril 2026')
  })

  test('are about the visit that is asked for', async () => {
    const { source, ids } = await givenSource()
    const text = textOf(await make('site-minutes', { ...source, eventId: ids.first }))
    expect(text).toContain('Visite du 10 février 2026')
    expect(text).not.toContain('Façade nord')
  })
})

test('minutes of an acceptance count the delay, list the réserves and begin the guarantee', async () => {
  const text = textOf(await made('acceptance-report'))
  expect(text).toContain('PROCÈS-VERBAL DE RÉCEPTION PROVISOIRE')
  // 12 January + 185 days with the amendment + 10 of a stop is 26 July; 20 August is 25 days later, at 0.1 % of 100 000.00 a day.
  expect(text).toContain('Fin contractuelle 26 juillet 2026 Retard 25 jours Pénalités de retard 2 500,00 MRU')
  expect(text).toContain('la réception provisoire est prononcée avec réserves (nombre : 1)')
  expect(text).toContain('Réserves déjà levées : 1.')
  expect(text).toContain('Fissure du mur nord majeure Entreprise 15 septembre 2026')
  expect(text).toContain('12 mois : elle court à compter du 20 août 2026 et s’achève le 20 août 2027')
  expect(text).not.toContain('peut être libérée')
})

test('a payment certificate has every line, adds up and says the net in words', async () => {
  const text = textOf(await made('payment-certificate'))
  expect(text).toContain('DÉCOMPTE N° 2')
  expect(text).toContain('A1 Poste A1 m³ 100 100,00 100 10 000,00 10 000,00')
  expect(text).toContain('B1 Poste B1 m² 300 200,00 0 0,00 0,00')
  // 32 500 − advance taken back (20 000 × 2.5 / 50) − 5 % − 123.45 + 16 % of (32 500 − 1 000).
  expect(text).toContain('Net à payer 57 991,55 23 200,00 34 791,55')
  expect(text).toContain(
    'trente-quatre mille sept cent quatre-vingt-onze ouguiyas et cinquante-cinq centièmes',
  )
  expect(text).toContain('garantie de bonne exécution CB-114, échue le 30 avril 2026')
})

test('a progress sheet has figures, curve and photos of its day', async () => {
  const docx = await made('progress-sheet')
  const text = textOf(docx)
  expect(text).toContain('état au 1er juillet 2026')
  expect(text).toContain('Avancement physique 40 % Prévu à ce jour 100 %')
  expect(text).toContain('Payé 10 000,00 MRU (8,6 %)')
  // The 10 000.00 paid are the advance: nothing of it is for works.
  expect(text).toContain('construit plus que payé (écart de 40 points, seuil 10)')
  const media = Object.keys(new PizZip(docx).files).filter((name) => name.startsWith('word/media/'))
  expect(media.map((name) => name.replace(/.*\./, '')).sort()).toEqual(['jpeg', 'jpeg', 'png'])
})

test('without a plan and without photos nothing is drawn', async () => {
  const { source } = await givenSource()
  const events = source.events.filter(({ kind }) => kind !== 'plan')
  const docx = await make('progress-sheet', { ...source, events, photos: [] })
  expect(textOf(docx)).toContain('Pas de planning en service')
  expect(Object.keys(new PizZip(docx).files).filter((name) => name.includes('media'))).toEqual([])
})

test.each(DOCUMENT_KINDS)('%s of works that stand still since the flood', async (kind) => {
  const { source } = await givenSource()
  const events = source.events.filter((one) => one.kind !== 'resume-order')
  const text = textOf(await make(kind, { ...source, events }))
  expect(text).toContain('M-2026/07')
})

test.each([
  ['site-minutes', 'progress-report'],
  ['acceptance-report', 'provisional-acceptance'],
  ['payment-certificate', 'certificate'],
] as const)('%s needs a %s', async (kind, event) => {
  const { source } = await givenSource()
  const events = source.events.filter((one) => one.kind !== event)
  await expect(make(kind, { ...source, events })).rejects.toMatchObject({
    code: 'document-without-event',
  })
  const stranger = { ...source, eventId: crypto.randomUUID() }
  await expect(make(kind, stranger)).rejects.toMatchObject({
    code: 'document-without-event',
  })
})
