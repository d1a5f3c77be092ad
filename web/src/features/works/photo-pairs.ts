import type { WorksPhoto } from '@borne/api/contracts/works'

/** The photos of one viewpoint, oldest first. */
export interface PhotoSeries {
  readonly viewpoint: string
  readonly photos: readonly WorksPhoto[]
}

/** When it was taken, else when it came. */
export function photoTime({ takenAt, uploadedAt }: Pick<WorksPhoto, 'takenAt' | 'uploadedAt'>): string {
  return takenAt ?? uploadedAt
}

/** Viewpoints with at least two photos, by name; each from the oldest to the newest. */
export function photoSeries(photos: readonly WorksPhoto[]): PhotoSeries[] {
  const byViewpoint = Map.groupBy(
    photos.filter(({ viewpoint }) => viewpoint !== null),
    ({ viewpoint }) => viewpoint ?? '',
  )
  return [...byViewpoint]
    .filter(([, same]) => same.length > 1)
    .map(([viewpoint, same]) => ({ viewpoint, photos: sortByTime(same) }))
    .sort((a, b) => a.viewpoint.localeCompare(b.viewpoint, 'fr'))
}

export function sortByTime(photos: readonly WorksPhoto[]): WorksPhoto[] {
  return [...photos].sort((a, b) => photoTime(a).localeCompare(photoTime(b)) || (a.id < b.id ? -1 : 1))
}
