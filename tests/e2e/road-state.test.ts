import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  byDayAndNight,
  journey,
  LAPTOP,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'

useChromium()

interface Named {
  features: { id: string; properties: { name: string } }[]
}
interface Closure {
  id: string
  version: number
  note?: string
}
interface FoundWay {
  seconds: number | null
  pieces: { features: { geometry: { coordinates: [number, number][] } }[] }
}

const SOON = { timeout: 20_000 }
/** A dry day that is still to come: what is reported now acts on it, and what is lifted now does not. */
const NEXT_MAY = `${new Date().getUTCFullYear() + 1}-05-15`

async function findStops(visit: Visit, ...names: string[]): Promise<string> {
  const { features } = await visit.ask<Named>('GET', '/api/posts')
  return names.map((name) => features.find(({ properties }) => properties.name === name)?.id).join(';')
}

function findWay(visit: Visit, stops: string): Promise<FoundWay> {
  return visit.ask('GET', `/api/ways?stops=${encodeURIComponent(stops)}&date=${NEXT_MAY}`)
}

/** The middle of the longest known stretch of a way. */
function middleOf({ pieces }: FoundWay): [number, number] {
  const lines = pieces.features.map(({ geometry }) => geometry.coordinates)
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a))
  return longest[Math.floor(longest.length / 2)]!
}

/** Reports a closure on the road between two towns, as another window would. */
async function reportOnRoad(visit: Visit): Promise<Closure> {
  const way = await findWay(visit, await findStops(visit, 'Sélibaby', 'Gouraye'))
  const geometry = { type: 'Point', coordinates: middleOf(way) }
  return visit.ask<Closure>('POST', '/api/closures', { geometry, effect: 'slow', cause: 'works', note: '' })
}

async function listClosures({ ask }: Visit): Promise<readonly Closure[]> {
  return (await ask<{ items: Closure[] }>('GET', '/api/closures')).items
}

/** Whether its middle is what one sees there: not scrolled away, and under nothing. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((shown) => {
    const { left, top, width, height } = shown.getBoundingClientRect()
    return shown.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
}

async function clickMiddle(page: Page): Promise<void> {
  const map = page.locator('canvas').first()
  const { width = 0, height = 0 } = (await map.boundingBox()) ?? {}
  await map.click({ position: { x: width / 2, y: height / 2 } })
}

/** The first number of a row of the table of levels: kilometres or metres of the day. */
async function figureOf(page: Page, row: string): Promise<string | null> {
  return page
    .getByRole('row', { name: new RegExp(row) })
    .getByRole('cell')
    .first()
    .textContent()
}

async function chooseMonth(page: Page, month: string): Promise<void> {
  await page.getByRole('group', { name: 'Mois à comparer' }).getByText(month, { exact: true }).click()
}

const asked = (page: Page, key: string) => new URL(page.url()).searchParams.get(key)

