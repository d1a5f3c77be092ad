import { expect, test } from 'vitest'
import { CSV_DIALECTS, writeCsv } from './write-csv.ts'

test('numbers follow the language, texts are quoted where they must be', () => {
  const rows = [
    ['Nom', 'km'],
    ['Ould "Yengé"; nord', 20.4],
    ['غابو', null],
  ]
  expect(writeCsv(rows, CSV_DIALECTS.fr)).toBe('\ufeffNom;km\r\n"Ould ""Yengé""; nord";20,4\r\nغابو;\r\n')
  expect(writeCsv(rows, CSV_DIALECTS.en)).toContain('"Ould ""Yengé""; nord",20.4\r\n')
})

test('a text is never run as a formula; a negative number stays a number', () => {
  expect(writeCsv([['=1+1', '@x', -12.5]], CSV_DIALECTS.en)).toBe("\ufeff'=1+1,'@x,-12.5\r\n")
})

test('a line break stays inside its cell', () => {
  expect(writeCsv([['a\nb']], CSV_DIALECTS.fr)).toBe('\ufeff"a\nb"\r\n')
})
