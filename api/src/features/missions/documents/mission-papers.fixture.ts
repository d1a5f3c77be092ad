import type { Position } from '@borne/geodata/geometry/position'
import type { Itinerary, MissionPlace, TimedLeg } from '@borne/geodata/itinerary/mission-types'
import type { LegCourses } from '../answer-mission.ts'
import type { Mission, MissionEvent, MissionSettings, MissionVisitInput } from '../contract.ts'
import type { MissionSource } from './mission-source.ts'

const place = (
  id: string,
  name: string,
  position: Position,
  more: Partial<MissionPlace> = {},
): MissionPlace => ({
  id,
  name,
  position,
  allowsNight: false,
  sellsFuel: false,
  ...more,
})
const PLACES = [
  place('base', 'Bureau de Sélibaby', [-12.1833, 15.1583], { allowsNight: true, sellsFuel: true }),
  place('gouraye', 'Gouraye', [-12.4497, 14.9042]),
  place('ghabou', 'Ghabou', [-12.0553, 14.9411], { allowsNight: true }),
  place('wompou', 'Poste de Wompou <est>', [-12.6317, 15.1389]),
]
const positionOf = (id: string) => PLACES.find((one) => one.id === id)!.position

const leg = (
  day: string,
  from: string,
  to: string,
  [departs, arrives, late]: [string, string, string],
  metres: number,
): TimedLeg => ({
  fromPlaceId: from,
  toPlaceId: to,
  hasWay: true,
  ignoresAreas: false,
  departsAt: `${day}T${departs}:00.000Z`,
  arrivesAt: `${day}T${arrives}:00.000Z`,
  arrivesP90At: `${day}T${late}:00.000Z`,
  driveSeconds: (Date.parse(`${day}T${arrives}:00Z`) - Date.parse(`${day}T${departs}:00Z`)) / 1000,
  restSeconds: 0,
  metres,
  litres: metres / 8000,
})
const visit = (
  id: string,
  placeId: string,
  purpose: string,
  more: Partial<MissionVisitInput> = {},
): MissionVisitInput => ({
  id,
  placeId,
  minutes: 90,
  priority: 'normal',
  hours: [],
  earliest: null,
  latest: null,
  pinnedDate: null,
  pinnedTeamId: null,
  afterVisitId: null,
  purpose,
  reasons: [],
  ...more,
})
const [FIRST, SECOND] = ['2026-12-07', '2026-12-08'] as const

const ITINERARY: Itinerary = {
  days: [
    {
      teamId: 'A',
      date: FIRST,
      startPlaceId: 'base',
      endPlaceId: 'ghabou',
      sunrise: `${FIRST}T07:13:00.000Z`,
      sunset: `${FIRST}T18:26:00.000Z`,
      legs: [
        leg(FIRST, 'base', 'gouraye', ['07:30', '09:05', '09:40'], 52_400),
        leg(FIRST, 'gouraye', 'ghabou', ['10:35', '12:50', '13:45'], 61_250),
        leg(FIRST, 'ghabou', 'ghabou', ['14:20', '14:20', '15:15'], 0),
      ],
      visits: [
        {
          visitId: 'v1',
          arrivesAt: `${FIRST}T09:05:00.000Z`,
          beginsAt: `${FIRST}T09:05:00.000Z`,
          endsAt: `${FIRST}T10:35:00.000Z`,
          waitSeconds: 0,
          marginSeconds: 3600,
        },
        {
          visitId: 'v2',
          arrivesAt: `${FIRST}T12:50:00.000Z`,
          beginsAt: `${FIRST}T12:50:00.000Z`,
          endsAt: `${FIRST}T14:20:00.000Z`,
          waitSeconds: 0,
          marginSeconds: null,
        },
      ],
      driveSeconds: 13_800,
      waitSeconds: 0,
      visitSeconds: 10_800,
      metres: 113_650,
      litres: 14.2,
    },
    {
      teamId: 'A',
      date: SECOND,
      startPlaceId: 'ghabou',
      endPlaceId: 'base',
      sunrise: `${SECOND}T07:13:00.000Z`,
      sunset: `${SECOND}T18:26:00.000Z`,
      legs: [leg(SECOND, 'ghabou', 'base', ['08:00', '09:00', '09:20'], 34_000)],
      visits: [],
      driveSeconds: 3600,
      waitSeconds: 0,
      visitSeconds: 0,
      metres: 34_000,
      litres: 4.25,
    },
  ],
  droppedVisitIds: ['v3'],
}

