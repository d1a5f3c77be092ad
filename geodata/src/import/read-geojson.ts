import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Feature, Geometry } from 'geojson'
import { ImportError } from './import-error.ts'

export interface SourceFile {
  readonly fileName: string
  /** Of the file as it lies on the disk. */
  readonly sha256: string
  /** Unpacked when first asked for; throws ImportError `import-file-not-gzip`. */
  readonly text: string
}

export type SourceFeature = Feature<Geometry | null, Record<string, unknown>>

/**
 * Reads a text file, gzipped or not.
 *
 * @throws ImportError `import-file-missing`.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const fileName = basename(path)
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'unreadable'
    throw new ImportError('import-file-missing', fileName, `cannot be read (${code})`)
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    fileName,
    sha256,
    get text() {
      return unpack(bytes, fileName).toString('utf8')
    },
  }
}

function unpack(bytes: Buffer, fileName: string): Buffer {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (fileName.endsWith('.gz')) throw new ImportError('import-file-not-gzip', fileName, 'is not gzipped')
    return bytes
  }
  try {
    return gunzipSync(bytes)
  } catch {
    throw new ImportError('import-file-not-gzip', fileName, 'breaks off inside the gzip stream')
  }
}

/**
 * Features of a GeoJSON FeatureCollection.
 *
 * @param required Fields of which at least one row must have each: else the file is of another kind.
 * @throws ImportError `import-file-truncated`, `import-file-not-geojson`, `import-file-empty`, `import-fields-missing`.
 */
export function readFeatures(
  { text, fileName }: Pick<SourceFile, 'text' | 'fileName'>,
  required: readonly string[],
): SourceFeature[] {
  const features = parseCollection(text, fileName)
  if (features.length === 0) throw new ImportError('import-file-empty', fileName, 'holds no feature')
  const missing = required.filter(
    (field) => !features.some((feature) => feature?.properties?.[field] !== undefined),
  )
  if (missing.length > 0) {
    throw new ImportError(
      'import-fields-missing',
      fileName,
      `no row has the fields ${missing.join(', ')}`,
      missing,
    )
  }
  return features
}

function parseCollection(text: string, fileName: string): SourceFeature[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const isCutOff = isAtEnd(String(error), text)
    throw isCutOff
      ? new ImportError('import-file-truncated', fileName, 'breaks off before its end')
      : new ImportError('import-file-not-geojson', fileName, `is not JSON: ${(error as Error).message}`)
  }
  const collection = json as { type?: unknown; features?: unknown } | null
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    throw new ImportError('import-file-not-geojson', fileName, 'is not a GeoJSON FeatureCollection')
  }
  return collection.features
}

/** Whether a JSON error is told at the end of the text: what is missing there was cut off. */
function isAtEnd(message: string, text: string): boolean {
  const position = /position (\d+)/.exec(message)?.[1]
  return /end of JSON input|Unterminated/.test(message) || Number(position) >= text.trimEnd().length
}
