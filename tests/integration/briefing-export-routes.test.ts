import type { ExportJob } from '@borne/api/contracts/briefings'
import { expect } from 'vitest'
import { dbTest } from '../support/db-test.ts'
import { slide } from '../support/given-briefing.ts'
import { region } from '../support/given-region.ts'
import { withApp } from '../support/inject-app.ts'

dbTest(
  'without Chromium PPTX and ZIP are made, and the others say what they need',
  async ({ db }) => {
    await region(db)
    await withApp(
      db,
      async ({ app, anonymous }) => {
        const title = { fr: 'Visite d’été', en: 'Visit' }
        const made = await app.inject({ method: 'POST', url: '/api/briefings', payload: { title } })
        const { id } = made.json<{ id: string }>()
        await app.inject({ method: 'POST', url: `/api/briefings/${id}/slides`, payload: { slide: slide() } })
        const url = `/api/briefings/${id}/exports`
        for (const format of ['pptx', 'zip'] as const) {
          const begun = await app.inject({ method: 'POST', url, payload: { format } })
          expect(begun.statusCode, begun.body).toBe(202)
          let job = begun.json<ExportJob>()
          while (job.state === 'waiting' || job.state === 'running') {
            await new Promise((resolve) => setTimeout(resolve, 200))
            job = (await app.inject({ url: `/api/briefings/exports/${job.id}` })).json<ExportJob>()
          }
          expect([job.state, job.hasMaps, job.problem]).toEqual(['done', false, null])
          const file = await app.inject({ url: `/api/briefings/exports/${job.id}/file` })
          expect(file.headers['content-disposition']).toBe(`attachment; filename="Visite-d-ete.${format}"`)
          expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK')
          expect((await anonymous.inject({ url: `/api/briefings/exports/${job.id}/file` })).statusCode).toBe(
            401,
          )
          const forget = { method: 'DELETE', url: `/api/briefings/exports/${job.id}` } as const
          expect((await app.inject(forget)).statusCode).toBe(200)
          expect((await app.inject(forget)).statusCode).toBe(404)
        }
        for (const format of ['pdf-a4', 'pdf-wide', 'png']) {
          const refused = await app.inject({ method: 'POST', url, payload: { format } })
          expect([refused.statusCode, refused.json().code]).toEqual([409, 'export-needs-chromium'])
        }
      },
      { BORNE_CHROMIUM: 'off' },
    )
  },
  180_000,
)
