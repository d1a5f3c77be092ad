import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openZip } from '../open-zip.ts'
import { DEMONSTRATION_MARK, type Facts } from './document-facts.ts'
import { docxToTypst } from './docx-to-typst.ts'
import { fillTemplate } from './fill-template.ts'
import { typesetPdf } from './typst.ts'

const MEBIBYTE = 1024 * 1024
export const PART_LIMITS = { parts: 500, partBytes: 30 * MEBIBYTE, totalBytes: 60 * MEBIBYTE }
const BUNDLED = fileURLToPath(new URL('../../../templates/', import.meta.url))

/** A kind of document; its template is named as it is. */
export interface DocumentToMake {
  readonly kind: string
  readonly facts: Facts
  /** Fiction is marked on each page, or the document is not made. */
  readonly isDemonstration: boolean
}

/** A document as DOCX, from the office's own template where there is one in `ownTemplates`, else from the bundled one. */
export async function makeDocument(
  { kind, facts, isDemonstration }: DocumentToMake,
  ownTemplates: string,
): Promise<Buffer> {
  const name = templateFile(kind)
  const template = await readTemplate(ownTemplates, name)
  return fillTemplate(template, facts, { name, mark: isDemonstration ? DEMONSTRATION_MARK : '' })
}

export function templateFile(kind: string): string {
  return `${kind}.docx`
}

/** The template that counts. */
export async function readTemplate(ownTemplates: string, name: string): Promise<Buffer> {
  const own = await readFile(join(ownTemplates, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return own ?? readFile(join(BUNDLED, name))
}

/** The same document as PDF. */
export async function docxToPdf(docx: Buffer): Promise<Buffer> {
  const zip = openZip(docx, PART_LIMITS)
  const parts = new Map<string, Buffer>()
  for (const name of zip.names) {
    const content = await zip.read(name)
    if (content) parts.set(name, content)
  }
  const { markup, files } = docxToTypst((path) => parts.get(path))
  return typesetPdf(markup, files)
}
