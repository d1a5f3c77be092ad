import type { Ground } from '../road-network/road-codes.ts'
import type { SpeedFactors, VehicleProfile } from './types.ts'

/*
 * What a vehicle does where nobody has said otherwise; the office changes it in the settings.
 *
 * OSRM: `profiles/car.lua` and `foot.lua` of Project-OSRM/osrm-backend. It limits speeds by surface (compacted 80;
 * gravel, ground, dirt 40; earth, sand, rocky 20; mud 10 km/h) and by smoothness (intermediate 80, bad 40, very_bad 20,
 * horrible 10, very_horrible 5, impassable 0). We multiply instead, because the classes here are slow already:
 * 55 km/h of a secondary road × 0.8 on earth = 44.
 * ORS: openrouteservice, «Travel speeds»: tracktype grade1 … grade5 = 40, 30, 20, 15, 10 km/h for cars and lorries.
 * Niger: Blanford et al. (2012), Int. J. Health Geographics 11:24, table 2, after Pozzi & Robinson: on foot 4 km/h in
 * places and 3 in open country in the dry season, 3 and 2 in the wet one.
 * AccessMod: its manual's examples, on foot 5 km/h on roads and bare soil, 4 in low vegetation; tracks 20 by motor.
 */

function factors(dry: number, wet: number): SpeedFactors {
  return { dry, wet }
}

const NO_WATER = factors(0, 0)

function sameFuel(litres: number): Record<Ground, number> {
  return {
    unknown: litres,
    paved: litres,
    gravel: litres,
    earth: litres,
    sand: litres,
    rock: litres,
    water: litres,
  }
}

const FOUR_BY_FOUR: VehicleProfile = {
  id: '4x4',
  nameFr: '4×4',
  nameEn: '4×4',
  mode: 'car',
  passesFourWheelDrive: true,
  kmhByHighway: {
    motorway: 90,
    trunk: 85,
    primary: 65,
    secondary: 55,
    tertiary: 40,
    unclassified: 25,
    residential: 25,
    living_street: 10,
    service: 15,
    road: 25,
    track: 20,
    path: 8,
    pedestrian: 8,
    gap: 5,
  },
  byGround: {
    unknown: factors(1, 0.6),
    paved: factors(1, 1),
    gravel: factors(0.9, 0.8),
    earth: factors(0.8, 0.6),
    sand: factors(0.6, 0.9),
    rock: factors(0.6, 0.8),
    water: NO_WATER,
  },
  byTrackGrade: [2, 1.5, 1, 0.75, 0.5],
  bySmoothness: [1, 1, 1, 0.8, 0.5, 0.25, 0.15, 0],
  topKmh: 90,
  litresPer100KmByGround: { unknown: 15, paved: 12, gravel: 14, earth: 15, sand: 20, rock: 20, water: 0 },
  ferry: { kmh: 5, waitMinutes: 30 },
  crossCountryKmh: 6,
  detourFactor: 1.3,
  maxConnectorMetres: 5_000,
  source:
    'Vitesses par classe : OSRM, car.lua ; piste = grade4 d’OSRM ; route de type inconnu comme petite route ; sentier et rue piétonne : hypothèse. Degrés de piste : openrouteservice ÷ 20. Revêtement et état : d’après les limites d’OSRM. Sol mouillé, carburant, attente de 30 min, 6 km/h hors route et détour de 1,3 : hypothèse.',
}

const LORRY: VehicleProfile = {
  id: 'lorry',
  nameFr: 'Camion',
  nameEn: 'Lorry',
  mode: 'lorry',
  passesFourWheelDrive: false,
  kmhByHighway: {
    motorway: 80,
    trunk: 70,
    primary: 55,
    secondary: 45,
    tertiary: 32,
    unclassified: 20,
    residential: 20,
    living_street: 8,
    service: 12,
    road: 20,
    track: 12,
    gap: 3,
  },
  byGround: {
    unknown: factors(1, 0.4),
    paved: factors(1, 1),
    gravel: factors(0.85, 0.7),
    earth: factors(0.7, 0.4),
    sand: factors(0.3, 0.8),
    rock: factors(0.5, 0.7),
    water: NO_WATER,
  },
  byTrackGrade: [2, 1.5, 1, 0.6, 0.3],
  bySmoothness: [1, 1, 1, 0.7, 0.35, 0, 0, 0],
  topKmh: 80,
  litresPer100KmByGround: { unknown: 38, paved: 30, gravel: 35, earth: 38, sand: 55, rock: 50, water: 0 },
  ferry: { kmh: 5, waitMinutes: 60 },
  crossCountryKmh: 3,
  detourFactor: 1.3,
  maxConnectorMetres: 1_000,
  source:
    'Environ 0,8 × le 4×4, comme le camion d’openrouteservice (85 sur autoroute) par rapport à sa voiture (100) ; pistes plus lentes encore : hypothèse. Il évite les voies « horrible » (wiki OSM, smoothness : véhicules tout-terrain lourds). Revêtement, sol mouillé, carburant, attente de 60 min, hors route : hypothèse.',
}

