import type { Way, WayTurn } from '@borne/api/contracts/ways'

interface TurnRowWords {
  stopNames: readonly string[]
  /** Said once for the whole file. */
  remarks: readonly string[]
  columns: Record<'number' | 'leg' | 'words' | 'at' | 'length' | 'minutes' | 'note', string>
  tell(turn: WayTurn): string
}

/** The list of turns as a table: a row a step, in kilometres and minutes; remarks and attribution in the last rows. */
export function turnRows(way: Way, words: TurnRowWords): (string | number | null)[][] {
  const { columns, stopNames } = words
  const steps = way.legs.flatMap((leg) =>
    leg.turns.map((turn) => [
      `${stopNames[leg.fromStop] ?? ''} → ${stopNames[leg.toStop] ?? ''}`,
      words.tell(turn),
      kilometres(turn.atMetres),
      kilometres(turn.lengthMetres),
      Math.round(turn.atSeconds / 6) / 10,
      ...turn.position,
    ]),
  )
  return [
    [columns.number, columns.leg, columns.words, columns.at, columns.length, columns.minutes, 'lon', 'lat'],
    ...steps.map((step, index) => [index + 1, ...step]),
    ...[...words.remarks, way.attribution].map((text) => [null, columns.note, text]),
  ]
}

function kilometres(metres: number): number {
  return Math.round(metres / 10) / 100
}
