import { problem } from '../../platform/problems.ts'
import { escapeXml } from '../../platform/xml-text.ts'
import { descendants, elementsOf, readXmlTree, type XmlElement } from '../../platform/xml-tree.ts'
import { checkSvgCost, type SvgPart } from './check-svg-cost.ts'
import {
  type Paint,
  readDeclarations,
  readSvgStyles,
  type SvgStyles,
  withPlainUrl,
} from './read-svg-styles.ts'
import { ELEMENTS, LETTERS, OWN_ID, PAINTED, TRANSFORMS, UNDRAWN } from './svg-parts.ts'

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
/** A logo that is longer than so many times its height is lost beside others. */
const MOST_RATIO = 12

export interface SafeSvg {
  /** Width and height in the units of the drawing. */
  readonly width: number
  readonly height: number
  /** What was left out, by the names of elements and attributes. */
  readonly leftOut: readonly string[]
  /** Written anew, so high. */
  write(heightPixels: number): string
}

interface Reading {
  readonly styles: SvgStyles
  readonly leftOut: Set<string>
}

/**
 * Reads a drawing and writes it anew from what is on the list of harmless parts: nothing of the file itself goes on.
 *
 * @throws problem `logo-svg-broken`, `logo-svg-letters`, `logo-svg-heavy` or `logo-empty`.
 */
export function sanitiseSvg(source: string): SafeSvg {
  const root = readRoot(source)
  const styles = readSvgStyles(
    descendants(root, 'style')
      .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
      .join('\n'),
  )
  const reading: Reading = { styles, leftOut: new Set(styles.isPartial ? ['style'] : []) }
  const box = readBox(root)
  const parts = withoutLooseEnds(keepChildren(root, reading))
  const paint = keepAttributes({ ...root, name: 'g' }, reading)
  checkSvgCost(parts)
  if (parts.length === 0) throw problem('logo-empty', {}, { field: 'file' })
  const body = writePart({ name: 'g', attributes: paint, children: parts })
  return {
    ...box,
    leftOut: [...reading.leftOut].sort(),
    write: (heightPixels) =>
      `<svg xmlns="${SVG_NAMESPACE}" viewBox="${box.viewBox}" width="${Math.round((heightPixels * box.width) / box.height)}" height="${heightPixels}">${body}</svg>`,
  }
}

function readRoot(source: string): XmlElement {
  try {
    const root = readXmlTree(source.replace(/^\uFEFF/, ''))
    if (root.name.replace(/^svg:/, '') !== 'svg') throw new Error(`the root is ${root.name}`)
    return root
  } catch (cause) {
    throw problem('logo-svg-broken', {}, { field: 'file', cause })
  }
}

function readBox({ attributes }: XmlElement): { width: number; height: number; viewBox: string } {
  const [x = 0, y = 0, width = 0, height = 0] = attributes.viewBox
    ? attributes.viewBox
        .trim()
        .split(/[\s,]+/)
        .map(Number)
    : [0, 0, Number.parseFloat(attributes.width ?? ''), Number.parseFloat(attributes.height ?? '')]
  const isBox =
    [x, y].every((at) => Math.abs(at) < 1e6) && [width, height].every((side) => side > 1e-3 && side < 1e6)
  if (!isBox) throw problem('logo-empty', {}, { field: 'file' })
  checkRatio(width, height)
  return { width, height, viewBox: [x, y, width, height].join(' ') }
}

/** @throws problem `logo-too-narrow` */
export function checkRatio(width: number, height: number): void {
  if (Math.max(width / height, height / width) > MOST_RATIO)
    throw problem('logo-too-narrow', { most: MOST_RATIO }, { field: 'file' })
}

function keepChildren(element: XmlElement, reading: Reading): SvgPart[] {
  return elementsOf(element.children).flatMap((child) => keepElement(child, reading))
}

function keepElement(element: XmlElement, reading: Reading): SvgPart[] {
  const name = element.name.replace(/^svg:/, '')
  if (LETTERS.has(name)) throw problem('logo-svg-letters', {}, { field: 'file' })
  if (!Object.hasOwn(ELEMENTS, name)) {
    // A name with another prefix is what a drawing program notes for itself.
    if (!UNDRAWN.has(name) && !name.includes(':')) reading.leftOut.add(name)
    return []
  }
  const attributes = keepAttributes({ ...element, name }, reading)
  if (name === 'use' && !attributes.href) return []
  return [{ name, attributes, children: keepChildren(element, reading) }]
}

function keepAttributes({ name, attributes }: XmlElement, { styles, leftOut }: Reading): Paint {
  const own: Readonly<Record<string, RegExp>> = {
    ...ELEMENTS[name],
    transform: TRANSFORMS,
    id: OWN_ID,
    ...PAINTED,
  }
  const kept: Record<string, string> = {}
  for (const [given, value] of Object.entries(attributes)) {
    const attribute = given === 'xlink:href' ? 'href' : given
    const trimmed = withPlainUrl(value)
    if (attribute === 'href') {
      if (Object.hasOwn(own, 'href') && OWN_ID.test(trimmed.slice(1)) && trimmed.startsWith('#'))
        kept.href = trimmed
      else leftOut.add('href')
    } else if (Object.hasOwn(own, attribute) && own[attribute]!.test(trimmed)) kept[attribute] = trimmed
    else if (/^on|^filter$|^marker|^stroke-dasharray$/i.test(attribute) && trimmed !== 'none')
      leftOut.add(attribute)
  }
  const inline = readDeclarations(attributes.style ?? '')
  if (inline.isPartial) leftOut.add('style')
  const classes = (attributes.class ?? '').split(/\s+/)
  return { ...kept, ...styles.paintOf(classes), ...inline.paint }
}

/** Without what names something that is not in the drawing. */
function withoutLooseEnds(parts: readonly SvgPart[]): SvgPart[] {
  const ids = new Set<string>()
  const note = ({ attributes, children }: SvgPart) => {
    if (attributes.id) ids.add(attributes.id)
    for (const child of children) note(child)
  }
  for (const part of parts) note(part)
  const tie = (part: SvgPart): SvgPart[] => {
    const { href } = part.attributes
    if (part.name === 'use' && !ids.has(href?.slice(1) ?? '')) return []
    const attributes = Object.entries(part.attributes).filter(([, value]) => {
      const named = value.match(/^(?:url\()?#([\w.-]+)\)?$/)?.[1]
      return named === undefined || !/^(url\(|#)/.test(value) || ids.has(named) || isColour(value)
    })
    return [{ ...part, attributes: Object.fromEntries(attributes), children: part.children.flatMap(tie) }]
  }
  return parts.flatMap(tie)
}

function isColour(value: string): boolean {
  return /^#[\da-f]{3,8}$/i.test(value)
}

function writePart({ name, attributes, children }: SvgPart): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inside = children.map(writePart).join('')
  return `<${name}${written.join('')}${inside ? `>${inside}</${name}>` : '/>'}`
}