describe('the state of the roads', () => {
  journey('May, August, October: what closes is told and drawn', { viewport: LAPTOP }, async (visit) => {
    const { page } = visit
    await visit.open('/roads?on=2026-05-15')
    await expect.poll(() => figureOf(page, '^Coupées')).toMatch(/^0.m$/)
    await chooseMonth(page, 'Août')
    await expect.poll(() => asked(page, 'on')).toBe('2026-08-15')
    await expect.poll(() => figureOf(page, '^Coupées'), { timeout: 20_000 }).toMatch(/km$/)
    await page.getByText('Pluies au plus fort').first().waitFor()
    await visit.screenshot('roads-august')

    await page.getByLabel('Comparer avec').selectOption('2026-05-15')
    await page.getByText('Différence', { exact: true }).first().click()
    await expect.poll(() => asked(page, 'show')).toBe('difference')
    await page.getByRole('row', { name: /^Se ferment/ }).waitFor()
    await visit.screenshot('roads-difference-may-august')

    await chooseMonth(page, 'Octobre')
    await page.getByText('Crue au plus haut').first().waitFor()
    await expect.poll(() => asked(page, 'on')).toBe('2026-10-15')
    await visit.screenshot('roads-difference-may-october')

    await page.getByRole('slider', { name: 'Jour de l’année' }).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => asked(page, 'on')).toBe('2026-09-15')
    expect(asked(page, 'against')).toBe('2026-05-15')
  })

  journey('keeps the day and the vehicle from page to page', {}, async (visit) => {
    const { page } = visit
    await visit.open('/roads?on=2026-08-15&vehicle=lorry')
    const state = page.locator('summary', { hasText: /15.août.2026.*Camion/ })
    for (const section of ['Trajets', 'Couverture']) {
      await page.getByRole('link', { name: section }).click()
      await page.getByRole('heading', { name: section === 'Trajets' ? 'Trajet' : section }).waitFor()
      await state.waitFor()
    }
    await visit.screenshot('reach-august-lorry')
    expect([asked(page, 'on'), asked(page, 'vehicle')]).toEqual(['2026-08-15', 'lorry'])
  })

  journey('a reported closure changes the way at once; lifted, the way is as before', {}, async (visit) => {
    const { page } = visit
    const stops = await findStops(visit, 'Sélibaby', 'Gouraye')
    const before = await findWay(visit, stops)
    const [lon, lat] = middleOf(before)

    await visit.open(`/roads?tab=closures&on=${NEXT_MAY}&at=${lon},${lat},15`)
    await page.getByRole('button', { name: 'Signaler une coupure' }).click()
    await page.getByRole('heading', { name: 'Signaler une coupure' }).waitFor()
    await page.getByRole('button', { name: 'Signaler', exact: true }).click()
    await page.getByText('Placez la coupure sur la carte.').waitFor()
    await clickMiddle(page)
    await page.getByText('1 point', { exact: true }).waitFor()
    await page.getByLabel('Cause').selectOption('works')
    await page.getByText('Confiance', { exact: true }).click()
    await page.getByLabel(/La confiance baisse de moitié/).fill('365')
    await visit.screenshot('closure-reporting')
    await page.getByRole('button', { name: 'Signaler', exact: true }).click()
    await page.getByText(/^Signalée.: Travaux/).waitFor()
    await page.getByRole('button', { name: 'Lever', exact: true }).waitFor()
    await visit.screenshot('closure-reported')

    const closed = await findWay(visit, stops)
    expect(closed.seconds ?? Number.POSITIVE_INFINITY).toBeGreaterThan(before.seconds ?? 0)
    const reported = new URL(page.url())
    await visit.go(`/ways?stops=${encodeURIComponent(stops)}&on=${NEXT_MAY}`)
    await page
      .getByText(/fermé ce jour par|Neuf fois sur dix/)
      .first()
      .waitFor()
    await visit.screenshot('way-around-closure')

    await visit.go(reported.pathname + reported.search)
    await page.getByRole('button', { name: 'Lever', exact: true }).click()
    await page.getByText(/^Levée.: Travaux/).waitFor()
    expect((await findWay(visit, stops)).seconds).toBe(before.seconds)
  })

  journey('a closed way names what closes it, and offers the dry season', {}, async (visit) => {
    const { page } = visit
    const stops = await findStops(visit, 'Sélibaby', 'Mousselem')
    await visit.open(`/ways?stops=${encodeURIComponent(stops)}&on=2026-08-15`)
    await page.getByText(/mais il est fermé ce jour par/).waitFor()
    await page.getByRole('link', { name: /coupure.: oued en crue/ }).waitFor()
    await visit.screenshot('way-closed')
    await page.getByRole('button', { name: 'Voir le trajet de la saison sèche' }).click()
    await page.getByText(/^Neuf fois sur dix en moins de/).waitFor()
    expect(asked(page, 'on')).toBeNull()
  })

  journey(
    'two people at one closure: mine is saved, and what the colleague changed elsewhere stays',
    { ground: 'bare', expectedRefusals: /status of 409/ },
    async (visit) => {
      const { page, ask } = visit
      const closure = await reportOnRoad(visit)
      await visit.open(`/roads?tab=closures&on=${NEXT_MAY}&closure=${closure.id}`)
      await page.getByRole('button', { name: 'Modifier', exact: true }).click()
      await page.getByLabel('Note').fill('Ma note')
      const change = { note: 'Leur note', cause: 'collapse', version: closure.version }
      await ask('PATCH', `/api/closures/${closure.id}`, change)
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: 'La coupure a changé entre-temps' })
      await dialog.getByText(/Leur note/).waitFor()
      expect(await dialog.getByRole('term').allTextContents()).toEqual(['Note'])
      await visit.screenshot('closure-conflict')
      await dialog.getByRole('button', { name: 'Enregistrer la mienne' }).click()
      await page.getByText(/^Modifiée.:/).waitFor()
      const saved = (await listClosures(visit)).find(({ id }) => id === closure.id)!
      expect(saved).toMatchObject({ note: 'Ma note', cause: 'collapse' })
      await ask('POST', `/api/closures/${closure.id}/lift`, { version: saved.version })
    },
  )

  journey(
    'a closure that cannot be sent says so and stays typed, until it is sent once',
    { ground: 'bare', expectedRefusals: /ERR_INTERNET_DISCONNECTED/ },
    async (visit) => {
      const { page, ask } = visit
      const typed = 'Buse emportée, saisi sans réseau'
      const [lon, lat] = middleOf(await findWay(visit, await findStops(visit, 'Sélibaby', 'Gouraye')))
      await visit.open(`/roads?tab=closures&closure=new&on=${NEXT_MAY}&at=${lon},${lat},15`)
      await clickMiddle(page)
      await page.getByText('1 point', { exact: true }).waitFor()
      await page.getByLabel('Note').fill(typed)
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Signaler', exact: true }).click()
      await expect.poll(() => isInSight(page.locator('form').getByRole('alert')), SOON).toBe(true)
      await page.screenshot({ path: 'tests/e2e/output/closure-offline.png' })
      expect(await page.getByLabel('Note').inputValue()).toBe(typed)
      await page.getByText('1 point', { exact: true }).waitFor()
      await page.context().setOffline(false)
      await page.getByRole('button', { name: 'Signaler', exact: true }).click()
      await page.getByText(/^Signalée.:/).waitFor()
      const sent = (await listClosures(visit)).filter(({ note }) => note === typed)
      expect(sent).toHaveLength(1)
      await ask('POST', `/api/closures/${sent[0]!.id}/lift`, { version: sent[0]!.version })
    },
  )

  journey(
    'whoever may not change the settings reads them',
    { role: 'viewer', ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/roads?tab=settings')
      await page.getByText('Pluies au plus fort').first().waitFor()
      expect(await page.getByRole('button', { name: /^Modifier/ }).count()).toBe(0)
    },
  )

  journey('a wrong figure is told beside its field', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/roads?tab=settings')
    await page.getByRole('button', { name: /^Modifier.: 4×4/ }).click()
    await page.locator('summary', { hasText: 'Vitesse par type de route' }).click()
    const track = page.getByLabel('Piste, km/h')
    await track.fill('900')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText(/^De 0,1 à 150/).waitFor()
    expect(await track.getAttribute('aria-invalid')).toBe('true')
    await visit.screenshot('road-settings')
  })

  journey('fits a phone', { viewport: PHONE }, async (visit) => {
    const { page } = visit
    await visit.open('/roads?on=2026-08-15')
    await visit.screenshot('roads-phone')
    for (const path of ['/roads?on=2026-08-15', '/roads?tab=closures&on=2026-08-15', '/roads?tab=settings']) {
      await visit.go(path)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(wider, path).toBe(0)
    }
  })

  journey('fits a projector', { viewport: PROJECTOR }, async (visit) => {
    await visit.open('/roads?on=2026-08-15&against=2026-05-15&show=difference')
    await visit.page.getByRole('row', { name: /^Se ferment/ }).waitFor()
    await visit.screenshot('roads-projector')
  })

  journey('has no serious accessibility fault by day and by night', { ground: 'bare' }, async (visit) => {
    const [first = '', ...others] = [
      '/roads?on=2026-08-15',
      '/roads?on=2026-08-15&show=difference',
      '/roads?tab=closures&on=2026-08-15',
      '/roads?tab=closures&closure=new',
      '/roads?tab=settings',
      '/coverage?question=nearest',
    ]
    await visit.open(first)
    for (const path of [first, ...others]) {
      await visit.go(path)
      await byDayAndNight(visit, async (theme) => {
        expect(await accessibilityFindings(visit.page), `${path} by ${theme}`).toEqual([])
      })
    }
  })
})
