import { expect, test } from 'vitest'
import { createGpxReader, GPX_LIMITS, readGpx } from './read-gpx.ts'
import { TrackError } from './track-error.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const GPX = (body: string) =>
  `${HEAD}<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">${body}</gpx>`
const POINT = (lon: number, lat: number, inside = '') => `<trkpt lon="${lon}" lat="${lat}">${inside}</trkpt>`
const TRACK = (...points: string[]) => `<trk><trkseg>${points.join('')}</trkseg></trk>`
const THREE = [POINT(-12, 15), POINT(-12.1, 15), POINT(-12.2, 15)]

function read(text: string, chunk = 7) {
  const bytes = new TextEncoder().encode(text)
  const chunks: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk))
  return readGpx(chunks)
}

async function refusal(text: string, chunk = 1_000_000): Promise<unknown> {
  const error = await read(text, chunk).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof TrackError ? { code: error.code, ...error.facts } : error
}

test('reads segments, instants and elevations, however the bytes are cut', async () => {
  const text = GPX(
    '<metadata><name>of the file</name><time>2020-01-01T00:00:00Z</time></metadata>' +
      '<wpt lon="1" lat="2"><name>Gouraye</name><time>2020-01-01T00:00:00Z</time></wpt>' +
      '<rte><rtept lon="1" lat="2"/></rte>' +
      '<trk><name>Sélibaby → Gouraye</name><trkseg>' +
      POINT(-12.18, 15.15, '<ele>61.5</ele><time>2026-03-01T08:00:00Z</time>') +
      POINT(
        -12.19,
        15.14,
        '<time>2026-03-01T09:00:05.500+01:00</time><extensions><time>x</time></extensions>',
      ) +
      '</trkseg><trkseg/><trkseg>' +
      POINT(-12.2, 15.13) +
      '</trkseg></trk>',
  )
  for (const chunk of [1, 5, 64, 100_000]) {
    const { name, version, points, found } = await read(text, chunk)
    expect({ name, version }).toEqual({ name: 'Sélibaby → Gouraye', version: '1.1' })
    expect([...points.lon]).toEqual([-12.18, -12.19, -12.2])
    expect([...points.segmentStart]).toEqual([0, 2, 3])
    expect([...points.instantMs]).toEqual([
      Date.UTC(2026, 2, 1, 8),
      Date.UTC(2026, 2, 1, 8, 0, 5, 500),
      Number.NaN,
    ])
    expect([...points.elevationMetres]).toEqual([61.5, Number.NaN, Number.NaN])
    expect(found).toEqual({
      tracks: 1,
      waypoints: 1,
      routePoints: 1,
      badPositions: 0,
      withoutInstant: 1,
      badInstants: 0,
    })
  }
})

test('reads GPX 1.0, prefixes, self-closing points, CDATA and UTF-16', async () => {
  const body = `<g:trk><g:name><![CDATA[A & B]]></g:name><g:trkseg>${'<g:trkpt lat="15" lon="-12"/>'.repeat(3)}</g:trkseg></g:trk>`
  const text = `<g:gpx version="1.0" xmlns:g="http://www.topografix.com/GPX/1/0">${body}</g:gpx>`
  const utf16 = new Uint8Array(2 + 2 * text.length)
  utf16.set([0xff, 0xfe])
  for (let i = 0; i < text.length; i++) utf16[2 + 2 * i] = text.charCodeAt(i)
  for (const track of [await read(text), await readGpx([utf16])]) {
    expect(track.version).toBe('1.0')
    expect(track.name).toBe('A & B')
    expect(track.points.count).toBe(3)
  }
})

test('points of no place are left out and counted, faulty clocks are kept without an instant', async () => {
  const text = GPX(
    TRACK(
      ...THREE,
      POINT(181, 15),
      POINT(12, -91),
      '<trkpt lon="" lat="3"/>',
      '<trkpt lat="3"/>',
      POINT(Number.NaN, 15),
      POINT(-12.3, 15, '<time>2026-02-30T08:00:00Z</time>'),
      POINT(-12.4, 15, '<time>yesterday</time>'),
    ),
  )
  const { points, found } = await read(text)
  expect(points.count).toBe(5)
  expect(found).toMatchObject({ badPositions: 5, withoutInstant: 5, badInstants: 2 })
})

test('what is no GPX is refused by name', async () => {
  expect(await refusal('PK\u0003\u0004 zip')).toMatchObject({ code: 'not-xml' })
  expect(await refusal('')).toMatchObject({ code: 'not-xml' })
  expect(await refusal('<kml><Document/></kml>')).toEqual({ code: 'not-gpx', root: 'kml' })
  expect(await refusal(GPX(TRACK(...THREE)).slice(0, -8))).toMatchObject({ code: 'not-xml' })
  expect(await refusal(GPX('<wpt lon="1" lat="2"/>'))).toEqual({
    code: 'no-points',
    waypoints: 1,
    routePoints: 0,
    badPositions: 0,
  })
  expect(await refusal(GPX(TRACK(...THREE.slice(1))))).toEqual({
    code: 'too-few-points',
    points: 2,
    least: 3,
  })
  expect(await refusal(GPX(TRACK(...THREE)).replace('UTF-8', 'EBCDIC'))).toEqual({
    code: 'encoding-not-supported',
    encoding: 'ebcdic',
  })
})

test('bytes that are not of the stated encoding are refused, and read in the right one', async () => {
  const latin = (encoding: string) =>
    Uint8Array.from(
      GPX(`<trk><name>Sélibaby</name><trkseg>${THREE.join('')}</trkseg></trk>`).replace('UTF-8', encoding),
      (c) => c.charCodeAt(0),
    )
  await expect(readGpx([latin('UTF-8')])).rejects.toMatchObject({ code: 'bad-encoding' })
  expect((await readGpx([latin('ISO-8859-1')])).name).toBe('Sélibaby')
})

test('hostile XML is refused before it costs anything', async () => {
  const bomb = `<!DOCTYPE gpx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><gpx>&b;</gpx>`
  expect(await refusal(bomb)).toMatchObject({ code: 'xml-doctype' })
  expect(await refusal('<!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx/>')).toMatchObject({
    code: 'xml-doctype',
  })
  expect(await refusal(GPX('&xxe;'))).toMatchObject({ code: 'not-xml' })
  expect(await refusal(GPX('<a>'.repeat(100_000)))).toEqual({ code: 'xml-too-deep', most: 64 })
  const long = 'x'.repeat(1_000_000)
  for (const body of [`<trk a="${long}"/>`, `<desc>${long}</desc>`, `<!--${long}-->`, `<${long}/>`]) {
    expect(await refusal(GPX(body), 1000)).toMatchObject({ code: 'xml-token-too-long' })
  }
})

test('a track of more points than the limit is refused', () => {
  const reader = createGpxReader({ ...GPX_LIMITS, maxPoints: 3 })
  expect(() => reader.write(GPX(TRACK(...THREE, ...THREE)))).toThrow(/too-many-points/)
})
