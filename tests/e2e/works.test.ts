import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  journey,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'
import {
  daysAgo,
  type GivenContract,
  givenContract,
  givenParties,
  givenWorks,
} from './support/given-works.ts'
import { narrow } from './support/people.ts'

useChromium()

const BARE = { ground: 'bare' } as const

interface Given {
  /** In the titles of these contracts and of no other. */
  readonly tag: string
  readonly late: GivenContract
  readonly young: GivenContract
}

let given: Promise<Given> | undefined

/** One late contract and one that has just been made, recorded once for all journeys. */
function works({ ask }: Visit): Promise<Given> {
  given ??= (async () => {
    const { features } = await ask<{ features: { id: string; properties: { name: string } }[] }>(
      'GET',
      '/api/posts',
    )
    const postIds = (name: string) => [features.find(({ properties }) => properties.name === name)!.id]
    const parties = await givenParties(ask)
    const tag = crypto.randomUUID().slice(0, 4)
    const late = await givenContract(ask, parties, {
      reference: `E2E-${tag}-1`,
      title: `Essai : poste de Ghabou (${tag})`,
      postIds: postIds('Ghabou'),
    })
    await givenWorks(ask, late.id, 270)
    const young = await givenContract(ask, parties, {
      reference: `E2E-${tag}-2`,
      title: `Essai : clôture de Boully (${tag})`,
      postIds: postIds('Boully'),
    })
    return { tag, late, young }
  })()
  return given
}

const tab = ({ page }: Visit, name: string) => page.getByRole('tab', { name }).click()

