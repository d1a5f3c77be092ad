import { type MarkdownBlock, parseMarkdown } from '../parse-markdown.ts'
import type {
  PresentedContent,
  PresentedFigure,
  PresentedPhoto,
  PresentedSlide,
} from '../presentation-contract.ts'
import { type ArrangedSlide, arrangeSlide, type Box, MAIN } from './arrange-slide.ts'
import { drawChart } from './draw-chart.ts'
import { type FittedBody, fitBody } from './fit-body.ts'
import { fitRows, tellRows } from './fit-rows.ts'
import { escapeHtml, markdownHtml, tableHtml } from './html-parts.ts'
import { type Teller, tellMoment } from './tell.ts'

/** `story`: one page to be read; `a4`: on paper; `wide`: as slides of 16:9. */
export type HtmlLayout = 'story' | 'a4' | 'wide'

export interface HtmlScene {
  readonly teller: Teller
  readonly layout: HtmlLayout
  /** Where the picture of a state of a map lies; null where it is not drawn. */
  mapHref(slide: PresentedSlide, state: number): string | null
  /** Where a photo or logo lies; null where it was not found. */
  assetHref(name: string): string | null
  /** Logos, and what else stands at the foot of each slide. */
  readonly footHtml: string
}

const CHART_HEAD = 30
/** Characters from which a title gets smaller letters on a slide. */
const LONG_TITLE = 70

/** A slide as one section; as slides of 16:9, more of them where its text needs so. */
export function slideHtml(slide: PresentedSlide, place: number, scene: HtmlScene): string {
  const { teller, layout } = scene
  const arranged = arrangeSlide(slide)
  const blocks = parseMarkdown(teller.text(slide.body))
  const [first, ...more]: FittedBody[] =
    layout === 'wide' && arranged.body ? fitBody(blocks, arranged.body, MAIN) : [{ sizePixels: 18, blocks }]
  const body = first && first.blocks.length > 0 ? bodyHtml(first) : ''
  const parts = [
    slide.map ? mapHtml(slide, arranged, scene) : '',
    body,
    slide.content ? contentHtml(slide, slide.content, arranged.content ?? MAIN, scene) : '',
  ]
  const main = sectionHtml(
    slide,
    place,
    { className: arranged.arrangement, main: parts.join('\n'), isMore: false },
    scene,
  )
  const others = more.map((page) =>
    sectionHtml(slide, place, { className: 'text', main: bodyHtml(page), isMore: true }, scene),
  )
  return [main, ...others].join('\n')
}

interface Section {
  readonly className: string
  readonly main: string
  readonly isMore: boolean
}

function sectionHtml(slide: PresentedSlide, place: number, section: Section, scene: HtmlScene): string {
  const { teller, footHtml } = scene
  const id = `slide-${place}`
  const told = teller.text(slide.title)
  const title = escapeHtml(told) + (section.isMore ? ' …' : '')
  const isLong = told.length > LONG_TITLE
  const sources = slide.sources.map((source) => teller.text(source)).join(' · ')
  const name = section.isMore ? '' : ` id="${id}" aria-labelledby="${id}-title"`
  return `<section class="slide as-${section.className}${isLong ? ' long' : ''}"${name}>
<header><h2${section.isMore ? '' : ` id="${id}-title"`}>${title || '&nbsp;'}</h2><p class="moment">${escapeHtml(tellMoment(slide, teller))}</p></header>
<div class="main">
${section.main}
</div>
<footer><p class="sources">${sources ? escapeHtml(teller.words.sources(sources)) : ''}</p>${footHtml}</footer>
</section>`
}

function bodyHtml({ blocks, sizePixels }: { blocks: readonly MarkdownBlock[]; sizePixels: number }): string {
  return `<div class="body size-${sizePixels}">${markdownHtml(blocks)}</div>`
}

function mapHtml(slide: PresentedSlide, arranged: ArrangedSlide, scene: HtmlScene): string {
  const { teller } = scene
  const alternative = teller.text(slide.alternative)
  const states = slide.map!.states
  const hrefs = states.map((_, state) => scene.mapHref(slide, state))
  if (hrefs.some((href) => href === null))
    return `<figure class="map undrawn"><p>${escapeHtml(alternative)}</p><figcaption>${escapeHtml(teller.words.hiddenMap)}</figcaption></figure>`
  const box = arranged.maps[0]!
  const size = `width="${Math.round(box.width)}" height="${Math.round(box.height)}"`
  const pictures = states.map(({ label }, state) => {
    const text = teller.text(label)
    const alt = state === 0 ? alternative : text
    const caption = text ? `<figcaption>${escapeHtml(text)}</figcaption>` : ''
    return `<figure><img src="${hrefs[state]}" alt="${escapeHtml(alt)}" ${size}>${caption}</figure>`
  })
  return `<div class="map${states.length > 1 ? ' swipe' : ''}"${swipeWords(states.length > 1, teller)}>${pictures.join('')}</div>`
}

/** What the script of the archive names its handle. */
function swipeWords(isSwipe: boolean, { words }: Teller): string {
  return isSwipe ? ` data-swipe="${escapeHtml(words.swipe)}"` : ''
}

function contentHtml(slide: PresentedSlide, content: PresentedContent, box: Box, scene: HtmlScene): string {
  const { teller } = scene
  switch (content.kind) {
    case 'figures':
      return `<dl class="content figures">${content.figures.map((figure) => figureHtml(figure, teller)).join('')}</dl>`
    case 'chart': {
      const height = Math.max(180, box.height - CHART_HEAD)
      const words = slide.map ? '' : `<p class="unseen">${escapeHtml(teller.text(slide.alternative))}</p>`
      return `<figure class="content chart"><figcaption>${escapeHtml(teller.text(content.chart.title))}</figcaption>${drawChart(content.chart, teller, box.width, height)}${words}</figure>`
    }
    case 'table': {
      const { table } = content
      const whole = { ...tellRows(table, teller), size: 16, leftOutCount: table.leftOutCount }
      const told = scene.layout === 'wide' ? fitRows(table, teller, box) : whole
      return `<div class="content table size-${told.size}">${tableHtml(teller.text(table.title), told, teller)}</div>`
    }
    case 'photo':
      return `<div class="content photo">${photoHtml(content.photo, null, scene)}</div>`
    case 'photo-pair': {
      const { before, after } = teller.words
      return `<div class="content swipe pair"${swipeWords(true, teller)}>${photoHtml(content.before, before, scene)}${photoHtml(content.after, after, scene)}</div>`
    }
  }
}

function figureHtml({ label, value, unit, note }: PresentedFigure, teller: Teller): string {
  const more = teller.text(note)
  return `<div><dt>${escapeHtml(teller.text(label))}</dt><dd><b>${escapeHtml(teller.value(value, unit))}</b>${more ? `<span>${escapeHtml(more)}</span>` : ''}</dd></div>`
}

function photoHtml(photo: PresentedPhoto, which: string | null, { teller, assetHref }: HtmlScene): string {
  const caption = [which, teller.text(photo.caption), photo.takenOn && teller.day(photo.takenOn)].filter(
    (part) => part,
  )
  const text = escapeHtml(caption.join(' · '))
  const href = assetHref(photo.asset)
  const picture = href
    ? `<img src="${href}" alt="${text}" width="${photo.widthPixels}" height="${photo.heightPixels}">`
    : `<p class="missing">${escapeHtml(teller.words.missingPhoto)}</p>`
  return `<figure>${picture}<figcaption>${text}</figcaption></figure>`
}
