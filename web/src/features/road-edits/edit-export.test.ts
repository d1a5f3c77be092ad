import { expect, test } from 'vitest'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { editRows, editsToGeoJson } from './edit-export.ts'
import { editMessages } from './edit-messages.ts'
import { givenEdit } from './given-edit.ts'

const words = { ...editMessages.fr, ...roadClassWords.fr, placeOf: () => 'à 3 km au nord de Ghabou' }

test('a row tells a correction in words, and leaves empty what is not known', () => {
  const edit = givenEdit({
    state: 'accepted',
    origin: 'track',
    evidence: { points: 214, meanKmh: 23.46 },
    decidedAt: '2026-03-02T09:00:00Z',
  })
  const [head, row] = editRows([edit], words)
  const told = Object.fromEntries(head!.map((name, i) => [name, row![i]]))
  expect(told).toEqual({
    correction: 'Piste manquante',
    état: 'Acceptée',
    nom: null,
    lieu: 'à 3 km au nord de Ghabou',
    longueur_km: 11.12,
    classe: 'Piste',
    sol: 'Sable',
    valable_du: null,
    valable_au: null,
    origine: 'tirée d’une trace GPS',
    points_gps: 214,
    vitesse_moyenne_kmh: 23.5,
    proposée_le: '2026-03-01T08:00:00Z',
    décidée_le: '2026-03-02T09:00:00Z',
    note: null,
    démonstration: null,
  })
})

test('the file says that its data are fictional when some are', () => {
  const real = JSON.parse(editsToGeoJson([givenEdit()], words))
  expect(real.demonstration).toBeUndefined()
  expect(real.features[0].geometry.coordinates).toHaveLength(2)
  const fictional = JSON.parse(editsToGeoJson([givenEdit(), givenEdit({ isDemonstration: true })], words))
  expect(fictional.demonstration).toContain('DÉMONSTRATION')
})
