/** Marks above and below letters, Latin and Arabic (tashkeel), and the tatweel that only stretches a word. */
const MARKS = /[\p{M}\u0640]/gu
const NOT_A_LETTER = /[^\p{L}\p{N}]+/gu
const FOLDED: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  œ: 'oe',
  æ: 'ae',
  ø: 'o',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƴ: 'y',
  ɲ: 'n',
}
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'gu')

/**
 * Form of a name under which it is stored for search and looked for: «Sélibaby» and «selibaby» are the same,
 * «غَابُو» and «غابو» too.
 *
 * Letters are decomposed (NFKD) and lose their marks (thus أ إ آ → ا), are lower-cased, some are folded
 * (ة → ه, ى → ي, Pulaar and Soninké hooked letters to plain ones), all else becomes one space.
 *
 * @returns Empty when the name has neither letter nor digit.
 */
export function searchKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(FOLDABLE, (letter) => FOLDED[letter]!)
    .replace(NOT_A_LETTER, ' ')
    .trim()
}
