import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { WorksFile, WorksParties, WorksProgress, WorksRows } from '@borne/api/contracts/works'
import { addDays } from '@borne/geodata/works/days'
import { BILL, CONTRACT } from '@borne/geodata/works/works.fixture'
import type { Locator } from 'playwright-core'
import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, PHONE, useChromium, type Visit } from './support/browser.ts'

useChromium()

const PHOTO = fileURLToPath(new URL('../fixtures/photo-2600x1300.jpg', import.meta.url))
const MOST_TAPS = 12
const PATIENCE = { timeout: 30_000 }
/** Of the demonstration's posts the one without works. */
const POST = 'Chouweya 3'
const TODAY = new Date().toISOString().slice(0, 10)
const before = (days: number) => addDays(TODAY, -days)

interface Named {
  features: { id: string; properties: { name: string } }[]
}

/** A contract under works for ten weeks: 16 % of it certified and paid, and no report so far. */
async function contractUnderWorks({ ask }: Visit): Promise<{ contractId: string; postId: string }> {
  await ask('POST', '/api/session/demonstration', { role: 'administrator' })
  const name = `Visite ${randomUUID().slice(0, 8)}`
  const post = (await ask<Named>('GET', '/api/posts')).features.find((one) => one.properties.name === POST)!
  const { programmes } = await ask<WorksParties>('POST', '/api/works/programmes', { name })
  const programmeId = programmes.find((one) => one.name === name)!.id
  const project = { programmeId, name, currency: 'MRU', contributions: [] }
  const { projects } = await ask<WorksParties>('POST', '/api/works/projects', project)
  const { contractors } = await ask<WorksParties>('POST', '/api/works/contractors', { name, contact: '' })
  const { id: _, ...terms } = CONTRACT
  const { id: contractId } = await ask<{ id: string }>('POST', '/api/works/contracts', {
    ...terms,
    reference: name,
    title: `Poste de ${POST}`,
    projectId: projects.find((one) => one.name === name)!.id,
    contractorId: contractors.find((one) => one.name === name)!.id,
    postIds: [post.id],
  })
  const { calendars } = await ask<WorksFile>('GET', `/api/works/contracts/${contractId}`)
  await record(ask, contractId, beginning(calendars[0]!.id))
  return { contractId, postId: post.id }
}

function beginning(calendarId: string): object[] {
  const certificateId = randomUUID()
  const quantities = [
    { itemCode: 'A1', quantityMilli: 40_000 },
    { itemCode: 'A2', quantityMilli: 80_000 },
  ]
  const activity = (code: string, after: string | null) => ({
    code,
    label: `Travaux ${code}`,
    packageCode: code,
    durationDays: 60,
    predecessors: after ? [{ code: after, type: 'FS', lagDays: 0 }] : [],
    notBefore: null,
  })
  const noted = { note: '' }
  return [
    { kind: 'signature', happenedOn: before(90), payload: noted },
    { kind: 'bill', happenedOn: before(90), payload: BILL },
    { kind: 'start-order', happenedOn: before(70), payload: noted },
    {
      kind: 'plan',
      happenedOn: before(70),
      payload: {
        role: 'baseline',
        name: 'Initial',
        calendarId,
        activities: [activity('A', null), activity('B', 'A')],
      },
    },
    {
      id: certificateId,
      kind: 'certificate',
      happenedOn: before(20),
      payload: { ...noted, number: 1, role: 'interim', quantities, penaltiesMinor: 0 },
    },
    {
      kind: 'payment',
      happenedOn: before(15),
      about: certificateId,
      payload: { ...noted, amountMinor: 1_776_000 },
    },
  ]
}

function record(ask: Visit['ask'], contractId: string, events: readonly object[]): Promise<unknown> {
  return ask('POST', `/api/works/contracts/${contractId}/events`, {
    events: events.map((event) => ({ id: randomUUID(), ...event })),
  })
}

