import { afterAll, describe, expect, test } from 'vitest'
import type { Exported } from '../../../api/src/features/briefings/export/pictures.ts'
import { printPdf } from '../../../api/src/features/briefings/export/print-pdf.ts'
import { setResolution } from '../../../api/src/features/briefings/export/set-resolution.ts'
import { writeArchive, writeSite } from '../../../api/src/features/briefings/export/write-html.ts'
import { writePptx } from '../../../api/src/features/briefings/export/write-pptx.ts'
import { openChromium, PAGE_ORIGIN } from '../../../api/src/platform/chromium.ts'
import { readConfig } from '../../../api/src/platform/config.ts'
import { drawPlain } from '../../support/draw-plain.ts'
import { findWithheld, forbiddenFor } from '../../support/find-withheld.ts'
import { partsOfPng, type ToldText, textsOfPdf, textsOfZip } from '../../support/read-export.ts'
import { type AskedWorld, askedWorlds, showWorld } from '../../support/show-world.ts'

const WORLDS = 2
const PRINTED_WORLDS = 1
const LONGEST_MS = 120_000
const seed = Number(process.env.BORNE_TEST_REDACTION_SEED ?? Date.now() % 0x7fffffff)
console.log(`BORNE_TEST_REDACTION_SEED=${seed}`)
const chromium = openChromium(readConfig({ BORNE_DATA_DIR: '/nowhere' }))
afterAll(() => chromium.close())
if (!chromium.path) console.log('No Chromium here: PDF and PNG are not looked at.')

const PICTURE = drawPlain(40, 30, [90, 120, 150])

function exportOf(asked: AskedWorld): Exported {
  const { presentation, assets } = showWorld(asked)
  return {
    presentation,
    language: 'fr',
    pictures: {
      assets: new Map(assets.map(({ name }) => [name, PICTURE])),
      maps: new Map(presentation.slides.map(({ id }) => [id, [PICTURE, PICTURE]])),
    },
  }
}

/** In no text anything withheld; and in some text what may be told, so that the texts are known to be there. */
function judge(name: string, { world, rules, donorId }: AskedWorld, texts: readonly ToldText[]): void {
  const forbidden = forbiddenFor(world, rules, donorId)
  for (const { where, text } of texts)
    expect(findWithheld(forbidden, text), `${name}, ${where}`).toBeUndefined()
  expect(
    texts.some(({ text }) => /Le ?point/.test(text)),
    name,
  ).toBe(true)
}

describe('redaction', () => {
  test('PPTX and the archive tell nothing that is withheld', { timeout: LONGEST_MS }, async () => {
    for (const { name, ...asked } of askedWorlds(seed, WORLDS)) {
      const exported = exportOf(asked)
      judge(`PPTX of ${name}`, asked, await textsOfZip(await writePptx(exported)))
      judge(`archive of ${name}`, asked, await textsOfZip(writeArchive(exported)))
    }
  })

  test.runIf(chromium.path)(
    'PDF and PNG tell nothing that is withheld',
    { timeout: LONGEST_MS },
    async () => {
      for (const { name, ...asked } of askedWorlds(seed, PRINTED_WORLDS)) {
        const exported = exportOf(asked)
        for (const layout of ['a4', 'wide'] as const)
          judge(`${layout} of ${name}`, asked, await textsOfPdf(await printPdf(chromium, exported, layout)))
        expect(partsOfPng(setResolution(await photograph(exported), 300))).toEqual([
          'IHDR',
          'pHYs',
          'IDAT',
          'IEND',
        ])
      }
    },
  )
})

/** What is drawn of a presentation, as Chromium hands it out. */
function photograph(exported: Exported): Promise<Buffer> {
  const html = writeSite(exported, 'wide').get('index.html')!
  const options = {
    site: async () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: html }),
    widthPixels: 640,
    heightPixels: 360,
    scale: 1,
    language: 'fr' as const,
    hasScripts: false,
    signal: new AbortController().signal,
  }
  return chromium.withPage(options, async (page) => {
    await page.goto(`${PAGE_ORIGIN}/`)
    return page.screenshot({ type: 'png' })
  })
}
