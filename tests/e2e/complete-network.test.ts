import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { gpxOf, type RecordedPoint } from '../support/given-track.ts'
import {
  accessibilityFindings,
  journey,
  PHONE,
  PROJECTOR,
  useChromium,
  type Visit,
} from './support/browser.ts'

useChromium()

type Position = [lon: number, lat: number]
interface Answer {
  lengthMetres: number | null
  pieces: { features: { geometry: { coordinates: Position[] } }[] }
}
interface EditList {
  items: { id: string; version: number; state: string; origin: string; lengthMetres: number }[]
}

const CENTRE: Position = [-12.21, 15.185]
const ZOOM = 12
const AT = `at=${CENTRE.join(',')},${ZOOM}`
const SELIBABY: Position = [-12.1837, 15.1586]
/** Where a track ends on the map, 4.4 km from the road to the north: nothing on the map joins them. */
const TRACK_END: Position = [-12.2306, 15.1946]
const ROAD: Position = [-12.1926, 15.2073]
const BETWEEN: Position = [-12.21, 15.199]
/** A hamlet that no road of the map reaches. */
const DABAI: Position = [-12.2222, 15.1741]

function askWay({ ask }: Visit, from: Position, to: Position): Promise<Answer> {
  return ask<Answer>('GET', `/api/ways?stops=${from.join(',')};${to.join(',')}`)
}

/** Where a place is on the screen, when the map stands as the address says. */
async function pixelOf(page: Page, [lon, lat]: Position): Promise<[number, number]> {
  const box = (await page.locator('canvas.maplibregl-canvas').boundingBox())!
  const perDegree = (512 * 2 ** ZOOM) / 360
  const north = (degrees: number) =>
    (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360))
  const x = box.x + box.width / 2 + (lon - CENTRE[0]) * perDegree
  const y = box.y + box.height / 2 - (north(lat) - north(CENTRE[1])) * perDegree
  return [x, y]
}

async function pointAt(page: Page, place: Position): Promise<void> {
  await page.mouse.move(...(await pixelOf(page, place)), { steps: 4 })
}

/** Points of a drive: along the road to a place, then straight on where there is none, a point each 60 m or so. */
function recordDrive(road: readonly Position[], then: Position): RecordedPoint[] {
  const course = [...road, then]
  const places = course.slice(1).flatMap((end, i) => {
    const start = course[i]!
    const metres = Math.hypot((end[0] - start[0]) * 107_500, (end[1] - start[1]) * 111_000)
    const steps = Math.max(1, Math.round(metres / 60))
    return Array.from({ length: steps }, (_, step): Position => {
      const share = (step + 1) / steps
      return [start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])]
    })
  })
  return places.map((position, i) => ({ position, seconds: 6 * i }))
}

