import type {
  AllowanceRate,
  FuelPrice,
  MissionAreaRow,
  MissionPlaceRow,
  MissionSettings,
  Vehicle,
  VisitRequest,
} from '@borne/api/contracts/missions'
import { VISIT_PRIORITIES, type VisitPriority } from '@borne/geodata/itinerary/mission-types'
import { CURRENCIES } from '@borne/geodata/works/types'
import type { Formats } from '../../../ui/formats.ts'
import type { KindWords } from './kind-messages.ts'
import type { Option, SettingField } from './setting-draft.ts'
import { asKind, type SettingKind, type SettingTab } from './setting-kind.ts'

interface PlainParts {
  readonly settings: MissionSettings
  readonly m: KindWords
  readonly priorities: Readonly<Record<VisitPriority, string>>
  readonly profiles: readonly Option[]
  readonly posts: readonly Option[]
  readonly formats: Formats
  /** An amount with its currency. */
  readonly money: (minor: number, currency: string) => string
  readonly today: string
}

/** All kinds of settings but the rules. */
export function plainKinds(parts: PlainParts): Record<Exclude<SettingTab, 'rules'>, SettingKind> {
  return {
    areas: areaKind(parts),
    places: placeKind(parts),
    vehicles: vehicleKind(parts),
    requests: requestKind(parts),
    rates: rateKind(parts),
    prices: priceKind(parts),
  }
}

const asIs = (input: Record<string, unknown>) => input
const none = () => null
const filled = (...facts: (string | false)[]) =>
  facts.filter((fact) => fact !== false && fact !== '') as string[]
const MINOR = 100
const currencies = CURRENCIES.map((value) => ({ value, label: value }))

function vehicleKind({ settings, m, profiles, formats }: PlainParts): SettingKind {
  const v = m.vehicles
  const states = (['ready', 'workshop', 'away'] as const).map((value) => ({ value, label: v.states[value] }))
  return asKind<Vehicle>({
    ...v,
    path: 'vehicles',
    permission: 'missions.settings',
    rows: settings.vehicles,
    nameOf: ({ name }) => name,
    factsOf: ({ registration, profileId, state, seats, tankLitres, spareLitres, radio, note }) =>
      filled(
        `${v.states[state]} · ${registration} · ${profiles.find(({ value }) => value === profileId)?.label ?? profileId}`,
        `${v.seatsOf(formats.number(seats))}, ${v.fuelOf(formats.litres(tankLitres), formats.litres(spareLitres))}`,
        radio,
        note,
      ),
    tagOf: none,
    isOff: ({ isArchived }) => isArchived,
    fieldsOf: () => [
      { at: 'name', is: 'text', label: m.name, isRequired: true },
      { at: 'registration', is: 'text', label: v.registration, isRequired: true, longest: 40 },
      {
        at: 'profileId',
        is: 'choice',
        label: v.profile,
        hint: v.profileHint,
        options: profiles,
        isRequired: true,
      },
      { at: 'seats', is: 'number', label: v.seats },
      { at: 'tankLitres', is: 'number', label: v.tank, unit: 'L' },
      { at: 'spareLitres', is: 'number', label: v.spare, unit: 'L' },
      { at: 'radio', is: 'text', label: v.radio },
      { at: 'state', is: 'choice', label: v.state, options: states },
      { at: 'note', is: 'note', label: m.note },
      { at: 'isArchived', is: 'flag', label: m.archived },
    ],
    fresh: { profileId: profiles[0]?.value, seats: 5, spareLitres: 0, state: 'ready' },
    finish: asIs,
  })
}

function placeKind({ settings, m, formats }: PlainParts): SettingKind {
  const p = m.places
  return asKind<MissionPlaceRow>({
    ...p,
    path: 'places',
    permission: 'missions.settings',
    rows: settings.places,
    nameOf: ({ name }) => name,
    factsOf: ({ position, allowsNight, sellsFuel, isAuthority, contact, note }) =>
      filled(
        filled(allowsNight && p.night, sellsFuel && p.fuel, isAuthority && p.authority).join(' · '),
        formats.position(position),
        contact ?? '',
        note,
      ),
    tagOf: none,
    isOff: ({ isArchived }) => isArchived,
    fieldsOf: () => [
      { at: 'name', is: 'text', label: m.name, isRequired: true },
      { at: 'position', is: 'point', label: '' },
      { at: 'allowsNight', is: 'flag', label: p.allowsNight },
      { at: 'sellsFuel', is: 'flag', label: p.sellsFuel },
      { at: 'isAuthority', is: 'flag', label: p.isAuthority, hint: p.isAuthorityHint },
      { at: 'hours', is: 'hours', label: p.hours },
      { at: 'contact', is: 'text', label: p.contact, longest: 500 },
      { at: 'note', is: 'note', label: m.note },
      { at: 'isArchived', is: 'flag', label: m.archived },
    ],
    fresh: {},
    finish: asIs,
  })
}

