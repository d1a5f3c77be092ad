import { expect, test } from 'vitest'
import { createFormats } from '../../ui/formats.ts'
import { dueMessages } from './due-messages.ts'
import { dueText } from './due-words.ts'

const french = (kind: Parameters<typeof dueText>[0]['kind'], values: Record<string, string | number>) =>
  dueText({ kind, values }, dueMessages.fr, createFormats('fr'))

test('tells each reason with its figures', () => {
  expect(french('punch-to-check', { count: 3 })).toBe('Réserves à lever (3)')
  expect(french('last-visit-old', { days: 74, date: '2026-09-15' })).toBe('Visite il y a 74 jours')
  expect(french('milestone', { title: 'Toiture', date: '2026-11-03' })).toMatch(
    /^Jalon le 3 nov. 2026.: Toiture$/,
  )
  expect(french('requested', { subject: 'Puits', askedBy: '' })).toMatch(/^Demande.: Puits$/)
  expect(french('requested', { subject: 'Puits', askedBy: 'la wilaya' })).toMatch(
    /^Demande de la wilaya.: Puits$/,
  )
  expect(
    dueText(
      { kind: 'no-report', values: { reference: 'M-1', days: 40 } },
      dueMessages.en,
      createFormats('en'),
    ),
  ).toBe('No report for 40 days (M-1)')
})

test('a value that is missing is told as unknown, never as 0', () => {
  expect(french('punch-to-check', {})).toBe('Réserves à lever (—)')
  expect(french('works-end', { reference: 'M-1' })).toBe('Fin des travaux le — (M-1)')
})
