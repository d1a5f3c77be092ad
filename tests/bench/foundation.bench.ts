import type { Bench } from './bench-row.ts'
import { measureRoadSearch } from './road-search.ts'

const NAME = 'foundation'

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    return measureRoadSearch(NAME, tell)
  },
}
