import { searchKey } from '@borne/geodata/geometry/search-key'
import type { PlaceRow } from '@borne/geodata/import/place-row'
import type { AdminUnitRow } from '@borne/geodata/import/read-admin-units'
import type { BorderCrossingRow } from '@borne/geodata/import/read-border-crossings'
import type { BorderSegmentRow } from '@borne/geodata/import/read-border-segments'
import type { CountryRow } from '@borne/geodata/import/read-countries'
import type { PostEvidenceRow } from '@borne/geodata/import/read-post-evidence'
import type { SettlementRow } from '@borne/geodata/import/read-settlements'
import type { WaterAreaRow } from '@borne/geodata/import/read-water-areas'
import type { WaterwayRow } from '@borne/geodata/import/read-waterways'
import type { Db } from '../../platform/db.ts'
import {
  inBatches,
  lineText,
  multiPolygonText,
  pointText,
  polygonText,
} from '../../platform/geometry-text.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import { BORDER_GEOMETRY_VERSION } from './datasets.ts'

/*
 * Each function puts the rows of one import in place of those of the last: known ids are updated, so that what refers
 * to them stays, and rows of earlier imports that are no longer there are removed.
 */

export async function storeCountries(db: Db, run: number, rows: readonly CountryRow[]): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: multiPolygonText(row.polygons), polygons: undefined }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into country (iso3, name, import_run_id, geom)
      select r.iso3, r.name, ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)} as r (iso3 text, name text, geom text)
      on conflict (iso3) do update
         set name = excluded.name, import_run_id = excluded.import_run_id, geom = excluded.geom`),
  )
  await db.run(sql`delete from country where import_run_id <> ${run}`)
}

export async function storeAdminUnits(
  db: Db,
  run: number,
  level: 1 | 2 | 3,
  rows: readonly AdminUnitRow[],
): Promise<void> {
  const values = rows.map((row) => ({
    ...row,
    key: searchKey(row.name),
    geom: multiPolygonText(row.polygons),
    polygons: undefined,
  }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into admin_unit (pcode, level, parent_pcode, name, in_guidimakha, area_square_kilometres, valid_on,
                              search_key, import_run_id, geom)
      select r.pcode, r.level, r."parentPcode", r.name, r."inGuidimakha", r."areaSquareKilometres", r."validOn",
             r.key, ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (pcode text, level int, "parentPcode" text, name text, "inGuidimakha" boolean,
                "areaSquareKilometres" float8, "validOn" date, key text, geom text)
      on conflict (pcode) do update
         set level = excluded.level, parent_pcode = excluded.parent_pcode, name = excluded.name,
             in_guidimakha = excluded.in_guidimakha, area_square_kilometres = excluded.area_square_kilometres,
             valid_on = excluded.valid_on, search_key = excluded.search_key,
             import_run_id = excluded.import_run_id, geom = excluded.geom`),
  )
  await db.run(sql`delete from admin_unit where level = ${level} and import_run_id <> ${run}`)
}

export async function storeBorderSegments(
  db: Db,
  run: number,
  rows: readonly BorderSegmentRow[],
): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: lineText(row.coordinates), coordinates: undefined }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into border_segment (id, border, neighbour, name, follows, moughataa, in_guidimakha, from_kilometre,
                                  to_kilometre, source_length_kilometres, length_metres, geometry_version,
                                  import_run_id, geom)
      select r.id, r.border, r.neighbour, r.name, r.follows, unit.name, r."inGuidimakha", r."fromKm", r."toKm",
             r."sourceLengthKm", r."lengthMetres", ${BORDER_GEOMETRY_VERSION}, ${run}::bigint,
             st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id text, border text, neighbour text, name text, follows text, "moughataaPcode" text,
                "inGuidimakha" boolean, "fromKm" float8, "toKm" float8, "sourceLengthKm" float8,
                "lengthMetres" float8, geom text)
        left join admin_unit unit on unit.pcode = r."moughataaPcode"
      on conflict (id) do update
         set border = excluded.border, neighbour = excluded.neighbour, name = excluded.name,
             follows = excluded.follows, moughataa = excluded.moughataa, in_guidimakha = excluded.in_guidimakha,
             from_kilometre = excluded.from_kilometre, to_kilometre = excluded.to_kilometre,
             source_length_kilometres = excluded.source_length_kilometres, length_metres = excluded.length_metres,
             geometry_version = excluded.geometry_version, import_run_id = excluded.import_run_id,
             geom = excluded.geom`),
  )
  await db.run(sql`delete from border_segment where import_run_id <> ${run}`)
}

export async function storeSettlements(db: Db, run: number, rows: readonly SettlementRow[]): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: pointText(row.position), names: undefined }))
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into settlement (id, name, name_fr, name_ar, place, iso3, population, population_source, commune_pcode,
                              moughataa_pcode, is_nearest_unit, import_run_id, geom)
      select r.id, r.name, r."nameFr", r."nameAr", r.place, r.iso3, r.population, r."populationSource",
             commune.pcode, moughataa.pcode, r."isNearestUnit", ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id text, name text, "nameFr" text, "nameAr" text, place text, iso3 text, population int,
                "populationSource" text, "communePcode" text, "moughataaPcode" text, "isNearestUnit" boolean, geom text)
        left join admin_unit commune on commune.pcode = r."communePcode"
        left join admin_unit moughataa on moughataa.pcode = r."moughataaPcode"
      on conflict (id) do update
         set name = excluded.name, name_fr = excluded.name_fr, name_ar = excluded.name_ar, place = excluded.place,
             iso3 = excluded.iso3, population = excluded.population, population_source = excluded.population_source,
             commune_pcode = excluded.commune_pcode, moughataa_pcode = excluded.moughataa_pcode,
             is_nearest_unit = excluded.is_nearest_unit, import_run_id = excluded.import_run_id,
             geom = excluded.geom`),
  )
  await db.run(sql`delete from settlement where import_run_id <> ${run}`)
  await db.run(sql`delete from place_name`)
  const names = rows.flatMap((row) => row.names.map((name) => ({ ...name, settlementId: row.id })))
  await inBatches(names, (batch) =>
    db.run(sql`
      insert into place_name (settlement_id, name, lang, search_key)
      select r."settlementId", r.name, r.lang, r."searchKey"
        from ${recordset(batch)} as r ("settlementId" text, name text, lang text, "searchKey" text)`),
  )
}

