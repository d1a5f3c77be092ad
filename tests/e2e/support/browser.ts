import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Role } from '@borne/api/contracts/access'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appUrl, untilAppIsReady } from './app-url.ts'

const OUTPUT = fileURLToPath(new URL('../output', import.meta.url))
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
  // Without a graphics card the page itself is cheaper to paint without one; only the map needs it.
  '--disable-gpu-rasterization',
]

const READY_WITHIN_MS = 600_000
const STILL_MS = 400
const STILL_WITHIN_MS = 60_000
const TILES = /\/api\/basemap\/\d+\//

export const LAPTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }
export const PROJECTOR = { width: 1920, height: 1080 }

interface PageOptions {
  readonly viewport?: { width: number; height: number }
  readonly language?: 'fr' | 'en'
  readonly theme?: 'day' | 'night'
  /** As whom one is signed in to the demonstration; null: not signed in. */
  readonly role?: Role | null
  /** Where the map is not the subject, its ground may stay bare: drawing it in software is most of the work of a page. */
  readonly ground?: 'drawn' | 'bare'
  /** Refusals that the journey provokes: the browser logs each on the console. */
  readonly expectedRefusals?: RegExp
}

/** A page of the app and what it did that a person would not see. */
export interface Visit {
  readonly page: Page
  readonly foreignRequests: string[]
  readonly consoleErrors: string[]
  /** Loads the app at this address. */
  open(path: string): Promise<void>
  /** Goes to another address as a link of the app would, without loading it anew, and waits until the page is there. */
  go(path: string): Promise<void>
  /** Waits until nothing is asked of the server and nothing changes on the page. */
  rest(): Promise<void>
  /** Asks the server on behalf of whoever is signed in, as another window of the same browser would. */
  ask<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>
  /** Waits until the map stands still, then saves a picture under tests/e2e/output. */
  screenshot(name: string): Promise<void>
}

let browser: Browser | undefined

/** Launches one Chromium for the tests of a file. */
export function useChromium(): void {
  beforeAll(async () => {
    await untilAppIsReady()
    mkdirSync(OUTPUT, { recursive: true })
    browser = await chromium.launch({
      executablePath: process.env.BORNE_TEST_CHROMIUM ?? '/usr/bin/chromium',
      args: FLAGS,
    })
  }, READY_WITHIN_MS)
  afterAll(async () => {
    await browser?.close()
  })
}

/** A journey through the app; it fails on any request that leaves the origin and on any error on the console. */
export function journey(name: string, options: PageOptions, steps: (visit: Visit) => Promise<void>): void {
  test(name, { timeout: 180_000 }, async () => {
    const visit = await openVisit(options)
    try {
      await steps(visit)
      expect(visit.foreignRequests).toEqual([])
      expect(visit.consoleErrors.filter((text) => !options.expectedRefusals?.test(text))).toEqual([])
    } catch (error) {
      await visit.page.screenshot({ path: `${OUTPUT}/failed-${name.replace(/\W+/g, '-')}.png` })
      throw error
    } finally {
      await visit.page.context().close()
    }
  })
}

async function openVisit({
  viewport = LAPTOP,
  language = 'fr',
  theme = 'day',
  role = 'administrator',
  ground = 'drawn',
}: PageOptions): Promise<Visit> {
  const url = appUrl()
  const context = await browser!.newContext({
    viewport,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    reducedMotion: 'reduce',
  })
  await context.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('borne.language', chosenLanguage)
      localStorage.setItem('borne.theme', chosenTheme)
    },
    [language, theme] as const,
  )
  if (ground === 'bare') await context.route(TILES, (route) => route.fulfill({ body: '' }))
  const ask = askOf(context, url)
  if (role) await ask('POST', '/api/session/demonstration', { role })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const foreignRequests: string[] = []
  const consoleErrors: string[] = []
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(url))
      foreignRequests.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => consoleErrors.push(error.message))
  // A whole page, as the one of the sign-in, has no map to wait for.
  const settle = () =>
    page.waitForFunction(
      () =>
        document.getElementById('content')
          ? document.documentElement.dataset.map === 'ready'
          : document.querySelector('h1') !== null,
      null,
      { timeout: 90_000 },
    )
  const rest = restOf(page)
  return {
    page,
    foreignRequests,
    consoleErrors,
    ask,
    open: async (path) => {
      await page.goto(`${url}${path}`)
      await settle()
    },
    go: async (path) => {
      // The router hears of what others write into the history.
      await page.evaluate((to) => history.pushState(null, '', to), path)
      await rest()
      await settle()
    },
    rest,
    screenshot: async (fileName) => {
      await settle()
      await rest()
      await page.screenshot({ path: `${OUTPUT}/${fileName}.png` })
    },
  }
}

function restOf(page: Page): Visit['rest'] {
  const waiting = new Set<Request>()
  page.on('request', (request) => waiting.add(request))
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
  return async () => {
    const deadline = Date.now() + STILL_WITHIN_MS
    do {
      const isStill = await page.evaluate(waitForStillness, [STILL_MS, deadline - Date.now()] as const)
      const asked = [...waiting].map((request) => request.url())
      if (!isStill || Date.now() > deadline)
        throw new Error(`The page does not come to rest; it asks for ${asked.join(', ') || 'nothing'}.`)
    } while (waiting.size > 0)
  }
}

/** In the page: true as soon as nothing has changed for a while, false when that takes too long. */
function waitForStillness([stillMs, withinMs]: readonly [number, number]): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isStill: boolean) => {
      observer.disconnect()
      clearTimeout(still)
      clearTimeout(late)
      resolve(isStill)
    }
    let still = setTimeout(end, stillMs, true)
    const late = setTimeout(end, withinMs, false)
    const observer = new MutationObserver(() => {
      clearTimeout(still)
      still = setTimeout(end, stillMs, true)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}

function askOf(context: BrowserContext, url: string): Visit['ask'] {
  return async (method, path, body) => {
    const answer = await context.request.fetch(`${url}${path}`, {
      method,
      headers: { origin: url },
      ...(body === undefined ? {} : { data: body }),
    })
    const text = await answer.text()
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
}

/** Serious and critical findings of axe on the page as it stands. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe }
    const { violations } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}

/** Looks at the page by day, then by night: it stays, and its theme is changed as a person would. */
export async function byDayAndNight(
  { page, rest }: Visit,
  look: (theme: 'day' | 'night') => Promise<void>,
): Promise<void> {
  for (const [theme, change] of [
    ['day', 'Style nuit'],
    ['night', 'Style jour'],
  ] as const) {
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
    await look(theme)
    await page.getByRole('button', { name: change }).click()
    await rest()
  }
}