/** Counts what a thumb does. */
function createThumb() {
  let taps = 0
  return {
    count: () => taps,
    tap: async (target: Locator, position?: { x: number; y: number }) => {
      taps += 1
      await target.click(position ? { position } : {})
    },
    /** The tap that opens the camera; the shutter is the phone's. */
    photograph: async ({ page }: Visit, camera: Locator) => {
      taps += 1
      const chooser = page.waitForEvent('filechooser')
      await camera.click()
      await (await chooser).setFiles(PHOTO)
    },
    /** Along a slider, by its share. */
    slide: async (slider: Locator, share: number) => {
      taps += 1
      const { width, height } = (await slider.boundingBox())!
      await slider.click({ position: { x: width * share, y: height / 2 } })
    },
  }
}

/** What the portfolio and the map say of the contract. */
async function standing({ ask }: Visit, contractId: string, postId: string) {
  const { items } = await ask<WorksRows>('GET', '/api/works/contracts')
  const row = items.find(({ id }) => id === contractId)!
  const { posts } = await ask<WorksProgress>('GET', '/api/works/progress-by-month')
  return {
    /** Of all works at the post, by their amounts. */
    ring: posts.find((post) => post.postId === postId)?.percents.at(-1) ?? 0,
    built: row.physicalPercent,
    alarms: row.alarms.map(({ code }) => code),
    waiting: row.pendingReportCount,
  }
}

/** The built share of the S-curve's table on the last day that has one. */
async function builtOfCurve({ page, open }: Visit, contractId: string): Promise<string> {
  await open(`/works/${contractId}?tab=curve`)
  const chart = page.getByRole('region', { name: 'Courbe en S' }).first()
  await chart.getByText('Tableau', { exact: true }).click()
  const cells = chart.getByRole('row').locator('td:nth-child(3)')
  const shares = await cells.allTextContents()
  return shares.findLast((text) => text !== '—') ?? ''
}

