import type { Briefing, ExportJob } from '@borne/api/contracts/briefings'
import { ask, enterDemonstration } from '../support/visitor.ts'
import { type BenchRow, benchRow } from './bench-row.ts'

const SLIDES = 12
const GOAL_MS = 60_000
const FORMATS = ['pptx', 'pdf-wide', 'pdf-a4', 'zip', 'png'] as const
const LOOK_MS = 200

/** How long the files of a briefing of twelve slides take, from asking to the last byte. */
export async function measureExports(bench: string, url: string): Promise<BenchRow[]> {
  const cookie = await enterDemonstration(url, 'administrator')
  const briefing = await writeTwelve(url, cookie)
  const maps = briefing.slides.filter(({ view }) => view !== null).length
  const rows: BenchRow[] = []
  for (const format of FORMATS) {
    const start = performance.now()
    const { job, bytes } = await makeFile(url, cookie, briefing, format)
    const value = performance.now() - start
    const what = format === 'png' ? 'one map at 300 dpi' : `${SLIDES} slides, ${maps} with a map`
    const row = job.hasMaps
      ? `export as ${format}: ${what}, ${Math.round(bytes / 1000)} kB`
      : `export as ${format}, without maps: no Chromium`
    rows.push(benchRow(bench, { row, value, unit: 'ms', goal: GOAL_MS }))
  }
  return rows
}

/** The briefing of the demonstration, whose slides are repeated until there are twelve. */
async function writeTwelve(url: string, cookie: string): Promise<Briefing> {
  const { items } = await send<{ items: { id: string }[] }>(url, cookie, 'GET', '/api/briefings')
  const model = await send<Briefing>(url, cookie, 'POST', `/api/briefings/${items[0]!.id}/duplicate`, {})
  const slides = Array.from({ length: SLIDES }, (_, index) => ({
    ...model.slides[index % model.slides.length]!,
    id: `twelve${index}`,
  }))
  const { title, donorId, version } = model
  return send<Briefing>(url, cookie, 'PUT', `/api/briefings/${model.id}`, { title, donorId, version, slides })
}

async function send<T>(
  url: string,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await ask(url, method, path, body, cookie)
  if (answer.status >= 300)
    throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as T
}

async function makeFile(
  url: string,
  cookie: string,
  { id, slides }: Briefing,
  format: ExportJob['format'],
): Promise<{ job: ExportJob; bytes: number }> {
  const slide = slides.findIndex(({ view }) => view !== null) + 1
  let job = await send<ExportJob>(url, cookie, 'POST', `/api/briefings/${id}/exports`, { format, slide })
  while (job.state === 'waiting' || job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    job = await send<ExportJob>(url, cookie, 'GET', `/api/briefings/exports/${job.id}`)
  }
  if (job.state !== 'done') throw new Error(`export as ${format}: ${job.state}, ${job.problem?.detail}`)
  const file = await fetch(`${url}/api/briefings/exports/${job.id}/file`, { headers: { cookie } })
  return { job, bytes: (await file.arrayBuffer()).byteLength }
}
