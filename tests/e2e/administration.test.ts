import { readFile } from 'node:fs/promises'
import type { Role } from '@borne/api/contracts/access'
import { describe, expect } from 'vitest'
import { appUrl } from './support/app-url.ts'
import {
  accessibilityFindings,
  byDayAndNight,
  journey,
  PHONE,
  useChromium,
  type Visit,
} from './support/browser.ts'
import {
  accept,
  codeOf,
  expectPosts,
  invite,
  menuButton,
  narrow,
  PASSWORD,
  readSecret,
  signOut,
} from './support/people.ts'

useChromium()

describe('accounts', () => {
  journey(
    'invites a person, who turns the second factor on and signs in again with it',
    { ground: 'bare', expectedRefusals: /status of 401/ },
    async (visit) => {
      const { page } = visit
      const { email, link } = await invite(visit, 'Coordination d’essai', 'Coordinateur')
      await page.screenshot({ path: 'tests/e2e/output/handed-link.png' })
      await page.getByRole('button', { name: 'J’ai transmis le lien' }).click()
      await page.getByRole('button', { name: 'Coordination d’essai' }).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/accounts.png' })
      await signOut(page)
      await accept(page, link)
      await expectPosts(page, 16)

      await visit.open('/account')
      await page.getByRole('button', { name: 'Activer le second facteur' }).click()
      const secret = await readSecret(page)
      await page.getByRole('img', { name: 'Carré à scanner' }).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/enrolment.png' })
      await page.getByLabel('Code à six chiffres').fill(codeOf(secret))
      await page.getByRole('button', { name: 'Vérifier et activer' }).click()
      await page.getByRole('heading', { name: 'Vos codes de secours' }).waitFor()
      const codes = await page.getByTestId('recovery-codes').getByRole('listitem').allInnerTexts()
      expect(codes.length).toBeGreaterThanOrEqual(8)
      await page.screenshot({ path: 'tests/e2e/output/recovery-codes.png' })
      await page.getByRole('button', { name: 'J’ai gardé mes codes' }).click()
      await page.getByText(/codes de secours restants/).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/account.png' })
      await signOut(page)

      await page.getByText('J’ai un compte').click()
      await page.getByLabel('Adresse e-mail').fill(email)
      await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD)
      await page.getByRole('button', { name: 'Se connecter' }).click()
      await page.getByRole('heading', { name: 'Code à six chiffres' }).waitFor()
      await page.screenshot({ path: 'tests/e2e/output/second-factor.png' })
      expect(await accessibilityFindings(page)).toEqual([])
      await page.getByLabel('Code', { exact: true }).fill('000000')
      await page.getByRole('button', { name: 'Valider' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
      await page.getByRole('button', { name: 'Valider' }).click()
      await expectPosts(page, 16)

      await endOtherSession(visit, { email, recoveryCode: codes[0] ?? '' })
    },
  )

  journey(
    'asks for the second factor before anything else where a role requires it',
    { ground: 'bare', expectedRefusals: /status of 403/ },
    async (visit) => {
      const { page } = visit
      const settings = await visit.ask<{ secondFactorRoles: Role[] }>('GET', '/api/settings/access')
      await visit.ask('PUT', '/api/settings/access', { ...settings, secondFactorRoles: ['contractor'] })
      const { link } = await invite(visit, 'Entreprise d’essai', 'Entreprise')
      await page.getByRole('button', { name: 'J’ai transmis le lien' }).click()
      await signOut(page)
      await accept(page, link)
      await page.getByRole('heading', { name: 'Activer le second facteur' }).waitFor()
      await visit.open('/ways')
      await page.getByRole('heading', { name: 'Activer le second facteur' }).waitFor()
      await visit.screenshot('second-factor-required')
      const secret = await readSecret(page)
      await page.getByLabel('Code à six chiffres').fill(codeOf(secret))
      await page.getByRole('button', { name: 'Vérifier et activer' }).click()
      await page.getByRole('button', { name: 'J’ai gardé mes codes' }).click()
      await page.getByRole('heading', { name: 'Trajet' }).waitFor()
      // An answer to the session before would take the new one’s cookie away.
      await visit.rest()
      await visit.ask('POST', '/api/session/demonstration', { role: 'administrator' })
      await visit.ask('PUT', '/api/settings/access', settings)
    },
  )

  journey(
    'explains a link that does not open',
    { role: null, expectedRefusals: /status of 4\d\d/ },
    async (visit) => {
      const { page } = visit
      await visit.open(`/link#${'x'.repeat(43)}`)
      await page.getByRole('heading', { name: 'Ce lien ne sert plus' }).waitFor()
      await visit.screenshot('link-refused')
      await visit.open('/link')
      await page.getByRole('heading', { name: 'Il manque la fin du lien' }).waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
    },
  )

  journey('marks a departure by the person’s name, and a return', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await invite(visit, 'Lecture d’essai', 'Lecteur')
    await page.getByRole('button', { name: 'J’ai transmis le lien' }).click()
    await page.getByRole('button', { name: 'Lecture d’essai' }).click()
    await page.screenshot({ path: 'tests/e2e/output/account-dialog.png' })
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Enregistrer le départ' }).click()
    const question = page.getByRole('dialog', { name: narrow('Lecture d’essai : enregistrer le départ ?') })
    await page.screenshot({ path: 'tests/e2e/output/departure.png' })
    await question.getByRole('button', { name: 'Enregistrer le départ' }).click()
    await page.getByText(/A quitté l’équipe le/).waitFor()
    await page.getByRole('button', { name: 'Enregistrer le retour' }).click()
    await page.getByText('Lecture d’essai peut de nouveau se connecter').waitFor()
  })
})

