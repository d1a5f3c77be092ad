import { expect, test } from 'vitest'
import { givenTrack } from './given-track.ts'
import { trackRows, trackToGeoJson } from './track-export.ts'
import { trackMessages } from './track-messages.ts'

const words = { ...trackMessages.fr, sentences: ['1240 points lus.'] }

test('each count of the report has its row and its unit, the sentences come last', () => {
  const rows = trackRows(givenTrack(), words)
  expect(rows[0]).toEqual(['quoi', 'nombre', 'unité'])
  expect(rows).toContainEqual(['unmatchedMetres', 4000, 'm'])
  expect(rows).toContainEqual(['cleaning.read', 1240, 'points'])
  expect(rows).toContainEqual(['cleaning.haltSeconds', 0, 's'])
  expect(rows).toContainEqual(['matching.sigmaMetres', 8, 'm'])
  expect(rows).toContainEqual(['passages', 212, 'passages'])
  expect(rows.at(-1)).toEqual(['1240 points lus.'])
})

test('what is fictional says so in both files', () => {
  const fictional = givenTrack({ isDemonstration: true })
  expect(trackRows(fictional, words).at(-1)?.[0]).toContain('DÉMONSTRATION')
  expect(JSON.parse(trackToGeoJson(fictional, words)).demonstration).toContain('DÉMONSTRATION')
  expect(JSON.parse(trackToGeoJson(givenTrack(), words)).demonstration).toBeUndefined()
})

test('the file of lines keeps each part and what it is', () => {
  const file = JSON.parse(trackToGeoJson(givenTrack(), words))
  expect(file.features.map((one: { properties: { part: string } }) => one.properties.part)).toEqual([
    'matched',
  ])
  expect(file.track.report.passages).toBe(212)
})
