import { problem } from '../../platform/problems.ts'

export interface SvgPart {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly SvgPart[]
}

/** Elements once every `use` stands for what it shows. A logo has some hundred. */
const MOST_PARTS = 4000
/** An element that is drawn on a sheet of its own costs as much as so many others. */
const SHEET_COST = 20
/** So many characters of an outline cost as much as one. */
const CHARACTERS_A_PART = 500

/**
 * Refuses a drawing that a few bytes make slow to draw: what is used is counted as often as it is drawn.
 *
 * @throws problem `logo-svg-heavy`, also where parts use each other in a circle.
 */
export function checkSvgCost(parts: readonly SvgPart[]): void {
  const byId = new Map<string, SvgPart>()
  const note = (part: SvgPart) => {
    if (part.attributes.id && !byId.has(part.attributes.id)) byId.set(part.attributes.id, part)
    part.children.forEach(note)
  }
  parts.forEach(note)

  const known = new Map<SvgPart, number>()
  const costOf = (part: SvgPart): number => {
    const counted = known.get(part)
    if (counted !== undefined) return counted
    // Until it is counted: whoever meets it again is in a circle.
    known.set(part, Number.POSITIVE_INFINITY)
    const { d = '', points = '' } = part.attributes
    const own = 1 + (d.length + points.length) / CHARACTERS_A_PART + (isOnOwnSheet(part) ? SHEET_COST : 0)
    const named = referencesOf(part).flatMap((id) => byId.get(id) ?? [])
    const cost = [...part.children, ...named].reduce((sum, one) => sum + costOf(one), own)
    known.set(part, cost)
    return cost
  }
  const cost = parts.reduce((sum, part) => sum + costOf(part), 0)
  if (cost > MOST_PARTS) throw problem('logo-svg-heavy', { most: MOST_PARTS }, { field: 'file' })
}

function isOnOwnSheet({ attributes }: SvgPart): boolean {
  const { opacity, mask } = attributes
  return (
    (opacity !== undefined && Number(opacity) !== 1) ||
    mask !== undefined ||
    attributes['clip-path'] !== undefined
  )
}

/** Ids of what an element shows or is painted with. */
function referencesOf({ attributes }: SvgPart): string[] {
  return Object.values(attributes).flatMap((value) => value.match(/^(?:url\(#|#)([\w.-]+)\)?$/)?.[1] ?? [])
}
