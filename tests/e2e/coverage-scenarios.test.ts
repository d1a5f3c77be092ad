import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  byDayAndNight,
  journey,
  PHONE,
  PROJECTOR,
  useChromium,
} from './support/browser.ts'

useChromium()

/** The kilometres that a text names, in their order. */
function kilometres(text: string | null): number[] {
  return [...(text ?? '').matchAll(/(\d+(?:,\d+)?)\s?km/gu)].map(([, digits]) =>
    Number(digits!.replace(',', '.')),
  )
}

describe('scenarios of the coverage', () => {
  journey('May beside August in one click, kept as evidence', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?question=scenarios&minutes=90')
    await page.getByRole('button', { name: 'Mai / août' }).click()
    const headline = page.locator('p', { hasText: '→' }).first()
    const [may, august] = kilometres(await headline.textContent())
    expect(may).toBeGreaterThan(august!)
    const whole = page.getByRole('row', { name: /Toute la frontière/ })
    expect(kilometres(await whole.textContent()).slice(0, 2)).toEqual([may, august])
    await page.getByRole('heading', { name: /perdus, en/ }).waitFor()
    await byDayAndNight(visit, (theme) => visit.screenshot(`coverage-may-august-${theme}`))
    await page.locator('fieldset').getByText('B', { exact: true }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('seen')).toBe('b')

    await page.locator('fieldset').getByText('A et B', { exact: true }).click()
    await page.getByText(/^B · /).waitFor()
    await visit.screenshot('coverage-beside')

    await page.getByRole('button', { name: 'Garder comme preuve' }).click()
    await page.getByRole('button', { name: 'Garder', exact: true }).click()
    await page.getByText(/est gardé parmi les preuves/).waitFor()
    await page.getByRole('tab', { name: 'Preuves' }).click()
    await page.getByRole('button', { name: 'Recalculer' }).first().click()
    await page.getByText('Comparaison', { exact: true }).first().waitFor()
    await page.getByText('Identique', { exact: false }).waitFor()
    await visit.screenshot('coverage-evidence')
  })

  journey('a post under works opens and the figure grows', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?question=scenarios&show=edit&minutes=90')
    await page.getByRole('textbox', { name: 'Nom' }).fill('Gouraye ouvre')
    await page.getByLabel('Ajouter un changement…').selectOption({ label: 'Un poste du registre ouvre' })
    const posts = page.getByLabel('Poste', { exact: true })
    const underWorks = posts.locator('option', { hasText: 'Gouraye' })
    expect(await underWorks.textContent()).toContain('en travaux')
    await posts.selectOption((await underWorks.getAttribute('value'))!)
    const headline = page.locator('p', { hasText: '→' }).first()
    const isGain = async () => {
      const [without, withPost] = kilometres(await headline.textContent())
      return withPost! > without!
    }
    await expect.poll(isGain, { timeout: 30_000 }).toBe(true)
    const [, withPost] = kilometres(await headline.textContent())
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('coverage-scenario')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText(/Gouraye ouvre.*enregistré/).waitFor()
    await page.getByRole('button', { name: 'Scénarios' }).click()
    const line = page.getByRole('listitem').filter({ hasText: 'Gouraye ouvre' }).first()
    expect(kilometres(await line.locator('strong').textContent())).toEqual([withPost])

    await page.getByRole('button', { name: 'Au fil des réceptions' }).click()
    const steps = page.locator('ol button')
    await expect.poll(() => steps.last().textContent(), { timeout: 60_000 }).toMatch(/km/)
    const slider = page.getByRole('slider', { name: /Étape montrée/ })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('Postes en service')
    const first = kilometres(await slider.getAttribute('aria-valuetext'))
    await page.keyboard.press('End')
    await expect
      .poll(async () => kilometres(await slider.getAttribute('aria-valuetext'))[0])
      .toBeGreaterThan(first[0]!)
    await page.setViewportSize(PROJECTOR)
    await visit.screenshot('coverage-timeline')
  })

  journey('the next two posts are proposed, with their proof', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?question=siting&minutes=90')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('button', { name: 'Chercher à nouveau' }).waitFor({ timeout: 60_000 })
    await page.getByText(/^(Optimal, prouvé|Écart ≤)/).waitFor()
    const places = page.locator('ol button')
    expect(await places.count()).toBe(2)
    const gains = (await places.allTextContents()).map((text) => kilometres(text)[0]!)
    expect(gains[0]).toBeGreaterThanOrEqual(gains[1]!)
    const measured = page.getByText(/Frontière à portée/)
    const [before, after] = kilometres(await measured.textContent())
    expect(after! - before!).toBeGreaterThan(0.9 * (gains[0]! + gains[1]!))
    await visit.screenshot('coverage-siting')
    await page.setViewportSize(PHONE)
    await visit.screenshot('coverage-siting-phone')
    await page.getByRole('button', { name: 'Ajouter à un scénario' }).click()
    await page.getByRole('list', { name: 'Ce qui change' }).getByRole('listitem').nth(1).waitFor()
    expect(await page.getByText('Non enregistré').count()).toBe(1)
    await visit.screenshot('coverage-scenario-phone')
  })
})
