import type { Role } from '@borne/api/contracts/access'
import { describe, expect } from 'vitest'
import { accessibilityFindings, journey, PHONE, PROJECTOR, useChromium } from './support/browser.ts'
import { expectPosts, menuButton, narrow } from './support/people.ts'

useChromium()

const REFUSED = { role: null, ground: 'bare', expectedRefusals: /status of 401/ } as const

describe('signing in', () => {
  journey(
    'leads to the demonstration by one click, and to where one wanted to go',
    REFUSED,
    async (visit) => {
      const { page } = visit
      await visit.open('/posts?status=under-works')
      await page.waitForURL(/\/sign-in\?next=/)
      expect(await page.getByText('DÉMONSTRATION', { exact: true }).isVisible()).toBe(true)
      await visit.screenshot('sign-in')
      expect(await accessibilityFindings(page)).toEqual([])
      expect(
        await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
      ).not.toContainEqual(expect.stringMatching(/map-canvas/))
      await page.getByRole('button', { name: /Coordinateur/ }).click()
      await page.waitForURL(/\/posts\?status=under-works/)
      await expectPosts(page, 7)
    },
  )

  journey('asks for a password behind the fold, and refuses a wrong one', REFUSED, async (visit) => {
    const { page } = visit
    await visit.open('/sign-in')
    await page.getByText('J’ai un compte').click()
    await page.getByLabel('Adresse e-mail').fill('personne@example.org')
    await page.getByLabel('Mot de passe', { exact: true }).fill('faux mot de passe')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await page.getByRole('alert').waitFor()
    await visit.screenshot('sign-in-refused')
    await page.getByRole('button', { name: /Mot de passe oublié/ }).click()
    await page.getByText(/Demandez un lien à l’administrateur/).waitFor()
  })

  journey('fits a phone, by night', { ...REFUSED, viewport: PHONE, theme: 'night' }, async (visit) => {
    await visit.open('/sign-in')
    await visit.screenshot('sign-in-phone-night')
    expect(await accessibilityFindings(visit.page)).toEqual([])
  })

  journey('fits a projector', { ...REFUSED, viewport: PROJECTOR }, async (visit) => {
    await visit.open('/sign-in')
    await visit.screenshot('sign-in-projector')
  })

  journey('speaks English', { ...REFUSED, language: 'en' }, async (visit) => {
    await visit.open('/sign-in')
    await visit.page.getByRole('heading', { name: 'Try the demonstration' }).waitFor()
    await visit.screenshot('sign-in-english')
  })

  journey(
    'covers a page whose session has ended, and keeps what was typed',
    { ground: 'bare', expectedRefusals: /status of 401/ },
    async (visit) => {
      const { page } = visit
      await visit.open('/posts/new')
      await page.getByLabel('Nom', { exact: true }).first().fill('Poste en cours de saisie')
      await visit.ask('DELETE', '/api/session')
      await page.getByRole('button', { name: 'Créer le poste' }).click()
      await page.getByRole('heading', { name: 'Votre session a pris fin' }).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/session-ended.png' })
      await page.getByRole('button', { name: /Administrateur/ }).click()
      await page.getByRole('button', { name: 'Créer le poste' }).waitFor()
      expect(await page.getByLabel('Nom', { exact: true }).first().inputValue()).toBe(
        'Poste en cours de saisie',
      )
      page.on('dialog', (dialog) => void dialog.accept())
    },
  )
})

interface FirstView {
  readonly posts: number
  readonly maySee: readonly string[]
  readonly mayNot: readonly string[]
}

const FIRST_VIEWS: Record<Role, FirstView> = {
  administrator: { posts: 16, maySee: ['Nouveau poste', 'Couverture'], mayNot: [] },
  coordinator: { posts: 16, maySee: ['Nouveau poste', 'Couverture'], mayNot: [] },
  'focal-point': { posts: 16, maySee: ['Nouveau poste', 'Couverture'], mayNot: [] },
  contractor: { posts: 3, maySee: [], mayNot: ['Nouveau poste', 'Couverture'] },
  partner: { posts: 4, maySee: [], mayNot: ['Nouveau poste', 'Couverture'] },
  viewer: { posts: 16, maySee: [], mayNot: ['Nouveau poste', 'Couverture'] },
}

describe('roles', () => {
  for (const [role, { posts, maySee, mayNot }] of Object.entries(FIRST_VIEWS) as [Role, FirstView][]) {
    journey(`shows its own first view to the role ${role}`, { role, ground: 'bare' }, async (visit) => {
      const { page } = visit
      await visit.open('/posts')
      await expectPosts(page, posts)
      for (const name of maySee) expect(await page.getByRole('link', { name }).count(), name).toBe(1)
      for (const name of mayNot) expect(await page.getByRole('link', { name }).count(), name).toBe(0)
      await visit.screenshot(`role-${role}`)
    })
  }

  journey(
    'says «Réservé» in the place of what a viewer does not see',
    { role: 'viewer', ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/posts')
      await page
        .getByRole('link', { name: /^Gouraye/ })
        .first()
        .click()
      await page.getByText(narrow('Réservé : votre rôle ne donne pas accès aux contacts')).waitFor()
      await page.getByText(narrow('Réservé : votre rôle ne donne pas accès aux équipements')).waitFor()
      expect(await page.getByText('Aucun contact').count()).toBe(0)
      expect(await page.getByRole('link', { name: 'Modifier' }).count()).toBe(0)
      expect(await page.getByRole('link', { name: 'Historique' }).count()).toBe(0)
      await visit.screenshot('fiche-viewer')
      await page.getByRole('heading', { name: 'Contacts' }).scrollIntoViewIfNeeded()
      await page.screenshot({ path: 'tests/e2e/output/fiche-viewer-contacts.png' })
    },
  )

  journey(
    'answers calmly at the address of a page that the role does not open',
    { role: 'viewer', ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/coverage')
      for (const path of ['/coverage', '/posts/new', '/admin']) {
        await visit.go(path)
        await page.getByText(narrow('Votre rôle ne permet pas d’ouvrir cette page : Lecteur')).waitFor()
      }
      await visit.screenshot('not-permitted')
    },
  )

  journey(
    'lets an administrator see the app as a partner, and come back',
    { ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/posts')
      await menuButton(page).click()
      await page.screenshot({ path: 'tests/e2e/output/account-menu.png' })
      await page.getByRole('button', { name: 'Voir comme…' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('radio', { name: /Partenaire/ }).check()
      await dialog.getByRole('button', { name: 'Ne rien choisir' }).click()
      await dialog.getByRole('checkbox', { name: /Gouraye/ }).check()
      await dialog.getByRole('checkbox', { name: /Wompou/ }).check()
      await page.screenshot({ path: 'tests/e2e/output/view-as-dialog.png' })
      expect(await accessibilityFindings(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Voir comme ce rôle' }).click()
      await page.getByText(narrow('Vous voyez l’application comme : Partenaire')).waitFor()
      await expectPosts(page, 2)
      expect(await page.getByRole('link', { name: 'Nouveau poste' }).count()).toBe(0)
      await visit.screenshot('view-as-partner')
      await page.getByRole('button', { name: 'Revenir à ma vue' }).click()
      await expectPosts(page, 16)
      expect(await page.getByText('lecture seule').count()).toBe(0)
    },
  )
})
