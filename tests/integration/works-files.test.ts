import { randomUUID } from 'node:crypto'
import { BILL } from '@borne/geodata/works/works.fixture'
import { expect } from 'vitest'
import type { WorksFile } from '../../api/src/features/works/contract.ts'
import { BillPreview, PlanPreview } from '../../api/src/features/works/import-contract.ts'
import { findCalendars } from '../../api/src/features/works/settings-queries.ts'
import { openZip } from '../../api/src/platform/open-zip.ts'
import { type DbTestContext, dbTest } from '../support/db-test.ts'
import { begun, contract, HALF, happened, record } from '../support/given-works.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'
import { PHOTO } from '../support/photo.ts'
import { sheetForm } from '../support/sheet-form.ts'

interface Staged extends TestApp {
  readonly db: DbTestContext['db']
  readonly contractId: string
}

async function withContract(
  { db, given }: DbTestContext,
  work: (staged: Staged) => Promise<void>,
): Promise<void> {
  await given.region()
  const { id: postId } = await given.post()
  const { id: contractId } = await contract(db, postId)
  await withApp(db, (test) => work({ ...test, db, contractId }))
}

const preview = ({ app, contractId }: Staged, kind: 'bill' | 'plan', ...form: Parameters<typeof sheetForm>) =>
  app.inject({
    method: 'POST',
    url: `/api/works/contracts/${contractId}/${kind}/preview`,
    ...sheetForm(...form),
  })
const ask = ({ app, contractId }: Staged, path: string) =>
  app.inject(`/api/works/contracts/${contractId}/${path}`)

const OFFER = `Lot;N°;Désignation;Unité;Quantité;Prix unitaire;Montant
A;;Gros œuvre;;;;
A;A1;Béton;m³;100;100,00;10 000,00
A;A2;Murs;m²;200;150,00;30 000,00
B;;Couverture;;;;
B;B1;Tôles;m²;300;200,00;60 000,00
;;Total;;;;100 000,00
`

dbTest('a bill is read, recorded, exported and read back the same', async (context) => {
  await withContract(context, async (staged) => {
    const { app, contractId } = staged
    const answer = await preview(staged, 'bill', OFFER)
    expect(answer.statusCode, answer.body).toBe(200)
    const { bill, notes } = BillPreview.parse(answer.json())
    expect(notes).toEqual([])
    const recorded = await app.inject({
      method: 'POST',
      url: `/api/works/contracts/${contractId}/events`,
      payload: { events: [happened('bill', '2024-12-20', { ...bill })] },
    })
    expect(recorded.statusCode, recorded.body).toBe(201)
    for (const format of ['xlsx', 'csv']) {
      const file = await ask(staged, `tables/bill.${format}`)
      expect(file.headers['content-disposition']).toBe(`attachment; filename="bordereau.${format}"`)
      const again = BillPreview.parse((await preview(staged, 'bill', file.rawPayload)).json())
      expect([again.errorCount, again.bill]).toEqual([0, bill])
    }
  })
})

dbTest(
  'nothing is saved by a preview, and what is wrong is told by row in the language of the caller',
  async (context) => {
    await withContract(context, async (staged) => {
      const { app, contractId } = staged
      const request = { method: 'POST' as const, url: `/api/works/contracts/${contractId}/bill/preview` }
      const form = sheetForm(OFFER.replace('30 000,00', '3 000,00'))
      const headers = { ...form.headers, 'accept-language': 'en' }
      const found = BillPreview.parse((await app.inject({ ...request, ...form, headers })).json())
      expect(found.bill).toBeNull()
      expect(found.notes[0]).toMatchObject({
        code: 'import-amount-differs',
        severity: 'error',
        sheet: 'CSV',
        row: 4,
        column: 'G',
        message: expect.stringContaining('but the line says'),
      })
      const file = (await app.inject(`/api/works/contracts/${contractId}`)).json<WorksFile>()
      expect(file.events).toEqual([])
    })
  },
)

dbTest('an amendment brings the bill of a file, and the amount follows from it', async (context) => {
  await withContract(context, async (staged) => {
    const { app, db, contractId } = staged
    await record(db, contractId, begun())
    const url = `/api/works/contracts/${contractId}/bill/preview?as=amendment`
    const text = OFFER.replace(
      'A1;Béton;m³;100;100,00;10 000,00',
      'A1;Béton;m³;120;100,00;12 000,00',
    ).replace('Total;;;;100 000,00', 'Total;;;;102 000,00')
    const found = BillPreview.parse((await app.inject({ method: 'POST', url, ...sheetForm(text) })).json())
    expect([found.errorCount, found.totals.computedMinor, found.totals.contractMinor]).toEqual([
      0, 10_200_000, 10_000_000,
    ])
    const propose = (amountChangeMinor: number) => {
      const payload = { number: 1, amountChangeMinor, daysChange: 10, bill: found.bill, note: '' }
      return app.inject({
        method: 'POST',
        url: `/api/works/contracts/${contractId}/events`,
        payload: { events: [happened('amendment', '2025-03-01', payload)] },
      })
    }
    const refused = await propose(0)
    expect(refused.statusCode, refused.body).toBe(422)
    expect(refused.json<{ errors: { code: string }[] }>().errors.map(({ code }) => code)).toEqual([
      'works-bill-total-mismatch',
    ])
    const recorded = await propose(200_000)
    expect(recorded.statusCode, recorded.body).toBe(201)
  })
})

