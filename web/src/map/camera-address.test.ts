import { expect, test } from 'vitest'
import { formatCamera, parseCamera } from './camera-address.ts'

test('a camera survives the address', () => {
  const camera = { center: [-12.18321, 15.15987] as [number, number], zoom: 11.25 }
  expect(parseCamera(formatCamera(camera))).toEqual({ center: [-12.1832, 15.1599], zoom: 11.25 })
})

test('the address gets more decimals as the map comes closer', () => {
  const center: [number, number] = [-12.123456789, 15.123456789]
  expect(formatCamera({ center, zoom: 6 })).toBe('-12.12,15.12,6')
  expect(formatCamera({ center, zoom: 16.504 })).toBe('-12.123457,15.123457,16.5')
})

test.each(['', 'a,b,c', '1,2', '1,2,3,4', '-12,,8', '181,15,8', '-12,91,8', '-12,15,NaN', '-12,15,99'])(
  'no camera is read from «%s»',
  (text) => {
    expect(parseCamera(text)).toBeUndefined()
  },
)

test('a zoom beyond the range of the map is brought back into it', () => {
  expect(parseCamera('-12,15,22')?.zoom).toBe(17)
  expect(parseCamera('-12,15,1')?.zoom).toBe(4)
})
