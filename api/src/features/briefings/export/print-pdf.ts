import { type Chromium, PAGE_ORIGIN, type Site } from '../../../platform/chromium.ts'
import type { Exported } from './pictures.ts'
import { writeSite } from './write-html.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
}

/** A PDF of A4 pages or of 16:9 slides, with texts as texts and tags for whoever hears it read. */
export async function printPdf(
  chromium: Chromium,
  exported: Exported,
  layout: 'a4' | 'wide',
  signal: AbortSignal = new AbortController().signal,
): Promise<Buffer> {
  const files = writeSite(exported, layout)
  const site: Site = async (path) => {
    const name = path === '/' ? 'index.html' : path.slice(1)
    const body = files.get(name)
    const type = MEDIA_TYPES[name.split('.').at(-1) ?? '']
    return body && type ? { status: 200, headers: { 'content-type': type }, body } : null
  }
  const { language } = exported
  const options = {
    site,
    widthPixels: 1280,
    heightPixels: 720,
    scale: 1,
    language,
    hasScripts: false,
    signal,
  }
  return chromium.withPage(options, async (page) => {
    await page.goto(`${PAGE_ORIGIN}/`, { waitUntil: 'load' })
    return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  })
}
