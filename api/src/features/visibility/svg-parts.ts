/**
 * What a drawing may consist of. Everything else is left out: scripts, styles of pages, pictures and whatever lies elsewhere,
 * animation, filters and patterns, which a few bytes make slow.
 */

const ID = '[A-Za-z_][\\w.-]{0,99}'
const LENGTH = /^[-+\d.eE\s,]*(%|px|pt|mm|cm|in)?$/
const PAINT = new RegExp(
  `^(#[\\da-f]{3,8}|[a-z]{1,30}|(rgb|hsl)a?\\([\\d\\s.,%/-]*\\)|url\\(#${ID}\\))$`,
  'i',
)
const REFERENCE = new RegExp(`^(none|url\\(#${ID}\\))$`, 'i')
const WORD = /^[a-z-]{1,30}$/i
const NUMBERS = /^[-+\d.eE\s,]*%?$/
const TRANSFORM = /^[-+\d.eE\s,()a-zA-Z]*$/
const PATH = /^[-+\d.eE\s,MmZzLlHhVvCcSsQqTtAa]*$/
export const OWN_ID = new RegExp(`^${ID}$`)

/** Shown of any element; these stand in styles as well. */
export const PAINTED: Readonly<Record<string, RegExp>> = {
  'clip-path': REFERENCE,
  'clip-rule': WORD,
  color: PAINT,
  display: WORD,
  fill: PAINT,
  'fill-opacity': NUMBERS,
  'fill-rule': WORD,
  mask: REFERENCE,
  opacity: NUMBERS,
  'stop-color': PAINT,
  'stop-opacity': NUMBERS,
  stroke: PAINT,
  'stroke-linecap': WORD,
  'stroke-linejoin': WORD,
  'stroke-miterlimit': NUMBERS,
  'stroke-opacity': NUMBERS,
  'stroke-width': LENGTH,
  visibility: WORD,
}

const lengths = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [name, LENGTH]))
const GRADIENT = { gradientUnits: WORD, gradientTransform: TRANSFORM, spreadMethod: WORD, href: /./ }

/** Elements by their names, with what they may say beside `PAINTED`, `id` and `transform`. */
export const ELEMENTS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  circle: lengths('cx', 'cy', 'r'),
  clipPath: { clipPathUnits: WORD },
  defs: {},
  ellipse: lengths('cx', 'cy', 'rx', 'ry'),
  g: {},
  line: lengths('x1', 'y1', 'x2', 'y2'),
  linearGradient: { ...GRADIENT, ...lengths('x1', 'y1', 'x2', 'y2') },
  mask: { maskUnits: WORD, maskContentUnits: WORD, ...lengths('x', 'y', 'width', 'height') },
  path: { d: PATH },
  polygon: { points: NUMBERS },
  polyline: { points: NUMBERS },
  radialGradient: { ...GRADIENT, ...lengths('cx', 'cy', 'r', 'fx', 'fy') },
  rect: lengths('x', 'y', 'width', 'height', 'rx', 'ry'),
  stop: { offset: NUMBERS },
  use: { href: /./, ...lengths('x', 'y') },
}

export const TRANSFORMS = TRANSFORM

/** Said about a drawing, and never drawn: nobody need be told that it is gone. */
export const UNDRAWN: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'style'])
/** Drawn with whatever letters a machine has. */
export const LETTERS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath', 'tref'])
