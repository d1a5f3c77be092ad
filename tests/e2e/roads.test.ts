import { describe, expect } from 'vitest'
import { journey, useChromium, type Visit } from './support/browser.ts'

useChromium()

interface Named {
  features: { id: string; properties: { name: string } }[]
}

async function findId({ ask }: Visit, name: string): Promise<string> {
  const { features } = await ask<Named>('GET', '/api/posts')
  return features.find(({ properties }) => properties.name === name)?.id ?? ''
}

describe('ways', () => {
  journey('shows the way between posts with its distance, time and shares', {}, async (visit) => {
    const { page } = visit
    const stops = [await findId(visit, 'Sélibaby'), await findId(visit, 'Gouraye')].join(';')
    await visit.open(`/ways?stops=${encodeURIComponent(stops)}`)
    await page
      .getByText(/^4[3-5](,\d)?.km$/)
      .first()
      .waitFor()
    await page.getByText('Cartographiée').first().waitFor()
    await visit.screenshot('way')
  })

  journey('marks a documented road as schematic', {}, async (visit) => {
    const { page } = visit
    const stops = [await findId(visit, 'Sélibaby'), await findId(visit, 'Ghabou')].join(';')
    await visit.open(`/ways?stops=${encodeURIComponent(stops)}`)
    await page
      .getByText(/Tracé schématique/)
      .first()
      .waitFor()
    await visit.screenshot('way-documented')
  })

  journey('explains that no way is known, and finds one when more is allowed', {}, async (visit) => {
    const { page } = visit
    const stops = [await findId(visit, 'Sélibaby'), await findId(visit, 'Diogountourou')].join(';')
    await visit.open(`/ways?stops=${encodeURIComponent(stops)}`)
    await page
      .getByText(/La carte ne connaît aucune piste entre Sélibaby et Diogountourou/)
      .first()
      .waitFor()
    await visit.screenshot('no-way')
    await page.getByRole('button', { name: /Compter les raccords présumés/ }).click()
    await page
      .getByText(/Raccords présumés.:/)
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('presumed')).toBe('true')
  })

  journey('tells in red where a way leaves the country', {}, async (visit) => {
    const { page } = visit
    const stops = `${await findId(visit, 'Sélibaby')};-12.4583,14.9047`
    await visit.open(`/ways?crossing=true&stops=${encodeURIComponent(stops)}`)
    await page
      .getByText(/Ce trajet passe la frontière/)
      .first()
      .waitFor()
    await visit.screenshot('way-crossing')
  })
})