dbTest('a schedule is tied to the packages of the bill, as the caller maps it', async (context) => {
  await withContract(context, async (staged) => {
    const { app, db, contractId } = staged
    await record(db, contractId, begun())
    const text = 'x;y;z;w\nT1;Murs;20;gros œuvre\nT2;Toit;15;B\n'
    const columns = { code: 0, label: 1, duration: 2, package: 3 }
    const answer = await preview(staged, 'plan', text, { headRow: 1, columns })
    const { activities, notes } = PlanPreview.parse(answer.json())
    expect(notes).toEqual([])
    expect(activities?.map(({ code, packageCode }) => [code, packageCode])).toEqual([
      ['T1', 'A'],
      ['T2', 'B'],
    ])
    const [calendar] = await findCalendars(db)
    const payload = { role: 'baseline', name: 'Planning', calendarId: calendar?.id, activities }
    const recorded = await app.inject({
      method: 'POST',
      url: `/api/works/contracts/${contractId}/events`,
      payload: { events: [happened('plan', '2025-01-12', payload)] },
    })
    expect(recorded.statusCode, recorded.body).toBe(201)
    const again = await preview(staged, 'plan', (await ask(staged, 'tables/plan.xlsx')).rawPayload)
    expect(PlanPreview.parse(again.json()).activities).toEqual(activities)
  })
})

dbTest('bad uploads get a problem of their own', async (context) => {
  await withContract(context, async (staged) => {
    const codeOf = async (...form: Parameters<typeof sheetForm>) => {
      const answer = await preview(staged, 'bill', ...form)
      return [answer.statusCode, answer.json<{ code: string }>().code]
    }
    expect(await codeOf('')).toEqual([400, 'sheet-missing'])
    expect(await codeOf(PHOTO)).toEqual([415, 'sheet-format'])
    expect(await codeOf(Buffer.alloc(6 * 1024 * 1024, 'a'))).toEqual([413, 'sheet-too-large'])
    expect(await codeOf(OFFER, { sheet: 'Autre' })).toEqual([400, 'import-sheet-unknown'])
    expect(await codeOf(OFFER, { columns: { colour: 1 } })).toEqual([400, 'validation-failed'])
    const unknown = await preview({ ...staged, contractId: randomUUID() }, 'bill', OFFER)
    expect([unknown.statusCode, unknown.json<{ code: string }>().code]).toEqual([404, 'works-not-found'])
  })
})

dbTest(
  'documents come as DOCX and as PDF, and say when there is nothing to put into them',
  async (context) => {
    await withContract(context, async (staged) => {
      const { app, db, contractId } = staged
      await record(db, contractId, begun())
      const none = await ask(staged, 'documents/site-minutes')
      expect([none.statusCode, none.json<{ code: string }>().code]).toEqual([404, 'document-without-event'])
      const withoutPlan = await ask(staged, 'tables/plan.csv')
      expect([withoutPlan.statusCode, withoutPlan.json<{ code: string }>().code]).toEqual([
        404,
        'works-without-plan',
      ])
      const report = happened('progress-report', '2025-03-10', HALF)
      await record(db, contractId, [report])
      const docx = await ask(staged, `documents/site-minutes?event=${report.id}`)
      expect(docx.statusCode, docx.body).toBe(200)
      const zip = openZip(docx.rawPayload, { parts: 100, partBytes: 1_000_000, totalBytes: 5_000_000 })
      const xml = (await zip.read('word/document.xml'))?.toString().replace(/<[^>]+>/g, '')
      expect(xml).toContain('Visite du 10 mars 2025')
      expect(xml).toContain(BILL.packages[1]?.label)
      const pdf = await ask(staged, 'documents/progress-sheet?format=pdf&on=2025-04-01')
      expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect(pdf.headers['content-disposition']).toBe('attachment; filename="fiche-d-avancement.pdf"')
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
      const wrong = await app.inject(`/api/works/contracts/${contractId}/documents/progress-sheet?format=odt`)
      expect(wrong.statusCode).toBe(400)
    })
  },
)
