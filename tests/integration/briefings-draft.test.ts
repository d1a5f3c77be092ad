import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { Briefing } from '../../api/src/features/briefings/contract.ts'
import { addPhoto } from '../../api/src/features/posts/add-photo.ts'
import type { PhysicalStatus } from '../../api/src/features/posts/contract.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { account } from '../support/given-account.ts'
import { post, SELIBABY } from '../support/given-post.ts'
import { region } from '../support/given-region.ts'
import { roads } from '../support/given-roads.ts'
import { begun, contract, HALF, happened, record } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO } from '../support/photo.ts'

const LONGEST_MS = 120_000
/** A period that goes on is told up to today. */
const PERIOD = { from: '2025-02-01', to: '2999-12-31' }

const draftFor = async (app: TestApp['app'], asked: object) => {
  const answer = await app.inject({ method: 'POST', url: '/api/briefings/draft', payload: asked })
  return { status: answer.statusCode, body: answer.json() }
}

/** A post whose state changes on a day. */
function postThat(
  db: DbTestContext['db'],
  name: string,
  history: readonly (readonly [string, PhysicalStatus, number | null])[],
  metresEast = 0,
) {
  return post(db, {
    name,
    position: [SELIBABY[0] + metresEast / 107_000, SELIBABY[1]],
    positionConfidence: 'confirmed',
    physicalHistory: history.map(([validFrom, status, progressPercent]) => ({
      status,
      validFrom,
      progressPercent,
      note: '',
    })),
  })
}

const textOf = ({ slides }: Briefing) =>
  slides.map(({ title, body }) => `${title.fr}\n${body.fr}`.replace(/[\u00a0\u202f]/g, ' ')).join('\n\n')

dbTest(
  'a first version tells of a donor’s posts what opened and what advanced, from what was recorded',
  async ({ db }) => {
    await region(db)
    await roads(db)
    const opened = await postThat(db, 'Ouvert', [
      ['2024-06-03', 'under-works', 10],
      ['2025-04-07', 'operational', null],
    ])
    const works = await postThat(db, 'Chantier', [['2025-01-12', 'under-works', null]], 300)
    await postThat(db, 'Ailleurs', [['2025-03-03', 'operational', null]], 600)
    const building = await contract(db, works.id)
    const report = happened('progress-report', '2025-03-10', HALF)
    await record(db, building.id, [...begun(), report])
    const donor = await db.one<{ id: string }>(sql`
      select donor_id as id from donor_contribution where project_id = ${building.project.id}`)
    await withApp(db, async ({ app, as, filesDir }) => {
      const validated = await app.inject({
        method: 'POST',
        url: `/api/works/contracts/${building.id}/events`,
        payload: { events: [happened('report-validated', '2025-03-12', {}, { about: report.id })] },
      })
      expect(validated.statusCode, validated.body).toBe(201)
      for (const [index, caption] of ['2025-01-20', '2025-05-05'].entries()) {
        const bytes = Buffer.concat([PHOTO, Buffer.from([index])])
        await addPhoto({ db, filesDir }, opened.id, { bytes, caption })
      }
      await db.run(sql`update post_photo set taken_at = caption::date`)
      const ofAll = await draftFor(app, PERIOD)
      expect(ofAll.status, JSON.stringify(ofAll.body)).toBe(201)
      const all = Briefing.parse(ofAll.body)
      expect(textOf(all)).toContain('- **Ouvert**, opérationnel depuis le 7 avr. 2025')
      expect(textOf(all)).toContain('- **Ailleurs**, opérationnel depuis le 3 mars 2025')
      expect(textOf(all)).toContain('Avant, après : Ouvert')
      expect(textOf(all)).toMatch(/une patrouille atteint en 60 minutes [\d,]+ km de frontière/)

      const ofDonor = Briefing.parse((await draftFor(app, { ...PERIOD, donorId: donor.id })).body)
      expect(ofDonor.donorId).toBe(donor.id)
      expect(textOf(ofDonor)).toMatch(
        /\*\*Chantier\*\* : (travaux commencés, avancement de|de 0 % à) [1-9]\d* %/,
      )
      expect(textOf(ofDonor)).not.toMatch(/Ouvert|Ailleurs|MRU/)

      const focal = await as(await account(db, { role: 'focal-point', subOfficeId: 'bassikounou' }))
      const unseen = textOf(Briefing.parse((await draftFor(focal, PERIOD)).body))
      expect(unseen).toContain('le registre ne contient aucun poste')
      expect(unseen).toContain('Rien à signaler')
      expect(unseen).not.toMatch(/Ouvert|Chantier|Ailleurs/)
    })
  },
  LONGEST_MS,
)

dbTest('a period that is reversed or to come is refused, and so is an unknown donor', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    const codeOf = async (asked: object) => {
      const { status, body } = await draftFor(app, asked)
      return [status, body.code]
    }
    expect(await codeOf({ from: PERIOD.to, to: PERIOD.from })).toEqual([422, 'briefing-period-reversed'])
    expect(await codeOf({ from: '2999-01-01', to: '2999-02-01' })).toEqual([422, 'briefing-period-to-come'])
    expect(await codeOf({ from: PERIOD.from, to: PERIOD.to, donorId: randomUUID() })).toEqual([
      422,
      'briefing-donor-unknown',
    ])
    expect(await codeOf({ from: '2025-02-30', to: PERIOD.to })).toEqual([400, 'validation-failed'])
  })
})
