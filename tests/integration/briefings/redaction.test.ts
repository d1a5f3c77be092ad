import { describe, expect, test } from 'vitest'
import type { AudienceRules } from '../../../api/src/features/briefings/audience-contract.ts'
import { disturbWithheld } from '../../support/disturb-withheld.ts'
import { findWithheld, forbiddenFor } from '../../support/find-withheld.ts'
import type { RandomWorld } from '../../support/random-facts.ts'
import { askedWorlds, showWorld } from '../../support/show-world.ts'

const WORLDS = 40
const seed = Number(process.env.BORNE_TEST_REDACTION_SEED ?? Date.now() % 0x7fffffff)
console.log(`BORNE_TEST_REDACTION_SEED=${seed}`)

describe('redaction', () => {
  test(`${WORLDS} random presentations tell nothing that is withheld from their random audiences`, () => {
    for (const { name, random: _, ...shown } of askedWorlds(seed, WORLDS)) {
      const { world, rules, donorId } = shown
      const found = findWithheld(
        forbiddenFor(world, rules, donorId),
        JSON.stringify(showWorld(shown).presentation),
      )
      expect(found, name).toBeUndefined()
    }
  })

  test('whatever is withheld could be something else: not a sign of the presentation would change', () => {
    for (const { name, random, world, ...audience } of askedWorlds(seed, WORLDS)) {
      const plain = withoutNames(world)
      const other = disturbWithheld(plain, audience, random)
      expect(showWorld({ world: other, ...audience }), name).toEqual(showWorld({ world: plain, ...audience }))
    }
  })

  test('who may see everything is told it', () => {
    for (const { world } of askedWorlds(seed, 20)) {
      const rules: AudienceRules = {
        posts: 'all',
        gridMetres: 0,
        fields: [
          'names',
          'progress',
          'dates',
          'agency',
          'legal',
          'contractor',
          'money',
          'photos',
          'population',
        ],
        layers: ['border', 'posts', 'coverage', 'gaps', 'closures', 'mission', 'visibility'],
      }
      const plain = withoutNames(world)
      const [slide] = plain.briefing.slides
      const slides = [{ ...slide!, frozenOn: null, content: { kind: 'table', table: 'works' } as const }]
      const briefing = { ...plain.briefing, slides }
      const shown = showWorld({ world: { ...plain, briefing }, rules, donorId: null })
      const text = JSON.stringify(shown.presentation)
      const day = [...world.facts.days.values()].at(-1)!
      for (const { name, position, isArchived } of day.posts) {
        expect(text.includes(name!)).toBe(!isArchived)
        expect(text.includes(String(position![0]))).toBe(!isArchived)
      }
      const archived = new Set(day.posts.flatMap(({ id, isArchived }) => (isArchived ? [id] : [])))
      for (const { contractor, amountMinor, postIds } of day.contracts) {
        const isTold = !postIds.some((id) => archived.has(id))
        expect(text.includes(contractor!)).toBe(isTold)
        expect(text.includes(String(Math.round(amountMinor! / 100)))).toBe(isTold)
      }
    }
  })
})

/** Texts that name nothing, and filters that ask for nothing that is withheld: what else people say they may say. */
function withoutNames({ facts, briefing, words }: RandomWorld): RandomWorld {
  const text = { fr: 'Un texte', en: 'A text' }
  const slides = briefing.slides.map((slide) => ({
    ...slide,
    title: text,
    body: text,
    sources: [],
    view: slide.view && { ...slide.view, posts: {} },
  }))
  const days = [...facts.days.values()].map((day) => ({
    ...day,
    contracts: day.contracts.map((contract) => ({ ...contract, title: 'Travaux' })),
  }))
  // A mission is told or not by the posts where it stops.
  const missions = [...facts.missions].map(
    ([id, mission]) => [id, { ...mission, stops: mission.stops.slice(-1) }] as const,
  )
  const photos = facts.photos.map((photo) => ({ ...photo, caption: 'Façade' }))
  return {
    words,
    briefing: { ...briefing, title: text, slides },
    facts: { ...facts, days: new Map(days.map((day) => [day.on, day])), photos, missions: new Map(missions) },
  }
}
