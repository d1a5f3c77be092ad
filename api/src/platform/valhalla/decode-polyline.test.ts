import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePolyline } from './decode-polyline.ts'

test('reads the example of the format', () => {
  // Google's example of five decimals, so ten times smaller here.
  expect(decodePolyline('_p~iF~ps|U_ulLnnqC_mqNvxq`@')).toEqual([
    [-12.02, 3.85],
    [-12.095, 4.07],
    [-12.6453, 4.3252],
  ])
})

test('gives back what was encoded, all over the world', () => {
  const degrees = (limit: number) => fc.integer({ min: -limit * 1e6, max: limit * 1e6 })
  fc.assert(
    fc.property(fc.array(fc.tuple(degrees(180), degrees(90))), (line) => {
      expect(decodePolyline(encode(line))).toEqual(line.map(([lon, lat]) => [lon / 1e6, lat / 1e6]))
    }),
  )
})

test('refuses a text that is cut short', () => {
  expect(() => decodePolyline('_p~i')).toThrow(RangeError)
  expect(() => decodePolyline('_p~iF')).toThrow(RangeError)
})

function encode(line: readonly (readonly [number, number])[]): string {
  let text = ''
  let last: readonly [number, number] = [0, 0]
  const put = (difference: number) => {
    let value = difference < 0 ? -2 * difference - 1 : 2 * difference
    for (; value >= 32; value = Math.floor(value / 32)) text += String.fromCharCode((value % 32) + 32 + 63)
    text += String.fromCharCode(value + 63)
  }
  for (const position of line) {
    put(position[1] - last[1])
    put(position[0] - last[0])
    last = position
  }
  return text
}
