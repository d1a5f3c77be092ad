import { writeSync } from 'node:fs'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'

/** Writes one row after the other and prints each number once the database has acknowledged it. */
const STDOUT = 1
const engine = await openEmbeddedEngine({ dataDir: process.argv[2]! })
await engine.pool.query('create table if not exists written (n int primary key, filler text not null)')
const { rows } = await engine.pool.query('select coalesce(max(n), 0) as last, count(*) as count from written')
writeSync(STDOUT, `found ${rows[0].count} ${rows[0].last}\n`)
for (let n = rows[0].last + 1; ; n++) {
  if (n % 3 === 0) await engine.pool.query('insert into written values ($1, repeat($2, 2000))', [n, 'x'])
  else await engine.pool.query(`begin; insert into written values (${n}, 'x'); commit`)
  writeSync(STDOUT, `acknowledged ${n}\n`)
}