function areaKind({ settings, m, formats }: PlainParts): SettingKind {
  const a = m.areas
  const rulesOf = (areaId: string) =>
    settings.rules.filter((rule) => rule.areaId === areaId && rule.isActive).map(({ name }) => name)
  return asKind<MissionAreaRow>({
    ...a,
    path: 'areas',
    permission: 'missions.settings',
    rows: settings.areas,
    nameOf: ({ name }) => name,
    factsOf: ({ id, note }) => {
      const rules = rulesOf(id)
      return filled(rules.length > 0 ? a.usedBy(formats.list(rules)) : a.unused, note)
    },
    tagOf: none,
    isOff: ({ isArchived }) => isArchived,
    fieldsOf: () => [
      { at: 'name', is: 'text', label: m.name, isRequired: true },
      { at: 'polygon', is: 'area', label: a.shape },
      { at: 'note', is: 'note', label: m.note },
      { at: 'isArchived', is: 'flag', label: m.archived },
    ],
    fresh: {},
    finish: asIs,
  })
}

function requestKind({ settings, m, priorities, posts, formats }: PlainParts): SettingKind {
  const r = m.requests
  return asKind<VisitRequest>({
    ...r,
    path: 'requests',
    permission: 'missions.plan',
    rows: settings.requests,
    nameOf: ({ postName, subject }) => `${postName} : ${subject}`,
    factsOf: ({ askedBy, minutes, latest, priority, note }) =>
      filled(
        filled(
          askedBy !== '' && r.by(askedBy),
          formats.duration(minutes * 60),
          latest !== null && r.until(formats.day(latest)),
          priorities[priority],
        ).join(' · '),
        note,
      ),
    tagOf: none,
    isOff: ({ isClosed }) => isClosed,
    fieldsOf: () => [
      { at: 'postId', is: 'choice', label: r.post, none: r.choosePost, options: posts, isRequired: true },
      { at: 'subject', is: 'text', label: r.subject, isRequired: true },
      { at: 'askedBy', is: 'text', label: r.askedBy },
      { at: 'minutes', is: 'number', label: r.minutes, unit: 'min' },
      { at: 'earliest', is: 'day', label: r.earliest },
      { at: 'latest', is: 'day', label: r.latest },
      {
        at: 'priority',
        is: 'choice',
        label: r.priority,
        options: VISIT_PRIORITIES.map((value) => ({ value, label: priorities[value] })),
      },
      { at: 'note', is: 'note', label: m.note },
      { at: 'isClosed', is: 'flag', label: r.isClosed },
    ],
    fresh: { minutes: 60, priority: 'normal' },
    finish: asIs,
  })
}

/** From when it holds, in what currency, and who says so: what rates and prices share. */
function priceFields(m: KindWords): SettingField[] {
  return [
    { at: 'currency', is: 'choice', label: m.currency, options: currencies },
    { at: 'validFrom', is: 'day', label: m.validFrom, isRequired: true },
    { at: 'source', is: 'text', label: m.source, hint: m.sourceHint, longest: 500 },
    { at: 'isArchived', is: 'flag', label: m.archived },
  ]
}

function rateKind({ settings, m, formats, money, today }: PlainParts): SettingKind {
  const r = m.rates
  return asKind<AllowanceRate>({
    ...r,
    path: 'allowance-rates',
    permission: 'missions.settings',
    rows: settings.allowanceRates,
    nameOf: ({ role }) => role,
    factsOf: ({ nightMinor, dayMinor, currency, validFrom, source }) =>
      filled(
        `${r.perNight(money(nightMinor, currency))} · ${r.perDay(money(dayMinor, currency))}`,
        m.from(formats.day(validFrom)),
        source,
      ),
    tagOf: none,
    isOff: ({ isArchived }) => isArchived,
    fieldsOf: () => [
      { at: 'role', is: 'text', label: r.role, isRequired: true },
      { at: 'nightMinor', is: 'number', label: r.night, times: MINOR },
      { at: 'dayMinor', is: 'number', label: r.day, times: MINOR },
      ...priceFields(m),
    ],
    fresh: { currency: 'MRU', validFrom: today },
    finish: asIs,
  })
}

function priceKind({ settings, m, formats, money, today }: PlainParts): SettingKind {
  const p = m.prices
  const fuels = (['diesel', 'petrol'] as const).map((value) => ({ value, label: p.fuels[value] }))
  return asKind<FuelPrice>({
    ...p,
    path: 'fuel-prices',
    permission: 'missions.settings',
    rows: settings.fuelPrices,
    nameOf: ({ fuel }) => p.fuels[fuel],
    factsOf: ({ perLitreMinor, currency, validFrom, source }) =>
      filled(p.litreOf(money(perLitreMinor, currency)), m.from(formats.day(validFrom)), source),
    tagOf: none,
    isOff: ({ isArchived }) => isArchived,
    fieldsOf: () => [
      { at: 'fuel', is: 'choice', label: p.fuel, options: fuels },
      { at: 'perLitreMinor', is: 'number', label: p.perLitre, times: MINOR },
      ...priceFields(m),
    ],
    fresh: { fuel: 'diesel', currency: 'MRU', validFrom: today },
    finish: asIs,
  })
}
