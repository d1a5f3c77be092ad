import { readFile } from 'node:fs/promises'
import type { MissionRows } from '@borne/api/contracts/missions'
import { describe, expect } from 'vitest'
import { journey, LAPTOP, PHONE, useChromium } from './support/browser.ts'

useChromium()

const HANDED_OVER = [
  ['Ordre de mission, PDF', /^ordre-de-mission-.*-DEMONSTRATION\.pdf$/, '%PDF-'],
  ['Ordre de mission, DOCX', /^ordre-de-mission-.*-DEMONSTRATION\.docx$/, 'PK'],
  ['Carte de l’itinéraire, PDF', /^carte-.*-DEMONSTRATION\.pdf$/, '%PDF-'],
  ['GPX, GPX', /^mission-.*-DEMONSTRATION\.gpx$/, '<?xml'],
  ['iCalendar, ICS', /^mission-.*-DEMONSTRATION\.ics$/, 'BEGIN:VCALENDAR'],
] as const

describe('papers of missions', () => {
  for (const [name, viewport] of [
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ] as const) {
    journey(`a cleared mission hands over its papers on a ${name}`, { viewport }, async (visit) => {
      const { page } = visit
      const missions = await visit.ask<MissionRows>('GET', '/api/missions?status=cleared')
      await visit.open(`/missions/${missions.items[0]!.id}?tab=documents`)
      for (const [link, fileName, magic] of HANDED_OVER) {
        const offered = page.getByRole('link', { name: link })
        await offered.scrollIntoViewIfNeeded()
        const [download] = await Promise.all([page.waitForEvent('download'), offered.click()])
        expect(download.suggestedFilename()).toMatch(fileName)
        const bytes = await readFile(await download.path())
        expect(bytes.toString('latin1', 0, magic.length)).toBe(magic)
      }
      await visit.screenshot(`mission-documents-${name}`)
    })
  }
})
