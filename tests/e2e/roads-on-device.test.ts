import { describe, expect } from 'vitest'
import { journey, useChromium, type Visit } from './support/browser.ts'

useChromium()

/** The server gives no answer to these; the browser logs each that it asks. */
async function silence({ page }: Visit, path: string): Promise<void> {
  await page.route(`**${path}*`, (route) => route.abort())
}
const SOON = { timeout: 20_000 }
const SILENCE = { expectedRefusals: /ERR_FAILED/ }

async function prepare({ page }: Visit): Promise<void> {
  await page.getByRole('button', { name: 'Préparer pour le hors-ligne' }).click()
  await page.getByText('Réseau routier sur cet appareil').waitFor({ timeout: 90_000 })
}

describe('the roads on the device', () => {
  journey('answer for the minutes without the server, as the server would', SILENCE, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?part=method')
    const figure = page.locator('p', { hasText: 'de frontière à moins de' }).locator('strong')
    await figure.waitFor()
    await prepare(visit)
    await silence(visit, '/api/coverage/measure')
    const slider = page.getByRole('slider', { name: 'Temps d’intervention' })
    await slider.focus()
    const seen = [await figure.textContent()]
    for (const minutes of [75, 90, 105]) {
      await page.keyboard.press('ArrowRight')
      await page.getByText(/Calculé sur cet appareil en \d+ ms/).waitFor()
      await expect.poll(() => figure.textContent(), SOON).not.toBe(seen.at(-1))
      seen.push(await figure.textContent())
      await expect.poll(() => new URL(page.url()).searchParams.get('minutes'), SOON).toBe(String(minutes))
    }
    await page.getByText('Calculé sur cet appareil, sans le serveur').waitFor()
    await visit.screenshot('reach-on-device')
    await page.unroute('**/api/coverage/measure*')
    await visit.open('/coverage?minutes=105&part=method')
    await expect.poll(() => figure.textContent(), SOON).toBe(seen.at(-1))
    expect(await page.getByText(/Calculé en \d+ ms/).count()).toBe(1)
  })

  journey('answer for the day without the server', SILENCE, async (visit) => {
    const { page } = visit
    await visit.open('/roads?on=2026-05-15')
    await page
      .getByRole('columnheader', { name: /15.mai.2026/ })
      .first()
      .waitFor()
    await prepare(visit)
    await silence(visit, '/api/roads/day')
    await page.getByRole('slider').focus()
    for (let month = 5; month < 8; month++) await page.keyboard.press('ArrowRight')
    await page
      .getByRole('columnheader', { name: /15.août.2026/ })
      .first()
      .waitFor()
    await page.getByText('Calculé sur cet appareil, sans le serveur').waitFor()
    await visit.screenshot('road-day-on-device')
  })

  journey('follow a stop that is dragged, without the server', SILENCE, async (visit) => {
    const { page } = visit
    await visit.open('/ways?stops=-12.18479,15.15799;-12.21,14.98&at=-12.2,15.05,9.6')
    const distance = page.locator('dl div', { hasText: 'Distance' }).locator('dd')
    const fuel = page.locator('dl div', { hasText: 'Carburant' }).locator('dd')
    await distance.waitFor()
    await prepare(visit)
    await silence(visit, '/api/ways')
    const seen = [await distance.textContent()]
    const marker = page.getByRole('button', { name: /^Arrêt B/ })
    const { x, y } = (await marker.boundingBox())!
    await page.mouse.move(x + 14, y + 14)
    await page.mouse.down()
    for (const [east, south] of [
      [-30, 10],
      [-60, 20],
    ] as const) {
      await page.mouse.move(x + 14 + east, y + 14 + south, { steps: 4 })
      await expect.poll(() => distance.textContent(), SOON).not.toBe(seen.at(-1))
      seen.push(await distance.textContent())
    }
    expect(new URL(page.url()).searchParams.get('stops')).toBe('-12.18479,15.15799;-12.21,14.98')
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('stops')).not.toContain('-12.21,14.98')
    await page.getByText('Calculé sur cet appareil, sans le serveur').waitFor(SOON)
    await page.getByText(/Calculé sur cet appareil en \d+ ms/).waitFor()
    await page.getByText(/Altitudes inconnues/).waitFor()
    const found = [await distance.textContent(), await fuel.textContent()]
    expect(found[0]).toMatch(/^\d+(,\d)?.km$/)
    expect(found[1]).toMatch(/^\d+(,\d)?.L$/)
    await visit.screenshot('way-on-device')
    await page.unroute('**/api/ways*')
    await page.reload()
    await page.getByText(/Calculé en \d+ ms/).waitFor()
    expect([await distance.textContent(), await fuel.textContent()]).toEqual(found)
  })
})
