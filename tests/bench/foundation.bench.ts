import { startApp } from '../support/start-app.ts'
import type { Bench } from './bench-row.ts'
import { measureFirstLoad } from './first-load.ts'
import { measurePostsList } from './posts-list.ts'
import { measureRoadSearch } from './road-search.ts'

const NAME = 'foundation'

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    const roads = await measureRoadSearch(NAME, tell)
    tell('the app starts on an empty data folder')
    const app = await startApp()
    try {
      tell('posts list under load')
      const list = await measurePostsList(NAME, app.url)
      tell('first load in Chromium on Fast 3G')
      return [...roads, ...list, ...(await measureFirstLoad(NAME, app.url))]
    } finally {
      await app.stop()
    }
  },
}
