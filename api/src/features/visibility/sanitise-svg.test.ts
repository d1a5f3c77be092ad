import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../../platform/problems.ts'
import { elementsOf, readXmlTree, type XmlElement } from '../../platform/xml-tree.ts'
import { sanitiseSvg } from './sanitise-svg.ts'
import { ELEMENTS } from './svg-parts.ts'

const RECT = '<rect width="10" height="10" fill="#0f5c8c"/>'
const svg = (inner: string, attributes = 'viewBox="0 0 40 20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`
const written = (inner: string, attributes?: string) => sanitiseSvg(svg(inner, attributes)).write(20)

function codeOf(source: string): string {
  try {
    sanitiseSvg(source)
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
  return 'accepted'
}

describe('sanitiseSvg', () => {
  test('writes shapes, gradients, clips and reuse anew', () => {
    const drawn = written(
      `<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>
       <clipPath id="c"><circle cx="5" cy="5" r="5"/></clipPath><g id="s">${RECT}</g></defs>
       <g clip-path="url(#c)"><path d="M0 0h10v10z" fill="url(#g)" transform="translate(1 2)"/></g><use xlink:href="#s" x="3"/>`,
    )
    expect(drawn).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><g>' +
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>' +
        '<clipPath id="c"><circle cx="5" cy="5" r="5"/></clipPath>' +
        '<g id="s"><rect width="10" height="10" fill="#0f5c8c"/></g></defs>' +
        '<g clip-path="url(#c)"><path d="M0 0h10v10z" fill="url(#g)" transform="translate(1 2)"/></g>' +
        '<use href="#s" x="3"/></g></svg>',
    )
  })

  test('classes and styles of drawing programs become attributes', () => {
    const style = '<style><![CDATA[/* a */ .a,.b{fill:#123456;-inkscape-x:1} .b{stroke:none}]]></style>'
    expect(
      written(`${style}<rect class="b" width="9" height="9" style="fill-opacity:.5; font-size:3px"/>`),
    ).toContain('<rect width="9" height="9" fill="#123456" stroke="none" fill-opacity=".5"/>')
    expect(sanitiseSvg(svg(style + RECT)).leftOut).toEqual([])
  })

  // Each with what would betray that it got through, and what is told to be left out.
  const HOSTILE: readonly (readonly [name: string, inner: string, trace: RegExp, told: string])[] = [
    ['script', '<script>alert(1)</script>', /alert|script/, 'script'],
    ['script in CDATA', '<script><![CDATA[alert(1)]]></script>', /alert|script/, 'script'],
    [
      'event handlers',
      `<rect width="9" height="9" onload="alert(1)" ONCLICK="alert(2)"/>`,
      /alert|on/i,
      'onload',
    ],
    [
      'foreignObject',
      '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
      /body/,
      'foreignObject',
    ],
    [
      'a picture elsewhere',
      '<image href="https://example.org/a.png" width="9" height="9"/>',
      /example/,
      'image',
    ],
    ['a picture of the server', '<image href="file:///etc/passwd" width="9" height="9"/>', /passwd/, 'image'],
    ['use of another file', '<use href="https://example.org/a.svg#x"/>', /example|use/, 'href'],
    ['use of data', '<use xlink:href="data:image/svg+xml,x"/>', /data|use/, 'href'],
    ['a link', `<a href="javascript:alert(1)">${RECT}</a>`, /javascript/, 'a'],
    [
      'paint from elsewhere',
      '<rect width="9" height="9" fill="url(https://example.org/#a)"/>',
      /example/,
      '',
    ],
    [
      'style from elsewhere',
      '<style>@import url(https://example.org/a.css); .a{fill:red}</style>',
      /import|example/,
      'style',
    ],
    [
      'a style that asks',
      '<style>.a{fill:url(https://example.org/)}</style><rect class="a" width="9" height="9"/>',
      /example/,
      'style',
    ],
    [
      'a style that breaks out',
      `<rect width="9" height="9" style="fill:red&quot; onload=&quot;alert(1)"/>`,
      /alert/,
      'style',
    ],
    [
      'animation',
      '<rect width="9" height="9"><animate attributeName="href" to="javascript:alert(1)"/><set/></rect>',
      /animate|javascript|set/,
      'animate',
    ],
    [
      'filters',
      '<filter id="f"><feFlood/></filter><rect width="9" height="9" filter="url(#f)"/>',
      /filter|feFlood/,
      'filter',
    ],
    ['patterns', `<pattern id="p" width="1" height="1">${RECT}</pattern>`, /pattern/, 'pattern'],
    [
      'dashes without end',
      '<path d="M0 0h9" stroke="red" stroke-dasharray=".00001"/>',
      /dash/,
      'stroke-dasharray',
    ],
    ['an element of a prototype', '<constructor/><toString/>', /constructor|toString/, 'constructor'],
  ]
  for (const [name, inner, trace, told] of HOSTILE) {
    test(`leaves out ${name}, and keeps what is beside it`, () => {
      const safe = sanitiseSvg(svg(`${RECT}${inner}`))
      const body = safe.write(20).replace('xmlns="http://www.w3.org/2000/svg"', '')
      expect(body).toContain(RECT)
      expect(body).not.toMatch(trace)
      if (told) expect(safe.leftOut).toContain(told)
    })
  }

  test('refuses what is no drawing, and what is none that is the same everywhere', () => {
    expect(codeOf('<svg')).toBe('logo-svg-broken')
    expect(codeOf('<html/>')).toBe('logo-svg-broken')
    expect(codeOf(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg(RECT)}`)).toBe(
      'logo-svg-broken',
    )
    expect(codeOf(`<?xml version="1.0"?><!DOCTYPE svg SYSTEM "file:///etc/passwd">${svg(RECT)}`)).toBe(
      'logo-svg-broken',
    )
    expect(codeOf(svg(`${RECT}&a;`))).toBe('logo-svg-broken')
    expect(codeOf(svg(`${'<g>'.repeat(500)}${'</g>'.repeat(500)}`))).toBe('logo-svg-broken')
    expect(codeOf(svg(`${RECT}<text>OIM</text>`))).toBe('logo-svg-letters')
    expect(codeOf(svg(''))).toBe('logo-empty')
    expect(codeOf(svg('<image href="a.png"/>'))).toBe('logo-empty')
    expect(codeOf(svg(RECT, ''))).toBe('logo-empty')
    expect(codeOf(svg(RECT, 'viewBox="0 0 1e300 1e300"'))).toBe('logo-empty')
    expect(codeOf(svg(RECT, 'viewBox="0 0 500 20"'))).toBe('logo-too-narrow')
    expect(codeOf(svg(RECT, 'width="40px" height="20px"'))).toBe('accepted')
  })

  test('refuses drawings that a few bytes make slow', () => {
    const doubling = Array.from(
      { length: 30 },
      (_, at) => `<g id="b${at + 1}"><use href="#b${at}"/><use href="#b${at}"/></g>`,
    )
    expect(codeOf(svg(`<defs><g id="b0">${RECT}</g>${doubling.join('')}</defs><use href="#b30"/>`))).toBe(
      'logo-svg-heavy',
    )
    expect(codeOf(svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'))).toBe('logo-svg-heavy')
    expect(codeOf(svg(`<g id="a"><use href="#a"/></g>`))).toBe('logo-svg-heavy')
    expect(codeOf(svg(`<mask id="m"><rect width="1" height="1" mask="url(#m)"/></mask>${RECT}`))).toBe(
      'logo-svg-heavy',
    )
    expect(codeOf(svg(`<g opacity=".5">${RECT}</g>`.repeat(400)))).toBe('logo-svg-heavy')
    expect(codeOf(svg(RECT.repeat(5000)))).toBe('logo-svg-heavy')
    const long = `<path id="p" d="M0 0${'l1 1'.repeat(50_000)}"/>`
    expect(codeOf(svg(long + '<use href="#p"/>'.repeat(20)))).toBe('logo-svg-heavy')
  })

  test('whatever is written, what comes out is well-formed and of the list', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'rect',
        'g',
        'use',
        'path',
        'script',
        'style',
        'svg',
        'clipPath',
        'image',
        'linearGradient',
        'a:b',
      ),
      fc.stringMatching(/^[a-zA-Z]{1,8}$/),
    )
    const attribute = fc.tuple(
      fc.constantFrom(
        'id',
        'href',
        'xlink:href',
        'fill',
        'd',
        'style',
        'class',
        'onload',
        'transform',
        'width',
        'mask',
        'x',
      ),
      fc.oneof(
        fc.constantFrom(
          '#a',
          'a',
          'url(#a)',
          'url("#a")',
          'url(https://x.y/)',
          'fill:red;x:y',
          'javascript:1',
          '10',
          'red',
        ),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
      ),
    )
    const quoted = (text: string) =>
      text
        .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, '')
        .replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    const element = (children: fc.Arbitrary<string[]>) =>
      fc
        .tuple(word, fc.uniqueArray(attribute, { selector: ([name]) => name, maxLength: 4 }), children)
        .map(([name, attributes, inner]) => {
          const said = attributes.map(([key, value]) => ` ${key}="${quoted(value)}"`)
          return `<${name}${said.join('')}>${inner.join('')}</${name}>`
        })
    const leaf = element(fc.constant([]))
    const tree = element(fc.array(element(fc.array(leaf, { maxLength: 3 })), { maxLength: 3 }))
    let accepted = 0
    fc.assert(
      fc.property(tree, (inner) => {
        const source = svg(RECT + inner, 'xmlns:a="https://a.b/" viewBox="0 0 40 20"')
        if (codeOf(source) !== 'accepted') return
        accepted += 1
        const [root] = elementsOf([readXmlTree(sanitiseSvg(source).write(20))])
        elementsOf(root!.children).forEach(judge)
      }),
      { numRuns: 500, seed: 20261128 },
    )
    expect(accepted).toBeGreaterThan(100)
  })
})

function judge({ name, attributes, children }: XmlElement): void {
  expect(Object.keys(ELEMENTS)).toContain(name)
  for (const [key, value] of Object.entries(attributes)) {
    expect(key).toMatch(/^[a-z][a-zA-Z0-9-]*$/)
    expect(key).not.toMatch(/^on|style|class/)
    expect(value).not.toMatch(/[<>"':&\\]|\/\//)
    if (key === 'href') expect(value).toMatch(/^#[\w.-]+$/)
  }
  elementsOf(children).forEach(judge)
}
