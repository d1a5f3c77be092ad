/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ask, enterDemonstration } from '../support/visitor.ts'
import { type BenchRow, benchRow } from './bench-row.ts'
import { median } from './stopwatch.ts'

const CHROMIUM = [process.env.BORNE_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
]
const VIEWPORT = { width: 1280, height: 720 }
/** 30 frames a second. */
const FRAME_MS = 1000 / 30
const OPENINGS = 3
const FLIGHTS = 3
const WITHIN_MS = 120_000

interface Flight {
  /** Between one frame and the next. */
  readonly frameMs: readonly number[]
  readonly durationMs: number
}

/** How a presentation runs where there is no graphics card: its first slide after a click, and its frames in flight. */
export async function measureShow(bench: string, url: string): Promise<BenchRow[]> {
  const executablePath = CHROMIUM.find((path) => path && existsSync(path))
  if (!executablePath) {
    const row = 'presenting: left out, no Chromium (set BORNE_TEST_CHROMIUM)'
    return [benchRow(bench, { row, value: null, unit: 'ms' })]
  }
  const cookie = await enterDemonstration(url, 'administrator')
  const briefingId = await writeBriefing(url, cookie)
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    return await measure(bench, await openApp(browser, url, cookie), briefingId)
  } finally {
    await browser.close()
  }
}

async function measure(bench: string, page: Page, briefingId: string): Promise<BenchRow[]> {
  const openings: number[] = []
  const flights: Flight[] = []
  for (let opening = 0; opening < OPENINGS; opening++) {
    openings.push(await openShow(page, briefingId))
    for (let flight = 0; flight < FLIGHTS; flight++) flights.push(await fly(page, flight % 2 === 0))
    await page.keyboard.press('Escape')
    await page.locator(`a[href$="/${briefingId}/present"]`).first().waitFor()
  }
  const frames = flights.flatMap(({ frameMs }) => frameMs)
  const seconds = flights.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000
  const opened = benchRow(bench, {
    row: 'first slide after the click, warm app',
    value: median(openings) / 1000,
    unit: 's',
    goal: 2,
  })
  if (frames.length === 0) {
    const row = 'flight: the machine was too busy to draw two frames of one'
    return [opened, benchRow(bench, { row, value: null, unit: 'ms' })]
  }
  return [
    opened,
    benchRow(bench, {
      row: 'time between two frames of a flight over the full layers, median',
      value: median(frames),
      unit: 'ms',
      goal: FRAME_MS,
    }),
    benchRow(bench, {
      row: 'the same, mean (1000 / frames a second)',
      value: (seconds * 1000) / frames.length,
      unit: 'ms',
      goal: FRAME_MS,
    }),
    benchRow(bench, {
      row: 'frames that took longer than 1/30 s',
      value: (100 * frames.filter((frame) => frame > FRAME_MS + 0.5).length) / frames.length,
      unit: '%',
    }),
  ]
}

async function openApp(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'fr-FR' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  page.setDefaultTimeout(WITHIN_MS)
  await page.goto(`${url}/briefings`)
  await page.waitForFunction(() => document.documentElement.dataset.map === 'ready', null, {
    timeout: WITHIN_MS,
  })
  return page
}

/** Milliseconds from the click until the slide stands with its map. */
async function openShow(page: Page, briefingId: string): Promise<number> {
  await page.evaluate((path) => {
    if (!location.pathname.startsWith(path)) history.pushState(null, '', path)
  }, `/briefings/${briefingId}`)
  const link = page.locator(`a[href$="/${briefingId}/present"]`).first()
  await link.waitFor()
  await page.evaluate(() => performance.clearMarks())
  await link.evaluate((element) => {
    element.addEventListener('click', () => performance.mark('bench:click'), { once: true, capture: true })
  })
  await link.click()
  await page.waitForFunction(() => performance.getEntriesByName('borne:slide').length > 0)
  const took = await page.evaluate(() => {
    const at = (mark: string) => performance.getEntriesByName(mark)[0]!.startTime
    return at('borne:slide') - at('bench:click')
  })
  // What is fetched in the background is there before anything is measured in flight.
  await page.getByText(/Prêt sans réseau|Ready without a network/).waitFor({ state: 'attached' })
  return took
}

async function fly(page: Page, isThere: boolean): Promise<Flight> {
  await page.evaluate(() => {
    performance.clearMarks()
    const frames: number[] = []
    Object.assign(window, { benchFrames: frames })
    const note = (now: number) => {
      frames.push(now)
      if (performance.getEntriesByName('borne:landing').length === 0) requestAnimationFrame(note)
    }
    requestAnimationFrame(note)
  })
  await page.keyboard.press(isThere ? 'PageDown' : 'PageUp')
  await page.waitForFunction(() => performance.getEntriesByName('borne:landing').length > 0)
  await page.waitForTimeout(500)
  return page.evaluate(() => {
    const at = (mark: string) => performance.getEntriesByName(mark)[0]!.startTime
    const [from, to] = [at('borne:flight'), at('borne:landing')]
    const { benchFrames } = window as unknown as { benchFrames: number[] }
    const flown = benchFrames.filter((now) => now >= from && now <= to + 50)
    const frameMs = flown.slice(1).map((now, index) => now - flown[index]!)
    return { frameMs, durationMs: flown.at(-1)! - flown[0]! }
  })
}

/** Two slides with all that a map can show, and nothing beside it, so that the map fills the screen. */
async function writeBriefing(url: string, cookie: string): Promise<string> {
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask(url, method, path, body, cookie)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
  const title = { fr: 'Vol', en: 'Flight' }
  const { id, version } = await send<{ id: string; version: number }>('POST', '/api/briefings', { title })
  const { items } = await send<{ items: { id: string }[] }>('GET', '/api/missions')
  const slides = [
    slide('one', [-12.2, 15.35], 8.4, items[0]?.id ?? null),
    slide('two', [-12.45, 14.92], 11, items[0]?.id ?? null),
    slide('three', [-12.2, 15.35], 8.4, items[0]?.id ?? null),
  ]
  await send('PUT', `/api/briefings/${id}`, { title, donorId: null, slides, version })
  return id
}

function slide(id: string, center: [number, number], zoom: number, missionId: string | null) {
  return {
    id,
    title: { fr: 'Vue', en: 'Slide' },
    body: { fr: '', en: '' },
    notes: '',
    seconds: null,
    frozenOn: null,
    content: null,
    sources: [],
    view: {
      camera: { center, zoom },
      layers: ['border', 'posts', 'coverage', 'gaps', 'closures', 'mission', 'visibility'],
      coverage: { minutes: 60 },
      missionId,
      move: 'fly',
    },
  }
}
