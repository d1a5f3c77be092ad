import * as z from 'zod/mini'

const text = (pattern: RegExp) => z.catch(z.optional(z.string().check(z.regex(pattern))), undefined)

const SIDE = /^(?:today|dry|base|\d{4}-\d\d-\d\d|[0-9a-f-]{36})$/

/** What the address holds of scenarios and siting. An absent value is the default. */
export const scenarioFields = {
  /** What is shown of the scenarios; absent: their list. */
  show: z.catch(z.optional(z.enum(['edit', 'compare', 'timeline'])), undefined),
  /** Id of the scenario that is open; absent in the editor: a new one. */
  scenario: text(/^[0-9a-f-]{36}$/),
  /** The two sides of a comparison: `today`, `dry`, `base` (the other side without its changes), a day, or the id of a scenario. */
  a: text(SIDE),
  b: text(SIDE),
  /** Which map of a comparison is seen; absent: the difference. */
  seen: z.catch(z.optional(z.enum(['a', 'b', 'beside'])), undefined),
  /** Day of the construction plan that is shown; absent: the last one. */
  step: text(/^\d{4}-\d\d-\d\d$/),
  /** Along the construction plan: the roads of each day, not of one. */
  seasons: z.catch(z.optional(z.boolean()), undefined),
  /** After which model new posts are placed; absent: as much within the minutes as can be. */
  model: z.catch(z.optional(z.enum(['median', 'centre'])), undefined),
  /** What they are to serve; absent: the border. */
  demand: z.catch(z.optional(z.enum(['crossings', 'population'])), undefined),
  /** How many new posts; absent: two. */
  count: z.catch(z.optional(z.int().check(z.gte(1), z.lte(30))), undefined),
}
