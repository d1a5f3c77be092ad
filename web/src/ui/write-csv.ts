export interface CsvDialect {
  /** French spreadsheets split at semicolons, because their decimals take the comma. */
  readonly separator: ',' | ';'
  readonly decimal: '.' | ','
}

export const CSV_DIALECTS: Record<'fr' | 'en', CsvDialect> = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
}

type CsvCell = string | number | null

/**
 * Rows as a CSV text (RFC 4180) that spreadsheets open with its accents: UTF-8 with a byte order mark.
 * A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[], { separator, decimal }: CsvDialect): string {
  const lines = rows.map((row) =>
    row
      .map((cell) => {
        if (cell === null) return ''
        if (typeof cell === 'number') return String(cell).replace('.', decimal)
        const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
        return /["\r\n;,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
      })
      .join(separator),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}
