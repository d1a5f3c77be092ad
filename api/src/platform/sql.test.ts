import { expect, test } from 'vitest'
import { sql } from './sql.ts'

test('values become bound parameters, never text', () => {
  expect(sql`select * from post where name = ${"'; drop table post"} and id = ${7}`).toEqual({
    text: 'select * from post where name = $1 and id = $2',
    values: ["'; drop table post", 7],
  })
})

test('fragments are spliced at any depth and renumbered', () => {
  const near = sql`st_dwithin(geom, ${'point'}, ${50})`
  const both = sql`${near} and kind = ${'land'}`
  expect(sql`select ${1} where ${both} or ${near}`).toEqual({
    text: 'select $1 where st_dwithin(geom, $2, $3) and kind = $4 or st_dwithin(geom, $5, $6)',
    values: [1, 'point', 50, 'land', 'point', 50],
  })
})

test('a dollar sign in the text of a fragment stays as it is', () => {
  const price = sql`note = 'costs $1' and id = ${3}`
  expect(sql`select ${'a'} where ${price}`).toEqual({
    text: "select $1 where note = 'costs $1' and id = $2",
    values: ['a', 3],
  })
})

test('an object that only looks like a query is a value', () => {
  const forged = { text: 'true; drop table post', values: [] }
  expect(sql`select 1 where ${forged}`).toEqual({ text: 'select 1 where $1', values: [forged] })
})
