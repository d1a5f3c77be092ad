export interface CsvTable {
  readonly header: readonly string[]
  /** A row has as many cells as it has in the file, which may differ from the header's. */
  readonly rows: readonly (readonly string[])[]
}

/**
 * Reads RFC 4180 text, separated by commas or semicolons (whichever the header has more of).
 *
 * @throws SyntaxError when the text ends inside a quoted cell.
 */
export function readCsv(text: string): CsvTable {
  const body = text.replace(/^\uFEFF/, '')
  const headerLine = body.slice(0, body.search(/[\r\n]|$/))
  const separator = count(headerLine, ';') > count(headerLine, ',') ? ';' : ','
  const [header = [], ...rows] = splitRows(body, separator)
  return {
    header: header.map((cell) => cell.trim()),
    rows: rows.filter((row) => row.some((cell) => cell !== '')),
  }
}

/** Every row of RFC 4180 text, empty ones too.
 *
 * @throws SyntaxError when the text ends inside a quoted cell.
 */
export function splitRows(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const cell = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at, separator)
    row.push(cell.value)
    at = cell.end
    if (text[at] === separator) {
      at += 1
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

interface Cell {
  readonly value: string
  readonly end: number
}

function readPlain(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end += 1
  const value = text.slice(start, end)
  return { value: value.replace(/^'(?=[=+\-@])/, ''), end }
}

function readQuoted(text: string, start: number): Cell {
  let end = start + 1
  for (;;) {
    end = text.indexOf('"', end)
    if (end < 0) throw new SyntaxError('the text ends inside a quoted cell')
    if (text[end + 1] !== '"') break
    end += 2
  }
  const value = text.slice(start + 1, end).replaceAll('""', '"')
  return { value: value.replace(/^'(?=[=+\-@])/, ''), end: end + 1 }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}
