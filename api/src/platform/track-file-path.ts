import { join } from 'node:path'

/** Where the file of a track is kept: files are named by their content. */
export function trackFilePath(filesDir: string, sha256: string): string {
  return join(filesDir, 'tracks', sha256.slice(0, 2), `${sha256}.gpx`)
}
