import { describe, expect, test } from 'vitest'
import {
  fillStop,
  moveStop,
  pointStop,
  readStops,
  readTypedPosition,
  removeStop,
  stopPosition,
  writeStops,
} from './stops.ts'

describe('stops of an address', () => {
  test('always leave two places to choose', () => {
    expect(readStops(undefined)).toEqual(['', ''])
    expect(readStops('a')).toEqual(['a', ''])
    expect(readStops('a;;b')).toEqual(['a', '', 'b'])
  })

  test('are written as they were read', () => {
    expect(writeStops(readStops('a;;b'))).toBe('a;;b')
    expect(writeStops(['', ''])).toBeUndefined()
  })

  test('are moved, filled and taken away without losing the others', () => {
    expect(moveStop(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moveStop(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
    expect(moveStop(['a', 'b'], 0, 2)).toEqual(['a', 'b'])
    expect(fillStop(['a', ''], 'b')).toEqual(['a', 'b'])
    expect(fillStop(['a', 'b'], 'c')).toEqual(['a', 'b', 'c'])
    expect(removeStop(['a', 'b', 'c'], 1)).toEqual(['a', 'c'])
    expect(removeStop(['a', 'b'], 0)).toEqual(['', 'b'])
  })

  test('a point is longitude, latitude with five decimals', () => {
    expect(pointStop([-12.1847912, 15.1579912])).toBe('-12.18479,15.15799')
    expect(stopPosition('-12.18479,15.15799')).toEqual([-12.18479, 15.15799])
    expect(stopPosition('0d0a8d0e-6d1c-4ad5-8a55-0c54ac5e1c50')).toBeNull()
    expect(stopPosition('')).toBeNull()
  })
})

describe('typed positions', () => {
  test('are read in either order when the sign tells', () => {
    expect(readTypedPosition('15.158, -12.185')).toEqual([[-12.185, 15.158]])
    expect(readTypedPosition('-12.185 15.158')).toEqual([[-12.185, 15.158]])
    expect(readTypedPosition('15,158 ; -12,185')).toEqual([[-12.185, 15.158]])
  })

  test('are offered in both orders when it does not', () => {
    expect(readTypedPosition('12.1 15.2')).toHaveLength(2)
  })

  test('are not seen in a name', () => {
    expect(readTypedPosition('Chouweya 3')).toEqual([])
    expect(readTypedPosition('15')).toEqual([])
  })
})
