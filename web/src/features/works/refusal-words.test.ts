import { expect, test } from 'vitest'
import { refusalText, refusalWords } from './refusal-words.ts'

test('a refusal is told in the words of the server, with amounts, days and names as they are written', () => {
  const params = { number: 2, amountMinor: 150_000, outstandingMinor: 100_000, netMinor: 100_000 }
  expect(refusalText({ code: 'payment-over-net', params }, refusalWords.fr)).toBe(
    'Décompte 2\u202f: 1\u202f500,00, plus que ce qui reste à payer (1\u202f000,00 sur 1\u202f000,00).',
  )
})

test('the row of a list stands before it', () => {
  const params = { itemCode: 'A1', quantityMilli: 12_500, billMilli: 10_000 }
  expect(refusalText({ code: 'quantity-over-bill', params, row: 3 }, refusalWords.en)).toBe(
    'Row 3: Item “A1”: 12.5, more than the bill (10).',
  )
})

test('what would break later is told with the rule that it would break', () => {
  const params = { rule: 'not-started', kind: 'certificate', on: '2026-03-01', eventId: 'x' }
  const text = refusalText({ code: 'breaks-later-event', params }, refusalWords.fr)
  expect(text).toContain('Décompte')
  expect(text).toContain('1er mars 2026')
  expect(text).toContain('L’ordre de service de démarrage n’est pas donné')
})

test('a step out of its place names the one before which it stands', () => {
  const params = { step: 'final-acceptance', before: 'provisional-acceptance' }
  const text = refusalText({ code: 'chain-order', params }, refusalWords.fr)
  expect(text).toMatch(/Réception définitive.*pas avant.*Réception provisoire/)
})
