import type { AudienceRules, Withheld } from '../audience-contract.ts'
import type {
  ContractFact,
  CoverageFact,
  DayFacts,
  DonorFact,
  Facts,
  MissionFact,
  PhotoFact,
  PostFact,
} from '../facts.ts'
import {
  type AudienceScope,
  audienceScope,
  isContractTold,
  isPhotoTold,
  toldPosition,
  toldPrecision,
} from './audience-scope.ts'
import { findSecrets } from './find-secrets.ts'
import { listWithheld } from './list-withheld.ts'
import { type Secrets, textRedactor } from './redact-text.ts'
import { toldPostIds } from './told-posts.ts'

/** In cells: what moves by less when a post stands elsewhere in its cell does not show. */
const COVERAGE_STEP_CELLS = 5
const POPULATION_STEP = 10_000

export interface RedactedFacts {
  readonly facts: Facts
  /** Of the whole briefing. */
  readonly withheld: readonly Withheld[]
  /** What texts are searched for. */
  readonly secrets: Secrets
}

/**
 * The facts that an audience may be told. Everything is written anew, field by field: what no rule names is absent or null.
 *
 * Coverage has to be measured for the told posts alone (`toldPostIds`); whether it was cannot be seen from here.
 */
export function redactFacts(facts: Facts, rules: AudienceRules, donorId: string | null): RedactedFacts {
  const scope = audienceScope(rules, donorId)
  const secrets = findSecrets(facts, rules, donorId)
  const redact = textRedactor(secrets)
  const strike = (text: string) => redact(text).text
  const told = new Set(toldPostIds(facts, rules, donorId))
  const tell: Telling = { facts, rules, scope, told, strike }
  return {
    facts: {
      madeAt: facts.madeAt,
      isDemonstration: facts.isDemonstration,
      donors: tellDonors(tell),
      days: new Map([...facts.days].map(([on, day]) => [on, tellDay(day, tell)])),
      photos: facts.photos
        .filter((photo) => isPhotoTold(photo, told, scope))
        .map((photo) => tellPhoto(photo, tell)),
      border: scope.draws('border')
        ? facts.border.map(({ segmentId, name, neighbour, lengthMetres, geometry }) => ({
            segmentId,
            name,
            neighbour,
            lengthMetres,
            geometry,
          }))
        : [],
      coverage: new Map(
        scope.draws('coverage')
          ? [...facts.coverage].map(([id, fact]) => [id, tellCoverage(fact, tell)])
          : [],
      ),
      missions: new Map(
        [...facts.missions]
          .filter(([, mission]) => isMissionTold(mission, tell))
          .map(([id, mission]) => [id, tellMission(mission, tell)]),
      ),
      names: [],
    },
    withheld: listWithheld(facts, rules, donorId),
    secrets,
  }
}

interface Telling {
  readonly facts: Facts
  readonly rules: AudienceRules
  readonly scope: AudienceScope
  /** Posts that are told on some day. */
  readonly told: ReadonlySet<string>
  readonly strike: (text: string) => string
}

function tellDay(day: DayFacts, tell: Telling): DayFacts {
  const { scope, rules } = tell
  const posts = day.posts.filter((post) => scope.whyNot(post) === null)
  const told = new Set(posts.map(({ id }) => id))
  return {
    on: day.on,
    posts: posts.map((post) => tellPost(post, scope)).sort((a, b) => (a.id < b.id ? -1 : 1)),
    contracts: day.contracts
      .filter((contract) => isContractTold(contract, told, rules, scope.donorId))
      .map((contract) => tellContract(contract, tell))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    closures: scope.draws('closures') ? day.closures.map(({ kind, geometry }) => ({ kind, geometry })) : [],
  }
}

function tellPost(post: PostFact, scope: AudienceScope): PostFact {
  const { has, draws, isCoarse, donorId } = scope
  return {
    id: post.id,
    name: has('names') ? post.name : null,
    nameAr: has('names') ? post.nameAr : null,
    aliases: [],
    // With the river or the outline of a district, a cell is as narrow as a line.
    kind: isCoarse ? null : post.kind,
    moughataa: isCoarse ? null : post.moughataa,
    status: post.status,
    statusSince: has('dates') ? post.statusSince : null,
    progressPercent: has('progress') ? post.progressPercent : null,
    legalStatus: has('legal') ? post.legalStatus : null,
    agency: has('agency') ? post.agency : null,
    staffCount: has('staffing') ? post.staffCount : null,
    position: draws('posts') && post.position ? toldPosition(post.position, scope) : null,
    precisionMetres: toldPrecision(post.precisionMetres, scope),
    isArchived: false,
    donorIds: [...post.donorIds],
    plaques: draws('visibility')
      ? post.plaques
          .filter((plaque) => donorId === null || plaque.donorId === donorId)
          .map((plaque) => ({
            donorId: plaque.donorId,
            state: plaque.state,
            seenOn: has('dates') ? plaque.seenOn : null,
          }))
      : [],
  }
}

