import { expect, test } from 'vitest'
import { kindWord } from './kind-words.ts'

test('words of the sources become words of the person, whatever their case', () => {
  expect(kindWord('fr', 'hamlet')).toBe('hameau')
  expect(kindWord('fr', 'Community Health Centre')).toBe('centre de santé communautaire')
  expect(kindWord('en', 'Community Health Centre')).toBe('community health centre')
  expect(kindWord('en', 'Poste de Santé')).toBe('health post')
  expect(kindWord('fr', 'small_airport')).toBe('aérodrome')
})

test('a kind that is not known is shown as the source writes it', () => {
  expect(kindWord('fr', 'water_tower')).toBe('water tower')
})
