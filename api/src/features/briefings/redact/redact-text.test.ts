import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Secrets, STRUCK, textRedactor } from './redact-text.ts'

const NONE: Secrets = {
  names: [],
  toldNames: [],
  amounts: [],
  isMoneyWithheld: false,
  arePositionsWithheld: false,
}
const redact = (text: string, secrets: Partial<Secrets>) => textRedactor({ ...NONE, ...secrets })(text).text

test.each([
  ['Visite de Gouraye.', `Visite de ${STRUCK}.`],
  ['GOURAYE, gouraÿe', `${STRUCK}, ${STRUCK}`],
  ['le poste de Gou**ra**ye', `le poste de ${STRUCK}`],
  ['Gou\u00adraye', STRUCK],
  ['Gourayette', 'Gourayette'],
  ['à l’ouest de Gouraye-Nord', `à l’ouest de ${STRUCK}-Nord`],
  ['[carte](https://example.org/?q=Gouraye%20nord)', `[carte](https://${STRUCK})`],
])('a name: «%s»', (text, struck) => {
  expect(redact(text, { names: ['Gouraye'] })).toBe(struck)
})

test('spaces and accents of a name do not matter', () => {
  for (const text of ['Ould Yengé', 'ould\u00a0yenge', 'OuldYengé', 'Ould-Yengé', 'Ould\n Yenge\u0301'])
    expect(redact(`(${text})`, { names: ['Ould Yengé'] })).toBe(`(${STRUCK})`)
})

test('Arabic names, with vowel signs and with what is written in one with them', () => {
  for (const text of ['غورايا', 'بغورايا', 'غُوراي\u0640ا'])
    expect(redact(text, { names: ['غورايا'] })).toContain(STRUCK)
})

test('a withheld name that is part of a told one stays there', () => {
  const secrets = { names: ['Gouraye'], toldNames: ['Gouraye Nord'] }
  expect(redact('Gouraye Nord et Gouraye', secrets)).toBe(`Gouraye Nord et ${STRUCK}`)
})

test.each([
  '1234567.89',
  '1 234 567,89',
  '1\u202f234\u202f567,89',
  '1,234,567.89',
  '1.234.567,89',
  '1 234 568',
  '1234567',
  '1,23 million',
  '1.2 M',
  '1 235 k',
  '**1 234** 567',
  '2026 1 234 567',
])('an amount written «%s»', (text) => {
  const struck = redact(`Payé : ${text}.`, { amounts: [1_234_567.89] })
  expect(struck).toContain(STRUCK)
  expect(struck).not.toMatch(/234|1[.,]23?/)
})

test('other numbers stay', () => {
  const text = '12 postes, 1 234 habitants, 2026, 87,5 km'
  expect(redact(text, { amounts: [1_234_567.89] })).toBe(text)
})

test('where no money may be told, whatever has a currency goes', () => {
  expect(redact('Coût 12 MRU, 3,4 M€, $ 50', { isMoneyWithheld: true })).toBe(
    `Coût ${STRUCK} MRU, ${STRUCK} M€, $ ${STRUCK}`,
  )
})

test('exact places and identifiers go', () => {
  const secrets = { arePositionsWithheld: true }
  expect(redact('15.15799, -12,18479', secrets)).toBe(`${STRUCK}, ${STRUCK}`)
  expect(redact('15°09\'28" N', secrets)).toBe(`${STRUCK} N`)
  expect(redact('à 15,5 % et 1.250 km', secrets)).toBe('à 15,5 % et 1.250 km')
  expect(redact('/posts/0192aa00-0000-7000-8000-00000000abcd', {})).toBe(`/posts/${STRUCK}`)
})

test('whatever surrounds it, a name as a word of its own never stays', () => {
  const around = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '*', '_', '.', '\n', '7', 'م', '😀', '\u0301'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(around, around, (before, after) => {
      expect(redact(`${before} Gouraye ${after}`, { names: ['Gouraye'] })).not.toContain('Gouraye')
    }),
  )
})

test('an amount in any grouping never stays', () => {
  const amount = fc.integer({ min: 10_000, max: 999_999_999 })
  const space = fc.constantFrom('', ' ', '\u00a0', '\u202f', '.', ',', '’')
  fc.assert(
    fc.property(amount, space, (value, between) => {
      const written = String(value).replace(/\B(?=(\d{3})+$)/g, between)
      expect(redact(`a ${written} b`, { amounts: [value] })).toBe(`a ${STRUCK} b`)
    }),
  )
})

test('takes time in proportion to the text', () => {
  const text = '1 '.repeat(60_000)
  expect(redact(text, { amounts: [123_456], names: ['Gouraye'] })).toHaveLength(text.length)
})
