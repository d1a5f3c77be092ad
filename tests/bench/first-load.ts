/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { enterDemonstration } from '../support/visitor.ts'
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
const LOADS = 3
/** The preset «Fast 3G» of Chromium's developer tools. */
const FAST_3G = { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 }

interface FirstLoad {
  shellMs: number
  mapFrameMs: number
  shellScriptBytes: number
  mapScriptBytes: number
  /** Everything that came before the first map frame. */
  mapBytes: number
}

/** What the first visit with an empty cache loads, and when it paints, on a Fast 3G link. */
export async function measureFirstLoad(bench: string, url: string): Promise<BenchRow[]> {
  const executablePath = CHROMIUM.find((path) => path && existsSync(path))
  if (!executablePath) {
    const row = 'first load: left out, no Chromium (set BORNE_TEST_CHROMIUM)'
    return [benchRow(bench, { row, value: null, unit: 'kB' })]
  }
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const loads: FirstLoad[] = []
    for (let load = 0; load < LOADS; load++) loads.push(await loadOnce(browser, url))
    return rowsOf(bench, (read) => median(loads.map(read)))
  } catch (error) {
    const row = `first load: could not be measured (${(error as Error).message.split('\n')[0]})`
    return [benchRow(bench, { row, value: null, unit: 'kB' })]
  } finally {
    await browser.close()
  }
}

function rowsOf(bench: string, of: (read: (load: FirstLoad) => number) => number): BenchRow[] {
  const bytesAlone = of((load) => load.mapBytes / FAST_3G.downloadThroughput)
  return [
    benchRow(bench, {
      row: 'JavaScript until figures and list are painted, as sent',
      value: of((load) => load.shellScriptBytes) / 1000,
      unit: 'kB',
      goal: 150,
    }),
    benchRow(bench, {
      row: 'JavaScript until the first map frame, worker included, as sent',
      value: of((load) => load.mapScriptBytes) / 1000,
      unit: 'kB',
      goal: 520,
    }),
    benchRow(bench, {
      row: 'figures and list painted, Fast 3G',
      value: of((load) => load.shellMs) / 1000,
      unit: 's',
      peer: { name: 'first map frame', value: of((load) => load.mapFrameMs) / 1000 },
    }),
    benchRow(bench, {
      row: 'first map frame, Fast 3G',
      value: of((load) => load.mapFrameMs) / 1000,
      unit: 's',
      peer: { name: 'its bytes over the bandwidth alone', value: bytesAlone },
    }),
  ]
}

async function loadOnce(browser: Browser, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' })
  try {
    const [name = '', value = ''] = (await enterDemonstration(url, 'administrator')).split('=')
    await context.addCookies([{ name, value, url }])
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', { offline: false, ...FAST_3G })
    await page.goto(`${url}/posts`, { waitUntil: 'commit', timeout: 120_000 })
    const isThere = () => performance.getEntriesByName('borne:map-frame').length > 0
    await page.waitForFunction(isThere, null, { timeout: 120_000 })
    return await page.evaluate(readLoad)
  } finally {
    await context.close()
  }
}

/** Runs in the page: sums what the marks and the resource timings of this load tell. */
function readLoad(): FirstLoad {
  const at = (mark: string) => performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const page = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  const bytesBefore = (entries: PerformanceResourceTiming[], moment: number) =>
    entries.reduce((sum, entry) => (entry.responseEnd <= moment ? sum + entry.encodedBodySize : sum), 0)
  const scripts = resources.filter((entry) => /\.m?js(\?|$)/.test(entry.name))
  const shellMs = at('borne:shell')
  const mapFrameMs = at('borne:map-frame')
  return {
    shellMs,
    mapFrameMs,
    shellScriptBytes: bytesBefore(scripts, shellMs),
    mapScriptBytes: bytesBefore(scripts, mapFrameMs),
    mapBytes: bytesBefore([...page, ...resources], mapFrameMs),
  }
}
