import { expect, test } from 'vitest'
import { formatMark, parseMark } from './place-mark.ts'

test('a mark survives the address, with commas and Arabic in its name', () => {
  const mark = { position: [-12.18341, 15.15852] as [number, number], name: 'غابو, nord' }
  expect(parseMark(formatMark(mark))).toEqual(mark)
})

test.each([undefined, '', 'Ghabou', '1,2', '200,15,Ghabou', '-12,95,Ghabou', 'a,b,Ghabou', ' , ,Ghabou'])(
  'what is no mark gives none: %s',
  (text) => {
    expect(parseMark(text)).toBeUndefined()
  },
)
