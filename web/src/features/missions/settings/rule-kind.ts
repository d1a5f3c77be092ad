import type { MissionRuleRow, MissionSettings } from '@borne/api/contracts/missions'
import { RULE_KINDS, type RuleKind } from '@borne/geodata/itinerary/mission-types'
import type { Formats } from '../../../ui/formats.ts'
import type { RuleWords } from '../rule-messages.ts'
import type { RuleKindWords } from './rule-kind-messages.ts'
import type { Option, SettingField } from './setting-draft.ts'
import { asKind, type SettingKind } from './setting-kind.ts'

interface RuleKindParts {
  readonly settings: MissionSettings
  readonly m: RuleKindWords
  readonly words: RuleWords
  /** From Monday on. */
  readonly weekdays: readonly string[]
  readonly profiles: readonly Option[]
  readonly formats: Formats
}

/** Rules: what each demands in words, with its figures; those that nobody has confirmed say so. */
export function ruleKind({ settings, m, words, weekdays, profiles, formats }: RuleKindParts): SettingKind {
  const areaName = (areaId: string) => settings.areas.find(({ id }) => id === areaId)?.name ?? '—'
  const areas = settings.areas.filter(({ isArchived }) => !isArchived)
  const profileName = (profileId: string) =>
    profiles.find(({ value }) => value === profileId)?.label ?? profileId
  return asKind<MissionRuleRow>({
    path: 'rules',
    permission: 'missions.settings',
    title: m.title,
    intro: m.intro,
    add: m.add,
    empty: m.empty,
    rows: settings.rules,
    nameOf: ({ name }) => name,
    factsOf: ({ demand, level, areaId, season, profileId, source }) => [
      `${m.levels[level]} · ${demandText(demand, m, weekdays, formats)}`,
      ...(areaId === null ? [] : [m.in(areaName(areaId))]),
      ...(season === null ? [] : [m.during(monthDay(season.starts), monthDay(season.ends))]),
      ...(profileId === null ? [] : [m.for(profileName(profileId))]),
      ...(source === '' ? [] : [source]),
    ],
    tagOf: ({ isExample }) => (isExample ? m.example : null),
    isOff: ({ isActive }) => !isActive,
    fieldsOf: (draft) => [
      { at: 'name', is: 'text', label: m.name, isRequired: true },
      {
        at: 'demand.kind',
        is: 'choice',
        label: m.kind,
        options: RULE_KINDS.map((value) => ({ value, label: words.kinds[value] })),
      },
      ...demandFields(draft['demand.kind'] as RuleKind, m),
      {
        at: 'level',
        is: 'choice',
        label: m.level,
        options: (['forbid', 'warn'] as const).map((value) => ({ value, label: m.levels[value] })),
      },
      {
        at: 'areaId',
        is: 'choice',
        label: m.area,
        none: m.everywhere,
        options: areas.map(({ id, name }) => ({ value: id, label: name })),
      },
      { at: 'season.starts', is: 'monthDay', label: m.seasonFrom, hint: m.seasonHint },
      { at: 'season.ends', is: 'monthDay', label: m.seasonUntil },
      { at: 'profileId', is: 'choice', label: m.profile, none: m.allVehicles, options: profiles },
      { at: 'source', is: 'note', label: m.source, hint: m.sourceHint },
      { at: 'isActive', is: 'flag', label: m.isActive },
      { at: 'isExample', is: 'flag', label: m.isConfirmed, isInverse: true },
    ],
    fresh: {
      demand: { kind: 'no-entry', weekdays: [] },
      level: 'forbid',
      isActive: true,
      isExample: true,
    },
    finish: (input) => {
      const { starts, ends } = input.season as { starts: string | null; ends: string | null }
      return { ...input, season: starts === null && ends === null ? null : { starts, ends } }
    },
  })
}

/** «07-15» → «15/07» */
function monthDay(text: string): string {
  return text.split('-').reverse().join('/')
}

function demandFields(kind: RuleKind, m: RuleKindWords): SettingField[] {
  const { minutes, hours, percent } = m.units
  switch (kind) {
    case 'daylight':
      return [
        { at: 'demand.afterSunriseMinutes', is: 'number', label: m.afterSunrise, unit: minutes },
        { at: 'demand.beforeSunsetMinutes', is: 'number', label: m.beforeSunset, unit: minutes },
      ]
    case 'driving-day':
      return [{ at: 'demand.hours', is: 'number', label: m.drivingHours, unit: hours }]
    case 'driving-stretch':
      return [
        { at: 'demand.hours', is: 'number', label: m.drivingHours, unit: hours },
        { at: 'demand.restMinutes', is: 'number', label: m.rest, unit: minutes },
      ]
    case 'convoy':
      return [{ at: 'demand.vehicles', is: 'number', label: m.vehicles }]
    case 'fuel-reserve':
      return [{ at: 'demand.share', is: 'number', label: m.share, unit: percent, times: 0.01 }]
    case 'radio-check':
      return [{ at: 'demand.everyMinutes', is: 'number', label: m.every, unit: minutes }]
    case 'clearance':
      return [
        { at: 'demand.from', is: 'day', label: m.clearedFrom, isRequired: true },
        { at: 'demand.until', is: 'day', label: m.clearedUntil, isRequired: true },
      ]
    case 'no-driving':
      return [
        { at: 'demand.weekdays', is: 'weekdays', label: m.weekdays },
        { at: 'demand.opens', is: 'clock', label: m.closedFrom },
        { at: 'demand.closes', is: 'clock', label: m.closedUntil },
      ]
    default:
      return []
  }
}

/** «8 h 00 de conduite par jour au plus.» */
export function demandText(
  demand: MissionRuleRow['demand'],
  { demands: m }: Pick<RuleKindWords, 'demands'>,
  weekdays: readonly string[],
  formats: Pick<Formats, 'duration' | 'number' | 'percent' | 'day' | 'list'>,
): string {
  const minutes = (count: number) => formats.duration(count * 60)
  const hours = (count: number) => formats.duration(count * 3600)
  switch (demand.kind) {
    case 'daylight':
      return m.daylight(minutes(demand.afterSunriseMinutes), minutes(demand.beforeSunsetMinutes))
    case 'driving-day':
      return m.drivingDay(hours(demand.hours))
    case 'driving-stretch':
      return m.drivingStretch(hours(demand.hours), minutes(demand.restMinutes))
    case 'convoy':
      return m.convoy(formats.number(demand.vehicles))
    case 'fuel-reserve':
      return m.fuelReserve(formats.percent(demand.share))
    case 'radio-check':
      return m.radioCheck(minutes(demand.everyMinutes))
    case 'clearance':
      return m.clearance(formats.day(demand.from), formats.day(demand.until))
    case 'no-entry':
      return m.noEntry
    case 'escort':
      return m.escort
    case 'border-crossing':
      return m.borderCrossing
    case 'no-driving': {
      const days = formats.list(demand.weekdays.map((day) => weekdays[day - 1] ?? ''))
      return m.noDriving(days, demand.opens, demand.closes)
    }
  }
}
