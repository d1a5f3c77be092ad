import type { WorksPhoto } from '@borne/api/contracts/works'
import { expect, test } from 'vitest'
import { photoSeries } from './photo-pairs.ts'

function photo(id: string, viewpoint: string | null, takenAt: string | null): WorksPhoto {
  return {
    id,
    caption: '',
    takenAt,
    position: null,
    viewpoint,
    widthPixels: 4,
    heightPixels: 3,
    uploadedAt: '2026-10-01T08:00:00Z',
    uploadedBy: null,
    uploadedByName: null,
    urls: { thumbnail: `/${id}/thumbnail`, large: `/${id}/large` },
  }
}

test('photos of one viewpoint make a series from the oldest to the newest; a lone one makes none', () => {
  const series = photoSeries([
    photo('c', 'façade nord', '2026-09-01T10:00:00Z'),
    photo('a', 'façade nord', '2025-03-01T10:00:00Z'),
    photo('b', 'façade nord', null),
    photo('d', 'cour', '2026-01-01T10:00:00Z'),
    photo('e', null, '2026-01-01T10:00:00Z'),
  ])
  expect(series.map(({ viewpoint, photos }) => [viewpoint, photos.map(({ id }) => id)])).toEqual([
    ['façade nord', ['a', 'c', 'b']],
  ])
})
