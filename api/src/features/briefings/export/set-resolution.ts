import { crc32 } from 'node:zlib'

const SIGNATURE_BYTES = 8
/** What draws; all else is told about the picture, and is left out. */
const DRAWING = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']
const INCHES_PER_METRE = 1 / 0.0254

/** The same PNG with its pixels per inch (PNG 3rd edition, 11.3.4.3), and nothing else that is said about it. */
export function setResolution(png: Buffer, dpi: number): Buffer {
  const density = Buffer.alloc(9)
  const perMetre = Math.round(dpi * INCHES_PER_METRE)
  density.writeUInt32BE(perMetre, 0)
  density.writeUInt32BE(perMetre, 4)
  density[8] = 1
  const kept = [png.subarray(0, SIGNATURE_BYTES)]
  for (let at = SIGNATURE_BYTES; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    if (DRAWING.includes(type)) kept.push(png.subarray(at, end))
    if (type === 'IHDR') kept.push(chunk('pHYs', density))
    at = end
  }
  return Buffer.concat(kept)
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
