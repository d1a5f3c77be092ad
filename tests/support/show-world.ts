import type { AudienceRules } from '../../api/src/features/briefings/audience-contract.ts'
import { makePresentation } from '../../api/src/features/briefings/present/make-presentation.ts'
import type { Asset } from '../../api/src/features/briefings/present/name-assets.ts'
import { Presentation } from '../../api/src/features/briefings/presentation-contract.ts'
import { redactBriefing } from '../../api/src/features/briefings/redact/redact-briefing.ts'
import { redactFacts } from '../../api/src/features/briefings/redact/redact-facts.ts'
import { Random } from './random.ts'
import { type RandomWorld, randomRules, randomWorld } from './random-facts.ts'

const AUDIENCE = { kind: 'public', name: { fr: 'Public', en: 'Public' } } as const

export interface AskedWorld {
  readonly world: RandomWorld
  readonly rules: AudienceRules
  readonly donorId: string | null
}

/** Random worlds, each with a random audience; the same for the same seed. */
export function* askedWorlds(
  seed: number,
  count: number,
): Generator<AskedWorld & { readonly name: string; readonly random: Random }> {
  const random = new Random(seed)
  for (let number = 0; number < count; number++) {
    const world = randomWorld(random)
    const rules = randomRules(random)
    const donorId = random.pick([null, ...world.facts.donors.map(({ id }) => id)])
    yield { world, rules, donorId, random, name: `world ${number}, ${JSON.stringify({ rules, donorId })}` }
  }
}

/** What the audience is shown of a world, as the product makes it. */
export function showWorld({ world: { facts, briefing }, rules, donorId }: AskedWorld): {
  readonly presentation: Presentation
  readonly assets: readonly Asset[]
} {
  const redacted = redactFacts(facts, rules, donorId)
  const { briefing: told } = redactBriefing(briefing, facts, redacted, rules, donorId)
  const { presentation, assets } = makePresentation(told, redacted.facts, { audience: AUDIENCE })
  return { presentation: Presentation.parse(presentation), assets }
}
