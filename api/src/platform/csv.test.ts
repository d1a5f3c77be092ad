import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'
import { writeCsv } from './write-csv.ts'

test('numbers, texts and unknowns are written as spreadsheets read them', () => {
  const text = writeCsv(['name', 'metres', 'note'], [['Gouraye, « bac »', -12.5, null]])
  expect(text).toBe('\uFEFFname,metres,note\r\n"Gouraye, « bac »",-12.5,\r\n')
})

test('a text that would run as a formula is disarmed, and read back as it was', () => {
  const text = writeCsv(['name'], [['=HYPERLINK("http://example.org")']])
  expect(text).toContain(`"'=HYPERLINK(`)
  expect(readCsv(text).rows).toEqual([['=HYPERLINK("http://example.org")']])
})

test('the separator is the one that the header uses', () => {
  expect(readCsv('name;longitude\nGhabou, ville;-12,08\n')).toEqual({
    header: ['name', 'longitude'],
    rows: [['Ghabou, ville', '-12,08']],
  })
})

test('a text that ends inside a quoted cell is truncated', () => {
  expect(() => readCsv('name,notes\nGhabou,"au bord du fl')).toThrow(SyntaxError)
})

test.each([
  ['quotes', 'dit « le "bac" »'],
  ['separators and line ends', 'un, deux;\r\ntrois\nquatre'],
  ['Arabic', 'غابو، خبو'],
  ['spaces at both ends', ' Ghabou '],
])('what was written is read back: %s', (_what, text) => {
  expect(readCsv(writeCsv(['a', 'b'], [[text, 'b']])).rows).toEqual([[text, 'b']])
})
