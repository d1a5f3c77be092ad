import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

const MOST_DEPTH = 200

/**
 * Reads XML as a tree.
 *
 * @throws Error where it is none, declares a document type, or is nested too deep.
 */
export function readXmlTree(xml: string): XmlElement {
  const parser = new SaxesParser()
  const root: XmlNode[] = []
  const open: XmlNode[][] = [root]
  parser.on('doctype', () => {
    throw new Error('a document type is declared')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > MOST_DEPTH) throw new Error('nested too deep')
    const children: XmlNode[] = []
    open.at(-1)?.push({ name, attributes, children })
    open.push(children)
  })
  parser.on('text', (text) => open.at(-1)?.push(text))
  parser.on('cdata', (text) => open.at(-1)?.push(text))
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  const [element] = elementsOf(root)
  if (!element) throw new Error('no element')
  return element
}

export function elementsOf(nodes: readonly XmlNode[]): XmlElement[] {
  return nodes.filter((node) => typeof node !== 'string')
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element && elementsOf(element.children).find((one) => one.name === name)
}

/** Down a path of names. */
export function at(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce(child, element)
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element ? elementsOf(element.children).filter((one) => one.name === name) : []
}

/** All of that name, however deep. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element.children).flatMap((one) => [
    ...(one.name === name ? [one] : []),
    ...descendants(one, name),
  ])
}