const COURSES: LegCourses = ITINERARY.days.map(({ legs }) =>
  legs.map(({ fromPlaceId, toPlaceId, metres }) => ({
    coordinates: [positionOf(fromPlaceId), positionOf(toPlaceId)],
    crossings: [],
    undrawnMetres: 0,
    groundMetres: { paved: 0.3 * metres, earth: 0.7 * metres },
  })),
)

const event = (kind: string, happenedAt: string, payload: object): MissionEvent =>
  ({
    id: crypto.randomUUID(),
    missionId: 'm',
    ordinal: 1,
    kind,
    happenedAt,
    recordedAt: happenedAt,
    recordedBy: null,
    recordedByName: 'Point Focal',
    payload: { note: '', ...payload },
  }) as MissionEvent

export const EVENTS: readonly MissionEvent[] = [
  event('begun', `${FIRST}T07:34:00.000Z`, {}),
  event('checked-in', `${FIRST}T09:12:00.000Z`, { teamId: 'A', placeId: 'gouraye', position: null }),
  event('deviated', `${FIRST}T12:00:00.000Z`, {
    teamId: 'A',
    position: null,
    note: 'Oued en eau, détour par le nord',
  }),
  event('done', `${SECOND}T09:10:00.000Z`, {
    note: 'Piste dégradée après Gouraye.',
    visits: [
      { visitId: 'v1', visitedOn: FIRST, findings: 'Deux réserves levées sur trois.' },
      { visitId: 'v3', visitedOn: null, findings: '' },
    ],
  }),
]

const SETTINGS: MissionSettings = {
  vehicles: [
    {
      id: 'car',
      name: 'Toyota Land Cruiser',
      registration: '1234 AA 00',
      profileId: '4x4',
      seats: 5,
      tankLitres: 90,
      spareLitres: 40,
      radio: 'Sierra 1',
      state: 'ready',
      note: '',
      isArchived: false,
      isDemonstration: true,
      version: 1,
    },
  ],
  places: [
    {
      id: 'ghabou',
      name: 'Ghabou',
      position: positionOf('ghabou'),
      allowsNight: true,
      sellsFuel: false,
      isAuthority: true,
      hours: [],
      contact: 'Hakem, +222 00 00 00 02',
      note: '',
      isArchived: false,
      isDemonstration: true,
      version: 1,
    },
  ],
  areas: [],
  rules: [],
  allowanceRates: ['chef de mission', 'chauffeur'].map((role) => ({
    id: role,
    role,
    validFrom: '2026-01-01',
    nightMinor: 150_000,
    dayMinor: 60_000,
    currency: 'MRU' as const,
    source: '',
    isArchived: false,
    isDemonstration: true,
    version: 1,
  })),
  fuelPrices: [
    {
      id: 'diesel',
      fuel: 'diesel',
      validFrom: '2026-01-01',
      perLitreMinor: 5_000,
      currency: 'MRU',
      source: '',
      isArchived: false,
      isDemonstration: true,
      version: 1,
    },
  ],
  requests: [],
}

