import { expect, test } from 'vitest'
import { basemapStyle, FIRST_LABEL } from './basemap-style.ts'
import { LEGEND } from './legend.tsx'
import { BASEMAP_GROUPS, type LabelLanguage } from './style-parts.ts'
import type { MapTheme } from './theme.ts'

const STYLES = (['day', 'night'] as MapTheme[]).flatMap((theme) =>
  (['fr', 'en', 'ar'] as LabelLanguage[]).map((labels) => basemapStyle({ theme, labels, version: 'v1' })),
)

test('no address in the style leaves the origin, and no glyphs or sprites are asked for', () => {
  for (const style of STYLES) {
    const text = JSON.stringify(style)
    expect(text).not.toMatch(/https?:|"\/\//)
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
  }
})

test('every style has the same layers in the same order, so that a change of theme changes paint only', () => {
  const shape = (style: (typeof STYLES)[number]) => style.layers.map(({ id, type }) => `${id} ${type}`)
  for (const style of STYLES) expect(shape(style)).toEqual(shape(STYLES[0]!))
  expect(new Set(shape(STYLES[0]!)).size).toBe(STYLES[0]!.layers.length)
})

test('day and night differ in every coloured layer', () => {
  const [day, night] = [STYLES[0]!, STYLES[3]!]
  const same = day.layers.filter(
    (layer, i) => JSON.stringify(layer.paint) === JSON.stringify(night.layers[i]?.paint),
  )
  expect(same.map(({ id }) => id)).toEqual([])
})

test('each label names a font that the style brings', () => {
  for (const style of STYLES) {
    const known = Object.keys(style['font-faces'] ?? {})
    const asked = [...JSON.stringify(style.layers).matchAll(/Noto Sans \w+/g)].map(([font]) => font)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((font) => !known.includes(font))).toEqual([])
    for (const faces of Object.values(style['font-faces'] ?? {})) {
      expect(JSON.stringify(faces)).toMatch(/arabic/)
    }
  }
})

test('live areas and lines can be put under the first label: all layers from there on are labels or marks', () => {
  const { layers } = STYLES[0]!
  const first = layers.findIndex(({ id }) => id === FIRST_LABEL)
  expect(first).toBeGreaterThan(0)
  expect(layers.slice(first).filter(({ type }) => type === 'fill' || type === 'line')).toEqual([])
})

test('the groups of the legend are those that the layers can be hidden by', () => {
  const used = STYLES[0]!.layers.map((layer) => (layer.metadata as { group?: string } | undefined)?.group)
  expect([...new Set(used.filter(Boolean))].sort()).toEqual([...BASEMAP_GROUPS].sort())
  expect(Object.keys(LEGEND).sort()).toEqual([...BASEMAP_GROUPS].sort())
})

test('the region is a hole in the veil', () => {
  const outline = [
    [-12, 15],
    [-11, 15],
    [-11, 16],
    [-12, 15],
  ]
  const { veil } = basemapStyle({ theme: 'day', labels: 'fr', version: 'v1', outline }).sources
  expect(veil).toMatchObject({ data: { type: 'Polygon', coordinates: [expect.anything(), outline] } })
})
