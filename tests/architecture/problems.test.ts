import { describe, expect, test } from 'vitest'
import { PROBLEM_CATALOGUE, type ProblemEntry } from '../../api/src/platform/problem-catalogue.ts'
import { readSources } from './source-files.ts'

const entries = Object.entries(PROBLEM_CATALOGUE) as [string, ProblemEntry][]
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('the catalogue of problems', () => {
  test.each(entries)('%s says the same in French and in English', (_code, entry) => {
    expect(placeholders(entry.en.detail)).toEqual(placeholders(entry.fr.detail))
    for (const words of [entry.fr, entry.en]) expect(words.title && words.detail).not.toBe('')
  })

  test.each(entries)('%s keeps French typography', (_code, entry) => {
    const text = `${entry.fr.title} ${entry.fr.detail}`
    expect(text).not.toMatch(/[^\s\u00a0\u202f][;:!?»](?=\s|$)|«[^\s\u00a0\u202f]|'/)
  })

  test('each code is used somewhere', () => {
    const code = readSources('api/src/*.ts', 'geodata/src/*.ts', 'migrations/*.ts')
      .filter((file) => !file.path.endsWith('problem-catalogue.ts'))
      .map((file) => file.text)
      .join('\n')
    const unused = entries.map(([name]) => name).filter((name) => !code.includes(`'${name}'`))
    expect(unused).toEqual([])
  })
})
