import { gzipSync } from 'node:zlib'
import { PMTiles, type Source } from 'pmtiles'
import { expect, test } from 'vitest'
import { type Tile, writePmtiles } from './pmtiles-file.ts'

const HEADER = {
  bounds: [-13.5, 14.2, -10.5, 16.8],
  center: [-12.1, 15.3, 8],
  minZoom: 4,
  maxZoom: 13,
} as const

function read(archive: Buffer): PMTiles {
  const source: Source = {
    getKey: () => 'test',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(archive.subarray(offset, offset + length)).buffer,
    }),
  }
  return new PMTiles(source)
}

function tile(z: number, x: number, y: number, text = `${z}/${x}/${y}`): Tile {
  return { z, x, y, data: gzipSync(text) }
}

async function textAt(archive: PMTiles, z: number, x: number, y: number): Promise<string | undefined> {
  const found = await archive.getZxy(z, x, y)
  return found && Buffer.from(found.data).toString()
}

test('what is written is read back by the pmtiles library', async () => {
  const archive = read(
    writePmtiles([tile(13, 3836, 3712), tile(4, 7, 7), tile(8, 119, 117)], HEADER, { name: 'x' }),
  )
  expect(await textAt(archive, 4, 7, 7)).toBe('4/7/7')
  expect(await textAt(archive, 8, 119, 117)).toBe('8/119/117')
  expect(await textAt(archive, 13, 3836, 3712)).toBe('13/3836/3712')
  expect(await textAt(archive, 13, 3836, 3713)).toBeUndefined()
  expect(await archive.getMetadata()).toEqual({ name: 'x' })
})

test('the header says where and how deep the map goes', async () => {
  const header = await read(writePmtiles([tile(4, 7, 7)], HEADER, {})).getHeader()
  expect(header).toMatchObject({
    minZoom: 4,
    maxZoom: 13,
    minLon: -13.5,
    maxLat: 16.8,
    centerLon: -12.1,
    centerZoom: 8,
    numAddressedTiles: 1,
    clustered: true,
  })
})

test('more tiles than one directory holds go into leaves', async () => {
  const places = Array.from({ length: 5000 }, (_, index) => [
    100 + (index % 100),
    200 + Math.floor(index / 100),
  ])
  const archive = read(
    writePmtiles(
      places.map(([x, y]) => tile(9, x!, y!)),
      HEADER,
      {},
    ),
  )
  expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0)
  for (const [x, y] of [places[0]!, places[2047]!, places[2048]!, places[4999]!]) {
    expect(await textAt(archive, 9, x!, y!)).toBe(`9/${x}/${y}`)
  }
})
