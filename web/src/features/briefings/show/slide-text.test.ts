import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { SlideText } from './slide-text.tsx'

const html = (text: string) => renderToStaticMarkup(createElement(SlideText, { text }))
/** Without the classes, which the bundler makes. */
const plain = (text: string) => html(text).replace(/ class="[^"]*"/g, '')

const LINK = /^<a href="https?:\/\/[^"]*" target="_blank" rel="noopener noreferrer">$/

test('headings, emphasis, lists within lists, links', () => {
  expect(plain('# Titre\nUne **forte** et *belle* ligne\nsuite')).toBe(
    '<div><h3>Titre</h3><p>Une <strong>forte</strong> et <em>belle</em> ligne<br/>suite</p></div>',
  )
  expect(plain('- un\n  - deux\n- trois')).toBe(
    '<div><ul><li>un<ul><li>deux</li></ul></li><li>trois</li></ul></div>',
  )
  expect(plain('3. trois\n4. quatre')).toBe('<div><ol start="3"><li>trois</li><li>quatre</li></ol></div>')
  expect(plain('[OIM](https://www.iom.int)')).toBe(
    '<div><p><a href="https://www.iom.int" target="_blank" rel="noopener noreferrer">OIM</a></p></div>',
  )
  expect(html('')).toBe('')
})

test('nothing that is typed becomes an element, an attribute or an address of its own', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>)',
    '[<b>](https://a.example/"onmouseover="x)',
    '![x](https://a.example/x.png)',
    '- <iframe src="//a.example">',
    '# <svg/onload=alert(1)>',
    '**<a href=x>**',
  ]
  const known = /^<\/?(div|p|h3|h4|h5|ul|ol|li|strong|em|br|a)( [^<>]*)?\/?>$/
  const pieces = [...hostile, '\n', ' ', '**', '*', '\\', 'mot']
  for (const one of pieces)
    for (const two of pieces)
      for (const between of ['', ' ', '\n'])
        for (const tag of html(one + between + two).match(/<[^>]*>/g) ?? []) {
          expect(tag).toMatch(known)
          expect(tag).not.toMatch(/ on\w+=/)
          if (tag.startsWith('<a')) expect(tag).toMatch(LINK)
        }
})

test('a huge text and a deep list are drawn', () => {
  const deep = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(Math.min(12, depth))}- point`).join(
    '\n',
  )
  expect(html(deep).match(/<li>/g)).toHaveLength(400)
  for (const piece of ['*', '[', '[a](', '- ', '# ', '<'])
    expect(html(piece.repeat(8000 / piece.length)).length).toBeGreaterThan(0)
})
