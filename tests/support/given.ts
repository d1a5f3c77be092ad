import type { Db } from '../../api/src/platform/db.ts'
import { account } from './given-account.ts'
import { post } from './given-post.ts'
import { region } from './given-region.ts'

/**
 * What a test starts from, in the domain's words: `given.borderSegment({ … })`. Each helper is a function of the
 * test's database; it writes rows as the product would and returns what the test needs to name them.
 */
const helpers = { account, region, post } satisfies Record<
  string,
  (db: Db, ...facts: never[]) => Promise<unknown>
>

type Helpers = typeof helpers

type Bound<T> = {
  [Name in keyof T]: T[Name] extends (db: Db, ...facts: infer Facts) => infer Result
    ? (...facts: Facts) => Result
    : never
}

export type Given = Bound<Helpers>

export function givenIn(db: Db): Given {
  const bound = Object.entries<(db: Db, ...facts: never[]) => unknown>(helpers).map(([name, helper]) => [
    name,
    helper.bind(undefined, db),
  ])
  return Object.fromEntries(bound) as Given
}
