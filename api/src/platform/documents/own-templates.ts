import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nameFileFailure } from '../file-failure.ts'
import { openZip, ZipError } from '../open-zip.ts'
import { problem } from '../problems.ts'
import { DEMONSTRATION_MARK } from './document-facts.ts'
import { fillTemplate } from './fill-template.ts'
import { docxToPdf, PART_LIMITS, templateFile } from './make-document.ts'

export interface StoredTemplate<Kind extends string> {
  readonly kind: Kind
  /** When the office put its own in the place of the delivered one; null while that one counts. */
  readonly changedAt: string | null
}

/** Which templates count: the office's own, or the delivered ones. */
export function listTemplates<Kind extends string>(
  ownTemplates: string,
  kinds: readonly Kind[],
): Promise<StoredTemplate<Kind>[]> {
  return Promise.all(
    kinds.map(async (kind) => {
      const found = await stat(join(ownTemplates, templateFile(kind))).catch(absent)
      return { kind, changedAt: found ? found.mtime.toISOString() : null }
    }),
  )
}

/**
 * Puts a template in the place of the one that counts, once it is sure that documents can be made from it: it is
 * filled without any facts and set as PDF.
 *
 * @throws problem `document-template-broken`, with nothing written.
 */
export async function replaceTemplate(ownTemplates: string, kind: string, template: Buffer): Promise<void> {
  const name = templateFile(kind)
  await checkTemplate(name, template)
  const path = join(ownTemplates, name)
  try {
    await mkdir(ownTemplates, { recursive: true })
    await writeFile(`${path}.part`, template)
    await rename(`${path}.part`, path)
  } catch (error) {
    throw nameFileFailure(error)
  }
}

/** From now on the delivered template counts. */
export async function removeTemplate(ownTemplates: string, kind: string): Promise<void> {
  await rm(join(ownTemplates, templateFile(kind)), { force: true })
}

async function checkTemplate(name: string, template: Buffer): Promise<void> {
  const broken = (reason: string, cause: unknown) =>
    problem('document-template-broken', { template: name, reason }, { field: 'file', cause })
  try {
    const zip = openZip(template, PART_LIMITS)
    for (const part of zip.names) await zip.read(part)
  } catch (cause) {
    if (!(cause instanceof ZipError)) throw cause
    throw broken('ce n’est pas un fichier DOCX / this is no DOCX file', cause)
  }
  const filled = await fillTemplate(
    template,
    { marque: DEMONSTRATION_MARK },
    { name, mark: DEMONSTRATION_MARK },
  )
  await docxToPdf(filled).catch((cause) => {
    throw broken('aucun PDF ne peut en être fait / no PDF can be made of it', cause)
  })
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
