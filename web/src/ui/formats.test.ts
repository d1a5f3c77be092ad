import { describe, expect, test } from 'vitest'
import { createFormats, UNKNOWN } from './formats.ts'

const fr = createFormats('fr')
const en = createFormats('en')
const N = '\u202f'

describe('amounts', () => {
  test('says metres up to a kilometre, then one decimal, then none', () => {
    expect(fr.distance(850.4)).toBe(`850${N}m`)
    expect(fr.distance(999.6)).toBe(`1,0${N}km`)
    expect(fr.distance(12_400)).toBe(`12,4${N}km`)
    expect(fr.distance(99_960)).toBe(`100${N}km`)
    expect(fr.distance(1_234_567)).toBe(`1${N}235${N}km`)
    expect(en.distance(12_400)).toBe(`12.4${N}km`)
  })

  test('litres have a decimal until they are many', () => {
    expect(fr.litres(8.44)).toBe(`8,4${N}L`)
    expect(fr.litres(99.96)).toBe(`100${N}L`)
    expect(en.litres(0)).toBe(`0.0${N}L`)
    expect(fr.litres(null)).toBe(UNKNOWN)
  })

  test('zero is a distance', () => {
    expect(fr.distance(0)).toBe(`0${N}m`)
  })
})

describe('what is not known', () => {
  test.each([null, undefined])('%s is a dash, never 0', (nothing) => {
    expect(fr.distance(nothing)).toBe(UNKNOWN)
    expect(fr.duration(nothing)).toBe(UNKNOWN)
    expect(fr.number(nothing)).toBe(UNKNOWN)
    expect(fr.percent(nothing)).toBe(UNKNOWN)
    expect(fr.day(nothing)).toBe(UNKNOWN)
    expect(fr.instant(nothing)).toBe(UNKNOWN)
    expect(fr.relative(nothing)).toBe(UNKNOWN)
    expect(fr.position(nothing)).toBe(UNKNOWN)
    expect(fr.utm(nothing)).toBe(UNKNOWN)
    expect(fr.bytes(nothing)).toBe(UNKNOWN)
  })

  test('so are infinite and broken values', () => {
    expect(fr.distance(Number.POSITIVE_INFINITY)).toBe(UNKNOWN)
    expect(fr.number(Number.NaN)).toBe(UNKNOWN)
    expect(fr.day('soon')).toBe(UNKNOWN)
  })
})

test('durations', () => {
  expect(fr.duration(0)).toBe(`0${N}min`)
  expect(fr.duration(59 * 60)).toBe(`59${N}min`)
  expect(fr.duration(3_899)).toBe(`1${N}h${N}05`)
  expect(fr.duration(3_599)).toBe(`1${N}h${N}00`)
  expect(en.duration(3_900)).toBe(`1${N}h${N}05${N}min`)
})

test('days are days, in whatever time zone', () => {
  expect(fr.day('2026-10-12')).toBe('12 oct. 2026')
  expect(fr.day('2026-05-01')).toBe('1er mai 2026')
  expect(fr.day('2026-05-11')).toBe('11 mai 2026')
  expect(en.day('2026-10-12')).toBe('12 Oct 2026')
})

test('relative time', () => {
  const now = Date.parse('2026-10-12T12:00:00Z')
  expect(fr.relative('2026-10-12T09:00:00Z', now)).toBe('il y a 3 heures')
  expect(en.relative('2026-10-11T11:00:00Z', now)).toBe('yesterday')
  expect(fr.relative('2026-10-12T11:59:40Z', now)).toBe('maintenant')
})

test('numbers, shares and sizes by language', () => {
  expect(fr.number(12_345.678, 1)).toBe(`12${N}345,7`)
  expect(en.number(12_345.678, 1)).toBe('12,345.7')
  expect(fr.number(-0)).toBe('0')
  expect(fr.percent(0.456)).toBe(`46${N}%`)
  expect(en.percent(0.456)).toBe('46%')
  expect(fr.bytes(73_400_320)).toBe(`73${N}Mo`)
  expect(fr.bytes(999)).toBe(`999${N}o`)
  expect(en.bytes(1_500)).toBe(`1.5${N}kB`)
})

test('positions in decimal degrees, latitude first, and in UTM', () => {
  expect(fr.position([-12.1834, 15.1585])).toBe(`15,15850°${N}N, 12,18340°${N}O`)
  expect(en.position([-12.1834, 15.1585])).toBe(`15.15850°${N}N, 12.18340°${N}W`)
  expect(fr.utm([-15, 0])).toBe('28N 500000 0')
})

test('lists', () => {
  expect(fr.list(['Ghabou', 'Gouraye', 'Wompou'])).toBe('Ghabou, Gouraye et Wompou')
})
