import { open } from 'node:fs/promises'
import { PMTiles, SharedPromiseCache, type Source } from 'pmtiles'
import { ATTRIBUTION, buildBasemap } from './build-basemap.ts'
import type { BasemapDescription } from './contract.ts'

export interface OpenBasemap {
  path: string
  description: Omit<BasemapDescription, 'tiles'>
  /** Gzipped vector tile, or undefined where nothing is. */
  tile(z: number, x: number, y: number): Promise<Buffer | undefined>
  close(): Promise<void>
}

/** Opens the PMTiles file of the present data; cuts it first if it is not there yet. */
export async function openBasemap(options: { dataDir: string; geodataDir?: string }): Promise<OpenBasemap> {
  const { path, version } = buildBasemap(options)
  const file = await open(path, 'r')
  const source: Source = {
    getKey: () => path,
    async getBytes(offset, length) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
      return { data: new Uint8Array(buffer.subarray(0, bytesRead)).buffer }
    },
  }
  // Tiles leave as they are stored, gzipped; directories and metadata are stored plain.
  const archive = new PMTiles(source, new SharedPromiseCache(), async (bytes) => bytes)
  const header = await archive.getHeader()
  const { outline } = (await archive.getMetadata()) as { outline: [number, number][] }
  const { size } = await file.stat()
  return {
    path,
    description: {
      version,
      bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      bytes: size,
      outline,
      attribution: ATTRIBUTION,
    },
    async tile(z, x, y) {
      const found = await archive.getZxy(z, x, y)
      return found && Buffer.from(found.data)
    },
    close: () => file.close(),
  }
}