describe('works', () => {
  journey('the portfolio finds, sorts and exports, and leads to a contract and back', BARE, async (visit) => {
    const { page } = visit
    const { tag, late, young } = await works(visit)
    await visit.open('/works')
    const list = page.getByRole('list', { name: 'Liste des marchés' })
    await list.getByRole('link', { name: late.title }).waitFor()
    await visit.screenshot('works-portfolio')
    await page.getByRole('searchbox', { name: 'Chercher un marché' }).fill(`clôture boully ${tag}`)
    await expect.poll(() => list.getByRole('listitem').count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Chercher un marché' }).fill(`Essai ${tag}`)
    await page.getByRole('button', { name: 'Voir en tableau' }).click()
    const table = page.getByRole('table', { name: 'Tableau des marchés' })
    await table.getByRole('button', { name: 'Marché' }).click()
    const titles = table.locator('tbody th')
    await expect.poll(() => titles.allTextContents()).toEqual([young.title, late.title])
    await table.getByRole('button', { name: 'Retard' }).click()
    await expect.poll(() => titles.first().textContent()).toBe(late.title)
    await page.screenshot({ path: 'tests/e2e/output/works-table.png' })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^travaux.*\.csv$/)
    await table.getByRole('link', { name: late.title }).click()
    await page.getByRole('heading', { name: late.title }).waitFor()
    await page.getByRole('link', { name: 'Retour aux travaux' }).click()
    expect(new URL(page.url()).searchParams.get('q')).toBe(`Essai ${tag}`)
  })

  journey('a contract tells its time, its money and its past', BARE, async (visit) => {
    const { page } = visit
    const { late } = await works(visit)
    await visit.open(`/works/${late.id}?view=table`)
    await page.getByText(/\d+ jours de retard/).waitFor()
    await page.getByRole('button', { name: 'Réserve en retard' }).waitFor()
    await page.screenshot({ path: 'tests/e2e/output/works-summary.png' })
    await tab(visit, 'Calendrier')
    await page.getByText('Fin des travaux, estimée').waitFor()
    await page.screenshot({ path: 'tests/e2e/output/works-schedule.png' })
    await tab(visit, 'Courbe en S')
    await page.getByText('Valeur acquise (VA)').waitFor()
    await page.getByText('Voir les formules').click()
    await page.getByText('SPI = VA ÷ VP').waitFor()
    await page.screenshot({ path: 'tests/e2e/output/works-curve.png' })
    await tab(visit, 'Argent')
    const ledger = page.getByRole('table', { name: 'Décomptes du marché, ligne par ligne' })
    await expect.poll(() => ledger.locator('tbody tr').count()).toBe(2)
    await page.screenshot({ path: 'tests/e2e/output/works-money.png' })
    await tab(visit, 'Chronologie')
    await page.getByLabel('Tel qu’au').fill(daysAgo(250))
    await page.getByText(/^État au/).waitFor()
    await tab(visit, 'Argent')
    await expect.poll(() => ledger.locator('tbody tr').count()).toBe(1)
    await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click()
    await expect.poll(() => ledger.locator('tbody tr').count()).toBe(2)
  })

  journey(
    'what the rules refuse is told before it is sent, and what they allow is recorded',
    {},
    async (visit) => {
      const { page } = visit
      const { late } = await works(visit)
      await visit.open(`/works/${late.id}?tab=money`)
      await page.getByRole('button', { name: 'Enregistrer…' }).click()
      await page.getByRole('button', { name: 'Décompte', exact: true }).click()
      const dialog = page.getByRole('dialog')
      const concrete = dialog.getByLabel(/^À ce jour.: Béton armé$/)
      const proposed = await concrete.inputValue()
      await concrete.fill('500')
      await dialog.getByText(/500, plus que le bordereau \(120\)/).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/works-certificate-refused.png' })
      await concrete.fill(proposed)
      await dialog.getByText('Ce que dira le décompte').waitFor()
      await page.screenshot({ path: 'tests/e2e/output/works-certificate.png' })
      await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await dialog.waitFor({ state: 'detached' })
      await page.getByText('Enregistré', { exact: true }).waitFor()
      const ledger = page.getByRole('table', { name: 'Décomptes du marché, ligne par ligne' })
      await expect.poll(() => ledger.locator('tbody tr').count()).toBe(3)
      await tab(visit, 'Réserves')
      await page.getByText('2 ouvertes').waitFor()
      await page.getByRole('button', { name: 'Déclarer corrigée' }).first().click()
      await page.getByRole('button', { name: 'Déclarer corrigée' }).first().click()
      await page.getByText(narrow('1 corrigée, à vérifier')).waitFor()
      await visit.screenshot('works-punch')
    },
  )

  journey('the works replay month by month, by keyboard', {}, async (visit) => {
    const { page } = visit
    await works(visit)
    await visit.open('/works')
    const slider = page.getByRole('slider', { name: 'Mois montré sur la carte' })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect.poll(() => new URL(page.url()).searchParams.get('month')).toMatch(/^\d{4}-\d\d$/)
    for (let month = 0; month < 4; month += 1) await page.keyboard.press('ArrowRight')
    await visit.screenshot('works-replay')
    await page.keyboard.press('End')
    await expect.poll(() => new URL(page.url()).searchParams.get('month')).toBeNull()
  })

  for (const [name, viewport] of [
    ['phone', PHONE],
    ['projector', PROJECTOR],
  ] as const) {
    journey(`fits a ${name}`, { ...BARE, viewport }, async (visit) => {
      const { page } = visit
      const { late } = await works(visit)
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      await visit.open('/works')
      expect(await overflow()).toBe(0)
      await visit.screenshot(`works-portfolio-${name}`)
      await visit.open(`/works/${late.id}`)
      await page.getByText(/\d+ jours de retard/).waitFor()
      expect(await overflow()).toBe(0)
      await visit.screenshot(`works-contract-${name}`)
    })
  }

  for (const theme of ['day', 'night'] as const) {
    journey(`has no serious accessibility fault by ${theme}`, { ...BARE, theme }, async (visit) => {
      const { page } = visit
      const { late } = await works(visit)
      await visit.open('/works')
      await page.getByRole('link', { name: late.title }).waitFor()
      expect(await accessibilityFindings(page), 'portfolio').toEqual([])
      await page.getByRole('link', { name: late.title }).click()
      for (const name of ['Synthèse', 'Argent', 'Réserves', 'Avancement', 'Chronologie']) {
        await tab(visit, name)
        await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
        expect(await accessibilityFindings(page), name).toEqual([])
      }
      await page.screenshot({ path: `tests/e2e/output/works-${theme}.png` })
    })
  }
})
