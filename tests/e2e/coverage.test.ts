import { describe, expect } from 'vitest'
import { journey, PHONE, PROJECTOR, useChromium, type Visit } from './support/browser.ts'

useChromium()

const SOON = { timeout: 20_000 }

async function findId({ ask }: Visit, name: string): Promise<string> {
  interface Named {
    features: { id: string; properties: { name: string } }[]
  }
  const { features } = await ask<Named>('GET', '/api/posts')
  return features.find(({ properties }) => properties.name === name)?.id ?? ''
}

interface Measured {
  border: {
    features: { geometry: { coordinates: [number, number][] }; properties: { inReach: boolean } }[]
  }
}

function lengthOf({ geometry }: Measured['border']['features'][number]): number {
  return geometry.coordinates.length
}

function headline({ page }: Visit) {
  return page.locator('p', { hasText: /de frontière à moins de/ }).locator('strong')
}

describe('coverage', () => {
  journey('the figure follows the slider, and gaps and border tell who comes', {}, async (visit) => {
    const { page } = visit
    await visit.open(`/coverage?posts=${await findId(visit, 'Gouraye')}`)
    const figure = headline(visit)
    await figure.waitFor()
    const before = await figure.textContent()
    await page.getByRole('heading', { name: 'Temps le long de la frontière' }).waitFor()
    await visit.screenshot('coverage-laptop')

    await page.getByRole('slider', { name: 'Temps d’intervention' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => figure.textContent(), SOON).not.toBe(before)
    await expect.poll(() => new URL(page.url()).searchParams.get('minutes'), SOON).toBe('90')
    await page.getByText(/par rapport à 1.h/).waitFor()

    await page
      .getByRole('button', { name: /km \d.* à \d/ })
      .first()
      .click()
    const card = page.getByRole('region', { name: 'Qui arrive ici, par où, en combien de temps' })
    await card.waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('spot'), SOON).toMatch(/^mrt-.*~\d+$/)
    await visit.screenshot('coverage-gap')
    await card.getByRole('button', { name: 'Fermer' }).click()
    await card.waitFor({ state: 'hidden' })
  })

  journey('a click on the border tells who gets there', { viewport: PROJECTOR }, async (visit) => {
    const { page } = visit
    const postId = await findId(visit, 'Gouraye')
    const { border } = await visit.ask<Measured>('POST', '/api/coverage/measure', {
      question: { network: {}, postIds: [postId] },
    })
    const reached = border.features.filter(({ properties }) => properties.inReach)
    const line = reached.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]!.geometry.coordinates
    await visit.open(`/coverage?posts=${postId}&at=${line[Math.floor(line.length / 2)]},13`)
    await headline(visit).waitFor()
    await visit.rest()
    const canvas = page.locator('canvas').first()
    const { x, y, width, height } = (await canvas.boundingBox())!
    await page.mouse.click(x + width / 2, y + height / 2)
    const card = page.getByRole('region', { name: 'Qui arrive ici, par où, en combien de temps' })
    await card.getByText('Gouraye', { exact: true }).waitFor()
    await card.getByText(/neuf fois sur dix en/).waitFor()
    await visit.screenshot('coverage-spot')
  })

  journey('on a phone the figures are in the sheet', { viewport: PHONE, ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?part=posts')
    await headline(visit).waitFor()
    await page.getByRole('button', { name: 'Chercher les passages critiques' }).click()
    await page
      .getByRole('region', { name: 'Couverture' })
      .getByText(/perdus|Aucun gué/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Agrandir la fiche' }).click()
    await page.getByText('Desserte de chaque poste').first().scrollIntoViewIfNeeded()
    await visit.screenshot('coverage-phone')
  })

  journey('by night, in English, with the hexagons', { theme: 'night', language: 'en' }, async (visit) => {
    const { page } = visit
    await visit.open('/coverage?surface=true&on=2026-08-15&colour=posts')
    await page.getByText(/^Hexagons of/).waitFor()
    await visit.screenshot('coverage-night')
  })
})
