import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { PAGE_ORIGIN, type Site } from '../../../platform/chromium.ts'
import { type Language, problem } from '../../../platform/problems.ts'
import { SHOWING_HEADER } from '../link-contract.ts'
import type { Presentation, PresentedSlide } from '../presentation-contract.ts'
import { arrangeSlide } from './arrange-slide.ts'
import { setResolution } from './set-resolution.ts'

/** A showing whose maps are drawn. */
export interface ShownMaps {
  readonly presentation: Presentation
  readonly key: string
  readonly language: Language
  readonly signal: AbortSignal
}

interface AskedMap {
  /** From 1. */
  readonly slide: number
  readonly state: number
  readonly width: number
  readonly height: number
  readonly as: 'map' | 'sheet'
}

const SCALE = 2
const DRAWN_WITHIN_SECONDS = 180
export const SHEET_DPI = 300
const CSS_DPI = 96
/** Landscape, in pixels of 1/96 inch. */
const PAPERS = { a4: { width: 1123, height: 794 }, a3: { width: 1587, height: 1123 } } as const
export type Paper = keyof typeof PAPERS

/** The maps of all slides as PNG at twice their size, by slide id; `onDrawn` is told after each slide. */
export async function drawMaps(
  app: FastifyInstance,
  shown: ShownMaps,
  onDrawn: () => void,
): Promise<Map<string, Buffer[]>> {
  const asked = askedMaps(shown.presentation.slides)
  const drawn = new Map<string, Buffer[]>()
  if (asked.length === 0) return drawn
  const largest = { width: 1280, height: 720 }
  await withRenderPage(app, shown, largest, SCALE, async (page) => {
    for (const one of asked) {
      const { id } = shown.presentation.slides[one.slide - 1]!
      const pictures = drawn.get(id) ?? []
      pictures[one.state] = await takePicture(page, shown, one)
      drawn.set(id, pictures)
      onDrawn()
    }
  })
  return drawn
}

/** One map on a sheet of its own, at 300 dpi. Nothing is in the file but its pixels and their size. */
export async function drawMapPng(
  app: FastifyInstance,
  shown: ShownMaps,
  { slide, state, paper }: { readonly slide: number; readonly state: number; readonly paper: Paper },
): Promise<Buffer> {
  const size = PAPERS[paper]
  const png = await withRenderPage(app, shown, size, SHEET_DPI / CSS_DPI, (page) =>
    takePicture(page, shown, { slide, state, ...size, as: 'sheet' }),
  )
  return setResolution(png, SHEET_DPI)
}

/** Maps of one size one after the other: each new size is a new map. */
function askedMaps(slides: readonly PresentedSlide[]): AskedMap[] {
  const asked = slides.flatMap((slide, index) =>
    arrangeSlide(slide).maps.map(({ width, height }, state) => ({
      slide: index + 1,
      state,
      width: Math.round(width),
      height: Math.round(height),
      as: 'map' as const,
    })),
  )
  const sizeOf = ({ width, height }: AskedMap) => width * 10_000 + height
  return asked.sort((a, b) => sizeOf(a) - sizeOf(b) || a.slide - b.slide || a.state - b.state)
}

function withRenderPage<T>(
  app: FastifyInstance,
  { language, signal }: ShownMaps,
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
  task: (page: Page) => Promise<T>,
): Promise<T> {
  const options = {
    site: siteOf(app),
    widthPixels: width,
    heightPixels: height,
    scale,
    language,
    hasScripts: true,
    signal,
  }
  return app.chromium.withPage(options, task)
}

/** What a visitor without an account gets of this server, asked for without any network. */
function siteOf(app: FastifyInstance): Site {
  return async (path, headers) => {
    const showing = headers[SHOWING_HEADER]
    const answer = await app.inject({
      method: 'GET',
      url: path,
      headers: {
        accept: headers.accept ?? '*/*',
        'accept-encoding': 'identity',
        host: new URL(PAGE_ORIGIN).host,
        ...(showing === undefined ? {} : { [SHOWING_HEADER]: showing }),
      },
    })
    const sent = Object.entries(answer.headers).filter(([name]) => !LEFT_OUT.includes(name))
    return {
      status: answer.statusCode,
      headers: Object.fromEntries(sent.map(([name, value]) => [name, String(value)])),
      body: unpack(answer.rawPayload, answer.headers['content-encoding']),
    }
  }
}

/** What does not hold for a body that is handed over unpacked. */
const LEFT_OUT = ['set-cookie', 'content-encoding', 'content-length', 'transfer-encoding']

/** Tiles are stored packed and are answered as they are, whatever is accepted. */
function unpack(body: Buffer, encoding: unknown): Buffer {
  if (encoding === 'gzip') return gunzipSync(body)
  return encoding === 'br' ? brotliDecompressSync(body) : body
}

async function takePicture(page: Page, { key }: ShownMaps, asked: AskedMap): Promise<Buffer> {
  const { slide, state, width, height, as } = asked
  const hash = new URLSearchParams({
    key,
    slide: `${slide}`,
    state: `${state}`,
    width: `${width}`,
    height: `${height}`,
    as,
  })
  const isOpen = page.url().startsWith(PAGE_ORIGIN)
  if (isOpen)
    await page.evaluate(
      `delete document.documentElement.dataset.drawn; location.hash = ${JSON.stringify(`${hash}`)}`,
    )
  else await page.goto(`${PAGE_ORIGIN}/render#${hash}`)
  const drawn = await page
    .waitForSelector('html[data-drawn]', { state: 'attached', timeout: DRAWN_WITHIN_SECONDS * 1000 })
    .then((root) => root.getAttribute('data-drawn'))
    .catch((cause: unknown) => {
      throw problem('export-map-not-drawn', { slide, seconds: DRAWN_WITHIN_SECONDS }, { cause })
    })
  if (drawn !== `${slide}/${state}`)
    throw problem('export-map-not-drawn', { slide, seconds: DRAWN_WITHIN_SECONDS })
  return page.screenshot({ type: 'png', clip: { x: 0, y: 0, width, height } })
}
