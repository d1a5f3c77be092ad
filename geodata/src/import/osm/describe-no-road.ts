import type { Bbox } from '../../geometry/position.ts'
import { ImportError } from '../import-error.ts'
import type { OsmSource } from './osm-source.ts'

/** The refusal of a file in which no road is left, with what was asked for and what its data cover. */
export async function describeNoRoad(
  source: OsmSource,
  asked: Bbox | undefined,
  signal: AbortSignal | undefined,
): Promise<ImportError> {
  const covered = await measureExtent(source, signal)
  const facts = { asked: bboxText(asked ?? covered), covered: bboxText(covered) }
  const detail = `has no road inside ${facts.asked}; its data cover ${facts.covered}`
  return new ImportError('import-osm-no-road', source.fileName, detail, [], facts)
}

/** Of the nodes that are in the file: its header may state what it was cut with. */
async function measureExtent(source: OsmSource, signal: AbortSignal | undefined): Promise<Bbox | null> {
  const extent: Bbox = [Infinity, Infinity, -Infinity, -Infinity]
  await source.read(
    {
      node(_id, lonE7, latE7) {
        if (lonE7 < extent[0]) extent[0] = lonE7
        if (latE7 < extent[1]) extent[1] = latE7
        if (lonE7 > extent[2]) extent[2] = lonE7
        if (latE7 > extent[3]) extent[3] = latE7
      },
    },
    { signal },
  )
  return extent[0] <= extent[2] ? (extent.map((degrees) => degrees / 1e7) as Bbox) : null
}

function bboxText(bbox: Bbox | null): string {
  return bbox ? bbox.map((degrees) => String(Number(degrees.toFixed(4)))).join(', ') : '—'
}
