import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, LAPTOP, PHONE, useChromium, type Visit } from './support/browser.ts'

useChromium()

const SOON = { timeout: 20_000 }

async function findBriefing({ ask }: Visit): Promise<string> {
  const { items } = await ask<{ items: { id: string }[] }>('GET', '/api/briefings')
  return items[0]!.id
}

interface MadeLink {
  link: { id: string }
  url: string
}

/** A link for everybody, and where it leads. */
async function share({ ask }: Visit, briefingId: string): Promise<{ linkId: string; path: string }> {
  const lastDay = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  const { link, url } = await ask<MadeLink>('POST', `/api/briefings/${briefingId}/links`, {
    audienceId: 'public',
    lastDay,
  })
  const { pathname, hash } = new URL(url)
  return { linkId: link.id, path: `${pathname}${hash}` }
}

describe('showing a briefing', () => {
  journey(
    'a briefing is presented by keys, with the speaker’s desk, and goes on without a network',
    { viewport: LAPTOP },
    async (visit) => {
      const { page } = visit
      const briefingId = await findBriefing(visit)
      await visit.open(`/briefings/${briefingId}/present`)
      const place = page.getByText(/^Vue \d+ sur \d+/)
      await place.waitFor({ state: 'attached' })
      const count = Number(/sur (\d+)/.exec((await place.textContent()) ?? '')![1])
      const at = async (number: number) =>
        expect.poll(() => place.textContent(), SOON).toContain(`Vue ${number} sur ${count}`)
      await at(1)
      await page.getByText('Prêt sans réseau').waitFor({ state: 'attached', timeout: 90_000 })
      await visit.screenshot('briefing-present-first')

      await page.keyboard.press('PageDown')
      await at(2)
      await page.keyboard.press('b')
      await page.getByText('L’écran est masqué', { exact: false }).waitFor({ state: 'attached' })
      await page.keyboard.press('b')
      await at(2)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Touches de la projection' }).waitFor()
      await page.keyboard.press('Escape')
      await page.keyboard.press('l')
      await page.mouse.move(400, 300)

      const [desk] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')])
      await desk.getByRole('heading', { name: /^À l’écran/ }).waitFor()
      await expect.poll(() => desk.getByText('Depuis le début').count()).toBe(1)
      await desk.getByRole('button', { name: 'Vue suivante' }).click()
      await at(3)
      await desk.keyboard.press('PageUp')
      await at(2)
      expect(await accessibilityFindings(desk)).toEqual([])
      await desk.screenshot({ path: 'tests/e2e/output/briefing-desk.png' })

      const asked: string[] = []
      await page.context().setOffline(true)
      page.on('request', (request) => {
        if (request.url().startsWith('http')) asked.push(request.url())
      })
      await page.keyboard.press('Home')
      await at(1)
      await page.keyboard.press('End')
      await at(count)
      // From the last slide back to one whose charts, maps and photos nobody has seen yet.
      for (let number = count - 1; number > 2; number--) {
        await page.keyboard.press('ArrowLeft')
        await at(number)
      }
      await visit.rest()
      expect(asked).toEqual([])
      expect(await accessibilityFindings(page)).toEqual([])
      await page.context().setOffline(false)
      await page.keyboard.press('Escape')
      await expect.poll(() => new URL(page.url()).pathname, SOON).toBe(`/briefings/${briefingId}`)
    },
  )

  journey(
    'whoever has a link reads it on a phone, without an account, until it is revoked',
    { viewport: PHONE, expectedRefusals: /404/ },
    async (visit) => {
      const { page } = visit
      const briefingId = await findBriefing(visit)
      const { linkId, path } = await share(visit, briefingId)
      const session = await page.context().cookies()
      await page.context().clearCookies()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))

      await visit.open(path)
      const slides = page.locator('article[data-slide]')
      await slides.first().waitFor()
      expect(await page.title()).not.toBe('Borne')
      await slides.nth(2).evaluate((slide) => slide.scrollIntoView({ block: 'center' }))
      await expect.poll(() => slides.nth(2).getAttribute('data-current'), SOON).toBe('true')
      expect(await accessibilityFindings(page)).toEqual([])
      await page.waitForTimeout(4000)
      await page.screenshot({ path: 'tests/e2e/output/briefing-story-phone.png' })

      await page.getByRole('button', { name: 'Lire sans la carte' }).click()
      await page.getByRole('heading', { name: 'Ce que la vue montre' }).first().waitFor()
      expect(await page.locator('canvas').count()).toBe(0)
      expect(await accessibilityFindings(page)).toEqual([])
      await page.screenshot({ path: 'tests/e2e/output/briefing-text-phone.png' })
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('heading', { name: 'What the slide shows' }).first().waitFor()
      const outside = asked.filter(
        (pathname) => pathname.startsWith('/api/') && !pathname.startsWith('/api/shared/'),
      )
      expect(outside).toEqual([])

      const shown = await page.request.get(`${new URL(page.url()).origin}/api/shared/presentation`)
      expect(shown.status()).toBe(404)
      await page.context().addCookies(session)
      await visit.ask('POST', `/api/briefings/${briefingId}/links/${linkId}/revoke`)
      await page.context().clearCookies()
      await page.reload()
      await page.getByRole('heading', { name: 'Rien à cette adresse' }).waitFor()
      expect(await slides.count()).toBe(0)
    },
  )
})
