import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect } from 'vitest'
import {
  accessibilityFindings,
  journey,
  LAPTOP,
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

useChromium()

const BARE = { ground: 'bare' } as const
const POST = 'Ghabou'
const VIEWPOINT = 'Depuis le portail'
/** The four documents, by the heading of each, with the name of the file that is handed over. */
const PAPERS = [
  ['PV de chantier', 'pv-de-chantier'],
  ['Décompte', 'decompte'],
  ['PV de réception', 'pv-de-reception'],
  ['Fiche d’avancement', 'fiche-d-avancement'],
] as const
const ZIP = 'PK\u0003\u0004'
const PDF = '%PDF-'

interface Given extends GivenContract {
  readonly postId: string
}

let given: Promise<Given> | undefined

/** A contract with two photos from one viewpoint, certificates, reports and a pre-acceptance, recorded once. */
function works(visit: Visit): Promise<Given> {
  given ??= (async () => {
    const { ask } = visit
    const { features } = await ask<{ features: { id: string; properties: { name: string } }[] }>(
      'GET',
      '/api/posts',
    )
    const postId = features.find(({ properties }) => properties.name === POST)!.id
    const tag = randomUUID().slice(0, 4)
    const contract = await givenContract(ask, await givenParties(ask), {
      reference: `PIECES-${tag}`,
      title: `Essai : pièces du poste de ${POST} (${tag})`,
      postIds: [postId],
    })
    await givenWorks(ask, contract.id, 270)
    const preAcceptance = { kind: 'pre-acceptance', happenedOn: daysAgo(3), payload: { note: '' } }
    await ask('POST', `/api/works/contracts/${contract.id}/events`, {
      events: [{ id: randomUUID(), about: null, ...preAcceptance }],
    })
    await visit.open('/')
    for (const [wallShare, days] of [
      [0.2, 200],
      [1, 20],
    ] as const)
      await addPhoto(visit, contract.id, wallShare, days)
    return { ...contract, postId }
  })()
  return given
}

/** Takes a picture of a wall that stands up to this share of its height, so many days ago. */
async function addPhoto({ page }: Visit, contractId: string, wallShare: number, days: number): Promise<void> {
  const { origin } = new URL(page.url())
  const answer = await page.request.put(
    `${origin}/api/works/contracts/${contractId}/photos/${randomUUID()}`,
    {
      headers: { origin },
      multipart: {
        caption: 'Mur sud',
        viewpoint: VIEWPOINT,
        takenAt: `${daysAgo(days)}T09:00:00Z`,
        file: { name: 'mur.jpg', mimeType: 'image/jpeg', buffer: await drawWall({ page }, wallShare) },
      },
    },
  )
  expect(answer.status(), await answer.text()).toBe(201)
}

async function drawWall({ page }: Pick<Visit, 'page'>, wallShare: number): Promise<Buffer> {
  const address = await page.evaluate((share) => {
    const canvas = document.createElement('canvas')
    Object.assign(canvas, { width: 1200, height: 800 })
    const pen = canvas.getContext('2d')!
    const fill = (colour: string, ...place: [number, number, number, number]) => {
      pen.fillStyle = colour
      pen.fillRect(...place)
    }
    fill('#a9c7de', 0, 0, 1200, 500)
    fill('#d9b98a', 0, 500, 1200, 300)
    const height = 360 * share
    fill('#b5651d', 200, 600 - height, 800, height)
    return canvas.toDataURL('image/jpeg')
  }, wallShare)
  return Buffer.from(address.split(',')[1]!, 'base64')
}

describe('papers and photos of works', () => {
  for (const [name, viewport] of [
    ['phone', PHONE],
    ['laptop', LAPTOP],
    ['projector', PROJECTOR],
  ] as const) {
    journey(
      `before and after are divided by mouse and keys on a ${name}`,
      { ...BARE, viewport },
      async (visit) => {
        const { page } = visit
        const { id } = await works(visit)
        await visit.open(`/works/${id}?tab=photos`)
        const divide = page.getByRole('slider', { name: `Limite entre avant et après : ${VIEWPOINT}` })
        if (viewport === PHONE) await page.getByRole('button', { name: 'Agrandir la fiche' }).click()
        await divide.scrollIntoViewIfNeeded()
        await visit.rest()
        const before = page.getByRole('img', { name: /^Avant : Depuis le portail/ })
        const hiddenShare = () =>
          before.evaluate((image) => Number(/ (\d+)% /.exec(getComputedStyle(image).clipPath)?.[1]))
        await expect.poll(hiddenShare).toBe(50)
        const { x, y, width, height } = (await divide.boundingBox())!
        const middle = y + height / 2
        await page.mouse.move(x + width / 2, middle)
        await page.mouse.down()
        await page.mouse.move(x + width / 4, middle, { steps: 4 })
        await page.mouse.up()
        await expect.poll(hiddenShare).toBeGreaterThan(70)
        const edge = await divide.inputValue()
        await page.keyboard.press('ArrowRight')
        await expect.poll(() => divide.inputValue()).toBe(String(Number(edge) + 1))
        await page.keyboard.press('Home')
        await expect.poll(hiddenShare).toBe(100)
        await page.keyboard.press('End')
        await expect.poll(hiddenShare).toBe(0)
        for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown')
        await expect.poll(() => divide.getAttribute('aria-valuetext')).toMatch(/^50.% d’avant$/)
        expect(await accessibilityFindings(page)).toEqual([])
        await visit.screenshot(`works-photo-pair-${name}`)
        await page.getByRole('tab', { name: 'Documents' }).click()
        await page.getByRole('link', { name: 'PV de réception, PDF' }).waitFor()
        expect(await accessibilityFindings(page)).toEqual([])
        await visit.screenshot(`works-documents-${name}`)
      },
    )
  }

  journey('each document is handed over as DOCX and as PDF', BARE, async (visit) => {
    const { page } = visit
    const { id } = await works(visit)
    await visit.open(`/works/${id}?tab=documents`)
    for (const [title, fileName] of PAPERS) {
      for (const [format, magic] of [
        ['DOCX', ZIP],
        ['PDF', PDF],
      ] as const) {
        const link = page.getByRole('link', { name: `${title}, ${format}` })
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
        expect(download.suggestedFilename()).toBe(`${fileName}.${format.toLowerCase()}`)
        const bytes = await readFile(await download.path())
        expect(bytes.toString('latin1', 0, magic.length)).toBe(magic)
        expect((await page.request.head(download.url())).status(), download.url()).toBe(200)
      }
    }
  })

  journey('the works of a post lead to the contract and back', BARE, async (visit) => {
    const { page } = visit
    const { postId, title } = await works(visit)
    await visit.open(`/posts/${postId}`)
    const link = page.getByRole('link', { name: title })
    await link.scrollIntoViewIfNeeded()
    await visit.screenshot('post-works')
    await link.click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByRole('link', { name: POST, exact: true }).click()
    await page.waitForURL(new RegExp(`/posts/${postId}`))
    await link.waitFor()
  })
})
