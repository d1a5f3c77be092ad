import type { ConditionLevel, RoadCause, RoadDay } from '@borne/api/contracts/roads'
import { rankPosts } from './rank-posts.ts'
import { sumByCause } from './sum-causes.ts'

/** Words and names that go into the file beside the figures. */
export interface RoadDayWords {
  kind: string
  name: string
  unit: string
  level: string
  cause: string
  post: string
  note: string
  kilometres: string
  minutes: string
  dayName: string
  againstName: string
  levels: Record<ConditionLevel, string>
  tellCause(cause: RoadCause): string
  /** Said once for the whole file: fictional data, the state used, method, attribution. */
  notes: readonly string[]
}

type Row = readonly (string | number | null)[]

/** The figures as a table: levels and causes in kilometres, posts in minutes; no way stays empty. */
export function roadDayRows(day: RoadDay, words: RoadDayWords): Row[] {
  const levels = (['cut', 'four-wheel-drive', 'slow', 'open'] as const).map((level) => [
    words.level,
    words.levels[level],
    kilometres(day.metres[level]),
    kilometres(day.againstMetres[level]),
    words.kilometres,
  ])
  const causes = sumByCause(day).map(({ cause, lengthMetres }) => [
    words.cause,
    `${words.levels[cause.level]} (${words.tellCause(cause)})`,
    kilometres(lengthMetres),
    null,
    words.kilometres,
  ])
  const posts = rankPosts(day.posts).map(({ name, seconds, againstSeconds }) => [
    words.post,
    name,
    minutes(seconds),
    minutes(againstSeconds),
    words.minutes,
  ])
  return [
    [words.kind, words.name, words.dayName, words.againstName, words.unit],
    ...levels,
    ...causes,
    ...posts,
    ...words.notes.map((note) => [words.note, note]),
  ]
}

function kilometres(metres: number): number {
  return Math.round(metres / 100) / 10
}

function minutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 6) / 10
}
