import { basename } from 'node:path'
import type { OsmSource } from './osm-source.ts'
import { openHandle } from './pbf-blobs.ts'
import { openOsmXml } from './read-osm-xml.ts'
import { openPbf } from './read-pbf.ts'

/**
 * Opens a file of OpenStreetMap data, .osm.pbf or .osm, told apart by its first bytes. Close it after use.
 *
 * @throws ImportError as `openPbf` and `openOsmXml` do.
 */
export async function openOsmFile(path: string): Promise<OsmSource> {
  const file = await openHandle(path, basename(path))
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
  await file.close()
  const isXml = /^\uFEFF?\s*</.test(buffer.toString('utf8', 0, bytesRead))
  return isXml ? openOsmXml(path) : openPbf(path)
}