const MOTORBIKE: VehicleProfile = {
  id: 'motorbike',
  nameFr: 'Moto',
  nameEn: 'Motorbike',
  mode: 'motorbike',
  passesFourWheelDrive: true,
  kmhByHighway: {
    motorway: 80,
    trunk: 70,
    primary: 60,
    secondary: 50,
    tertiary: 40,
    unclassified: 25,
    residential: 25,
    living_street: 10,
    service: 15,
    road: 25,
    track: 20,
    path: 12,
    pedestrian: 8,
    footway: 8,
    cycleway: 10,
    bridleway: 10,
    gap: 8,
  },
  byGround: {
    unknown: factors(1, 0.6),
    paved: factors(1, 1),
    gravel: factors(0.9, 0.8),
    earth: factors(0.85, 0.5),
    sand: factors(0.5, 0.9),
    rock: factors(0.6, 0.8),
    water: NO_WATER,
  },
  byTrackGrade: [2, 1.5, 1, 0.85, 0.7],
  bySmoothness: [1, 1, 1, 0.9, 0.7, 0.5, 0.25, 0],
  topKmh: 80,
  litresPer100KmByGround: { unknown: 3.5, paved: 3, gravel: 3.2, earth: 3.5, sand: 5, rock: 4.5, water: 0 },
  ferry: { kmh: 5, waitMinutes: 20 },
  crossCountryKmh: 10,
  detourFactor: 1.2,
  maxConnectorMetres: 10_000,
  source:
    'Pistes : 20 km/h d’AccessMod, comme le 4×4. Elle est poussée ou portée là où seul un 4×4 passe, et emprunte les sentiers. Tout le reste : hypothèse (moto de 125 cm³).',
}

const ON_FOOT: VehicleProfile = {
  id: 'foot',
  nameFr: 'À pied',
  nameEn: 'On foot',
  mode: 'foot',
  passesFourWheelDrive: true,
  kmhByHighway: {
    motorway: 5,
    trunk: 5,
    primary: 5,
    secondary: 5,
    tertiary: 5,
    unclassified: 5,
    residential: 5,
    living_street: 5,
    service: 5,
    road: 5,
    track: 5,
    path: 4,
    pedestrian: 5,
    footway: 5,
    cycleway: 5,
    bridleway: 4,
    steps: 2,
    gap: 2.5,
  },
  byGround: {
    unknown: factors(1, 0.75),
    paved: factors(1, 1),
    gravel: factors(1, 0.9),
    earth: factors(1, 0.67),
    sand: factors(0.7, 1),
    rock: factors(0.7, 0.9),
    water: NO_WATER,
  },
  byTrackGrade: [1, 1, 1, 1, 1],
  bySmoothness: [1, 1, 1, 1, 1, 0.9, 0.8, 0.5],
  topKmh: 6,
  litresPer100KmByGround: sameFuel(0),
  ferry: { kmh: 5, waitMinutes: 20 },
  crossCountryKmh: 3,
  detourFactor: 1.2,
  maxConnectorMetres: 15_000,
  source:
    'Routes : OSRM, foot.lua, et AccessMod, 5 km/h ; sentiers : AccessMod, végétation basse, 4. Hors route 3 km/h et sol mouillé 2 ÷ 3 et 3 ÷ 4 : Niger (Blanford et al. 2012). Marches, sable, roche, attente de 20 min, détour : hypothèse.',
}

const PIROGUE: VehicleProfile = {
  id: 'pirogue',
  nameFr: 'Pirogue à moteur',
  nameEn: 'Motor pirogue',
  mode: 'boat',
  passesFourWheelDrive: false,
  kmhByHighway: { river: 10 },
  byGround: {
    unknown: factors(1, 1),
    paved: factors(0, 0),
    gravel: factors(0, 0),
    earth: factors(0, 0),
    sand: factors(0, 0),
    rock: factors(0, 0),
    water: factors(1, 1),
  },
  byTrackGrade: [0, 0, 0, 0, 0],
  bySmoothness: [0, 0, 0, 0, 0, 0, 0, 0],
  topKmh: 15,
  litresPer100KmByGround: { ...sameFuel(0), unknown: 60, water: 60 },
  ferry: { kmh: 5, waitMinutes: 30 },
  crossCountryKmh: 2,
  detourFactor: 1.2,
  maxConnectorMetres: 500,
  source:
    'Traversées : bac d’OSRM, 5 km/h. Elle attend 30 min d’être pleine, comme pour le 4×4 : hypothèse. 10 km/h le long du fleuve, 60 l aux 100 km (hors-bord de 15 ch), 500 m à pied depuis la rive : hypothèse.',
}

/** The vehicle of a question that names none. */
export const DEFAULT_VEHICLE = FOUR_BY_FOUR
/** The vehicles that a new installation knows. */
export const DEFAULT_VEHICLES: readonly VehicleProfile[] = [FOUR_BY_FOUR, LORRY, MOTORBIKE, ON_FOOT, PIROGUE]
