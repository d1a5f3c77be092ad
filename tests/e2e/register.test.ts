import { describe, expect } from 'vitest'
import { journey, useChromium, type Visit } from './support/browser.ts'

useChromium()

interface Register {
  features: { id: string; properties: { name: string; version: number } }[]
}

async function findPost({ ask }: Visit, name: string): Promise<{ id: string; version: number }> {
  const { features } = await ask<Register>('GET', '/api/posts')
  const found = features.find(({ properties }) => properties.name === name)
  if (!found) throw new Error(`no post is called ${name}`)
  return { id: found.id, version: found.properties.version }
}

/** Somebody else's change, made meanwhile. */
async function changeMeanwhile(
  { ask }: Visit,
  { id, version }: { id: string; version: number },
  change: object,
): Promise<void> {
  await ask('PATCH', `/api/posts/${id}`, { version, ...change })
}

async function listNames({ page }: Visit): Promise<string[]> {
  return page.getByRole('list', { name: 'Liste des postes' }).getByRole('listitem').allInnerTexts()
}

describe('the register', () => {
  journey('shows the posts on the map, the figures and the ribbon', {}, async (visit) => {
    const { page } = visit
    await visit.open('/')
    await expect.poll(() => listNames(visit)).toHaveLength(16)
    expect(await page.getByText('DÉMONSTRATION', { exact: true }).first().isVisible()).toBe(true)
    expect(await page.getByText('© les contributeurs d’OpenStreetMap').first().isVisible()).toBe(true)
    await visit.screenshot('map')
  })

  journey('finds a post by any of its spellings', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/')
    for (const spelling of ['khabou', 'Ghabou', 'غابو']) {
      await page.keyboard.press('/')
      await page.getByRole('combobox', { name: 'Chercher un poste ou un lieu' }).fill(spelling)
      await page
        .getByRole('option', { name: /Ghabou/ })
        .first()
        .waitFor()
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: 'Chercher un poste ou un lieu' }).fill('Selibaby')
    await page
      .getByRole('option', { name: /Sélibaby/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Sélibaby' }).first().waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/posts\/[0-9a-f-]{36}$/)
  })

  journey('opens a post beside the map, and its address survives a reload', {}, async (visit) => {
    const { page } = visit
    await visit.open('/posts')
    await page
      .getByRole('link', { name: /^Gouraye/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Gouraye' }).first().waitFor()
    await page.getByText('UTM (WGS 84)').waitFor()
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toMatch(/^-12\.\d+,14\.\d+,/)
    await visit.screenshot('fiche')
    const address = page.url()
    await page.reload()
    await page.getByRole('heading', { name: 'Gouraye' }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('at')).toBe(new URL(address).searchParams.get('at'))
    await page.goBack()
  })

  journey('filters the list and the table alike', { ground: 'bare' }, async (visit) => {
    const { page } = visit
    await visit.open('/posts?status=under-works')
    await expect.poll(() => listNames(visit)).toHaveLength(7)
    await page
      .getByRole('link', { name: 'Voir en tableau' })
      .or(page.getByRole('button', { name: 'Voir en tableau' }))
      .click()
    await expect.poll(() => page.getByRole('table').getByRole('row').count()).toBe(8)
    await page.screenshot({ path: 'tests/e2e/output/table.png' })
  })

  journey(
    'keeps a new post, its move and its history, and archives it',
    { ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/posts/new')
      await page.getByLabel('Nom', { exact: true }).first().fill('Poste d’essai')
      await page.getByLabel('Latitude').fill('15,20')
      await page.getByLabel('Longitude').fill('-12,10')
      await page.getByRole('button', { name: 'Créer le poste' }).click()
      await page.getByRole('heading', { name: 'Poste d’essai' }).first().waitFor()
      await page.getByRole('link', { name: 'Modifier' }).click()
      await page.getByLabel('Latitude').fill('15,21')
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await page.getByText('Poste déplacé').first().waitFor()
      await page.getByText('Poste créé').first().waitFor()
      await page.getByRole('button', { name: 'Archiver' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Archiver' }).click()
      await page.getByText('Ce poste est archivé').waitFor()
      await visit.go('/posts')
      await expect.poll(() => listNames(visit)).toHaveLength(16)
    },
  )

  journey(
    'offers the other order when latitude and longitude are swapped',
    { ground: 'bare', expectedRefusals: /status of 4\d\d/ },
    async (visit) => {
      const { page } = visit
      await visit.open('/posts/new')
      await page.getByLabel('Nom', { exact: true }).first().fill('Poste inversé')
      await page.getByLabel('Latitude').fill('-12,10')
      await page.getByLabel('Longitude').fill('15,20')
      await page.getByRole('button', { name: 'Créer le poste' }).click()
      await page.getByRole('button', { name: /^Utiliser/ }).click()
      await page.getByRole('button', { name: 'Créer le poste' }).click()
      await page.getByRole('heading', { name: 'Poste inversé' }).first().waitFor()
      await page.getByRole('button', { name: 'Archiver' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Archiver' }).click()
      await page.getByText('Ce poste est archivé').waitFor()
    },
  )

  journey(
    'shows both versions of a post that changed meanwhile',
    { ground: 'bare', expectedRefusals: /409/ },
    async (visit) => {
      const { page } = visit
      const post = await findPost(visit, 'Wompou')
      await visit.open(`/posts/${post.id}/edit`)
      await page.getByLabel('Poste en face').fill('Ma version')
      await changeMeanwhile(visit, post, { facingPost: 'Leur version' })
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('« Wompou » a changé entre-temps'.replace(/(?<=«) | (?=»)/g, '\u202f')).waitFor()
      await dialog.getByText('Leur version').first().waitFor()
      await dialog.getByText('Ma version').first().waitFor()
      await page.screenshot({ path: 'tests/e2e/output/conflict.png' })
      await dialog.getByRole('button', { name: 'Garder toute ma version' }).click()
      await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click()
      await page.getByRole('heading', { name: 'Wompou' }).first().waitFor()
      await page.getByText('Ma version').first().waitFor()
    },
  )
})
