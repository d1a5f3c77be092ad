import { expect, test } from 'vitest'
import { checkPostgis, checkPostgresql } from './server-requirements.ts'

test('takes PostgreSQL 15 and later, refuses 14', () => {
  expect(() => checkPostgresql(150_000)).not.toThrow()
  expect(() => checkPostgresql(180_006)).not.toThrow()
  expect(() => checkPostgresql(140_011)).toThrow(
    expect.objectContaining({ code: 'server-too-old', details: { found: '14.11', needed: 15 } }),
  )
})

test('takes PostGIS 3.3, 3.10 and 4.0, refuses 3.2', () => {
  for (const version of ['3.3.2', '3.10.0', '4.0.0']) expect(() => checkPostgis(version)).not.toThrow()
  expect(() => checkPostgis('3.2.5')).toThrow(expect.objectContaining({ code: 'postgis-too-old' }))
})