/** Places of one data set: the others come from files of their own. */
export async function storePlaces(db: Db, run: number, rows: readonly PlaceRow[]): Promise<void> {
  const values = rows.map((row) => ({
    ...row,
    key: searchKey(row.name ?? ''),
    geom: pointText(row.position),
  }))
  await db.run(sql`
    delete from place
     where import_run_id in (
           select earlier.id
             from import_run earlier
             join import_run current on current.dataset = earlier.dataset
            where current.id = ${run})`)
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into place (id, kind, subkind, name, iso3, source, search_key, import_run_id, geom)
      select r.id, r.kind, r.subkind, r.name, r.iso3, r.source, r.key, ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id text, kind text, subkind text, name text, iso3 text, source text, key text, geom text)`),
  )
}

export async function storeWaterways(db: Db, run: number, rows: readonly WaterwayRow[]): Promise<void> {
  // The source has no ids: rows are numbered in its order.
  const values = rows.map((row, index) => ({
    ...row,
    id: index + 1,
    geom: lineText(row.coordinates),
    coordinates: undefined,
  }))
  await db.run(sql`delete from waterway`)
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into waterway (id, class, name, name_fr, name_ar, is_intermittent, length_metres, import_run_id, geom)
      select r.id, r.class, r.name, r."nameFr", r."nameAr", r."isIntermittent", r."lengthMetres", ${run}::bigint,
             st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id int, class text, name text, "nameFr" text, "nameAr" text, "isIntermittent" boolean,
                "lengthMetres" float8, geom text)`),
  )
}

export async function storeWaterAreas(db: Db, run: number, rows: readonly WaterAreaRow[]): Promise<void> {
  const values = rows.map((row, index) => ({
    ...row,
    id: index + 1,
    geom: polygonText(row.rings),
    rings: undefined,
  }))
  await db.run(sql`delete from water_area`)
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into water_area (id, class, area_square_kilometres, is_intermittent, import_run_id, geom)
      select r.id, r.class, r."areaSquareKilometres", r."isIntermittent", ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id int, class text, "areaSquareKilometres" float8, "isIntermittent" boolean, geom text)`),
  )
}

export async function storePostEvidence(
  db: Db,
  run: number,
  rows: readonly PostEvidenceRow[],
): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: pointText(row.position) }))
  await db.run(sql`delete from post_evidence`)
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into post_evidence (id, name, name_ar, alt_names, kind, status_evidence, evidence, sources, neighbour,
                                 counterpart, country, coord_method, coord_note, import_run_id, geom)
      select r.id, r.name, r."nameAr", r."altNames", r.kind, r."statusEvidence", r.evidence, r.sources, r.neighbour,
             r.counterpart, r.country, r."coordMethod", r."coordNote", ${run}::bigint, st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id text, name text, "nameAr" text, "altNames" text, kind text, "statusEvidence" text, evidence text,
                sources text, neighbour text, counterpart text, country text, "coordMethod" text, "coordNote" text,
                geom text)`),
  )
}

export async function storeBorderCrossings(
  db: Db,
  run: number,
  rows: readonly BorderCrossingRow[],
): Promise<void> {
  const values = rows.map((row) => ({ ...row, geom: pointText(row.position) }))
  await db.run(sql`delete from border_road_crossing`)
  await inBatches(values, (batch) =>
    db.run(sql`
      insert into border_road_crossing (id, border, neighbour, highway, in_guidimakha, near_home, near_abroad,
                                        import_run_id, geom)
      select r.id, r.border, r.neighbour, r.highway, r."inGuidimakha", r."nearHome", r."nearAbroad", ${run}::bigint,
             st_geomfromtext(r.geom, 4326)
        from ${recordset(batch)}
          as r (id text, border text, neighbour text, highway text, "inGuidimakha" boolean, "nearHome" text,
                "nearAbroad" text, geom text)`),
  )
}

function recordset(rows: readonly object[]): Sql {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`
}
