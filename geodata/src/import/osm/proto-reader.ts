/** Bytes that are not a protocol buffer message. */
export class ProtoError extends Error {}

const TWO_32 = 2 ** 32

/**
 * Reads a protocol buffer message field by field.
 *
 * Own code for speed: millions of small deltas are read, and a reader that is made for any message was three times slower.
 */
export class ProtoReader {
  readonly bytes: Uint8Array
  readonly end: number
  position: number

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes
    this.position = position
    this.end = end
  }

  /** An int64 as a number: exact up to 2⁵³ either way. */
  varint(): number {
    const { bytes } = this
    let byte = bytes[this.position++]!
    if (byte < 128) return byte
    let value = byte & 127
    byte = bytes[this.position++]!
    value |= (byte & 127) << 7
    if (byte < 128) return value
    byte = bytes[this.position++]!
    value |= (byte & 127) << 14
    if (byte < 128) return value
    byte = bytes[this.position++]!
    value |= (byte & 127) << 21
    return byte < 128 ? value : this.#longVarint(value)
  }

  #longVarint(first28: number): number {
    let low = first28
    let high = 0
    for (let shift = 28; shift < 70; shift += 7) {
      const byte = this.bytes[this.position++]
      if (byte === undefined) break
      const part = byte & 127
      if (shift === 28) {
        low = (low | (part << 28)) >>> 0
        high = part >> 4
      } else high |= part << (shift - 32)
      if (byte < 128) return high * TWO_32 + low
    }
    throw new ProtoError('a number does not end')
  }

  /** A sint64 (zigzag). */
  signed(): number {
    const value = this.varint()
    if (value >= 0 && value < 2 ** 31) return (value >>> 1) ^ -(value & 1)
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  isAtEnd(): boolean {
    if (this.position > this.end) throw new ProtoError('a field runs over the end of its message')
    return this.position === this.end
  }

  /** The field that follows: its number × 8 + its wire type. */
  tag(): number {
    return this.varint()
  }

  /** A message or packed list inside this one; this reader goes on behind it. */
  message(): ProtoReader {
    const length = this.varint()
    const start = this.position
    if (!(length >= 0 && start + length <= this.end)) {
      throw new ProtoError('a field runs over the end of its message')
    }
    this.position = start + length
    return new ProtoReader(this.bytes, start, this.position)
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.position, this.end)
  }

  text(): string {
    return Buffer.from(this.message().rest()).toString('utf8')
  }

  /** Packed int64s up to the end of this reader. */
  varints(): number[] {
    const values: number[] = []
    while (!this.isAtEnd()) values.push(this.varint())
    return values
  }

  /** Packed sint64 differences up to the end of this reader, summed up. */
  deltas(): number[] {
    const values: number[] = []
    let value = 0
    while (!this.isAtEnd()) {
      value += this.signed()
      values.push(value)
    }
    return values
  }

  skip(tag: number): void {
    const wireType = tag & 7
    if (wireType === 0) this.varint()
    else if (wireType === 1) this.position += 8
    else if (wireType === 2) this.message()
    else if (wireType === 5) this.position += 4
    else throw new ProtoError(`wire type ${wireType} is unknown`)
  }
}
