import { expect, test } from 'vitest'
import { HIGHWAYS } from './road-codes.ts'
import { ROAD_KINDS } from './road-kind.ts'
import { TURN_KINDS } from './turn-kinds.ts'
import { turnWords, type WordedTurn } from './turn-words.ts'

const TRACK: WordedTurn = {
  kind: 'left',
  name: null,
  highway: 'track',
  grade: 'mapped',
  exit: null,
  iso3: null,
  bearingDegrees: 90,
}

test.each<[Partial<WordedTurn>, string, string]>([
  [{}, 'Tournez à gauche sur la piste.', 'Turn left onto the track.'],
  [{ highway: 'residential' }, 'Tournez à gauche dans la rue.', 'Turn left onto the street.'],
  [{ name: 'N3' }, 'Tournez à gauche sur « N3 ».', 'Turn left onto “N3”.'],
  [{ kind: 'depart' }, 'Partez vers l’est sur la piste.', 'Head east on the track.'],
  [{ kind: 'depart', bearingDegrees: 350 }, 'Partez vers le nord sur la piste.', 'Head north on the track.'],
  [
    { kind: 'depart', highway: 'gap' },
    'Partez vers l’est, hors piste, jusqu’à la route.',
    'Head east across country, as far as the road.',
  ],
  [{ kind: 'depart', highway: 'river' }, 'Embarquez et partez vers l’est.', 'Go on board and head east.'],
  [
    { kind: 'leave-road', highway: 'gap', grade: 'presumed', bearingDegrees: 270 },
    'Quittez la route et continuez vers l’ouest, où aucune route n’est connue.',
    'Leave the road and continue west, where no road is known.',
  ],
  [{ kind: 'join-road', highway: 'tertiary' }, 'Rejoignez la route.', 'Join the road.'],
  [
    { kind: 'roundabout', exit: 1, highway: 'primary' },
    'Au rond-point, prenez la 1re sortie sur la route principale.',
    'At the roundabout, take the 1st exit onto the main road.',
  ],
  [
    { kind: 'roundabout', exit: 3 },
    'Au rond-point, prenez la 3e sortie sur la piste.',
    'At the roundabout, take the 3rd exit onto the track.',
  ],
  [{ kind: 'roundabout' }, 'Engagez-vous dans le rond-point.', 'Enter the roundabout.'],
  [
    { kind: 'cross-border', iso3: 'SEN' },
    'Passez la frontière vers le Sénégal.',
    'Cross the border into Senegal.',
  ],
  [{ kind: 'cross-border', iso3: 'GMB' }, 'Passez la frontière (GMB).', 'Cross the border (GMB).'],
  [{ kind: 'ford' }, 'Passez l’oued à gué.', 'Ford the wadi.'],
  [
    { kind: 'continue', highway: 'unclassified', grade: 'documented' },
    'Continuez tout droit sur la route au tracé inconnu.',
    'Continue straight onto the road of unknown course.',
  ],
])('%j', (stated, french, english) => {
  expect(turnWords({ ...TRACK, ...stated }, 'fr')).toBe(french)
  expect(turnWords({ ...TRACK, ...stated }, 'en')).toBe(english)
})

test('every step on every road is a whole sentence in both languages', () => {
  expect(ROAD_KINDS.length).toBeGreaterThan(0)
  for (const kind of TURN_KINDS) {
    for (const highway of HIGHWAYS) {
      for (const exit of [null, 2]) {
        for (const language of ['fr', 'en'] as const) {
          const words = turnWords({ ...TRACK, kind, highway, exit, iso3: 'SEN' }, language)
          expect(words).toMatch(/^\p{Lu}[^{}]*\.$/u)
          expect(words).not.toMatch(/undefined|null|—| {2}/)
        }
      }
    }
  }
})
