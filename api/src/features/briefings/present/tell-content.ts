import type {
  PresentedChart,
  PresentedContent,
  PresentedFigure,
  PresentedPhoto,
  PresentedTable,
} from '../presentation-contract.ts'
import { type Tell, UNKNOWN } from './tell.ts'

type Unit = PresentedFigure['unit']

const MOST_TOLD_ROWS = 12
const MOST_TOLD_VALUES = 24
const NO_BREAK = '\u00a0'

/** What a chart, a table, figures or photos say, in sentences. */
export function tellContent(tell: Tell, content: PresentedContent): string[] {
  switch (content.kind) {
    case 'figures':
      return content.figures.map((figure) => tellFigure(tell, figure))
    case 'chart':
      return tellChart(tell, content.chart)
    case 'table':
      return tellTable(tell, content.table)
    case 'photo':
      return [tellPhoto(tell, tell.language === 'fr' ? 'Photo' : 'Photo', content.photo)]
    case 'photo-pair':
      return tell.language === 'fr'
        ? [tellPhoto(tell, 'Photo avant', content.before), tellPhoto(tell, 'Photo après', content.after)]
        : [tellPhoto(tell, 'Photo before', content.before), tellPhoto(tell, 'Photo after', content.after)]
  }
}

/** A value with its unit, as a sentence has it. */
export function tellValue(tell: Tell, value: number | null, unit: Unit): string {
  if (value === null) return UNKNOWN
  switch (unit) {
    case 'count':
      return tell.number(value)
    case 'percent':
      return tell.percent(value)
    case 'kilometres':
      return tell.kilometres(value * 1000)
    case 'people':
      return `${tell.number(value)}${NO_BREAK}${tell.language === 'fr' ? 'habitants' : 'people'}`
    case 'days':
      return tell.language === 'fr' ? tell.count(value, 'jour', 'jours') : tell.count(value, 'day', 'days')
    default:
      return tell.money(value, unit)
  }
}

/** The typography of a colon: French sets a space before it. */
const colon = (tell: Tell) => (tell.language === 'fr' ? `${NO_BREAK}:` : ':')

function tellFigure(tell: Tell, { label, value, unit, note }: PresentedFigure): string {
  const told = tell.of(note)
  return `${tell.of(label)}${colon(tell)} ${tellValue(tell, value, unit)}${told && ` (${told})`}.`
}

function tellChart(tell: Tell, { title, unit, categories, isDated, series }: PresentedChart): string[] {
  const label = (index: number) => {
    const category = categories[index]
    return category ? (isDated ? tell.day(category.fr) : tell.of(category)) : ''
  }
  const intro = `${tell.language === 'fr' ? 'Graphique' : 'Chart'}${colon(tell)} ${tell.of(title)}.`
  return [
    intro,
    ...series.map(({ name, values }) => {
      const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
      const told = isDated ? endsOf(known) : known.slice(0, MOST_TOLD_VALUES)
      // One column in the colour of its own name needs no second one.
      const single = known.length === 1 && label(known[0]?.index ?? 0) === tell.of(name)
      const parts = told.map(({ value, index }) =>
        single ? tellValue(tell, value, unit) : `${label(index)}, ${tellValue(tell, value, unit)}`,
      )
      return `${tell.of(name)}${colon(tell)} ${parts.join(tell.language === 'fr' ? ' ; ' : '; ')}.`
    }),
  ]
}

function endsOf<T>(values: readonly T[]): T[] {
  const [first, last] = [values[0], values.at(-1)]
  if (first === undefined || last === undefined) return []
  return values.length === 1 ? [first] : [first, last]
}

function tellTable(tell: Tell, { title, columns, rows, leftOutCount }: PresentedTable): string[] {
  const isFrench = tell.language === 'fr'
  const rest = rows.length - MOST_TOLD_ROWS + leftOutCount
  const count = tell.count(
    rows.length + leftOutCount,
    isFrench ? 'ligne' : 'row',
    isFrench ? 'lignes' : 'rows',
  )
  return [
    `${isFrench ? 'Tableau' : 'Table'}${colon(tell)} ${tell.of(title)}, ${count}.`,
    ...rows.slice(0, MOST_TOLD_ROWS).map((row) => {
      const cells = row.flatMap((cell, index) => {
        const column = columns[index]
        if (cell === null || !column) return []
        const value = typeof cell === 'number' ? tellValue(tell, cell, column.unit ?? 'count') : tell.of(cell)
        return [index === 0 ? value : `${tell.of(column.label)}${colon(tell)} ${value}`]
      })
      return `${cells.join(isFrench ? ' ; ' : '; ')}.`
    }),
    ...(rest > 0
      ? [
          isFrench
            ? `Et ${tell.count(rest, 'autre ligne', 'autres lignes')}.`
            : `And ${tell.count(rest, 'more row', 'more rows')}.`,
        ]
      : []),
  ]
}

function tellPhoto(tell: Tell, name: string, { caption, takenOn }: PresentedPhoto): string {
  const day = takenOn ? ` (${tell.day(takenOn)})` : ''
  const text = tell.of(caption)
  return text ? `${name}${day}${colon(tell)} ${text.replace(/\.$/, '')}.` : `${name}${day}.`
}
