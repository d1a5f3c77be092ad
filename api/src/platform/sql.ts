/** SQL text with `$1…` placeholders and the values bound to them. Made by the `sql` tag only. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
}

interface Template {
  readonly strings: readonly string[]
  readonly values: readonly unknown[]
}

/** What each query was made of, so that it can be spliced into another. */
const templates = new WeakMap<object, Template>()

/**
 * Builds a query. A nested `sql` fragment is spliced, its placeholders renumbered; everything else becomes a
 * bound parameter, so that no value is ever part of the text.
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const template: Template = { strings, values }
  const bound: unknown[] = []
  const query: Sql = { text: render(template, bound), values: bound }
  templates.set(query, template)
  return query
}

function render({ strings, values }: Template, bound: unknown[]): string {
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    const fragment = typeof value === 'object' && value !== null ? templates.get(value) : undefined
    text += fragment ? render(fragment, bound) : `$${bound.push(value)}`
    text += strings[index + 1] ?? ''
  })
  return text
}
