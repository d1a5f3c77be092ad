import { at, child, childrenOf, readXmlTree, type XmlElement } from '../xml-tree.ts'
import { DocxStyles } from './docx-styles.ts'
import { type TypesetFile, typstText } from './typst.ts'
import { BlockWriter } from './typst-blocks.ts'

const RELATION_ID = 'r:id'

/** Reads a part of the document by its path; undefined when there is none. */
export type ReadPart = (path: string) => Buffer | undefined

export interface TypstDocument {
  readonly markup: string
  readonly files: readonly TypesetFile[]
}

/**
 * Turns a DOCX into Typst markup, so that a PDF says the same as the document that the office can edit: paragraphs with
 * their styles, tables with merged cells, pictures in the line, breaks, headers, footers and page numbers. What floats
 * (text boxes, shapes), notes and columns are left out.
 */
export function docxToTypst(read: ReadPart): TypstDocument {
  const tree = (path: string) => {
    const bytes = read(path)
    return bytes && readXmlTree(bytes.toString('utf8'))
  }
  const document = tree('word/document.xml')
  const body = child(document, 'w:body')
  if (!body) throw new Error('no body')
  const relations = relationsOf(tree('word/_rels/document.xml.rels'))
  const writer = new BlockWriter({
    styles: new DocxStyles(tree('word/styles.xml')),
    numbering: tree('word/numbering.xml'),
    readImage: (relation) => read(`word/${relations.get(relation) ?? ''}`),
  })
  const section = child(body, 'w:sectPr')
  const furniture = (name: string) => {
    const references = childrenOf(section, name)
    const used = references.find(({ attributes }) => attributes['w:type'] === 'default') ?? references[0]
    const part = tree(`word/${relations.get(used?.attributes[RELATION_ID] ?? '') ?? ''}`)
    return part ? writer.blocks(part) : ''
  }
  const header = furniture('w:headerReference')
  const footer = furniture('w:footerReference')
  const title = at(tree('docProps/core.xml'), 'dc:title')?.children.join('') ?? ''
  const markup = [
    `#set document(title: ${typstText(title)})`,
    `#set page(${pageOf(section)}, header: [${header}], footer: [${footer}])`,
    '#set text(lang: "fr", size: 10pt, hyphenate: true)',
    '#set par(leading: 0.55em, spacing: 0pt)',
    '#set block(spacing: 0pt)',
    '#show heading: it => it.body',
    writer.blocks(body),
  ].join('\n')
  return { markup, files: writer.files }
}

function relationsOf(relations: XmlElement | undefined): Map<string, string> {
  return new Map(
    childrenOf(relations, 'Relationship').map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.replace(/^\/word\//, ''),
    ]),
  )
}

function pageOf(section: XmlElement | undefined): string {
  const size = child(section, 'w:pgSz')?.attributes ?? {}
  const margin = child(section, 'w:pgMar')?.attributes ?? {}
  const points = (value: string | undefined, otherwise: number) => `${Number(value ?? otherwise) / 20}pt`
  const sides = (['top', 'bottom', 'left', 'right'] as const).map(
    (side) => `${side}: ${points(margin[`w:${side}`], 1134)}`,
  )
  return `width: ${points(size['w:w'], 11906)}, height: ${points(size['w:h'], 16838)}, margin: (${sides.join(', ')})`
}
