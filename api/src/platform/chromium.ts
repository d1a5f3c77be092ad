import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import type { Config } from './config.ts'
import { takeTurns } from './photos/take-turns.ts'
import { problem } from './problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly chromium: Chromium
  }
}

/** What an address of the page's own origin holds; null: nothing. */
export type Site = (path: string, headers: Readonly<Record<string, string>>) => Promise<SiteFile | null>
export interface SiteFile {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface PageOptions {
  readonly site: Site
  readonly widthPixels: number
  readonly heightPixels: number
  /** Pixels of the picture for each pixel of the page. */
  readonly scale: number
  readonly language: 'fr' | 'en'
  readonly hasScripts: boolean
  readonly signal: AbortSignal
}

/** The browser of the server, which draws what a browser alone can draw. */
export interface Chromium {
  /** Null where there is none. */
  readonly path: string | null
  /**
   * Lends a page that sees its site and nothing of any network. One task at a time; others wait. Its site answers at `PAGE_ORIGIN`.
   *
   * @throws problem `export-needs-chromium` where there is none, `chromium-not-started` where it does not start.
   */
  withPage<T>(options: PageOptions, task: (page: Page) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A name that leads nowhere but to this machine, and to which browsers grant what they grant to https. */
export const PAGE_ORIGIN = 'http://localhost'

const IDLE_MS = 60_000
const START_MS = 60_000
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  // What is asked for is answered here; whatever were not, must not leave.
  '--proxy-server=http://127.0.0.1:9',
]

/** Decorates the server with `app.chromium`. Nothing starts before it is needed. */
export const chromiumPlugin = fastifyPlugin(async (app: FastifyInstance) => {
  const chromium = openChromium(app.config)
  app.decorate('chromium', chromium)
  app.addHook('onClose', () => chromium.close())
})

export function openChromium(config: Pick<Config, 'chromium'>): Chromium {
  const path = findChromium(config.chromium)
  const inTurn = takeTurns()
  let started: Promise<Browser> | null = null
  let idle: NodeJS.Timeout | undefined

  const close = async (): Promise<void> => {
    clearTimeout(idle)
    const browser = started
    started = null
    await browser?.then(
      (open) => open.close(),
      () => undefined,
    )
  }
  const start = async (): Promise<Browser> => {
    clearTimeout(idle)
    const known = await started?.catch(() => null)
    if (known?.isConnected()) return known
    if (!path) throw problem('export-needs-chromium')
    started = launch(path)
    return started
  }
  return {
    path,
    close,
    withPage: (options, task) =>
      inTurn(async () => {
        options.signal.throwIfAborted()
        const browser = await start()
        try {
          return await lendPage(browser, options, task)
        } finally {
          idle = setTimeout(() => void close(), IDLE_MS).unref()
        }
      }),
  }
}

async function launch(path: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  // The superuser cannot have the sandbox; what is shown is our own pages.
  const flags = process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS
  try {
    return await chromium.launch({
      executablePath: path,
      args: flags,
      timeout: START_MS,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
  } catch (cause) {
    throw problem('chromium-not-started', { path }, { cause })
  }
}

async function lendPage<T>(
  browser: Browser,
  { site, widthPixels, heightPixels, scale, language, hasScripts, signal }: PageOptions,
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: widthPixels, height: heightPixels },
    deviceScaleFactor: scale,
    javaScriptEnabled: hasScripts,
    locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    acceptDownloads: false,
  })
  const stop = () => void context.close().catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    await answerFrom(context, site)
    return await task(await context.newPage())
  } catch (error) {
    // A page that was closed under the task fails in words of its own.
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    await context.close().catch(() => undefined)
  }
}

function answerFrom(context: BrowserContext, site: Site): Promise<unknown> {
  return context.route('**/*', async (route: Route) => {
    const request = route.request()
    const { origin, pathname, search } = new URL(request.url())
    const isOurs = origin === PAGE_ORIGIN && request.method() === 'GET'
    const file = isOurs ? await site(pathname + search, request.headers()).catch(() => null) : null
    const settled = file
      ? route.fulfill({ status: file.status, headers: { ...file.headers }, body: file.body })
      : route.abort('blockedbyclient')
    // The page may be gone by now.
    await settled.catch(() => undefined)
  })
}

/** The one that is named, else the first at the usual places of the system. */
function findChromium(named: string | undefined): string | null {
  if (named === 'off') return null
  const places = named ? [named] : usualPlaces()
  return places.find((place) => existsSync(place)) ?? null
}

function usualPlaces(): string[] {
  const { platform, env } = process
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder)
    const browsers = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
    return browsers.flatMap((browser) => folders.map((folder) => join(folder!, browser)))
  }
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  )
}
