import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProtoError, ProtoReader } from './proto-reader.ts'

/** The definition of a varint, with BigInt. */
function encode(value: bigint): number[] {
  const bytes: number[] = []
  let left = BigInt.asUintN(64, value)
  while (left > 127n) {
    bytes.push(Number(left & 127n) | 128)
    left >>= 7n
  }
  return [...bytes, Number(left)]
}

const whole = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer(),
  fc.constantFrom(2 ** 28 - 1, 2 ** 28, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 35, -1, -(2 ** 31)),
)

test('reads whole numbers up to 2⁵³ either way', () => {
  fc.assert(
    fc.property(whole, (value) => {
      const bytes = encode(BigInt(value))
      const reader = new ProtoReader(Uint8Array.from(bytes))
      expect(reader.varint()).toBe(value)
      expect(reader.isAtEnd()).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('reads zigzag numbers', () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.integer({ min: -(2 ** 51), max: 2 ** 51 })), (value) => {
      const zigzag = value < 0 ? BigInt(value) * -2n - 1n : BigInt(value) * 2n
      expect(new ProtoReader(Uint8Array.from(encode(zigzag))).signed()).toBe(value)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['a number that breaks off', [0x80, 0x80, 0x80, 0x80], (reader: ProtoReader) => reader.varint()],
  ['a number of 11 bytes', Array(11).fill(0x80), (reader: ProtoReader) => reader.varint()],
  ['a message longer than what is left', [0x05, 0x01], (reader: ProtoReader) => reader.message()],
  ['a message of negative length', encode(-1n), (reader: ProtoReader) => reader.message()],
  ['an unknown wire type', [0x0b], (reader: ProtoReader) => reader.skip(reader.tag())],
  [
    'fixed bytes beyond the end',
    [0x09, 0x00],
    (reader: ProtoReader) => {
      reader.skip(reader.tag())
      reader.isAtEnd()
    },
  ],
])('refuses %s', (_what, bytes, read) => {
  expect(() => read(new ProtoReader(Uint8Array.from(bytes)))).toThrow(ProtoError)
})
