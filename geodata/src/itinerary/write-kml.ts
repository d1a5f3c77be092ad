import type { Position } from '../geometry/position.ts'
import { xmlText } from './exchange-text.ts'
import type { ExchangedDay, ExchangedMission } from './exchanged-mission.ts'

/** Writes a mission as KML 2.2 (https://www.ogc.org/standards/kml): a folder of its places, and one of the ways of its days. */
export function writeKml({ name, description, places, days }: ExchangedMission): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    `<name>${xmlText(name)}</name><description>${xmlText(description)}</description>`,
    ...days.map(
      ({ colour }, index) =>
        `<Style id="day-${index + 1}"><LineStyle><color>${kmlColour(colour)}</color><width>4</width></LineStyle></Style>`,
    ),
    '<Folder><name>Lieux</name>',
    ...places.map(
      (place) =>
        `<Placemark><name>${xmlText(place.name)}</name><description>${xmlText(place.description)}</description><Point><coordinates>${pair(place.position)}</coordinates></Point></Placemark>`,
    ),
    '</Folder>',
    '<Folder><name>Itinéraire</name>',
    ...days.filter(({ lines }) => lines.length > 0).map((day) => dayMark(day, days.indexOf(day) + 1)),
    '</Folder>',
    '</Document></kml>',
    '',
  ].join('\n')
}

function dayMark({ name, description, lines }: ExchangedDay, number: number): string {
  const drawn = lines.map(
    (line) =>
      `<LineString><tessellate>1</tessellate><coordinates>${line.map(pair).join(' ')}</coordinates></LineString>`,
  )
  return `<Placemark><name>${xmlText(name)}</name><description>${xmlText(description)}</description><styleUrl>#day-${number}</styleUrl><MultiGeometry>${drawn.join('')}</MultiGeometry></Placemark>`
}

/** KML writes colours from blue to red, behind the opacity. */
function kmlColour(colour: string): string {
  const [red, green, blue] = [colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]
  return `ff${blue}${green}${red}`.toLowerCase()
}

function pair([lon, lat]: Position): string {
  return `${lon.toFixed(6)},${lat.toFixed(6)}`
}
