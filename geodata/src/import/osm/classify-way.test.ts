import { describe, expect, test } from 'vitest'
import { FOOT_ONLY, MOTOR_MODES, modeBit } from '../../road-network/road-codes.ts'
import { classifyWay, type RoadWay } from './classify-way.ts'
import { readBarrier } from './read-barrier.ts'
import { readGround } from './read-ground.ts'
import { readMaxSpeed } from './read-max-speed.ts'

const tagsOf = (tags: Record<string, string>) => new Map(Object.entries(tags))
const roadOf = (tags: Record<string, string>) =>
  classifyWay(tagsOf({ highway: 'tertiary', ...tags })) as RoadWay
const EVERYONE = MOTOR_MODES | FOOT_ONLY

describe('classifyWay', () => {
  test('reads what a road is made of and called', () => {
    expect(
      classifyWay(
        tagsOf({
          highway: 'track',
          surface: 'laterite',
          tracktype: 'grade3',
          smoothness: 'very_bad',
          maxspeed: '40',
          name: 'Sélibaby – Gouraye',
          'name:fr': 'Route de Gouraye',
          ref: 'R19',
        }),
      ),
    ).toEqual({
      highway: 'track',
      isFerry: false,
      structure: null,
      ground: 'gravel',
      trackGrade: 3,
      smoothness: 'very_bad',
      maxKmh: 40,
      name: 'Route de Gouraye',
      ref: 'R19',
      isRoundabout: false,
      hasConditions: false,
      isOneway: false,
      isReversed: false,
      accessForward: EVERYONE,
      accessBackward: EVERYONE,
    })
  })

  test.each([
    ['motorway_link', 'motorway'],
    ['tertiary_link', 'tertiary'],
    ['living_street', 'living_street'],
  ])('%s is of the class %s', (highway, expected) => {
    expect(roadOf({ highway }).highway).toBe(expected)
  })

  test.each([
    [{ highway: 'construction' }, 'not-built'],
    [{ highway: 'track', abandoned: 'yes' }, 'not-built'],
    [{ highway: 'platform' }, 'other-class'],
    [{ highway: 'constructor' }, 'other-class'],
    [{ highway: 'gap' }, 'other-class'],
    [{ highway: 'pedestrian', area: 'yes' }, 'area'],
    [{ route: 'power' }, null],
  ])('%o is left out: %s', (tags, reason) => {
    expect(classifyWay(tagsOf(tags as Record<string, string>))).toBe(reason)
  })

  test.each([
    [{ bridge: 'yes' }, 'bridge'],
    [{ bridge: 'viaduct', ford: 'no' }, 'bridge'],
    [{ bridge: 'low_water_crossing' }, 'ford'],
    [{ ford: 'yes', bridge: 'yes' }, 'ford'],
    [{ tunnel: 'yes' }, 'tunnel'],
    [{ tunnel: 'no' }, null],
  ])('%o makes it a %s', (tags, structure) => {
    expect(roadOf(tags as Record<string, string>).structure).toBe(structure)
  })

  test('a one-way street against its drawing is turned round, with the access of each direction', () => {
    const road = roadOf({ oneway: '-1', 'hgv:backward': 'no', 'foot:forward': 'no' })
    expect(road).toMatchObject({ isOneway: true, isReversed: true })
    expect(road.accessForward).toBe(EVERYONE & ~modeBit('lorry'))
    expect(road.accessBackward).toBe(0)
  })

  test('what holds at times only is noted', () => {
    expect(roadOf({ junction: 'roundabout' }).isRoundabout).toBe(true)
    expect(roadOf({ 'motor_vehicle:conditional': 'no @ (Jul-Oct)' }).hasConditions).toBe(true)
    expect(roadOf({ 'maxspeed:conditional': '30 @ (22:00-06:00)' }).hasConditions).toBe(false)
  })

  test.each([
    [{ access: 'no', vehicle: 'yes', motor_vehicle: 'private', motorcar: 'yes' }, modeBit('car')],
    [{ access: 'forestry;destination' }, EVERYONE],
    [{ access: 'no;private' }, 0],
    [{ access: 'unknown' }, EVERYONE],
    [{ motorroad: 'yes' }, MOTOR_MODES],
    [{ highway: 'motorway', foot: 'yes' }, EVERYONE],
    [{ highway: 'path', sac_scale: 'hiking' }, FOOT_ONLY],
    [{ highway: 'path', bicycle: 'designated', motor_vehicle: 'yes' }, EVERYONE],
  ])('%o lets pass %i', (tags, mask) => {
    expect(roadOf(tags as Record<string, string>).accessForward).toBe(mask)
  })
})

test.each([
  ['50', 50],
  ['30 mph', 48],
  ['20mph', 32],
  ['5 knots', 9],
  ['walk', 5],
  ['80;60', 60],
  ['none', null],
  ['FR:urban', null],
  ['signals', null],
  ['0', null],
  ['-50', null],
  ['', null],
])('maxspeed=%s is %s km/h', (maxspeed, kmh) => {
  expect(readMaxSpeed(tagsOf({ maxspeed }))).toBe(kmh)
})

test('without a limit for both directions the smaller one counts', () => {
  expect(readMaxSpeed(tagsOf({ 'maxspeed:forward': '70', 'maxspeed:backward': '50' }))).toBe(50)
  expect(readMaxSpeed(tagsOf({}))).toBeNull()
})

test.each([
  ['asphalt', 'paved'],
  ['compacted', 'gravel'],
  ['unpaved', 'earth'],
  ['sand', 'sand'],
  ['rocks', 'rock'],
  ['asphalt;sand', 'sand'],
  ['Asphalt', 'paved'],
  ['moon_dust', 'unknown'],
])('surface=%s is %s', (surface, ground) => {
  expect(readGround(tagsOf({ surface }))).toBe(ground)
})

test.each([
  [{}, null],
  [{ barrier: 'gate' }, null],
  [
    { barrier: 'gate', motor_vehicle: 'no' },
    { access: FOOT_ONLY, isFord: false },
  ],
  [{ barrier: 'bollard', bollard: 'rising' }, null],
  [{ barrier: 'unheard_of' }, { access: FOOT_ONLY | modeBit('motorbike'), isFord: false }],
  [{ highway: 'ford' }, { access: EVERYONE, isFord: true }],
  [{ ford: 'no' }, null],
])('on a node, %o is %o', (tags, barrier) => {
  expect(readBarrier(tagsOf(tags as Record<string, string>))).toEqual(barrier)
})
