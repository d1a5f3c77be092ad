import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { writeZip } from '../../../platform/write-zip.ts'
import { AssetName, type PresentedSlide } from '../presentation-contract.ts'
import { escapeHtml } from './html-parts.ts'
import { type HtmlLayout, type HtmlScene, slideHtml } from './html-slide.ts'
import type { Exported } from './pictures.ts'
import { type Teller, tellIn } from './tell.ts'

/** A file of the site that an export is, by its path. */
export type SiteFiles = ReadonlyMap<string, Buffer>

const readOwn = (name: string) => readFileSync(new URL(`./archive/${name}`, import.meta.url))
const FONTS = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'] as const

/** Everything is in the archive, and nothing else is asked for. Opened from a disk, `self` is no origin: hence `file:`. */
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; font-src 'self' file:; base-uri 'none'; form-action 'none'"

/** Height of the tallest logo in pixels. */
const LOGO_PIXELS = { cover: 72, foot: 28 } as const

/** The page alone; its pictures, style and script lie under `assets/`. */
export function writeHtml({ presentation, pictures, language }: Exported, layout: HtmlLayout): string {
  const teller = tellIn(language)
  const assetHref = (name: string) =>
    AssetName.safeParse(name).success && pictures.assets.has(name) ? `assets/${name}` : null
  const scene: HtmlScene = {
    teller,
    layout,
    assetHref,
    mapHref: (slide, state) =>
      pictures.maps.get(slide.id)?.[state] ? `assets/${mapName(presentation.slides, slide, state)}` : null,
    footHtml: footHtml(presentation, teller, assetHref),
  }
  const title = escapeHtml(teller.text(presentation.title))
  const slides = presentation.slides.map((slide, index) => slideHtml(slide, index + 1, scene))
  return `<!doctype html>
<html lang="${language}" data-layout="${layout}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="stylesheet" href="assets/style.css">
<link rel="stylesheet" href="assets/${layout === 'wide' ? 'wide' : 'paper'}.css">
${layout === 'story' ? '<script src="assets/script.js" defer></script>' : ''}
</head>
<body${wordsForScript(teller)}>
<main>
${coverHtml(presentation, teller, assetHref)}
${slides.join('\n')}
</main>
</body>
</html>
`
}

/** The page and all that it shows. */
export function writeSite(exported: Exported, layout: HtmlLayout): SiteFiles {
  const { presentation, pictures } = exported
  const files = new Map<string, Buffer>([['index.html', Buffer.from(writeHtml(exported, layout))]])
  for (const name of ['style.css', 'paper.css', 'wide.css', 'script.js'])
    files.set(`assets/${name}`, readOwn(name))
  const { resolve } = createRequire(import.meta.url)
  for (const font of FONTS)
    files.set(
      `assets/noto-sans-${font}.woff2`,
      readFileSync(resolve(`@fontsource/noto-sans/files/noto-sans-${font}-normal.woff2`)),
    )
  for (const [name, content] of pictures.assets)
    if (AssetName.safeParse(name).success) files.set(`assets/${name}`, content)
  for (const slide of presentation.slides)
    for (const [state, drawn] of (pictures.maps.get(slide.id) ?? []).entries())
      files.set(`assets/${mapName(presentation.slides, slide, state)}`, drawn)
  return files
}

/** A story that opens from a disk, without a network. */
export function writeArchive(exported: Exported): Buffer {
  return writeZip([...writeSite(exported, 'story')])
}

function mapName(slides: readonly PresentedSlide[], slide: PresentedSlide, state: number): string {
  return `map-${slides.indexOf(slide) + 1}-${state + 1}.png`
}

function wordsForScript({ words }: Teller): string {
  const told = {
    slideshow: words.slideshow,
    story: words.story,
    next: words.next,
    previous: words.previous,
    of: words.of,
  }
  return Object.entries(told)
    .map(([name, word]) => ` data-${name}="${escapeHtml(word)}"`)
    .join('')
}

type AssetHref = HtmlScene['assetHref']

function coverHtml(
  { title, madeAt, audience, credits, ...rest }: Exported['presentation'],
  teller: Teller,
  assetHref: AssetHref,
): string {
  const { words } = teller
  const mark = rest.isDemonstration ? `<p class="demonstration">${escapeHtml(words.demonstration)}</p>` : ''
  const lines = credits.map((credit) => `<li>${escapeHtml(teller.text(credit))}</li>`).join('')
  return `<section class="slide cover" aria-labelledby="title">
${mark}<h1 id="title">${escapeHtml(teller.text(title)) || '&nbsp;'}</h1>
<p class="moment">${escapeHtml(words.made(teller.instant(madeAt)))} · ${escapeHtml(teller.text(audience.name))}</p>
${logosHtml(rest.logos, LOGO_PIXELS.cover, teller, assetHref)}
${lines ? `<h2>${escapeHtml(words.credits)}</h2><ul class="credits">${lines}</ul>` : ''}
</section>`
}

function footHtml(
  { logos, isDemonstration }: Exported['presentation'],
  teller: Teller,
  assetHref: AssetHref,
): string {
  const mark = isDemonstration ? `<p class="demonstration">${escapeHtml(teller.words.demonstration)}</p>` : ''
  return mark + logosHtml(logos, LOGO_PIXELS.foot, teller, assetHref)
}

/** In their order; each as high as its rule says, and as wide as that makes it. */
function logosHtml(
  logos: Exported['presentation']['logos'],
  tallest: number,
  teller: Teller,
  assetHref: AssetHref,
): string {
  const shown = logos.flatMap(({ asset, donor, scale, widthPixels, heightPixels }) => {
    const href = assetHref(asset)
    const height = Math.round(tallest * scale)
    const width = Math.round((height * widthPixels) / heightPixels)
    return href
      ? [`<img src="${href}" alt="${escapeHtml(teller.text(donor))}" width="${width}" height="${height}">`]
      : []
  })
  return shown.length > 0 ? `<div class="logos">${shown.join('')}</div>` : ''
}
