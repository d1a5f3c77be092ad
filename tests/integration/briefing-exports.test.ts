import { existsSync } from 'node:fs'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { drawChart } from '../../api/src/features/briefings/export/draw-chart.ts'
import type { Exported } from '../../api/src/features/briefings/export/pictures.ts'
import { printPdf } from '../../api/src/features/briefings/export/print-pdf.ts'
import { setResolution } from '../../api/src/features/briefings/export/set-resolution.ts'
import { tellIn } from '../../api/src/features/briefings/export/tell.ts'
import { writeArchive, writeHtml } from '../../api/src/features/briefings/export/write-html.ts'
import { writePptx } from '../../api/src/features/briefings/export/write-pptx.ts'
import { openChromium } from '../../api/src/platform/chromium.ts'
import { openZip } from '../../api/src/platform/open-zip.ts'
import { readSheets } from '../../api/src/platform/read-sheet.ts'
import { readXmlTree } from '../../api/src/platform/xml-tree.ts'
import { drawPlain } from '../support/draw-plain.ts'
import { HOSTILE, samplePictures, samplePresentation } from '../support/sample-presentation.ts'

const chromiumPath = process.env.BORNE_TEST_CHROMIUM ?? '/usr/bin/chromium'
const hasChromium = existsSync(chromiumPath)
if (!hasChromium) console.log(`No Chromium at ${chromiumPath}: PDF is not printed.`)

function sample({ hasMaps = true, language = 'fr' as 'fr' | 'en' } = {}): Exported {
  return { presentation: samplePresentation(), pictures: samplePictures({ hasMaps }), language }
}

/** Every part of a package, each XML among them parsed. */
async function partsOf(file: Buffer): Promise<Map<string, Buffer>> {
  const zip = openZip(file, { parts: 500, partBytes: 2 ** 26, totalBytes: 2 ** 28 })
  const parts = new Map<string, Buffer>()
  for (const name of zip.names) {
    const bytes = (await zip.read(name))!
    parts.set(name, bytes)
    if (/\.(xml|rels)$/.test(name)) readXmlTree(bytes.toString('utf8'))
  }
  return parts
}

/** Of the hostile words; no XML holds them. */
const CONTROL = ['\u0001', '\u000b', '\ufffe']

const textOf = (parts: Map<string, Buffer>, name: string) => parts.get(name)!.toString('utf8')
const slidesOf = (parts: Map<string, Buffer>) =>
  [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
/** What a slide says, paragraph by paragraph. */
const saidOn = (xml: string) =>
  [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner]) =>
    [...inner!.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join(''),
  )

