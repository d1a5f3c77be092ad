import type { Briefing, Briefings } from '@borne/api/contracts/briefings'
import type { BorderPosts } from '@borne/api/contracts/posts'
import type { WorksParties, WorksRows } from '@borne/api/contracts/works'
import type { Locator, Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  byDayAndNight,
  journey,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'

useChromium()

const SOON = { timeout: 60_000 }
const OUTPUT = 'tests/e2e/output'

/** Clicks as a person does, and counts them; a choice from a list is one to open it and one to choose. */
function givenHand() {
  const hand = { clicks: 0 }
  return {
    hand,
    async click(target: Locator) {
      hand.clicks += 1
      await target.click()
    },
    async choose(list: Locator, label: string) {
      hand.clicks += 2
      await list.selectOption({ label })
    },
  }
}

interface Told {
  readonly donor: string
  readonly names: readonly string[]
  readonly withheld: readonly string[]
  readonly ids: readonly string[]
}

/** A donor of the demonstration, what it may be told of the posts, and what not. */
async function whatIsToldTo({ ask }: Visit): Promise<Told> {
  const { donors } = await ask<WorksParties>('GET', '/api/works/parties')
  const { items } = await ask<WorksRows>('GET', '/api/works/contracts')
  const { features } = await ask<BorderPosts>('GET', '/api/posts?limit=1000')
  const donor = donors.find(({ id }) => items.some((row) => row.donors.some((each) => each.id === id)))!
  const own = new Set(
    items
      .filter((row) => row.donors.some(({ id }) => id === donor.id))
      .flatMap(({ posts }) => posts.map(({ id }) => id)),
  )
  const names = features.filter(({ id }) => own.has(String(id))).map(({ properties }) => properties.name)
  const others = features
    .filter(({ id }) => !own.has(String(id)))
    .map(({ properties }) => properties.name)
    .filter((name) => names.every((told) => !told.includes(name)))
  return { donor: donor.name, names, withheld: others, ids: features.map(({ id }) => String(id)) }
}

async function ownBriefing({ ask }: Visit, titleFr: string): Promise<Briefing> {
  return ask<Briefing>('POST', '/api/briefings', {
    title: { fr: titleFr, en: '' },
    template: 'donor-visit',
  })
}

const slideRows = (page: Page) => page.getByRole('list', { name: 'Vues de la présentation' }).locator('li')
/** What stands after the number of each slide. */
const titlesOf = (page: Page) => slideRows(page).locator('[data-focus] > :nth-child(2)').allTextContents()
const saved = (page: Page) => page.getByText(/^Enregistré à/)

describe('briefings', () => {
  journey(
    'from the map to a shared link in under twelve clicks; the donor reads it, redacted, until it is revoked',
    { ground: 'bare', expectedRefusals: /404/ },
    async (visit) => {
      const { page } = visit
      const { donor, names, withheld, ids } = await whatIsToldTo(visit)
      expect(names.length).toBeGreaterThan(0)
      expect(withheld.length).toBeGreaterThan(0)
      const { hand, click, choose } = givenHand()
      await visit.open('/posts')
      await visit.rest()

      await click(page.getByRole('button', { name: 'Ajouter cette vue à une présentation' }))
      await click(page.getByRole('button', { name: 'Ajouter la vue' }))
      await click(page.getByRole('button', { name: 'Ouvrir la présentation' }))
      await click(page.getByRole('button', { name: 'Partager' }))
      await choose(page.getByLabel('Bailleur', { exact: true }), donor)
      await page.getByRole('heading', { name: 'Retiré pour ce public' }).waitFor(SOON)
      expect(
        await page
          .getByRole('dialog')
          .getByText(/ne concerne pas ce bailleur/)
          .count(),
      ).toBeGreaterThan(0)
      await visit.screenshot('briefing-share')
      await click(page.getByRole('button', { name: 'Créer le lien' }))
      const url = await page.getByLabel('Lien de partage', { exact: true }).inputValue(SOON)
      expect(hand.clicks).toBeLessThan(12)
      await page.getByRole('img', { name: 'Code QR du lien de partage' }).waitFor()
      await visit.screenshot('briefing-link')
      console.log(`  clicks from the map to the link: ${hand.clicks}`)
      await page.getByRole('button', { name: 'C’est noté' }).click()

      const context = await page.context().browser()!.newContext({ locale: 'fr-FR', viewport: PROJECTOR })
      const guest = await context.newPage()
      const answers: Promise<string>[] = []
      guest.on('response', (answer) => {
        if (answer.url().includes('/api/shared/') && !/basemap/.test(answer.url()) && answer.ok())
          answers.push(answer.text())
      })
      await guest.goto(url)
      await guest.getByText('Postes', { exact: true }).first().waitFor(SOON)
      const told = [...(await Promise.all(answers)), await guest.content()].join('\n')
      expect(names.filter((name) => told.includes(name)).length).toBeGreaterThan(0)
      expect(withheld.filter((name) => told.includes(name))).toEqual([])
      expect(ids.filter((id) => told.includes(id))).toEqual([])
      expect(await context.cookies()).toEqual([])
      await guest.waitForTimeout(2000)
      await guest.screenshot({ path: `${OUTPUT}/briefing-donor.png` })

      await page.getByRole('button', { name: 'Partager' }).click()
      await page.getByRole('tab', { name: 'Liens existants' }).click()
      await page.getByText(/^1 ouverture/).waitFor(SOON)
      await visit.screenshot('briefing-links')
      await page.getByRole('button', { name: /^Révoquer/ }).click()
      await page
        .getByRole('dialog', { name: /^Révoquer le lien/ })
        .getByRole('button', { name: 'Révoquer' })
        .click()
      await page.getByText(/^révoqué le/).waitFor(SOON)
      await guest.reload()
      await guest.getByRole('heading', { name: 'Rien à cette adresse' }).waitFor(SOON)
      expect(await guest.getByText('Postes', { exact: true }).count()).toBe(0)
      await context.close()
    },
  )

  journey(
    'slides are moved by keys, written, undone and saved by themselves; the editor is accessible by day and night',
    { ground: 'bare' },
    async (visit) => {
      const { page } = visit
      // What one person saves within some minutes is one version: another one begins it.
      await visit.ask('POST', '/api/session/demonstration', { role: 'coordinator' })
      const { id } = await ownBriefing(visit, 'Essai d’éditeur')
      await visit.ask('POST', '/api/session/demonstration', { role: 'administrator' })
      await visit.open(`/briefings/${id}`)
      await slideRows(page).first().waitFor(SOON)
      const before = await titlesOf(page)
      await page.getByRole('button', { name: /^Déplacer la vue 1 / }).focus()
      await page.keyboard.press('Alt+ArrowDown')
      await expect.poll(() => titlesOf(page)).toEqual([before[1], before[0], ...before.slice(2)])
      await page.keyboard.press('Control+z')
      await expect.poll(() => titlesOf(page)).toEqual(before)

      await slideRows(page).nth(1).locator('[data-focus]').click()
      await page.getByLabel('Texte', { exact: true }).fill('Un **essai** de texte')
      await page.locator('strong', { hasText: 'essai' }).waitFor()
      await saved(page).waitFor(SOON)
      await expect
        .poll(async () => (await visit.ask<Briefing>('GET', `/api/briefings/${id}`)).slides[1]!.body.fr, SOON)
        .toBe('Un **essai** de texte')
      await byDayAndNight(visit, async (theme) => {
        expect(await accessibilityFindings(page), theme).toEqual([])
        await visit.screenshot(`briefing-editor-${theme}`)
      })

      await page.getByRole('button', { name: 'Supprimer', exact: true }).click()
      await expect.poll(() => titlesOf(page)).toHaveLength(before.length - 1)
      await page.getByRole('status').getByRole('button', { name: 'Annuler', exact: true }).click()
      await expect.poll(() => titlesOf(page)).toEqual(before)
      expect(await accessibilityFindings(page)).toEqual([])

      await page.getByRole('button', { name: 'Historique des versions' }).click()
      await page.getByRole('button', { name: /^Y revenir.*Version 1$/ }).click()
      await expect
        .poll(async () => (await visit.ask<Briefing>('GET', `/api/briefings/${id}`)).slides[1]!.body.fr, SOON)
        .not.toBe('Un **essai** de texte')
    },
  )

  journey(
    'what another window changed is taken over; of what both changed, a person chooses',
    { ground: 'bare', expectedRefusals: /409/ },
    async (visit) => {
      const { page, ask } = visit
      const { id } = await ownBriefing(visit, 'Essai à deux')
      await visit.open(`/briefings/${id}`)
      await slideRows(page).first().locator('[data-focus]').click()
      const changeElsewhere = async (change: (old: Briefing) => Partial<Briefing>) => {
        const { title, donorId, slides, version, ...rest } = await ask<Briefing>(
          'GET',
          `/api/briefings/${id}`,
        )
        const next = {
          title,
          donorId,
          slides,
          version,
          ...change({ title, donorId, slides, version, ...rest }),
        }
        await ask('PUT', `/api/briefings/${id}`, next)
      }
      await changeElsewhere(() => ({ title: { fr: 'Essai à deux, renommé', en: '' } }))
      await page.getByLabel('Notes de l’orateur').fill('Saluer')
      await page.getByRole('heading', { name: 'Essai à deux, renommé' }).waitFor(SOON)
      await saved(page).waitFor(SOON)

      await changeElsewhere(({ slides }) => ({
        slides: slides.map((slide, at) => (at === 0 ? { ...slide, notes: 'Attendre' } : slide)),
      }))
      await page.getByLabel('Notes de l’orateur').fill('Saluer deux fois')
      await page.getByRole('button', { name: 'Comparer et choisir' }).click(SOON)
      const dialog = page.getByRole('dialog')
      expect(await accessibilityFindings(page)).toEqual([])
      await visit.screenshot('briefing-merge')
      await dialog.getByRole('radio', { name: /Votre version/ }).check()
      await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click()
      await saved(page).waitFor(SOON)
      const { slides, title } = await ask<Briefing>('GET', `/api/briefings/${id}`)
      expect([slides[0]!.notes, title.fr]).toEqual(['Saluer deux fois', 'Essai à deux, renommé'])
    },
  )

  journey(
    'without a network the draft waits on the device and goes when it can',
    { ground: 'bare', expectedRefusals: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ },
    async (visit) => {
      const { page, ask } = visit
      const { id } = await ownBriefing(visit, 'Essai hors connexion')
      await visit.open(`/briefings/${id}`)
      await slideRows(page).first().locator('[data-focus]').click()
      await page.context().setOffline(true)
      await page.getByLabel('Notes de l’orateur').fill('Écrit dans le désert')
      await page.getByText(/^Hors connexion.: gardé sur cet appareil/).waitFor(SOON)
      await page.context().setOffline(false)
      await saved(page).waitFor(SOON)
      expect((await ask<Briefing>('GET', `/api/briefings/${id}`)).slides[0]!.notes).toBe(
        'Écrit dans le désert',
      )
    },
  )

  journey('what an audience may see is a table of switches', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/briefings/audiences')
    const money = page.getByRole('checkbox', { name: /^Montants et paiements.: Public$/ })
    const before = await money.isChecked()
    await money.click()
    await page.getByText(/^«.Public.» enregistré/).waitFor(SOON)
    expect(await money.isChecked()).toBe(!before)
    await page.getByRole('status').getByRole('button', { name: 'Annuler', exact: true }).click()
    await expect.poll(() => money.isChecked(), SOON).toBe(before)
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('briefing-audiences')
  })

  journey('the list and the editor on a phone', { viewport: PHONE, ground: 'bare' }, async (visit) => {
    const { page, ask } = visit
    await visit.open('/briefings')
    const { items } = await ask<Briefings>('GET', '/api/briefings')
    const lines = page.getByRole('list', { name: 'Liste des présentations' }).getByRole('listitem')
    await expect.poll(() => lines.count(), SOON).toBe(items.length)
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('briefing-list-phone')
    await lines.first().getByRole('link').click()
    await slideRows(page).first().locator('[data-focus]').click(SOON)
    await page.getByLabel('Titre', { exact: true }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('briefing-editor-phone')
  })
})
