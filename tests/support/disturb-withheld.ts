import { cellMiddle } from '@borne/geodata/geometry/grid-cell'
import type { AudienceRules, SharedField } from '../../api/src/features/briefings/audience-contract.ts'
import type { ContractFact, DayFacts, PostFact } from '../../api/src/features/briefings/facts.ts'
import type { SlideLayer } from '../../api/src/features/briefings/slide-contract.ts'
import { isContractFor, isPostFor, toldIdsFor } from './find-withheld.ts'
import type { Random } from './random.ts'
import { Maker, type RandomWorld, YEARS } from './random-facts.ts'

/**
 * The same world as far as an audience may know: whatever is withheld from it is something else. Where positions are
 * coarse, posts stand elsewhere in their cells.
 */
export function disturbWithheld(
  { facts, briefing, words }: RandomWorld,
  { rules, donorId }: { rules: AudienceRules; donorId: string | null },
  random: Random,
): RandomWorld {
  const make = new Maker(random)
  const has = (field: SharedField) => rules.fields.includes(field)
  const draws = (layer: SlideLayer) => rules.layers.includes(layer) && rules.posts !== 'none'
  const isExact = rules.gridMetres === 0
  const told = toldIdsFor(facts, rules, donorId)
  const disturbed = new Map<string, PostFact>()
  const otherPost = (post: PostFact): PostFact => {
    const known = disturbed.get(post.id)
    if (known) return { ...known, status: post.status }
    const other = make.post([])
    const isTold = told.has(post.id)
    const keep = <T>(field: SharedField, own: T, others: T) => (isTold && has(field) ? own : others)
    const near =
      post.position && isTold && draws('posts') ? moved(post.position, rules, random) : other.position
    const changed: PostFact = {
      ...post,
      name: keep('names', post.name, other.name),
      nameAr: keep('names', post.nameAr, other.nameAr),
      aliases: other.aliases,
      kind: isTold && isExact ? post.kind : other.kind,
      moughataa: isTold && isExact ? post.moughataa : other.moughataa,
      statusSince: keep('dates', post.statusSince, other.statusSince),
      progressPercent: keep('progress', post.progressPercent, other.progressPercent),
      legalStatus: keep('legal', post.legalStatus, 'bilateral'),
      agency: keep('agency', post.agency, other.agency),
      staffCount: other.staffCount,
      position: near,
    }
    disturbed.set(post.id, changed)
    return changed
  }
  const otherContract = (contract: ContractFact, day: DayFacts): ContractFact => {
    const other = make.contract(day.posts)
    const { id, postIds, donorIds } = contract
    if (!isContractFor(contract, day, rules, donorId)) return { ...other, id, postIds, donorIds }
    return {
      ...contract,
      ...(has('contractor')
        ? {}
        : { reference: other.reference, title: other.title, contractor: other.contractor }),
      ...(has('money') ? {} : { amountMinor: other.amountMinor, paidPercent: other.paidPercent }),
      ...(has('dates')
        ? {}
        : {
            startedOn: other.startedOn,
            endsOn: other.endsOn,
            receivedOn: other.receivedOn,
            delayDays: other.delayDays,
            milestones: other.milestones,
          }),
    }
  }
  const paying = new Set(
    [...facts.days.values()].flatMap(({ posts }) =>
      posts.filter((post) => isPostFor(post, rules, donorId)).flatMap(({ donorIds }) => donorIds),
    ),
  )
  return {
    words,
    briefing,
    facts: {
      ...facts,
      donors: facts.donors.map((donor) =>
        donor.id === donorId || paying.has(donor.id) ? donor : { ...make.donor(donor.rank), id: donor.id },
      ),
      days: new Map(
        [...facts.days].map(([on, day]) => [
          on,
          {
            on,
            posts: day.posts.map(otherPost),
            contracts: day.contracts.map((contract) => otherContract(contract, day)),
            closures: draws('closures') && isExact ? day.closures : make.day(on, [], []).closures,
          },
        ]),
      ),
      photos: facts.photos.map((photo) =>
        has('photos') && photo.postIds.every((id) => told.has(id))
          ? { ...photo, takenOn: has('dates') ? photo.takenOn : make.date(YEARS.photo) }
          : { ...make.photo([...facts.days.values()][0]!.posts), ref: photo.ref, postIds: photo.postIds },
      ),
      border: rules.layers.includes('border') ? facts.border : [make.borderSegment()],
      coverage: new Map(
        [...facts.coverage].map(([id, fact]) => {
          const other = make.coverage(fact.postCount)
          if (!draws('coverage')) return [id, other]
          return [
            id,
            {
              ...fact,
              population: has('population') ? fact.population : other.population,
              gaps: draws('gaps') && isExact ? fact.gaps : other.gaps,
              ...(isExact ? {} : { border: other.border, segments: other.segments }),
            },
          ]
        }),
      ),
      missions:
        draws('mission') && isExact
          ? facts.missions
          : new Map([...facts.missions].map(([id]) => [id, make.mission([])])),
    },
  }
}

/** Elsewhere in its cell; exact ones stay. */
function moved(position: readonly number[], { gridMetres }: AudienceRules, random: Random): [number, number] {
  const at: [number, number] = [position[0]!, position[1]!]
  if (gridMetres === 0) return at
  const degrees = gridMetres / 111_000
  const near: [number, number] = [
    at[0] + (random.next() - 0.5) * degrees,
    at[1] + (random.next() - 0.5) * degrees,
  ]
  const isSame = cellMiddle(near, gridMetres).join() === cellMiddle(at, gridMetres).join()
  return isSame ? near : moved(position, { gridMetres } as AudienceRules, random)
}
