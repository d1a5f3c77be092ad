import { expect, test } from 'vitest'
import type { PostInput } from './contract.ts'
import { mergePost } from './merge-post.ts'

const KNOWN: PostInput = {
  name: 'Ghabou',
  nameAr: 'غابو',
  aliases: [{ name: 'Khabou', language: 'fr' }],
  kind: 'river',
  agency: 'police',
  position: [-12.088, 14.7413],
  positionConfidence: 'confirmed',
  positionMethod: 'gps',
  positionNote: '',
  uncertaintyMetres: 5,
  facingPost: 'Khabou (Mali)',
  physicalHistory: [
    { status: 'planned', validFrom: '2025-06-02', progressPercent: null, note: 'marché en préparation' },
    { status: 'under-works', validFrom: '2026-02-02', progressPercent: 0, note: 'démarrage' },
  ],
  legalHistory: [],
  components: [],
  contacts: [],
  notes: 'vu sur place',
}

test('what is not spoken of stays', () => {
  expect(mergePost(KNOWN, { name: 'Ghabou ville' })).toEqual({ ...KNOWN, name: 'Ghabou ville' })
})

test('a history gains an entry in its place', () => {
  const entry = { status: 'under-works' as const, validFrom: '2025-12-01', progressPercent: null, note: '' }
  const { physicalHistory } = mergePost(KNOWN, { physicalHistory: [entry] })
  expect(physicalHistory.map(({ validFrom }) => validFrom)).toEqual([
    '2025-06-02',
    '2025-12-01',
    '2026-02-02',
  ])
})

test('an entry of a known day is corrected, and what was noted about it stays', () => {
  const entry = { status: 'under-works' as const, validFrom: '2026-02-02', progressPercent: 10, note: '' }
  expect(mergePost(KNOWN, { physicalHistory: [entry] }).physicalHistory[1]).toEqual({
    ...entry,
    note: 'démarrage',
  })
})

test('an alias keeps the language that it has here', () => {
  const aliases = [
    { name: 'Khabou', language: 'other' as const },
    { name: 'خبو', language: 'ar' as const },
  ]
  expect(mergePost(KNOWN, { aliases }).aliases).toEqual([{ name: 'Khabou', language: 'fr' }, aliases[1]])
})
