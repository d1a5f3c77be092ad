import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { problem } from '../problems.ts'
import { escapeXml, storableInXml } from '../xml-text.ts'
import type { DocumentImage, Fact, Facts } from './document-facts.ts'

const EMU_PER_MILLIMETRE = 36_000
const RELATIONS = 'word/_rels/document.xml.rels'
const TYPES = '[Content_Types].xml'
const IMAGE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'

/**
 * Fills a DOCX template: `{name}`, `{#list}…{/list}`, `{^list}…{/list}` and pictures as `{@name}`, alone in its paragraph.
 * Of each list there is a claim `avec_list`: it has something.
 *
 * @param mark Must stand on each page of the result; empty where nothing has to.
 * @throws problem `document-template-broken`, with what is wrong in the template.
 */
export async function fillTemplate(
  template: Buffer,
  facts: Facts,
  { name, mark }: { readonly name: string; readonly mark: string },
): Promise<Buffer> {
  const broken = (reason: string, cause?: unknown) =>
    problem('document-template-broken', { template: name, reason }, { cause })
  const zip = openTemplate(template, broken)
  const images = new ImageParts(zip)
  const data = await resolveFacts(facts, images)
  const options = {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false as const,
    nullGetter: () => '',
  }
  try {
    new Docxtemplater(zip, options).render(data)
  } catch (cause) {
    throw broken(explain(cause), cause)
  }
  images.finish()
  if (mark !== '' && !isMarked(zip, mark))
    throw broken('{marque} manque dans un en-tête / is missing in a page header')
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}

function openTemplate(template: Buffer, broken: (reason: string, cause?: unknown) => Error): PizZip {
  try {
    const zip = new PizZip(template)
    if (zip.file(RELATIONS) && zip.file(TYPES) && zip.file('word/document.xml')) return zip
  } catch (cause) {
    throw broken('ce n’est pas un fichier DOCX / this is no DOCX file', cause)
  }
  throw broken('ce n’est pas un fichier DOCX / this is no DOCX file')
}

/** The engine lists every fault of a template; the first ones say enough. */
function explain(cause: unknown): string {
  const { properties, message } = cause as Error & {
    properties?: { explanation?: string; errors?: readonly { properties?: { explanation?: string } }[] }
  }
  const all = properties?.errors?.map((error) => error.properties?.explanation) ?? [properties?.explanation]
  const told = all.filter((text) => text !== undefined).slice(0, 3)
  return told.join(' ; ') || message
}

/** Every header of the document has the mark, and there is one. */
function isMarked(zip: PizZip, mark: string): boolean {
  const headers = zip.file(/^word\/header\d*\.xml$/)
  return headers.length > 0 && headers.every((header) => header.asText().includes(escapeXml(mark)))
}

type Filled = string | boolean | null | { readonly [name: string]: Filled } | readonly Filled[]

async function resolveFacts(facts: Facts, images: ImageParts): Promise<{ readonly [name: string]: Filled }> {
  const entries: [string, Filled][] = []
  for (const [name, fact] of Object.entries(facts)) {
    entries.push([name, await resolveFact(fact, images)])
    if (Array.isArray(fact)) entries.push([`avec_${name}`, fact.length > 0])
  }
  return Object.fromEntries(entries)
}

async function resolveFact(fact: Fact, images: ImageParts): Promise<Filled> {
  if (typeof fact === 'string') return storableInXml(fact)
  if (typeof fact === 'boolean' || fact === null) return fact
  if (!('kind' in fact)) {
    const rows: Filled[] = []
    for (const row of fact) rows.push(await resolveFacts(row, images))
    return rows
  }
  return images.add(fact)
}

/** Pictures of a document: their files, their relations, and what stands for them in the text. */
class ImageParts {
  readonly #zip: PizZip
  readonly #relations: string[] = []
  readonly #types = new Set<string>()

  constructor(zip: PizZip) {
    this.#zip = zip
  }

  /** @returns A paragraph with the picture; empty when the picture is lost. */
  async add(image: DocumentImage): Promise<string> {
    const loaded = await image.load()
    if (!loaded) return ''
    const number = this.#relations.length + 1
    const id = `borneImage${number}`
    const target = `media/borne-${number}.${loaded.type}`
    this.#zip.file(`word/${target}`, loaded.bytes)
    this.#types.add(loaded.type)
    this.#relations.push(`<Relationship Id="${id}" Type="${IMAGE_RELATION}" Target="${target}"/>`)
    const width = Math.round(image.widthMillimetres * EMU_PER_MILLIMETRE)
    const height = Math.round((width * loaded.heightPixels) / loaded.widthPixels)
    return pictureParagraph({ id, number, width, height, description: image.description })
  }

  finish(): void {
    this.#insert(RELATIONS, '</Relationships>', this.#relations.join(''))
    const types = this.#zip.file(TYPES)?.asText() ?? ''
    const missing = [...this.#types].filter((type) => !types.includes(`Extension="${type}"`))
    const defaults = missing.map((type) => `<Default Extension="${type}" ContentType="image/${type}"/>`)
    // Defaults stand before overrides.
    this.#zip.file(TYPES, types.replace(/(<Types[^>]*>)/, `$1${defaults.join('')}`))
  }

  #insert(part: string, before: string, text: string): void {
    const xml = this.#zip.file(part)?.asText() ?? ''
    this.#zip.file(
      part,
      xml.replace(before, () => text + before),
    )
  }
}

interface Picture {
  readonly id: string
  readonly number: number
  readonly width: number
  readonly height: number
  readonly description: string
}

function pictureParagraph({ id, number, width, height, description }: Picture): string {
  const name = `<wp:docPr id="${1000 + number}" name="Image ${number}" descr="${escapeXml(description)}"/>`
  const picture = `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="${1000 + number}" name="Image ${number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`
  return `<w:p><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>${name}<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">${picture}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
}