describe('completing the network', () => {
  journey('a track drawn between two roads is accepted, and ways use it', {}, async (visit) => {
    const { page, ask } = visit
    expect((await askWay(visit, TRACK_END, SELIBABY)).lengthMetres).toBeNull()

    await visit.open(`/roads?tab=edits&${AT}`)
    await page.getByText('Aucune correction à décider').waitFor()
    await page.getByRole('button', { name: 'Tracer une piste' }).click()
    await pointAt(page, TRACK_END)
    await page.getByText('raccroché à la piste').waitFor()
    await page.mouse.click(...(await pixelOf(page, TRACK_END)))
    await page.mouse.click(...(await pixelOf(page, CENTRE)))
    await page.getByText('2 points').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('1 point', { exact: true }).waitFor()
    await page.mouse.click(...(await pixelOf(page, BETWEEN)))
    await pointAt(page, ROAD)
    await page.getByText('raccroché à la route').waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('edit-drawing')
    await page.mouse.dblclick(...(await pixelOf(page, ROAD)))

    await page.getByLabel('Nom').fill('Piste de Dabaï')
    expect(await page.getByText('Aucun bout n’est raccroché').count()).toBe(0)
    await page.getByRole('button', { name: 'Proposer' }).click()
    await page.getByRole('button', { name: 'Accepter' }).waitFor()
    await visit.screenshot('edit-proposed')
    await page.getByRole('button', { name: 'Accepter' }).click()
    await page.getByRole('button', { name: 'Retirer du réseau' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])

    const way = await askWay(visit, TRACK_END, SELIBABY)
    expect(way.lengthMetres).toBeGreaterThan(9_000)
    expect(way.lengthMetres).toBeLessThan(11_500)
    await visit.go(`/ways?stops=${TRACK_END.join(',')};${SELIBABY.join(',')}&${AT}`)
    await page
      .getByText(/^1\d,\d.km$/)
      .first()
      .waitFor()
    await visit.screenshot('edit-way')

    const { items } = await ask<EditList>('GET', '/api/road-edits?state=accepted')
    const drawn = items.find(({ origin }) => origin === 'drawn')!
    await ask('POST', `/api/road-edits/${drawn.id}/reject`, { version: drawn.version })
    expect((await askWay(visit, TRACK_END, SELIBABY)).lengthMetres).toBeNull()
  })

  journey('a recorded track proposes the road that it drove off the map', {}, async (visit) => {
    const { page, ask } = visit
    const { pieces } = await askWay(visit, SELIBABY, ROAD)
    const road = pieces.features.flatMap(({ geometry }) => geometry.coordinates)
    const gpx = gpxOf(recordDrive(road, DABAI))

    await visit.open(`/roads?tab=edits&part=tracks&${AT}`)
    await page.getByText('Aucune trace GPS').waitFor()
    await visit.screenshot('tracks-empty')
    await page.getByTestId('track-files').setInputFiles([
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('rien') },
      { name: 'tournée.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from(gpx) },
    ])
    await page.getByText('Ce n’est pas un fichier .gpx.').waitFor()
    await page
      .getByRole('list', { name: 'Liste des traces GPS' })
      .getByRole('button', { name: /tournée/ })
      .click()
    await page.getByText(/de la longueur reconnue/).waitFor()
    await page.getByText(/passages enseignent les vitesses/).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('track-report')
    await page.getByRole('button', { name: /^Piste de 4,\d.km$/ }).click()
    await page.getByText(/points enregistrés/).waitFor()
    await visit.screenshot('track-proposal')
    const { items } = await ask<EditList>('GET', '/api/road-edits?state=proposed')
    expect(items.map(({ origin }) => origin)).toEqual(['track'])
    expect(items[0]!.lengthMetres).toBeGreaterThan(4_000)

    await page.getByRole('button', { name: 'Voir la trace' }).click()
    await page.getByRole('button', { name: 'Supprimer' }).click()
    await page.getByRole('dialog').getByText('tournée').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Supprimer' }).click()
    await page.getByText('Aucune trace GPS').waitFor()
    expect((await ask<EditList>('GET', '/api/road-edits?state=proposed')).items).toEqual([])
  })

  journey('a stretch of road is chosen to be said not to exist', { viewport: PHONE }, async (visit) => {
    const { page } = visit
    await visit.open(`/roads?tab=edits&correction=new&${AT}`)
    await page.getByText('N’existe pas').first().click()
    await page.mouse.click(...(await pixelOf(page, ROAD)))
    await page.mouse.click(...(await pixelOf(page, [-12.1895, 15.19])))
    await page.getByText(/^[12],\d.km$/).waitFor()
    await visit.screenshot('edit-stretch-phone')
    await page.getByRole('button', { name: 'Terminer' }).click()
    await page.getByRole('button', { name: 'Choisir un autre tronçon' }).waitFor()
    expect(await accessibilityFindings(page)).toEqual([])
    await visit.screenshot('edit-fields-phone')
  })

  journey(
    'the versions of the network tell from when they count',
    { viewport: PROJECTOR, theme: 'night' },
    async (visit) => {
      const { page } = visit
      await visit.open('/roads?tab=networks&network=1')
      await page.getByText('En service', { exact: true }).waitFor()
      await page.getByText(/pnpm borne import roads/).waitFor()
      expect(await accessibilityFindings(page)).toEqual([])
      await visit.screenshot('networks-projector')
    },
  )

  journey(
    'who may not complete the network sees no such tab',
    { role: 'viewer', ground: 'bare' },
    async (visit) => {
      const { page } = visit
      await visit.open('/roads?tab=edits')
      const tabs = page.getByRole('tablist', { name: 'Parties des routes' }).getByRole('tab')
      await tabs.first().waitFor()
      expect(await tabs.allTextContents()).not.toContain('Pistes')
      expect(await tabs.allTextContents()).not.toContain('Réseau')
    },
  )
})