describe('PPTX', async () => {
  const parts = await partsOf(await writePptx(sample()))

  test('is a whole package: every part has a type, every relation a target', () => {
    const types = textOf(parts, '[Content_Types].xml')
    const overridden = [...types.matchAll(/<Override PartName="\/([^"]+)"/g)].map(([, name]) => name!)
    const endings = new Set([...types.matchAll(/<Default Extension="([^"]+)"/g)].map(([, ending]) => ending))
    expect(overridden.filter((name) => !parts.has(name))).toEqual([])
    expect(new Set(overridden).size).toBe(overridden.length)
    const untyped = [...parts.keys()].filter(
      (name) =>
        !overridden.includes(name) && !endings.has(name.split('.').at(-1)!) && name !== '[Content_Types].xml',
    )
    expect(untyped).toEqual([])
    const lost = [...parts.keys()]
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => lostTargets(parts, name))
    expect(lost).toEqual([])
  })

  test('has a cover and a slide for each, whose titles and texts are texts', () => {
    const slides = slidesOf(parts)
    expect(slides).toHaveLength(13)
    const first = textOf(parts, 'ppt/slides/slide2.xml')
    expect(first).toContain('type="title"')
    expect(saidOn(first)).toContain('Les postes du Guidimakha')
    expect(saidOn(first)).toContain(
      'Le poste de Khabou avance : *62 %* des travaux sont faits.'.replaceAll('*', ''),
    )
    expect(first).toMatch(/<a:buChar[^>]*\/><\/a:pPr><a:r>.*?<a:t>Gros œuvre terminé/s)
    expect(first).toMatch(/<a:buAutoNum[^>]*\/><\/a:pPr><a:r>.*?<a:t>Réception en mars/s)
    expect(textOf(parts, 'ppt/slides/_rels/slide2.xml.rels')).toContain(
      'Target="https://example.org/rapport"',
    )
    for (const name of slides) expect(textOf(parts, name)).not.toMatch(/<\/a:r>\s*<a:pPr/)
  })

  test('has charts that are charts, each with the workbook of its numbers', async () => {
    const charts = [...parts.keys()].filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).sort()
    expect(charts).toHaveLength(3)
    const [columns, lines, bars] = charts.map((name) => textOf(parts, name))
    expect(columns).toMatch(/<c:barDir val="col"\/><c:grouping val="stacked"\/>.*009E73/s)
    expect(lines).toMatch(/<c:lineChart>.*7A7A7A.*<a:prstDash val="dash"\/>.*<c:dateAx>/s)
    expect(bars).toMatch(/<c:barDir val="bar"\/><c:grouping val="clustered"\/>/)
    // A value that is not known is no point.
    expect(
      [...lines!.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(
        ([ser]) => [...ser.matchAll(/<c:val>.*<\/c:val>/gs)][0]![0].match(/<c:pt /g)!.length,
      ),
    ).toEqual([6, 5, 5, 2])
    const workbook = [...parts.keys()].filter((name) => name.endsWith('.xlsx')).sort()[1]!
    const [sheet] = await readSheets(parts.get(workbook)!, 'chart.xlsx')
    expect(sheet!.rows[0]!.cells.map((cell) => cell ?? '')).toEqual([
      '',
      'Prévu',
      'Réalisé',
      'Payé',
      'Projection',
    ])
    expect(sheet!.rows[1]!.cells.slice(0, 3)).toEqual(['2026-01-15', 0, 0])
  })

  test('has tables that are tables, and pictures with words', () => {
    const table = textOf(parts, 'ppt/slides/slide7.xml')
    expect(table).toContain('<a:tbl>')
    expect(saidOn(table)).toEqual(expect.arrayContaining(['Sahel Bâtiment &amp; Fils &lt;SARL&gt;', '—']))
    expect(table).toContain('descr="Ce que montre « Marchés », en toutes lettres."')
    expect(textOf(parts, 'ppt/slides/slide11.xml')).toContain('descr="Ce que montre « La carte seule »')
  })

  test('names nobody, and tells the time of the presentation alone', async () => {
    const core = textOf(parts, 'docProps/core.xml')
    expect(core).not.toMatch(/creator|lastModifiedBy/)
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g)].map(([moment]) => moment)).toEqual([
      '2026-11-28T09:30:00Z',
      '2026-11-28T09:30:00Z',
    ])
    for (const [name, bytes] of parts)
      if (name.endsWith('.xlsx'))
        expect([...(await partsOf(bytes)).keys()].filter((part) => part.startsWith('docProps'))).toEqual([])
  })

  test('places logos as high as their rule says, never stretched', () => {
    const masters = [...parts].filter(([name]) => name.startsWith('ppt/slideLayouts/slideLayout'))
    const sizes = masters
      .flatMap(([, xml]) => [...xml.toString().matchAll(/<p:pic>.*?<a:ext cx="(\d+)" cy="(\d+)"/gs)])
      .map(([, width, height]) => [Number(width) / Number(height), Number(height)])
    expect(sizes.map(([ratio]) => Math.round(ratio! * 100) / 100)).toEqual([3, 1])
    expect(Math.round((sizes[1]![1]! / sizes[0]![1]!) * 100) / 100).toBe(0.8)
  })

  test('keeps notes for oneself alone', async () => {
    const withNotes = [...parts].filter(([name]) => name.startsWith('ppt/notesSlides/'))
    expect(withNotes.some(([, bytes]) => bytes.includes('À dire devant'))).toBe(true)
    const shared = sample()
    const audience = { kind: 'public' as const, name: { fr: 'Public', en: 'Public' } }
    const presentation = { ...shared.presentation, audience }
    const told = await partsOf(await writePptx({ ...shared, presentation }))
    expect([...told].filter(([, bytes]) => bytes.includes('À dire devant')).map(([name]) => name)).toEqual([])
  })

  test('without Chromium says on the slide that the map is not drawn, and what it would show', async () => {
    const bare = await partsOf(await writePptx(sample({ hasMaps: false, language: 'en' })))
    const said = saidOn(textOf(bare, 'ppt/slides/slide2.xml')).join('\n')
    expect(said).toContain('What “Les postes du Guidimakha” shows, in words.')
    expect(said).toContain('The map is not drawn: the server has no Chromium browser.')
  })

  test('tells hostile words as words', () => {
    const xml = textOf(parts, 'ppt/slides/slide13.xml')
    expect(xml).not.toMatch(/<script|<img|javascript:[^<]*"/)
    expect(CONTROL.filter((sign) => xml.includes(sign))).toEqual([])
    expect(saidOn(xml).join('\n')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const links = textOf(parts, 'ppt/slides/_rels/slide13.xml.rels')
    expect([...links.matchAll(/TargetMode="External"/g)]).toEqual([])
  })
})

