import { readdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Bench, BenchRow } from './bench-row.ts'

const HERE = new URL('.', import.meta.url)

/** Runs the benchmarks of this folder, all or the named one, and prints one table. A missed goal is no error. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: { json: { type: 'string' } },
  })
  const benches = await findBenches()
  const chosen = positionals.length > 0 ? benches.filter(({ name }) => positionals.includes(name)) : benches
  if (chosen.length === 0) {
    console.error(`no such benchmark; there are: ${benches.map(({ name }) => name).join(', ')}`)
    return 2
  }
  const rows: BenchRow[] = []
  for (const bench of chosen)
    rows.push(...(await bench.run((line) => console.error(`${bench.name}: ${line}`))))
  print(rows)
  if (values.json) await writeFile(values.json, `${JSON.stringify(rows, null, 2)}\n`)
  return 0
}

async function findBenches(): Promise<Bench[]> {
  const files = (await readdir(HERE)).filter((file) => file.endsWith('.bench.ts')).sort()
  return Promise.all(
    files.map(async (file) => ((await import(new URL(file, HERE).href)) as { bench: Bench }).bench),
  )
}

function print(rows: readonly BenchRow[]): void {
  const figure = (value: number | null) => (value === null ? '—' : value.toFixed(value < 10 ? 2 : 1))
  const verdict = (met: boolean | null) => (met === null ? '' : met ? 'met' : 'MISSED')
  const table = [
    ['row', 'value', 'unit', 'peer', 'peer value', 'ratio', 'goal', ''],
    ...rows.map((r) => [
      `${r.bench}: ${r.row}`,
      figure(r.value),
      r.unit,
      r.peer ?? '',
      r.peer ? figure(r.peerValue) : '',
      r.ratio === null ? '' : r.ratio.toFixed(r.ratio < 0.1 ? 5 : 2),
      [
        ...(r.goal === null ? [] : [`≤ ${r.goal}`]),
        ...(r.goalRatio === null ? [] : [`ratio ≤ ${r.goalRatio}`]),
      ].join(', '),
      verdict(r.met),
    ]),
  ]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((cells) => cells[column]!.length)))
  const isNumber = (column: number) => [1, 4, 5, 6].includes(column)
  for (const cells of table) {
    const padded = cells.map((cell, column) =>
      isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
    )
    console.log(padded.join('  ').trimEnd())
  }
}

process.exitCode = await main()
