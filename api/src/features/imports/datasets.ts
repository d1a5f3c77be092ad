const OSM = {
  source: 'OpenStreetMap, Geofabrik, août 2021',
  licence: 'ODbL 1.0',
  attribution: '© les contributeurs d’OpenStreetMap, ODbL 1.0 ; schéma © OpenMapTiles',
}
const COD = {
  source: 'OCHA COD-AB, ANSADE, 27 mars 2024',
  licence: 'CC BY-IGO',
  attribution: 'Limites administratives : ANSADE / OCHA (COD-AB), CC BY-IGO',
}
const GEONAMES = { source: 'GeoNames, 2014', licence: 'CC BY 4.0', attribution: 'GeoNames, CC BY 4.0' }

interface Origin {
  readonly source: string
  readonly licence: string
  readonly attribution: string
}

/** Where each bundled file comes from; the names are those of the files in geodata/data. */
export const DATASETS = {
  adm0_region_osm: OSM,
  airports: {
    source: 'OurAirports et OpenStreetMap, 2021',
    licence: 'domaine public ; ODbL 1.0',
    attribution: 'OurAirports (domaine public) ; © les contributeurs d’OpenStreetMap, ODbL 1.0',
  },
  border_posts: {
    source: 'Compilation de sources ouvertes, citées ligne par ligne',
    licence: 'faits ; positions ODbL 1.0',
    attribution: '© les contributeurs d’OpenStreetMap, ODbL 1.0',
  },
  border_road_crossings: OSM,
  border_segments: OSM,
  documented_roads_schematic: {
    source: 'Longueurs publiées (presse, page communale), citées ligne par ligne',
    licence: 'faits',
    attribution: 'Longueurs publiées ; tracé schématique',
  },
  geonames_features: GEONAMES,
  health_facilities: {
    source: 'KWTRP/OMS 2019 et healthsites.io',
    licence: 'CC BY 4.0 (à confirmer) ; ODbL 1.0',
    attribution:
      'Maina et al. 2019 (KEMRI-Wellcome Trust), doi:10.1038/s41597-019-0142-2 ; healthsites.io, ODbL',
  },
  mrt_adm1_simplified: COD,
  mrt_adm2_region: COD,
  mrt_adm3_region: COD,
  pois_osm: OSM,
  road_network_gaps: { ...OSM, source: 'Calculé sur OpenStreetMap, août 2021 : lignes synthétiques' },
  roads_local: OSM,
  roads_main: OSM,
  settlements: {
    source: 'OpenStreetMap, août 2021, et GeoNames, 2014',
    licence: 'ODbL 1.0 ; CC BY 4.0',
    attribution: '© les contributeurs d’OpenStreetMap, ODbL 1.0 ; GeoNames, CC BY 4.0',
  },
  water_polygons: OSM,
  waterways: OSM,
} as const satisfies Record<string, Origin>

export type DatasetName = keyof typeof DATASETS

/** Which line the lengths of the border were measured on: a border's length depends on it. */
export const BORDER_GEOMETRY_VERSION = 'osm-2021-08-06'
