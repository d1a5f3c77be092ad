/// <reference lib="dom" />
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { startApp } from '../support/start-app.ts'
import { type BenchRow, benchRow } from './bench-row.ts'
import type { CoverageCase } from './coverage-case.ts'
import { median } from './stopwatch.ts'

const CHROMIUM = [process.env.BORNE_TEST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser']
const ASSETS = new URL('../../web/dist/assets/', import.meta.url)
const GOAL_MS = 50
/** Longer than a hand takes from the first answer to the slider. */
const PAUSE_MS = 2000
/** As a hand moves the slider: none of these was asked before. */
const FIRST_STEPS = [75, 90, 105, 120, 135, 150]
const STEPS = Array.from({ length: 40 }, (_, i) => 10 + 5 * i)

/** A step of the minutes by the built worker of the product in Chromium, in wall time from the question to the answer. */
export async function measureInBrowser(bench: string, { posts }: CoverageCase): Promise<BenchRow[]> {
  const executablePath = CHROMIUM.find((path) => path && existsSync(path))
  if (!executablePath) {
    const row = 'a step in Chromium’s worker: left out, no Chromium (set BORNE_TEST_CHROMIUM)'
    return [benchRow(bench, { row, value: null, unit: 'ms' })]
  }
  const app = await startApp()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage()
    await page.goto(`${app.url}/borne.svg`)
    const measured = await page.evaluate(askWorker, {
      worker: await findWorker(),
      places: posts.map(({ postId, position }) => ({ postId, position })),
      firstSteps: FIRST_STEPS,
      steps: STEPS,
      pauseMs: PAUSE_MS,
    })
    return rowsOf(bench, posts.length, measured)
  } finally {
    await browser.close()
    await app.stop()
  }
}

async function findWorker(): Promise<string> {
  const found = (await readdir(ASSETS)).find((name) => /^roads\.worker-.*\.js$/.test(name))
  if (!found) throw new Error('the built app has no worker of the roads')
  return `/assets/${found}`
}

interface Asked {
  worker: string
  places: { postId: string; position: readonly [number, number] | null }[]
  firstSteps: number[]
  steps: number[]
  pauseMs: number
}

/** From the question to the figures, and from then to the roads; in milliseconds. */
interface Step {
  figures: number
  roads: number
}

/** Runs in the page: hands the worker the roads and twenty posts, then moves the minutes. */
async function askWorker({ worker: path, places, firstSteps, steps, pauseMs }: Asked) {
  const enter = { method: 'POST', body: '{"role":"administrator"}' }
  const headers = { 'content-type': 'application/json' }
  const entered = await fetch('/api/session/demonstration', { ...enter, headers })
  if (!entered.ok) throw new Error(`the demonstration answered ${entered.status}`)
  const day = `date=${new Date().toISOString().slice(0, 10)}`
  const inputs = await (await fetch(`/api/roads/inputs?${day}`)).json()
  const graph = await (await fetch(`/api/roads/graph?${day}`)).arrayBuffer()
  const [model] = inputs.posts
  inputs.posts = places.map((place) => ({ ...model, ...place, isPositionUnconfirmed: false }))
  const worker = new Worker(path, { type: 'module' })
  let count = 0
  const ask = (kind: string, question: unknown, transfer: Transferable[] = []) =>
    new Promise<{ reachedBorderMetres: number }>((resolve, reject) => {
      const id = ++count
      worker.addEventListener('error', ({ message }) => reject(new Error(message)))
      worker.addEventListener('message', function take({ data }) {
        if (data.id !== id) return
        worker.removeEventListener('message', take)
        if ('fault' in data) reject(new Error(data.fault))
        else resolve(data.answer)
      })
      worker.postMessage({ id, kind, question }, transfer)
    })
  const asked = {
    vehicle: '4x4',
    crossing: false,
    documented: true,
    presumed: false,
    presumedMetres: 15_000,
    postIds: places.map(({ postId }) => postId),
    access: { maxMetres: 2000, kmh: null },
    includeUnconfirmed: false,
    changes: [],
    contractPosts: [],
  }
  const take = async (minutes: number) => {
    const begun = performance.now()
    const { reachedBorderMetres } = await ask('coverage', { ...asked, minutes })
    const told = performance.now()
    if (reachedBorderMetres === 0) throw new Error(`nothing is in reach within ${minutes} minutes`)
    await ask('reached-roads', { ...asked, minutes })
    return { figures: told - begun, roads: performance.now() - told }
  }
  await ask('graph', graph, [graph])
  await ask('inputs', inputs)
  const opening = await take(60)
  await new Promise((resolve) => setTimeout(resolve, pauseMs))
  const first = []
  for (const minutes of firstSteps) first.push(await take(minutes))
  const later = []
  for (const minutes of steps) later.push(await take(minutes))
  return { opening, first, later }
}

type Measured = { opening: Step; first: Step[]; later: Step[] }

function rowsOf(bench: string, postCount: number, { opening, first, later }: Measured): BenchRow[] {
  const step = `a step of the minutes in Chromium’s worker, wall time, ${postCount} posts`
  const row = (name: string, value: number, goal?: number) =>
    benchRow(bench, { row: name, value, unit: 'ms', ...(goal === undefined ? {} : { goal }) })
  const figures = (steps: readonly Step[]) => steps.map((one) => one.figures)
  return [
    row(`${step}: figures, median of ${later.length}`, median(figures(later)), GOAL_MS),
    row(`${step}: figures, the slowest`, Math.max(...figures(later)), GOAL_MS),
    row(`${step}: figures, median of the first ${first.length}`, median(figures(first)), GOAL_MS),
    row(`${step}: figures, the slowest of these`, Math.max(...figures(first)), GOAL_MS),
    row(`${step}: the drawn roads after them, median`, median(later.map(({ roads }) => roads))),
    row('the first answer in Chromium’s worker, all times searched', opening.figures),
  ]
}
