import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Caller } from '../../../platform/access/caller.ts'
import { problem } from '../../../platform/problems.ts'
import type { Briefing } from '../contract.ts'
import type { ExportInput } from '../export-contract.ts'
import { SHOWING_HEADER } from '../link-contract.ts'
import { makeShowing } from '../make-showing.ts'
import type { Presentation } from '../presentation-contract.ts'
import { drawMapPng, drawMaps, type ShownMaps } from './draw-maps.ts'
import type { ExportProgress } from './export-jobs.ts'
import type { Pictures } from './pictures.ts'
import { printPdf } from './print-pdf.ts'
import { writeArchive } from './write-html.ts'
import { writePptx } from './write-pptx.ts'

/**
 * The file of a briefing as it is shown now: to its caller, or to an audience.
 *
 * @throws problems of showings and of drawing; the reason of `progress.signal` once it is aborted.
 */
export async function makeExport(
  app: FastifyInstance,
  caller: Caller,
  briefing: Briefing,
  asked: z.output<typeof ExportInput>,
  progress: ExportProgress,
): Promise<Buffer> {
  const { format, language } = asked
  const { signal } = progress
  const { presentation, key, withheld } = await makeShowing(app, caller, briefing, asked.audience)
  signal.throwIfAborted()
  const shown: ShownMaps = { presentation, key, language, signal }
  if (format === 'png') {
    progress.plan(1, withheld)
    return drawSheet(app, shown, asked)
  }
  const hasChromium = app.chromium.path !== null
  progress.plan(1 + (hasChromium ? countMaps(presentation) : 0), withheld)
  const maps: Pictures['maps'] = hasChromium ? await drawMaps(app, shown, progress.step) : new Map()
  const exported = { presentation, language, pictures: { maps, assets: await loadAssets(app, shown) } }
  signal.throwIfAborted()
  if (format === 'pptx') return writePptx(exported)
  if (format === 'zip') return writeArchive(exported)
  return printPdf(app.chromium, exported, format === 'pdf-a4' ? 'a4' : 'wide', signal)
}

function drawSheet(
  app: FastifyInstance,
  shown: ShownMaps,
  { slide, paper }: z.output<typeof ExportInput>,
): Promise<Buffer> {
  const map = shown.presentation.slides[slide - 1]?.map
  if (!map) throw problem('export-without-map', { slide })
  // Of two states the later one is what the slide tells of.
  return drawMapPng(app, shown, { slide, state: map.states.length - 1, paper })
}

function countMaps({ slides }: Presentation): number {
  return slides.reduce((sum, { map }) => sum + (map?.states.length ?? 0), 0)
}

/** Photos and logos, asked for with the key as every screen asks for them. One that is not there is left out. */
async function loadAssets(
  app: FastifyInstance,
  { presentation, key }: ShownMaps,
): Promise<Map<string, Buffer>> {
  const names = new Set(presentation.logos.map(({ asset }) => asset))
  for (const { content } of presentation.slides) {
    if (content?.kind === 'photo') names.add(content.photo.asset)
    if (content?.kind === 'photo-pair') names.add(content.before.asset).add(content.after.asset)
  }
  const assets = new Map<string, Buffer>()
  for (const name of names) {
    const answer = await app.inject({
      url: `/api/shared/assets/${name}`,
      headers: { [SHOWING_HEADER]: key, 'accept-encoding': 'identity' },
    })
    if (answer.statusCode === 200) assets.set(name, answer.rawPayload)
  }
  return assets
}