function lostTargets(parts: Map<string, Buffer>, name: string): string[] {
  const folder = name.replace(/_rels\/[^/]+$/, '')
  const relations = [...textOf(parts, name).matchAll(/<Relationship [^>]*>/g)].map(([tag]) => tag)
  return relations
    .filter((tag) => !tag.includes('TargetMode="External"'))
    .map((tag) => /Target="([^"]+)"/.exec(tag)![1]!)
    .map((target) => new URL(target, `http://package/${folder}`).pathname.slice(1))
    .filter((path) => !parts.has(path))
    .map((path) => `${name} → ${path}`)
}

describe('HTML', () => {
  const html = writeHtml(sample(), 'story')

  test('tells hostile words as words, and asks nobody for anything', () => {
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(2)&gt; &amp;amp;',
    )
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="assets/script.js" defer>'])
    const tags = html.match(/<[a-z][^>]*>/gi)!
    expect(tags.filter((tag) => /\son\w+=|javascript:|\sstyle=/.test(tag))).toEqual([])
    expect(CONTROL.filter((sign) => html.includes(sign))).toEqual([])
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address!)
    expect(addresses.filter((address) => !address.startsWith('assets/'))).toEqual([
      'https://example.org/rapport',
      'https://example.org/rapport',
    ])
    expect(HOSTILE).toContain('<script>')
  })

  test('an archive holds all that its page and styles name', async () => {
    const parts = await partsOf(writeArchive(sample()))
    const named = [...html.matchAll(/(?:src|href)="(assets\/[^"]*)"/g)].map(([, name]) => name!)
    const fonts = [...textOf(parts, 'assets/style.css').matchAll(/url\("([^"]+)"\)/g)].map(
      ([, name]) => `assets/${name}`,
    )
    expect([...new Set([...named, ...fonts])].filter((name) => !parts.has(name))).toEqual([])
    expect(textOf(parts, 'index.html')).toBe(html)
    expect([...parts.values()].some((bytes) => bytes.includes('À dire devant'))).toBe(false)
  })

  test('without maps says what they would show', () => {
    const bare = writeHtml(sample({ hasMaps: false }), 'story')
    expect(bare).toContain('<p>Ce que montre « La carte seule », en toutes lettres.</p>')
    expect(bare).not.toContain('assets/map-')
  })

  test('a name that is no asset of the presentation leads nowhere', () => {
    const exported = sample()
    const { slides } = exported.presentation
    const photo = slides[7]!.content
    if (photo?.kind === 'photo') photo.photo.asset = '../../secret.jpg'
    expect(writeHtml(exported, 'story')).not.toContain('secret')
  })
})

test('charts are drawn whatever their numbers are', () => {
  const chart = samplePresentation().slides[3]!.content
  if (chart?.kind !== 'chart') throw new Error('the fourth slide has a chart')
  const [first] = chart.chart.series
  const cases = [[], [null], [0], [-5, 5], [1e15, -1e15], [Number.NaN, 1], [0.0001]]
  for (const kind of ['line', 'column', 'bar'] as const)
    for (const values of cases) {
      const categories = values.map((_, index) => ({ fr: `<${index}>`, en: '' }))
      const drawn = drawChart(
        { ...chart.chart, kind, categories, isDated: false, series: [{ ...first!, values }] },
        tellIn('fr'),
        460,
        200,
      )
      readXmlTree(drawn)
      expect(drawn, `${kind} ${values}`).not.toMatch(/NaN|Infinity|undefined/)
    }
})

test('a PNG has its pixels, their density and nothing else', () => {
  const plain = drawPlain(20, 10, [1, 2, 3])
  const text = Buffer.from('00000005744558744141003132deadbeef', 'hex')
  const png = setResolution(Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]), 300)
  expect(chunksOf(png)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND'])
  expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11_811)
})

function chunksOf(png: Buffer): string[] {
  const types: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    types.push(png.toString('latin1', at + 4, at + 8))
  return types
}

test.skipIf(!hasChromium)(
  'PDF: a page for the cover and each slide, texts as texts, tags',
  { timeout: 180_000 },
  async () => {
    const chromium = openChromium({ chromium: chromiumPath })
    try {
      for (const [layout, pages] of [
        ['wide', 13],
        ['a4', 13],
      ] as const) {
        const pdf = await printPdf(chromium, sample(), layout)
        const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
        expect([layout, totalPages]).toEqual([layout, pages])
        for (const { title } of samplePresentation().slides.slice(0, 11))
          expect(text.join('\n')).toContain(title.fr)
        expect(text[1]).toContain('Gros œuvre terminé')
        expect(pdf.includes('/MarkInfo')).toBe(true)
        expect(text.join('\n')).not.toContain('À dire devant')
      }
    } finally {
      await chromium.close()
    }
  },
)