describe('a site visit', () => {
  journey('is noted in twelve taps and validated by a second person', { viewport: PHONE }, async (visit) => {
    const { page, ask, open } = visit
    const { contractId, postId } = await contractUnderWorks(visit)
    const thumb = createThumb()
    const start = await standing(visit, contractId, postId)
    expect(start).toMatchObject({ built: 0, waiting: 0 })
    expect(start.alarms).toEqual(expect.arrayContaining(['paid-ahead-of-works', 'report-missing']))

    await ask('POST', '/api/session/demonstration', { role: 'focal-point' })
    await open(`/works/${contractId}`)
    await thumb.tap(page.getByRole('link', { name: 'Visite de chantier' }))
    await thumb.slide(page.getByRole('slider', { name: 'Gros œuvre' }), 0.6)
    const walls = Number(await page.getByRole('slider', { name: 'Gros œuvre' }).inputValue())
    await thumb.tap(page.getByRole('button', { name: /^Plus.: Couverture/ }))
    await visit.screenshot('site-visit-progress-phone')
    await thumb.tap(page.getByText('Pluie', { exact: true }))
    await thumb.tap(page.getByRole('button', { name: 'Ajouter une réserve' }))
    await thumb.tap(page.getByText('Fissure dans un mur', { exact: true }))
    await thumb.photograph(visit, page.getByText('Photo de la réserve', { exact: true }))
    const stage = page.getByRole('button', { name: /^Touchez la photo/ })
    await stage.locator('img').waitFor()
    await thumb.tap(stage, { x: 80, y: 60 })
    await visit.screenshot('site-visit-punch-phone')
    await thumb.photograph(visit, page.getByText('Autre vue', { exact: true }))
    await page.getByRole('img', { name: /^Photo/ }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('site-visit-photos-phone')
    await thumb.tap(page.getByRole('button', { name: 'Envoyer la visite' }))
    await page.getByText(/^Visite envoyée/).waitFor()
    expect(thumb.count()).toBeLessThanOrEqual(MOST_TAPS)

    const sent = await ask<WorksFile>('GET', `/api/works/contracts/${contractId}`)
    const ofVisit = sent.events.filter(({ happenedOn }) => happenedOn === TODAY)
    expect(ofVisit.map(({ kind, photoIds }) => [kind, photoIds.length])).toEqual([
      ['progress-report', 1],
      ['lost-day', 0],
      ['punch-item', 1],
    ])
    expect(sent.photos).toHaveLength(2)
    expect(await standing(visit, contractId, postId)).toMatchObject({
      ring: start.ring,
      built: 0,
      waiting: 1,
    })

    await ask('POST', '/api/session/demonstration', { role: 'coordinator' })
    await open(`/works/${contractId}?tab=progress`)
    await page.getByRole('region', { name: /à côté de ce qui valait avant/ }).waitFor()
    await visit.screenshot('site-visit-validation-phone')
    await page.getByRole('button', { name: 'Valider', exact: true }).click()
    await expect.poll(async () => (await standing(visit, contractId, postId)).waiting, PATIENCE).toBe(0)
    // Of 100 000: 40 000 of walls as far as they were slid, 60 000 of a roof at 5 %.
    const built = 0.4 * walls + 0.6 * 5
    const after = await standing(visit, contractId, postId)
    expect(after.built).toBeCloseTo(built, 6)
    expect(after.ring).toBeGreaterThan(start.ring)
    expect(after.alarms).not.toContain('paid-ahead-of-works')
    expect(after.alarms).not.toContain('report-missing')
    const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })
    expect(await builtOfCurve(visit, contractId)).toBe(french.format(built))
    await page.getByText('Graphique', { exact: true }).click()
    await visit.screenshot('site-visit-curve-phone')
    await open('/works')
    await visit.screenshot('site-visit-map-phone')
  })

  journey(
    'noted without a network is kept, and leaves when the server is back',
    { viewport: PHONE, expectedRefusals: /ERR_INTERNET_DISCONNECTED/ },
    async (visit) => {
      const { page, ask, open } = visit
      const { contractId } = await contractUnderWorks(visit)
      await ask('POST', '/api/session/demonstration', { role: 'focal-point' })
      await open(`/works/${contractId}/visit`)
      await page.getByRole('slider', { name: 'Gros œuvre' }).waitFor()
      await page.context().setOffline(true)
      const more = page.getByRole('button', { name: /^Plus.: Couverture/ })
      await more.click()
      await more.click()
      // Less than what was certified asks for its reason, by the rules of the server, without the server.
      await page.getByRole('slider', { name: 'Gros œuvre' }).press('ArrowRight')
      await page.getByRole('button', { name: 'Envoyer la visite' }).click()
      await page.getByText('La visite ne peut pas partir ainsi').waitFor()
      await page.getByRole('slider', { name: 'Gros œuvre' }).press('End')
      await page.getByRole('button', { name: 'Envoyer la visite' }).click()
      await page.getByText(/^Pas de connexion/).waitFor()
      const waiting = page.getByRole('button', { name: '1 envoi en attente' })
      await waiting.click()
      await page.getByText(/^en attente depuis/).waitFor()
      await visit.screenshot('site-visit-waiting-phone')
      await page.context().setOffline(false)
      await expect.poll(() => waiting.count(), PATIENCE).toBe(0)
      const { events } = await ask<WorksFile>('GET', `/api/works/contracts/${contractId}`)
      expect(events.filter(({ kind }) => kind === 'progress-report')).toHaveLength(1)
    },
  )

  journey('alerts lead to their place, and are seen on this device', {}, async (visit) => {
    const { page, open } = visit
    const { contractId } = await contractUnderWorks(visit)
    await open('/works/alerts')
    const line = page.getByRole('listitem').filter({ has: page.locator(`a[href*="${contractId}"]`) })
    await line.first().getByRole('button', { name: 'Marquer comme vue' }).click()
    await line.first().getByRole('button', { name: 'Marquer comme non vue' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('works-alerts')
    await page
      .getByRole('region', { name: /./ })
      .or(page.locator('section'))
      .locator(`a[href*="${contractId}"]`)
      .first()
      .click()
    await page.waitForURL(new RegExp(`/works/${contractId}.*tab=`))
  })
})
