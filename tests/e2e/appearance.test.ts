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

const NARROWEST = { width: 360, height: 740 }

async function overflow(page: import('playwright-core').Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

describe('appearance', () => {
  journey('fits a phone', { viewport: PHONE }, async (visit) => {
    await visit.open('/posts')
    expect(await overflow(visit.page)).toBe(0)
    await visit.screenshot('phone')
    await visit.page
      .getByRole('link', { name: /^Adweira/ })
      .first()
      .click()
    await visit.page.getByText('UTM (WGS 84)').waitFor()
    await visit.screenshot('phone-fiche')
  })

  journey('fits the narrowest screen', { viewport: NARROWEST, ground: 'bare' }, async (visit) => {
    await visit.open('/posts')
    for (const path of ['/posts', '/ways', '/roads', '/coverage', '/data']) {
      await visit.go(path)
      expect(await overflow(visit.page), path).toBe(0)
    }
  })

  journey('fits a projector', { viewport: PROJECTOR }, async (visit) => {
    await visit.open('/posts')
    await visit.screenshot('projector')
  })

  journey('has a night', { theme: 'night' }, async (visit) => {
    await visit.open('/posts')
    expect(await visit.page.evaluate(() => document.documentElement.dataset.theme)).toBe('night')
    await visit.screenshot('night')
  })

  journey('writes names in Arabic on the map', {}, async (visit) => {
    await visit.open('/posts?labels=ar&at=-12.2,15.0,9')
    await visit.screenshot('arabic')
  })

  journey('speaks English to the last word of the shell', { language: 'en' }, async (visit) => {
    await visit.open('/posts')
    await visit.page.getByRole('heading', { name: 'Posts' }).waitFor()
    expect(await visit.page.evaluate(() => document.documentElement.lang)).toBe('en')
    expect(await visit.page.locator('nav').first().textContent()).not.toMatch(
      /Postes|Trajets|Couverture|Données/,
    )
    await visit.screenshot('english')
  })

  journey('has no serious accessibility fault by day and by night', { ground: 'bare' }, async (visit) => {
    const { features } = await visit.ask<{ features: { id: string }[] }>('GET', '/api/posts')
    await visit.open('/posts')
    for (const path of [
      '/posts',
      `/posts/${features[0]?.id}`,
      '/posts/new',
      '/ways',
      '/coverage',
      '/data',
      '/posts?view=table',
    ]) {
      await visit.go(path)
      await byDayAndNight(visit, async (theme) => {
        expect(await accessibilityFindings(visit.page), `${path} by ${theme}`).toEqual([])
      })
    }
  })

  journey('can be used without a mouse', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/posts')
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page
      .getByRole('link', { name: /^Adweira/ })
      .first()
      .focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('UTM (WGS 84)').waitFor()
  })
})
