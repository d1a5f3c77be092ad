import { expect, test } from 'vitest'
import { textIn } from './texts.ts'

test('the other language stands in where a text is not written', () => {
  expect(textIn({ fr: 'Oui : bien', en: 'Yes' }, 'fr')).toBe('Oui\u202f: bien')
  expect(textIn({ fr: ' ', en: 'Yes' }, 'fr')).toBe('Yes')
  expect(textIn({ fr: 'Oui', en: '' }, 'en')).toBe('Oui')
  expect(textIn({ fr: '', en: '' }, 'en')).toBe('')
})
