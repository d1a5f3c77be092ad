import { startApp } from '../support/start-app.ts'
import type { Bench } from './bench-row.ts'
import { measureShow } from './show-flight.ts'

const NAME = 'briefings'

export const bench: Bench = {
  name: NAME,
  async run(tell) {
    tell('the app starts on an empty data folder')
    const app = await startApp()
    try {
      tell('a briefing is presented in Chromium with software GL, 1280×720')
      return await measureShow(NAME, app.url)
    } finally {
      await app.stop()
    }
  },
}
