import type { Position } from '../geometry/position.ts'
import { xmlText } from './exchange-text.ts'
import type { ExchangedMission, ExchangedPlace } from './exchanged-mission.ts'

/** Symbols that units of Garmin draw, by their names. */
const SYMBOLS: Readonly<Record<ExchangedPlace['kind'], string>> = {
  visit: 'Flag, Blue',
  night: 'Lodging',
  fuel: 'Gas Station',
  end: 'Residence',
}

/**
 * Writes a mission as GPX 1.1 (https://www.topografix.com/GPX/1/1): its places as waypoints, each day of a team as a route over
 * its stops, and the way over the roads as a track, since units calculate routes anew and know no such roads.
 */
export function writeGpx({ name, description, madeAt, places, days }: ExchangedMission): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Borne" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">',
    `<metadata><name>${xmlText(name)}</name><desc>${xmlText(description)}</desc><time>${madeAt}</time></metadata>`,
    ...places.map(
      (place) =>
        `<wpt ${place2d(place.position)}><name>${xmlText(place.name)}</name><desc>${xmlText(place.description)}</desc><sym>${SYMBOLS[place.kind]}</sym></wpt>`,
    ),
    ...days.flatMap((day, index) => [
      `<rte><name>${xmlText(day.name)}</name><desc>${xmlText(day.description)}</desc><number>${index + 1}</number>`,
      ...day.stops.map(
        ({ name: stop, position, at }) =>
          `<rtept ${place2d(position)}><name>${xmlText(stop)}</name><cmt>${xmlText(at)}</cmt></rtept>`,
      ),
      '</rte>',
    ]),
    ...days
      .filter(({ lines }) => lines.length > 0)
      .flatMap((day, index) => [
        `<trk><name>${xmlText(day.name)}</name><desc>${xmlText(day.description)}</desc><number>${index + 1}</number>`,
        ...day.lines.map(
          (line) => `<trkseg>${line.map((position) => `<trkpt ${place2d(position)}/>`).join('')}</trkseg>`,
        ),
        '</trk>',
      ]),
    '</gpx>',
    '',
  ].join('\n')
}

function place2d([lon, lat]: Position): string {
  return `lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}"`
}
