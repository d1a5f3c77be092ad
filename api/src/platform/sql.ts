/** SQL text with `$1…` placeholders and the values bound to them. Made by the `sql` tag only. */
export interface Sql {
  readonly text: string
  readonly values: readonly unknown[]
}

const made = new WeakSet<object>()

/**
 * Builds a query. A nested `sql` fragment is spliced, its placeholders renumbered; everything else becomes a
 * bound parameter, so that no value is ever part of the text.
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  const bound: unknown[] = []
  let text = strings[0] ?? ''
  values.forEach((value, index) => {
    text += isSql(value) ? splice(value, bound) : placeholder(value, bound)
    text += strings[index + 1] ?? ''
  })
  const query: Sql = { text, values: bound }
  made.add(query)
  return query
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && made.has(value)
}

function placeholder(value: unknown, bound: unknown[]): string {
  bound.push(value)
  return `$${bound.length}`
}

function splice(fragment: Sql, bound: unknown[]): string {
  const offset = bound.length
  bound.push(...fragment.values)
  return fragment.text.replace(/\$(\d+)/g, (_, number: string) => `$${Number(number) + offset}`)
}
