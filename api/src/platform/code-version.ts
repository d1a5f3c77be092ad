import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { VERSION } from './version.ts'

const SOURCES = new URL('../../../geodata/src/', import.meta.url)
const DIGEST_CHARACTERS = 12

/** What computes: the version, and a digest of the sources of `geodata`, since a version may cover many of their states. */
export const CODE_VERSION = `${VERSION}+${digestSources()}`

function digestSources(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(new URL(file, SOURCES)))
  return hash.digest('hex').slice(0, DIGEST_CHARACTERS)
}
