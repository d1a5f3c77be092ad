import type { Point, Polygon } from 'geojson'
import type { GeodataFiles, SourceFeature } from './geodata-files.ts'
import { type TileFeature, type TileLayer, tileFeature, tileLayer, withoutVowelSigns } from './tile-layer.ts'

/** Settlements by rank, their built-up areas, and what else a traveller looks for: wells, hills, health, airfields. */
export function placeLayers(files: GeodataFiles): TileLayer[] {
  const communes = new Set(
    files.read<Polygon>('mrt_adm3_region').map(({ properties }) => String(properties.adm3_pcode)),
  )
  const seats = new Set<string>()
  const settlements = files.read<Point>('settlements')
  for (const { properties } of settlements) {
    const isSeat = properties.name_fr !== undefined && properties.name_fr === properties.adm3_name
    if (isSeat && communes.has(String(properties.adm3_pcode))) seats.add(String(properties.id))
  }
  const spots = [
    ...files.read<Point>('geonames_features').flatMap(geonamesSpot),
    ...files.read<Point>('health_facilities').map(healthSpot),
    ...files.read<Point>('airports').flatMap(airportSpot),
  ]
  return [
    tileLayer('built', files.read<Polygon>('settlement_areas').map(builtFeature)),
    tileLayer('spot', spots),
    tileLayer(
      'place',
      settlements.map((settlement) => placeFeature(settlement, seats.has(String(settlement.properties.id)))),
    ),
  ]
}

/** 1 regional centre … 6 quarter or camp. «town» is used generously by the mappers of the Malian side. */
function rankOf(
  { place, population, iso3, name_fr, adm1_name }: SourceFeature['properties'],
  isSeat: boolean,
) {
  if (Number(population) >= 14_000 || name_fr === 'Kaédi') return 1
  if (place === 'town' && (iso3 === 'MRT' || Number(population) > 0 || name_fr === 'Bakel')) return 2
  if (place === 'town' || isSeat) return 3
  if (place === 'village') return 4
  if (place === 'hamlet' || place === 'populated_place')
    return adm1_name === 'Guidimakha' && name_fr ? 4.5 : 5
  return 6
}

const PLACE_FROM_ZOOM: Record<number, number> = { 1: 5, 2: 7, 3: 8, 4: 9, 4.5: 10, 5: 10, 6: 12 }

function placeFeature(settlement: SourceFeature<Point>, isSeat: boolean): TileFeature {
  const { properties } = settlement
  const rank = rankOf(properties, isSeat)
  const isHome = properties.adm1_name === 'Guidimakha'
  const fromZoom = PLACE_FROM_ZOOM[rank]! - (isHome && rank >= 3 && rank < 5 ? 1 : 0)
  return tileFeature(settlement.geometry, properties.name_fr || properties.name_ar ? fromZoom : 12, {
    place: properties.place,
    rank: Math.floor(rank),
    name_fr: properties.name_fr ?? properties.name_ar,
    name_ar: withoutVowelSigns(properties.name_ar),
    guidimakha: isHome ? 1 : undefined,
    seat: isSeat ? 1 : undefined,
  })
}

function builtFeature({ geometry, properties }: SourceFeature<Polygon>): TileFeature {
  return tileFeature(geometry, Number(properties.area_km2) > 0.5 ? 9 : 11)
}

const SPOT_BY_CODE: Record<string, string> = {
  WLL: 'well',
  WLLS: 'well',
  WTRH: 'well',
  SPNG: 'well',
  HLL: 'hill',
  HLLS: 'hill',
  MT: 'hill',
  MTS: 'hill',
  PK: 'hill',
  PASS: 'pass',
  WAD: 'wadi',
  STMI: 'wadi',
  MRSH: 'marsh',
}

function geonamesSpot({ geometry, properties }: SourceFeature<Point>): TileFeature[] {
  const kind = SPOT_BY_CODE[String(properties.code)]
  if (!kind) return []
  const elevation = kind === 'hill' || kind === 'pass' ? properties.elev_m : undefined
  return [tileFeature(geometry, 11, { kind, name_fr: properties.name, elevation })]
}

function healthSpot({ geometry, properties }: SourceFeature<Point>): TileFeature {
  return tileFeature(geometry, properties.type === 'hospital' || properties.type === 'Hospital' ? 10 : 11, {
    kind: 'health',
    name_fr: properties.name,
  })
}

/** OurAirports and OSM hold the same fields twice: the first is kept. */
function airportSpot({ geometry, properties }: SourceFeature<Point>): TileFeature[] {
  if (properties.src !== 'ourairports') return []
  return [
    tileFeature(geometry, 8, { kind: 'airport', name_fr: properties.municipality, iata: properties.iata }),
  ]
}
