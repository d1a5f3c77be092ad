import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTemplate, templateFile } from '../../../platform/documents/make-document.ts'
import { listTemplates, removeTemplate, replaceTemplate } from '../../../platform/documents/own-templates.ts'
import { DOCUMENT_KINDS } from './document-kinds.ts'

let folder = ''
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'borne-own-templates-')), 'templates')
})
afterAll(() => rm(join(folder, '..'), { recursive: true }))

async function changed(part: string, change: (xml: string) => string): Promise<Buffer> {
  const zip = new PizZip(await readTemplate(folder, templateFile('site-minutes')))
  zip.file(part, change(zip.file(part)?.asText() ?? ''))
  return zip.generate({ type: 'nodebuffer' })
}

test.each(DOCUMENT_KINDS)('the delivered template of %s can be put in its own place', async (kind) => {
  await replaceTemplate(folder, kind, await readTemplate(folder, templateFile(kind)))
  expect((await listTemplates(folder, DOCUMENT_KINDS)).find((one) => one.kind === kind)?.changedAt).toMatch(
    /^20/,
  )
  await removeTemplate(folder, kind)
  await removeTemplate(folder, kind)
  expect((await listTemplates(folder, DOCUMENT_KINDS)).find((one) => one.kind === kind)?.changedAt).toBeNull()
})

test('what was put there is what comes back', async () => {
  const own = await changed('word/document.xml', (xml) => xml.replace('PROCÈS-VERBAL', 'COMPTE RENDU'))
  await replaceTemplate(folder, 'site-minutes', own)
  expect(await readFile(join(folder, 'site-minutes.docx'))).toEqual(own)
  await removeTemplate(folder, 'site-minutes')
})

test.each([
  ['no zip', async () => Buffer.from('un texte'), /DOCX/],
  [
    'a zip of something else',
    async () => new PizZip().file('a', 'b').generate({ type: 'nodebuffer' }),
    /DOCX/,
  ],
  ['a loop without an end', () => changed('word/document.xml', (xml) => xml.replace('{/lots}', '')), /lots/],
  [
    'no mark in the header',
    () => changed('word/header1.xml', (xml) => xml.replace('{marque}', '')),
    /marque/,
  ],
])('is refused with its fault, and nothing is written: %s', async (_name, template, reason) => {
  await expect(replaceTemplate(folder, 'site-minutes', await template())).rejects.toMatchObject({
    code: 'document-template-broken',
    params: { template: 'site-minutes.docx', reason: expect.stringMatching(reason) },
  })
  expect((await listTemplates(folder, DOCUMENT_KINDS)).every(({ changedAt }) => changedAt === null)).toBe(
    true,
  )
})
