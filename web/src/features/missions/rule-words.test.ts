import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { createFormats } from '../../ui/formats.ts'
import { ruleMessages } from './rule-messages.ts'
import { brokenText, conflictText, reasonTexts } from './rule-words.ts'

const question = {
  places: [{ id: 'p1', name: 'Ghabou' }],
  visits: [{ id: 'v1', placeId: 'p1' }],
  rules: [{ id: 'r1', name: 'De jour seulement' }],
} as unknown as MissionQuestion
const formats = createFormats('fr')
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ')

test('a broken rule names itself and by how much', () => {
  const told = (broken: Parameters<typeof brokenText>[1]) =>
    plain(brokenText(question, broken, ruleMessages.fr, formats))
  expect(told({ ruleId: 'r1', kind: 'daylight', excess: 25, unit: 'minutes' })).toBe(
    'De jour seulement, de 25 min',
  )
  expect(told({ ruleId: null, kind: 'no-way', excess: 1, unit: 'count' })).toBe('Aucune route')
  expect(told({ ruleId: null, kind: 'convoy', excess: 1, unit: 'vehicles' })).toBe(
    'Convoi, il manque 1 véhicule',
  )
})

test('reasons are sentences, and so is the lack of one', () => {
  const told = (reasons: Parameters<typeof reasonTexts>[1]) =>
    reasonTexts(question, reasons, ruleMessages.fr, formats).map(plain)
  expect(
    told([
      { code: 'rule', ruleId: 'r1' },
      { code: 'longer-days', minutes: 90 },
    ]),
  ).toEqual([
    'Elle entrerait sans la règle « De jour seulement ».',
    'Elle entrerait si chaque jour finissait 1 h 30 plus tard.',
  ])
  expect(told([{ code: 'instead-of', visitIds: ['v1'] }])[0]).toContain('à la place de Ghabou')
  expect(told([])).toHaveLength(1)
})

test('the parts of a conflict are named', () => {
  const told = (part: Parameters<typeof conflictText>[1]) =>
    plain(conflictText(question, part, ruleMessages.fr))
  expect(told({ kind: 'visit', visitId: 'v1' })).toBe('la visite obligatoire de Ghabou')
  expect(told({ kind: 'rule', ruleId: 'r1' })).toBe('la règle « De jour seulement »')
})
