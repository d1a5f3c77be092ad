import { parseArgs } from 'node:util'
import { expect, test } from 'vitest'
import { bindNegative, ROAD_OPTIONS, readNetworkId, readRoadOptions } from './read-road-options.ts'

const TODAY = '2026-11-27'

test('an extent west of Greenwich needs no equals sign', () => {
  const argv = ['import', 'roads', 'a.osm.pbf', '--bbox', '-13,14.5,-11,16', '--accept']
  const { values } = parseArgs({ args: bindNegative(argv), options: ROAD_OPTIONS, allowPositionals: true })
  expect(values).toEqual({ bbox: '-13,14.5,-11,16', accept: true })
  expect(bindNegative(['import', '--bbox'])).toEqual(['import', '--bbox'])
})

test('without options: the whole file, under its name, from today on', () => {
  expect(readRoadOptions('/tmp/senegal.osm.pbf', {}, TODAY)).toEqual({
    bbox: undefined,
    label: 'senegal.osm.pbf',
    validFrom: TODAY,
  })
})

test('options are read as they are told', () => {
  const options = { bbox: '-13, 14.5,-11,16', label: ' Goudron ', 'valid-from': '2026-12-01' }
  expect(readRoadOptions('a', options, TODAY)).toEqual({
    bbox: [-13, 14.5, -11, 16],
    label: 'Goudron',
    validFrom: '2026-12-01',
  })
})

test.each([
  '',
  '1,2,3',
  '1,2,3,4,5',
  '-11,14,-13,16',
  '-13,16,-11,14',
  '-190,0,0,1',
  '0,-91,1,1',
  'a,b,c,d',
  ',,,',
  '0,0,1,Infinity',
])('the extent «%s» is refused', (bbox) => {
  expect(() => readRoadOptions('a', { bbox }, TODAY)).toThrow(
    expect.objectContaining({ code: 'network-bbox-unreadable' }),
  )
})

test.each(['', '2026', '2026-02-30', '2026-13-01', '01/12/2026', '0000-01-01', 'tomorrow'])(
  'the date «%s» is refused',
  (day) => {
    expect(() => readRoadOptions('a', { 'valid-from': day }, TODAY)).toThrow(
      expect.objectContaining({ code: 'network-date-unreadable' }),
    )
  },
)

test.each([' ', 'x'.repeat(121)])('the name «%s» is refused', (label) => {
  expect(() => readRoadOptions('a', { label }, TODAY)).toThrow(
    expect.objectContaining({ code: 'network-label-length' }),
  )
})

test('the number of a version', () => {
  expect(readNetworkId('12')).toBe(12)
  for (const value of ['', '-1', '1.5', 'x', '1'.repeat(16)])
    expect(() => readNetworkId(value)).toThrow(expect.objectContaining({ code: 'network-id-unreadable' }))
})
