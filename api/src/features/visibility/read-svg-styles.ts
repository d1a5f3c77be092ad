import { PAINTED } from './svg-parts.ts'

export type Paint = Readonly<Record<string, string>>
export interface SvgStyles {
  /** What the rules of an element with these classes say, in their order. */
  paintOf(classes: readonly string[]): Paint
  /** Whether some rule was none that is understood. */
  readonly isPartial: boolean
}

/** Rules of a `<style>` of the kind that drawing programs write: `.a, .b { fill: #fff }`. Others are left out. */
export function readSvgStyles(css: string): SvgStyles {
  const rules: { readonly className: string; readonly paint: Paint }[] = []
  let isPartial = /@/.test(css)
  for (const [, selectors = '', declarations = ''] of withoutComments(css).matchAll(
    /([^{}]*)\{([^{}]*)\}/g,
  )) {
    const read = readDeclarations(declarations)
    isPartial ||= read.isPartial
    for (const selector of selectors.split(',')) {
      const className = selector.trim().match(/^\.([\w-]{1,100})$/)?.[1]
      if (className) rules.push({ className, paint: read.paint })
      else isPartial = true
    }
  }
  return {
    isPartial,
    paintOf: (classes) =>
      Object.assign(
        {},
        ...rules.filter((rule) => classes.includes(rule.className)).map(({ paint }) => paint),
      ),
  }
}

/** `fill: #fff; stroke: none`, of which what may be painted is kept. */
export function readDeclarations(text: string): { paint: Paint; isPartial: boolean } {
  const paint: Record<string, string> = {}
  let isPartial = false
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = withPlainUrl(declaration.slice(colon + 1).replace('!important', ''))
    if (PAINTED[name]?.test(value)) paint[name] = value
    else if (!isIdle(name, value)) isPartial = true
  }
  return { paint, isPartial }
}

/** `url("#a")` is `url(#a)`. */
export function withPlainUrl(value: string): string {
  return value.trim().replace(/^url\(['"](#[^'"]*)['"]\)$/, 'url($1)')
}

const OF_LETTERS = /^(font|text|line-height|letter-spacing|word-spacing|writing-mode)/
const OF_NO_OUTLINE =
  /^(-|[a-z-]+-rendering$|color-interpolation|enable-background|isolation|overflow|paint-order|solid-|stroke-dashoffset)/

/** What drawing programs add, and what changes no drawing of outlines. */
function isIdle(name: string, value: string): boolean {
  return OF_LETTERS.test(name) || OF_NO_OUTLINE.test(name) || /^(none|normal|auto)$/.test(value)
}

function withoutComments(css: string): string {
  const parts = css.split('/*')
  return parts.map((part, index) => (index === 0 ? part : part.slice(endOf(part)))).join('')
}

function endOf(comment: string): number {
  const end = comment.indexOf('*/')
  return end < 0 ? comment.length : end + 2
}
