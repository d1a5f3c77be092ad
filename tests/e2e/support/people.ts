import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { appUrl } from './app-url.ts'
import type { Visit } from './browser.ts'

export const PASSWORD = 'quatre chameaux sous un tamarinier'
/** How narrow no-break spaces are typed in these tests. */
export const narrow = (text: string) => text.replace(/(?<=«) | (?=[»:;!?])/g, '\u202f')

export const menuButton = (page: Page) => page.getByRole('button', { name: /^Compte.:/ })

export async function signOut(page: Page): Promise<void> {
  await menuButton(page).click()
  await page.getByRole('button', { name: 'Se déconnecter', exact: true }).click()
  await page.waitForURL(/\/sign-in/)
}

export async function expectPosts(page: Page, count: number): Promise<void> {
  const lines = page.getByRole('list', { name: 'Liste des postes' }).getByRole('listitem')
  await expect.poll(() => lines.count(), { timeout: 20_000 }).toBe(count)
}

/** A code of the authenticator; `ahead` periods from now, because a code counts once. */
export function codeOf(secret: string, ahead = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) })
  return totp.generate({ timestamp: Date.now() + ahead * 30_000 })
}

/** Makes an account as its administrator and brings back its invitation. */
export async function invite(
  { page }: Visit,
  name: string,
  role: string,
): Promise<{ email: string; link: string }> {
  const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`
  await page.goto(`${appUrl()}/admin`)
  await page.getByRole('button', { name: 'Nouveau compte' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nom', { exact: true }).fill(name)
  await dialog.getByLabel('E-mail').fill(email)
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Créer et obtenir le lien' }).click()
  const link = await page.getByLabel('Lien à usage unique').inputValue()
  return { email, link }
}

/** Opens an invitation and chooses the password. */
export async function accept(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.getByRole('heading', { name: 'Bienvenue' }).waitFor()
  expect(page.url()).not.toContain('#')
  await page.getByLabel('Choisissez un mot de passe').fill(PASSWORD)
  await page.getByRole('button', { name: 'Enregistrer et entrer' }).click()
}

/** The secret of the enrolment on the screen, as one types it into an authenticator. */
export async function readSecret(page: Page): Promise<string> {
  return (await page.getByTestId('secret').textContent()) ?? ''
}
