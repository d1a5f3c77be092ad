import { expect, test } from 'vitest'
import { readDegrees, splitPair, writeDegrees } from './coordinates.ts'

test.each([
  ['15.1585', 'latitude', 15.1585],
  ['15,1585', 'latitude', 15.1585],
  [' 15,1585° N ', 'latitude', 15.1585],
  ['12,1834 O', 'longitude', -12.1834],
  ['12.1834w', 'longitude', -12.1834],
  ['-12.1834', 'longitude', -12.1834],
  ['−12,1834', 'longitude', -12.1834],
  ['181', 'longitude', 181],
] as const)('«%s» is a %s of %d', (text, axis, degrees) => {
  expect(readDegrees(text, axis)).toBe(degrees)
})

test.each([
  ['', 'latitude'],
  ['NaN', 'latitude'],
  ['15 O', 'latitude'],
  ['-12 O', 'longitude'],
  ['15.1.2', 'latitude'],
  ['1e3', 'longitude'],
  ['quinze', 'latitude'],
] as const)('«%s» is no %s', (text, axis) => {
  expect(readDegrees(text, axis)).toBeNull()
})

test.each([
  ['15.1585, -12.1834', ['15.1585', '-12.1834']],
  ['15.1585,-12.1834', ['15.1585', '-12.1834']],
  ['15,1585 -12,1834', ['15,1585', '-12,1834']],
  ['15,1585; 12,1834 O', ['15,1585', '12,1834 O']],
  ['15.1585° N, 12.1834° W', ['15.1585° N', '12.1834° W']],
])('«%s» is a pair', (text, pair) => {
  expect(splitPair(text)).toEqual(pair)
})

test.each(['15,1585', '15.1585', '15.1585, ', 'Ghabou, 12', '1, 2, 3'])('«%s» is no pair', (text) => {
  expect(splitPair(text)).toBeNull()
})

test.each([0, -12.4517234, 14.9006411, -0.000001, 179.999999])(
  '%d degrees, written, are read again',
  (degrees) => {
    expect(readDegrees(writeDegrees(degrees), 'longitude')).toBeCloseTo(degrees, 6)
  },
)