function tellContract(contract: ContractFact, { scope: { has }, strike }: Telling): ContractFact {
  const hasMoney = has('money')
  const hasDates = has('dates')
  return {
    id: contract.id,
    reference: has('contractor') ? contract.reference : null,
    title: has('contractor') && contract.title !== null ? strike(contract.title) : null,
    postIds: [...contract.postIds],
    donorIds: [...contract.donorIds],
    contractor: has('contractor') ? contract.contractor : null,
    stage: contract.stage,
    startedOn: hasDates ? contract.startedOn : null,
    endsOn: hasDates ? contract.endsOn : null,
    receivedOn: hasDates ? contract.receivedOn : null,
    delayDays: hasDates ? contract.delayDays : null,
    physicalPercent: contract.physicalPercent,
    plannedPercent: contract.plannedPercent,
    paidPercent: hasMoney ? contract.paidPercent : null,
    currency: hasMoney ? contract.currency : null,
    amountMinor: hasMoney ? contract.amountMinor : null,
    curve: hasDates
      ? contract.curve.map(({ on, planned, earned, paid }) => ({
          on,
          planned,
          earned,
          paid: hasMoney ? paid : null,
        }))
      : [],
    milestones: hasDates
      ? contract.milestones.map(({ name, on, isDone }) => ({ name: strike(name), on, isDone }))
      : [],
  }
}

function tellPhoto(photo: PhotoFact, { scope, strike }: Telling): PhotoFact {
  return {
    ref: { of: photo.ref.of, id: photo.ref.id },
    postIds: [...photo.postIds],
    caption: strike(photo.caption),
    takenOn: scope.has('dates') && photo.takenOn !== null ? photo.takenOn.slice(0, 10) : null,
    widthPixels: photo.widthPixels,
    heightPixels: photo.heightPixels,
    sha256: photo.sha256,
  }
}

/** Who pays for what is told, and whoever it is shown to. */
function tellDonors({ facts, scope }: Telling): DonorFact[] {
  const paying = [...facts.days.values()].flatMap(({ posts }) =>
    posts.filter((post) => scope.whyNot(post) === null).flatMap(({ donorIds }) => donorIds),
  )
  const named = new Set([...paying, ...(scope.donorId ? [scope.donorId] : [])])
  return facts.donors
    .filter(({ id }) => named.has(id))
    .map(({ id, names, credit, rank, logoScale, logo }) => ({
      id,
      names: { fr: names.fr, en: names.en },
      credit: { fr: credit.fr, en: credit.en },
      rank,
      logoScale,
      logo: logo && {
        sha256: logo.sha256,
        mediaType: logo.mediaType,
        widthPixels: logo.widthPixels,
        heightPixels: logo.heightPixels,
      },
    }))
}

/** Where positions are coarse, in figures alone, and in steps in which a move within the cell does not show. */
function tellCoverage(fact: CoverageFact, { scope }: Telling): CoverageFact {
  const { isCoarse, gridMetres, has, draws } = scope
  const step = COVERAGE_STEP_CELLS * gridMetres
  const reachedMetres = isCoarse
    ? Math.min(Math.round(fact.reachedMetres / step) * step, fact.borderMetres)
    : fact.reachedMetres
  const people = (count: number) => (isCoarse ? Math.round(count / POPULATION_STEP) * POPULATION_STEP : count)
  return {
    minutes: fact.minutes,
    on: fact.on,
    borderMetres: fact.borderMetres,
    reachedMetres,
    segments: isCoarse
      ? []
      : fact.segments.map((segment) => ({
          name: segment.name,
          lengthMetres: segment.lengthMetres,
          reachedMetres: segment.reachedMetres,
        })),
    bands: isCoarse ? [] : [...fact.bands],
    border: isCoarse || !fact.border ? null : fact.border.map(({ geometry, band }) => ({ geometry, band })),
    gaps:
      draws('gaps') && fact.gaps
        ? fact.gaps.map(({ coordinates, lengthMetres }) => ({ coordinates, lengthMetres }))
        : null,
    population:
      has('population') && fact.population
        ? {
            low: people(fact.population.low),
            known: people(fact.population.known),
            high: people(fact.population.high),
          }
        : null,
    postCount: fact.postCount,
  }
}

/** A way tells where each post is at which it stops: told when all these places are. */
function isMissionTold(mission: MissionFact, { facts, scope, told, strike }: Telling): boolean {
  if (!scope.draws('mission')) return false
  const withheld = [...facts.days.values()]
    .flatMap(({ posts }) => posts)
    .filter(({ id, position }) => position !== null && !(told.has(id) && scope.draws('posts')))
  return mission.stops.every(
    ({ name, position: [lon, lat] }) =>
      strike(name) === name &&
      withheld.every(({ position }) => position?.[0] !== lon || position?.[1] !== lat),
  )
}

function tellMission(mission: MissionFact, { strike }: Telling): MissionFact {
  return {
    title: strike(mission.title),
    days: mission.days.map(({ on, lines }) => ({ on, lines })),
    stops: mission.stops.map(({ name, position }) => ({ name, position })),
  }
}
