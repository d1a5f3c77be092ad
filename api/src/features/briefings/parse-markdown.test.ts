import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMarkdown, plainMarkdown } from './parse-markdown.ts'

const plain = { isBold: false, isItalic: false, href: null }

test('headings, paragraphs and lists', () => {
  expect(parseMarkdown('# Titre\nUne **forte** et *belle* ligne\nsuite\n\n- un\n  - deux\n3. trois')).toEqual(
    [
      { kind: 'heading', level: 1, runs: [{ ...plain, text: 'Titre' }] },
      {
        kind: 'paragraph',
        runs: [
          { ...plain, text: 'Une ' },
          { ...plain, isBold: true, text: 'forte' },
          { ...plain, text: ' et ' },
          { ...plain, isItalic: true, text: 'belle' },
          { ...plain, text: ' ligne\nsuite' },
        ],
      },
      {
        kind: 'list',
        items: [
          { depth: 0, number: null, runs: [{ ...plain, text: 'un' }] },
          { depth: 1, number: null, runs: [{ ...plain, text: 'deux' }] },
          { depth: 0, number: 3, runs: [{ ...plain, text: 'trois' }] },
        ],
      },
    ],
  )
})

test('a link goes to the web or is text', () => {
  expect(parseMarkdown('[OIM](https://www.iom.int/a_b)')).toEqual([
    { kind: 'paragraph', runs: [{ ...plain, text: 'OIM', href: 'https://www.iom.int/a_b' }] },
  ])
  for (const text of [
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](data:text/html,1)',
    '[x](//example.org)',
    '[x](file:///etc/passwd)',
    '![x](https://example.org/x.png)',
    '[x](https://a"onclick="b)',
  ])
    expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', runs: [{ ...plain, text }] }])
})

test('what is no mark stays as it was typed', () => {
  for (const text of [
    '3 * 4 * 5',
    'nom_de_fichier_long',
    '<b onclick="x">gras</b>',
    '****',
    '**',
    'a ** b',
    '5 < 6 & 7',
  ])
    expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', runs: [{ ...plain, text }] }])
  expect(plainMarkdown('\\*pas fort\\*')).toBe('*pas fort*')
})

test('no text is lost or made up, and hostile texts take no time', () => {
  const letters = (text: string) =>
    [...text]
      .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
      .sort()
      .join('')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', '*', '_', '#', ' ', '\n', '-', '<', '&', '\\', '(', ')') }),
      (text) => {
        expect(letters(plainMarkdown(text))).toBe(letters(text))
      },
    ),
  )
  for (const piece of ['*', '**a', '[', '[a](', '_', '# ', '- ', '[a](https://', '\\'])
    expect(parseMarkdown(piece.repeat(8_000 / piece.length)).length).toBeGreaterThan(0)
})
