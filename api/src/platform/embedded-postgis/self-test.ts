import type { PGlite } from '@electric-sql/pglite'

const BOW_TIE = 'polygon((0 0,1 1,1 0,0 1,0 0))'

/** Throws unless a self-intersecting overlay fails as PostgreSQL error XX000, as it must. */
export async function provesSound(engine: Pick<PGlite, 'query'>): Promise<void> {
  const failure = await engine
    .query(`select st_intersection('${BOW_TIE}'::geometry, '${BOW_TIE}'::geometry)`)
    .then(() => undefined)
    .catch((error: { code?: string }) => error)
  if (failure?.code !== 'XX000') throw new Error('Self-test failed: an invalid overlay did not raise XX000.')
}