/** Opens a second session with a recovery code in another browser, sees it in the list, and ends it. */
async function endOtherSession(
  { page }: Visit,
  { email, recoveryCode }: { email: string; recoveryCode: string },
): Promise<void> {
  const url = appUrl()
  const other = await page.context().browser()!.newContext()
  const headers = { origin: url }
  await other.request.post(`${url}/api/session`, { headers, data: { email, password: PASSWORD } })
  const entered = await other.request.post(`${url}/api/session/second-factor`, {
    headers,
    data: { code: recoveryCode },
  })
  expect(entered.status()).toBe(200)
  await page.goto(`${url}/account`)
  await page.getByText('cette session').waitFor()
  await page.screenshot({ path: 'tests/e2e/output/sessions.png' })
  const ends = page.getByRole('button', { name: /^Mettre fin à la session/ })
  expect(await ends.count()).toBe(1)
  await ends.click()
  await ends.waitFor({ state: 'detached' })
  expect((await other.request.get(`${url}/api/account`)).status()).toBe(401)
  await other.close()
}

describe('the administration', () => {
  journey(
    'searches the journal, keeps the filters in the address and exports them',
    { ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/admin?tab=journal')
      await page.getByText(/^Journal intact/).waitFor()
      await visit.screenshot('journal')
      await page.getByLabel('Action').selectOption({ label: 'Connexion' })
      await page.waitForURL(/action=sign-in/)
      await page.getByText('Connexion à la démonstration').first().waitFor()
      await page.getByLabel('Chercher dans le journal').fill('127.0.0.1')
      await page.waitForURL(/q=127/)
      await page.getByText('Connexion à la démonstration').first().click()
      await page.getByText('method: demonstration').first().waitFor()
      await visit.screenshot('journal-filtered')
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Exporter (CSV)' }).click()
      const csv = await (await download).path()
      const text = await readFile(csv, 'utf8')
      expect(text).toMatch(/sign-in/)
      expect(text).not.toMatch(/,import,/)
    },
  )

  journey('warns on the first page of an old backup, until tomorrow', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    const backups = await visit.ask<object>('GET', '/api/backups')
    const lastGoodAt = new Date(Date.now() - 4 * 86_400_000).toISOString()
    await page.route('**/api/backups', (route) =>
      route.fulfill({ json: { ...backups, lastGoodAt, isOld: true } }),
    )
    await visit.open('/posts')
    await page.getByText('Dernière sauvegarde il y a 4 jours').waitFor()
    await visit.screenshot('backup-notice')
    expect(await accessibilityFindings(page)).toEqual([])
    await page.getByRole('button', { name: 'Masquer jusqu’à demain' }).click()
    await visit.open('/posts')
    await expectPosts(page, 16)
    expect(await page.getByText('Dernière sauvegarde').count()).toBe(0)
  })

  journey('makes a backup', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/admin?tab=backups')
    await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click()
    await page.getByText(/^Sauvegarde faite/).waitFor({ timeout: 60_000 })
    await visit.screenshot('backups')
  })

  journey('sets who needs a second factor and how long names are kept', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/admin?tab=settings')
    const days = page.getByLabel('Le journal garde les noms')
    const before = await days.inputValue()
    await days.fill('400')
    await visit.screenshot('settings')
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Réglages enregistrés').waitFor()
    await days.fill(before)
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByText('Tout est enregistré').waitFor()
  })

  journey(
    'shows a coordinator the journal and the backups alone',
    { role: 'coordinator', ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/admin')
      await expect.poll(() => page.getByRole('tab').allInnerTexts()).toEqual(['Journal', 'Sauvegardes'])
    },
  )

  const SCREENS = ['/account', '/admin', '/admin?tab=journal', '/admin?tab=settings', '/admin?tab=backups']

  journey('has no serious accessibility fault by day and by night', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/account')
    for (const path of SCREENS) {
      await visit.go(path)
      await byDayAndNight(visit, async (theme) => {
        expect(await accessibilityFindings(page), `${path} by ${theme}`).toEqual([])
        await page.screenshot({ path: `tests/e2e/output/${theme}${path.replace(/\W+/g, '-')}.png` })
      })
    }
  })

  journey('fits a phone', { viewport: PHONE, ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/account')
    for (const path of SCREENS) {
      await visit.go(path)
      await page.screenshot({ path: `tests/e2e/output/phone${path.replace(/\W+/g, '-')}.png` })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, path).toBe(0)
    }
    await menuButton(page).click()
    await page.screenshot({ path: 'tests/e2e/output/phone-menu.png' })
  })
})
