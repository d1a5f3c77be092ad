import { startApp } from '../support/start-app.ts'
import type { Bench } from './bench-row.ts'
import { measureExports } from './briefings-export.ts'
import { measureShow } from './show-flight.ts'

const NAME = 'briefings'

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    tell('the app starts on an empty data folder')
    const app = await startApp()
    try {
      tell('a briefing is presented in Chromium with software GL, 1280×720')
      const shown = await measureShow(NAME, app.url)
      tell('a briefing of twelve slides is exported')
      return [...shown, ...(await measureExports(NAME, app.url))]
    } finally {
      await app.stop()
    }
  },
}
