import { expect, test } from 'vitest'
import { createFormats } from '../../ui/formats.ts'
import { givenTrack } from './given-track.ts'
import { tellReport } from './tell-report.ts'
import { trackMessages } from './track-messages.ts'

const tell = (track: ReturnType<typeof givenTrack>) =>
  tellReport(track, trackMessages.fr.tell, createFormats('fr')).map((text) => text.replace(/\s/g, ' '))

test('a clean track: what was read, where it ran, what it teaches and proposes', () => {
  expect(tell(givenTrack())).toEqual([
    '1 240 points lus, 1 150 gardés.',
    '92 % de la longueur reconnue : 46,0 km sur des routes connues, 4,0 km en dehors.',
    '212 passages enseignent les vitesses.',
    '2 pistes proposées.',
  ])
})

test('what was left out and where it stood is counted, each with its plural', () => {
  const { report } = givenTrack()
  const track = givenTrack({
    report: {
      ...report!,
      cleaning: {
        ...report!.cleaning,
        jumps: 18,
        duplicates: 1,
        inFuture: 2,
        backwards: 3,
        halts: 3,
        haltSeconds: 1500,
        gaps: 1,
      },
      proposals: { proposed: 1, tooShort: 2, tooSlow: 0, repeated: 1, outside: 0 },
      passages: 1,
    },
  })
  const told = tell(track)
  expect(told[0]).toBe('1 240 points lus, 1 150 gardés ; écartés : 18 sauts, 1 doublon, 5 heures fausses.')
  expect(told[1]).toBe('3 arrêts, 25 min à l’arrêt, 1 interruption.')
  expect(told.slice(-2)).toEqual([
    '1 passage enseigne les vitesses.',
    '1 piste proposée ; sans proposition : 2 bouts trop courts, 1 bout déjà parcouru.',
  ])
})

test('without times nothing is learned, and that is said', () => {
  const { report } = givenTrack()
  const untimed = { ...report!, cleaning: { ...report!.cleaning, isTimed: false, withoutInstant: 1240 } }
  const told = tell(givenTrack({ report: untimed }))
  expect(told).toContain('Sans heures, la trace n’apprend rien des vitesses.')
  expect(told[0]).toBe('1 240 points lus, 1 150 gardés.')
})

test('a track that waits has nothing to tell', () => {
  expect(tell(givenTrack({ report: null }))).toEqual([])
})
