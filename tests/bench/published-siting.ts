import { readFileSync } from 'node:fs'
import type { MipSolver } from '@borne/geodata/siting/mip-solver'
import { readPmed } from '@borne/geodata/siting/published.fixture'
import { solveSiting } from '@borne/geodata/siting/solve-siting'
import { type BenchRow, benchRow } from './bench-row.ts'
import { cpuMs } from './cpu-time.ts'

const FOLDER = new URL('../fixtures/siting/', import.meta.url)
const SECONDS = 60

/** The stored instances of the OR-Library: time until proven, and whether the published optimum was found. */
export async function publishedRows(bench: string, solver: MipSolver): Promise<BenchRow[]> {
  const optima = JSON.parse(readFileSync(new URL('optima.json', FOLDER), 'utf8')) as Record<
    string,
    { median: number; centre: number }
  >
  const rows: BenchRow[] = []
  for (const [name, published] of Object.entries(optima)) {
    const text = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8')
    for (const model of ['median', 'centre'] as const) {
      const problem = readPmed(text, model)
      const { ms, result } = await cpuMs(() => solveSiting(problem, { solver, seconds: SECONDS }))
      if (result.kind === 'refused') throw new Error(result.refusal.code)
      const scale = model === 'median' ? problem.weights.length : 1
      const off = Math.abs(result.value.objective! * scale - published[model])
      const verdict =
        result.isOptimal && off < 1e-6 ? 'published optimum proven' : `${off} off the published optimum`
      rows.push(
        benchRow(bench, { row: `siting, ${name}, ${model}: ${verdict}`, value: ms / 1000, unit: 's' }),
      )
    }
  }
  return rows
}
