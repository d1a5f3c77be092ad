import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Way } from '../../api/src/features/ways/contract.ts'
import { openRegionApp } from '../support/region-app.ts'

const SELIBABY = '-12.18479,15.15799'
const COLUMNS = [
  { crossing: 'true', documented: 'false', presumed: 'false' },
  { crossing: 'false', documented: 'false', presumed: 'false' },
  { crossing: 'false', documented: 'false', presumed: 'true' },
  { crossing: 'false', documented: 'true', presumed: 'true' },
] as const

/** geodata/data/SOURCES.md, section 10: kilometres from Sélibaby, null = no way. Below it the three checked ways. */
const TABLE: readonly [name: string, at: string, km: readonly (number | null)[]][] = [
  ['Gouraye', '-12.45024,14.90099', [44, 44, 44, 44]],
  ['Diaguili', '-12.39293,14.84732', [63, null, 54, 54]],
  ['Diogountourou', '-12.25005,14.76992', [null, null, 72, 71]],
  ['Ghabou', '-12.08801,14.74134', [157, null, 92, 51]],
  ['El Melgué', '-11.815,14.9029', [102, 102, 102, 101]],
  ['Boully', '-11.79545,15.31884', [155, 155, 154, 48]],
  ['Ould Yengé', '-11.71287,15.54358', [184, 185, 184, 78]],
  ['Hamoud', '-11.51519,15.61643', [207, 209, 208, 98]],
  ['Sangué-Diéri', '-12.57741,15.08075', [null, null, 66, 66]],
  ['Wompou', '-12.72414,15.13154', [null, null, 121, 121]],
  ["M'Bout", '-12.57854,16.02303', [120, 120, 120, 120]],
  ['Kankossa', '-11.51914,15.93673', [823, 823, 201, 134]],
  ['Bakel', '-12.45681,14.90497', [45]],
  ['Kaédi', '-13.50399,16.15237', [232]],
  ['Kayes', '-11.43792,14.44341', [181]],
]

let region: Awaited<ReturnType<typeof openRegionApp>>
beforeAll(async () => {
  region = await openRegionApp()
}, 240_000)
afterAll(() => region?.close())

test.each(TABLE)('%s is as far from Sélibaby as the reference says', async (_name, at, columns) => {
  for (const [column, published] of columns.entries()) {
    const query = { stops: `${SELIBABY};${at}`, by: 'distance', ...COLUMNS[column] }
    const answer = await region.app.inject({ url: '/api/ways', query })
    expect(answer.statusCode).toBe(200)
    const { lengthMetres } = answer.json<Way>()
    expect(lengthMetres === null, `column ${column + 1}`).toBe(published === null)
    if (lengthMetres === null || published === null) continue
    const off = Math.abs(lengthMetres / 1000 - published)
    expect(off, `column ${column + 1}`).toBeLessThanOrEqual(Math.max(1, published / 100))
  }
})
