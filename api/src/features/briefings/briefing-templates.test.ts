import { describe, expect, test } from 'vitest'
import { slidesOfTemplate } from './briefing-templates.ts'
import { BRIEFING_TEMPLATES } from './contract.ts'
import { namedBy } from './named-things.ts'

const DONOR = '0d000000-0000-4000-8000-000000000001'
const templates = BRIEFING_TEMPLATES.filter((template) => template !== 'empty')

test('an empty briefing has no slide', () => expect(slidesOfTemplate('empty', DONOR)).toEqual([]))

describe.each(templates)('the template %s', (template) => {
  const slides = slidesOfTemplate(template, null)

  test('says everything in both languages, without a figure of its own', () => {
    expect(slides.length).toBeGreaterThan(4)
    for (const { title, body } of slides) {
      for (const text of [title.fr, title.en, body.fr, body.en]) expect(text).not.toBe('')
      expect(`${title.fr} ${title.en} ${body.fr} ${body.en}`.replace(/[Dd][ée]cision \d/g, '')).not.toMatch(
        /\d/,
      )
      expect(`${title.fr} ${body.fr}`).not.toMatch(/'| [;:!?»]|« /)
    }
  })

  test('names nothing stored, and has slides apart', () => {
    expect(slides.flatMap(namedBy)).toEqual([])
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length)
  })

  test('shows a donor its posts and works', () => {
    for (const { view, content, title } of slidesOfTemplate(template, DONOR)) {
      const isOfPosts = !view?.coverage && (view !== null || content !== null)
      expect(view?.posts.donorId, title.en).toBe(isOfPosts ? DONOR : undefined)
    }
  })
})
