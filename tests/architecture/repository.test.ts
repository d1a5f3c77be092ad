import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listFiles, ROOT, readSources } from './source-files.ts'

const ALLOWED_LICENCES =
  /^\(?(MIT|ISC|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|0BSD|MPL-2\.0|OFL-1\.1|CC0-1\.0|BlueOak-1\.0\.0|Unlicense)\b/

describe('the repository', () => {
  test('holds no file over a megabyte that is not data', () => {
    const large = listFiles().filter(
      (path) => existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).size > 1_000_000,
    )
    const isData = (path: string) => path.startsWith('geodata/data/') || path.endsWith('.osm.pbf')
    expect(large.filter((path) => !isData(path))).toEqual([])
  })

  test('has no left-over marks in the sources', () => {
    const marks = readSources('*.ts', '*.tsx', '*.sql').filter((file) =>
      /\b(TO[D]O|FIX[M]E|X[X]X)\b/.test(file.text),
    )
    expect(marks.map((file) => file.path)).toEqual([])
  })

  test('styles with logical properties, so that a right-to-left language stays possible', () => {
    const physical =
      /(?:^|[;{\s])(?:(?:margin|padding|border)-(?:left|right)|left|right|text-align:\s*(?:left|right)|float)\s*:/m
    const sheets = readSources('web/src/*.css').filter((file) => physical.test(file.text))
    expect(sheets.map((file) => file.path)).toEqual([])
  })

  test('depends only on packages under the licences that it allows', () => {
    const refused = directDependencies()
      .map((manifest) => ({ name: manifest.name, licence: manifest.license ?? 'none' }))
      .filter(({ licence }) => !ALLOWED_LICENCES.test(licence))
    expect(refused).toEqual([])
  })

  test('gives each dependency its reason', () => {
    const reasons = readFileSync(join(ROOT, 'docs/decisions/0002-dependencies.md'), 'utf8')
    const missing = directDependencies().filter(({ name }) => !reasons.includes(`\`${name}\``))
    expect([...new Set(missing.map(({ name }) => name))]).toEqual([])
  })
})

interface Manifest {
  readonly name: string
  readonly license?: string
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
}

function directDependencies(): Manifest[] {
  return ['.', 'api', 'geodata', 'migrations', 'tests', 'web'].flatMap((member) => {
    const manifest = readManifest(join(ROOT, member, 'package.json'))
    return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter((name) => !name.startsWith('@borne/'))
      .map((name) => readManifest(join(ROOT, member, 'node_modules', name, 'package.json')))
  })
}

function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest
}
