import type { Way, WayLeg, WayTurn } from '@borne/api/contracts/ways'
import type { Ground } from '@borne/geodata/road-network/road-codes'
import { fuelRows } from './fuel-rows.ts'

interface TurnRowWords {
  stopNames: readonly string[]
  /** Said once for the whole file. */
  remarks: readonly string[]
  columns: Record<
    'number' | 'leg' | 'words' | 'at' | 'length' | 'minutes' | 'litres' | 'whole' | 'note',
    string
  >
  tell(turn: WayTurn): string
  tellGround(ground: Ground): string
}

/**
 * The list of turns as a table: a row a step, in kilometres and minutes; then each leg as a whole and by ground, with
 * its litres; remarks and attribution in the last rows.
 */
export function turnRows(way: Way, words: TurnRowWords): (string | number | null)[][] {
  const { columns } = words
  const steps = way.legs.flatMap((leg) =>
    leg.turns.map((turn) => [
      legName(leg, words),
      words.tell(turn),
      kilometres(turn.atMetres),
      kilometres(turn.lengthMetres),
      minutes(turn.atSeconds),
      null,
      ...turn.position,
    ]),
  )
  return [
    [
      ...(['number', 'leg', 'words', 'at', 'length', 'minutes', 'litres'] as const).map(
        (key) => columns[key],
      ),
      'lon',
      'lat',
    ],
    ...steps.map((step, index) => [index + 1, ...step]),
    ...way.legs.filter(({ noWay }) => !noWay).flatMap((leg) => wholeRows(leg, words)),
    ...[...words.remarks, way.attribution].map((text) => [null, columns.note, text]),
  ]
}

function wholeRows(leg: WayLeg, words: TurnRowWords): (string | number | null)[][] {
  const row = (text: string, share: Pick<WayLeg, 'lengthMetres' | 'seconds' | 'litres'>) => [
    null,
    legName(leg, words),
    text,
    null,
    kilometres(share.lengthMetres ?? 0),
    minutes(share.seconds ?? 0),
    share.litres === null ? null : Math.round(share.litres * 10) / 10,
  ]
  return [
    row(words.columns.whole, leg),
    ...fuelRows(leg.byGround).map((share) => row(words.tellGround(share.ground), share)),
  ]
}

function legName({ fromStop, toStop }: WayLeg, { stopNames }: TurnRowWords): string {
  return `${stopNames[fromStop] ?? ''} → ${stopNames[toStop] ?? ''}`
}

function kilometres(metres: number): number {
  return Math.round(metres / 10) / 100
}

function minutes(seconds: number): number {
  return Math.round(seconds / 6) / 10
}
