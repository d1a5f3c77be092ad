import { typstText } from '../../platform/documents/typst.ts'

/** Small print, a sign of the legend, and a part with its title, as Typst markup. */
export function text(words: string): string {
  return `#text(size: 8pt, ${typstText(words)})`
}

export function sign(colour: string, words: string): string {
  return `#box(width: 18pt, height: 3.4pt, fill: rgb("${colour}")) ${text(words)}`
}

export function part(title: string, rows: readonly string[]): string {
  return `#text(weight: "bold", fill: rgb("#0F5C8C"), ${typstText(title)})#linebreak()${rows.join('#linebreak()')}`
}