const MISSION: Mission = {
  id: '6d5c1c2e-4d0c-4a45-8a43-0f7b3a3b6c11',
  reference: 'MI-2026/014',
  title: 'Suivi des chantiers de Gouraye & Ghabou',
  purpose: 'Constater l’avancement et lever les réserves.',
  status: 'cleared',
  from: FIRST,
  until: SECOND,
  vehicles: [],
  posts: [{ id: 'wompou', name: 'Poste de Wompou <est>', visitedOn: null }],
  clearance: { number: 'AUT-2026-77', from: '2026-12-05', until: '2026-12-10' },
  overdue: [],
  isDemonstration: true,
  version: 4,
  updatedAt: '2026-12-01T08:00:00.000Z',
  people: [
    { name: 'Première Personne', role: 'chef de mission', phone: '+222 00 00 00 01', teamId: 'A' },
    { name: 'Seconde Personne', role: 'chauffeur', phone: '', teamId: 'A' },
    { name: 'Un invité', role: 'observateur', phone: '', teamId: null },
  ],
  budgetLine: 'L-2.1',
  startPlaceId: 'base',
  endPlaceId: 'base',
  nightPlaceIds: ['ghabou'],
  teams: [{ id: 'A', name: 'Équipe A', vehicleIds: ['car'], hasEscort: false }],
  visits: [
    visit('v1', 'gouraye', 'Réserves à lever', {
      reasons: [
        {
          kind: 'punch-to-check',
          values: { contractId: 'c', reference: 'M-2026/07', count: 3 },
          minutes: 90,
          priority: 'high',
          earliest: null,
          latest: null,
        },
      ],
    }),
    visit('v2', 'ghabou', 'Réunion avec le Hakem'),
    visit('v3', 'wompou', 'Visite annuelle'),
  ],
  plan: { days: [], droppedVisitIds: [] },
  events: [],
  trackIds: [],
  mayRecord: [],
}

/** A fictional mission of two days: two visits, a night, one visit left out. */
export function givenMissionSource(changes: Partial<MissionSource> = {}): MissionSource {
  return {
    mission: MISSION,
    settings: SETTINGS,
    question: {
      dates: [FIRST, SECOND],
      teams: [
        {
          id: 'A',
          name: 'Équipe A',
          hasEscort: false,
          vehicles: [
            { id: 'car', name: 'Toyota', profileId: '4x4', seats: 5, tankLitres: 90, spareLitres: 40 },
          ],
        },
      ],
      startPlaceId: 'base',
      endPlaceId: 'base',
      nightPlaceIds: ['ghabou'],
      places: PLACES,
      visits: MISSION.visits,
      areas: [],
      rules: [
        {
          id: 'radio',
          name: 'Vacation radio',
          level: 'warn',
          demand: { kind: 'radio-check', everyMinutes: 60 },
          areaId: null,
          season: null,
          profileId: null,
          source: 'Exemple, à vérifier avec l’officier de sécurité.',
        },
      ],
    },
    itinerary: ITINERARY,
    courses: COURSES,
    knownAt: '2026-12-01T08:00:00.000Z',
    loadGround: async () => ({
      roads: [{ coordinates: [positionOf('base'), positionOf('gouraye')], isMain: true }],
      waterways: [{ coordinates: [positionOf('base'), positionOf('ghabou')], isRiver: false }],
      borders: [{ coordinates: [positionOf('gouraye'), positionOf('ghabou')] }],
      settlements: [{ name: 'Hassi Cheggar', isTown: false, position: [-12.25, 15.05] }],
      attributions: ['© contributeurs d’OpenStreetMap'],
    }),
    loadTracks: async () => [],
    ...changes,
  }
}

/** A course that leaves at half past seven and comes to Gouraye at nine, then to Ghabou at one. */
export function givenTracks(): Awaited<ReturnType<MissionSource['loadTracks']>> {
  const known: [string, Position][] = [
    ['07:30', positionOf('base')],
    ['09:00', positionOf('gouraye')],
    ['10:30', positionOf('gouraye')],
    ['13:00', positionOf('ghabou')],
  ]
  return [
    {
      name: 'Trace du 7 décembre',
      course: {
        positions: known.map(([, position]) => position),
        instantsMs: known.map(([clock]) => Date.parse(`${FIRST}T${clock}:00Z`)),
      },
    },
  ]
}
