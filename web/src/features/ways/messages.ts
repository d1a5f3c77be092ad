import { defineMessages, plural } from '../../ui/language.tsx'

interface AllowedRoads {
  crossing?: boolean | undefined
  documented?: boolean | undefined
  presumed?: boolean | undefined
}

export const messages = defineMessages({
  fr: {
    title: 'Trajet',
    intro: 'Choisissez deux arrêts ou plus : un poste, un lieu, ou un point de la carte.',
    stop: (letter: string) => `Arrêt ${letter}`,
    stopPlaceholder: 'Poste, lieu ou coordonnées',
    choosing: (letter: string) => `Un clic sur la carte choisit l’arrêt ${letter}.`,
    pickOnMap: 'Choisir sur la carte',
    stopPicking: 'Ne plus choisir sur la carte',
    addStop: 'Ajouter un arrêt',
    reverse: 'Inverser le sens',
    removeStop: (name: string) => `Retirer ${name}`,
    moveUp: (name: string) => `Monter ${name}`,
    moveDown: (name: string) => `Descendre ${name}`,
    drag: (name: string) => `Déplacer ${name}`,
    dragOnMap: (letter: string, name: string) =>
      `Arrêt ${letter}${name ? `, ${name}` : ''} : glisser pour le déplacer, ou flèches du clavier`,
    tooManyStops: 'Vingt arrêts au plus.',
    postsGroup: 'Postes',
    placesGroup: 'Lieux',
    pointGroup: 'Coordonnées',
    noHit: (text: string) => `Aucun poste ni lieu pour « ${text} ».`,
    point: 'Point choisi',
    nearPlace: (name: string, distance: string) => `À ${distance} de ${name}`,
    unconfirmed: 'Position non confirmée',
    unconfirmedDetail: (names: string) =>
      `La position de ${names} n’est pas confirmée : le trajet vaut pour le point dessiné, pas pour le poste lui-même.`,
    options: 'Routes permises',
    optionsNow: ({ crossing, documented, presumed }: AllowedRoads) =>
      [
        crossing ? 'pays voisins' : 'Mauritanie seule',
        documented === false ? 'cartographiées' : 'documentées',
        ...(presumed ? ['présumées'] : []),
      ].join(' · '),
    shortest: 'Le plus court',
    byTime: 'en temps',
    byDistance: 'en distance',
    result: 'Résultat',
    distanceLabel: 'Distance',
    timeLabel: 'Temps',
    fuelLabel: 'Carburant',
    elevation:
      'Altitudes inconnues : aucun dénivelé n’est donné, et les pentes ne comptent ni dans le temps ni dans le carburant.',
    totalUnknown: 'Une étape au moins n’a pas de trajet connu : il n’y a donc pas de total.',
    byGrade: 'Selon ce que l’on sait de la route',
    bySurface: 'Selon la voie',
    grades: {
      mapped: 'Cartographiée',
      documented: 'Documentée (schématique)',
      presumed: 'Raccord présumé',
    },
    surfaces: { road: 'Route', track: 'Piste', ferry: 'Bac' },
    schematic: 'Tracé schématique',
    schematicDetail: (distance: string) =>
      `Tracé schématique : ${distance} suivent une route dont la longueur est publiée mais dont aucun relevé ne donne le cours. La ligne droite en tirets n’est pas la route.`,
    presumedDetail: (distance: string) =>
      `Raccords présumés : ${distance} traversent des trous de la carte en ligne droite. Rien ne prouve qu’on y passe : à vérifier sur place.`,
    ferryDetail: (count: number) =>
      count > 1 ? 'Le temps compte une attente à chaque bac.' : 'Le temps compte l’attente du bac.',
    legs: 'Étapes',
    legColumn: 'Étape',
    noWayShort: 'aucun trajet connu',
    crossings: (count: number) =>
      `Ce trajet passe la frontière ${count} ${plural('fr', count, 'fois', 'fois')}`,
    crossingLine: (from: string, to: string) => `${from} → ${to}`,
    byFerry: 'par bac',
    near: (name: string, distance: string) => `à ${distance} de ${name}`,
    noNear: 'loin de tout lieu nommé',
    countries: { MRT: 'Mauritanie', MLI: 'Mali', SEN: 'Sénégal' } as Record<string, string>,
    elsewhere: 'pays inconnu',
    noWay: {
      title: (from: string, to: string) => `Aucun trajet connu de ${from} à ${to}`,
      closedTitle: (from: string, to: string) => `Pas de trajet de ${from} à ${to} ce jour`,
      needs: (from: string, to: string) =>
        `La carte ne connaît aucune piste entre ${from} et ${to} avec ce qui est permis.`,
      nothing: (from: string, to: string) =>
        `La carte ne connaît aucune piste entre ${from} et ${to}, même en permettant tout le reste.`,
      beyond: (name: string) => `${name} est de l’autre côté de la frontière.`,
      gap: (distance: string) => `Le plus petit trou à franchir mesure ${distance}.`,
      gapNear: (distance: string, place: string) =>
        `Le plus petit trou à franchir mesure ${distance}, près de ${place}.`,
      gapOf: (count: number, distance: string) =>
        `Il manque ${count} raccords ; le plus long mesure ${distance}.`,
      gapOfNear: (count: number, distance: string, place: string) =>
        `Il manque ${count} raccords ; le plus long mesure ${distance}, près de ${place}.`,
      offNetwork: (name: string, distance: string) =>
        `${name} est à ${distance} de la route permise la plus proche : trop loin pour que le reste ait un sens (25 km au plus).`,
      offNetworkUnknown: (name: string) => `Aucune route permise à moins de 25 km de ${name}.`,
      closed: (from: string, to: string) =>
        `Un trajet existe entre ${from} et ${to}, mais il est fermé ce jour par :`,
      show: 'Voir',
      drySeason: 'Voir le trajet de la saison sèche',
      seeGap: 'Voir le trou sur la carte',
      allow: {
        crossing: 'Autoriser le passage par un pays voisin',
        documented: 'Compter les routes documentées',
        presumed: (limit: string) => `Compter les raccords présumés jusqu’à ${limit}`,
      },
      and: ' et ',
      offerResult: (distance: string, duration: string) => `${distance}, ${duration}`,
    },
    nineInTen: (duration: string) => `Neuf fois sur dix en moins de ${duration}.`,
    taught: (share: string, passages: number) =>
      `Temps observés sur ${share} du trajet, ${passages} ${plural('fr', passages, 'passage', 'passages')} au moins.`,
    untaught: 'Aucun passage enregistré sur ce trajet : temps calculés.',
    onLevels: {
      'four-wheel-drive': (distance: string) => `${distance} pour 4×4 seulement ce jour (violet).`,
      slow: (distance: string) => `${distance} ralentis ce jour (ocre).`,
    },
    others: {
      title: 'Trajets possibles',
      proposed: 'le trajet proposé',
      shared: (share: string) => `${share} en commun avec le trajet proposé`,
      noDetail: 'Les parts, les étapes et les manœuvres ne sont connues que pour le trajet proposé.',
    },
    turns: {
      title: (count: number) => `Feuille de route, ${count} ${plural('fr', count, 'manœuvre', 'manœuvres')}`,
      next: (distance: string) => `puis ${distance}`,
      number: 'n°',
      leg: 'étape',
      words: 'manœuvre',
      at: 'depuis le départ, km',
      length: 'jusqu’à la suivante, km',
      minutes: 'temps, min',
      litres: 'carburant, L',
      whole: 'étape entière',
      note: 'note',
    },
    avoid: {
      title: 'Zones à éviter',
      draw: 'Dessiner une zone',
      keep: 'Éviter cette zone',
      cancel: 'Annuler',
      area: (number: number) => `Zone ${number}`,
      remove: (number: number) => `Ne plus éviter la zone ${number}`,
    },
    pirogue: {
      label: 'Traversée en pirogue',
      no: 'non',
      onward: (vehicle: string) => `oui, puis : ${vehicle}`,
      title: 'En pirogue',
      twoStops: 'La traversée en pirogue ne se cherche qu’entre deux arrêts.',
      none: 'Aucune traversée en pirogue ne mène à l’arrivée.',
      noneAtHome:
        'Aucune traversée en pirogue ne mène à l’arrivée sans passer par un pays voisin, ce qui n’est pas permis.',
      wait: (duration: string) => `dont ${duration} d’attente`,
      from: (name: string, distance: string) => `depuis un point à ${distance} de ${name}`,
      fromPlace: (name: string) => `depuis ${name}`,
    },
    connector: (name: string, straight: string, length: string, duration: string) =>
      `${name} est à ${straight} de la route. Hors de la route, comptez ${length} et ${duration} de plus : ce bout n’est ni dans la distance ni dans le temps.`,
    connectorTooLong: (name: string, straight: string) =>
      `${name} est à ${straight} de la route, plus loin que ce véhicule ne va hors de la route : le dernier bout est à faire autrement.`,
    method:
      'Vitesses par classe de route et par sol, corrigées par les passages enregistrés. Pauses et contrôles non comptés.',
    computed: (milliseconds: string) => `Calculé en ${milliseconds} ms`,
    computedHere: (milliseconds: string) => `Calculé sur cet appareil en ${milliseconds} ms`,
    export: 'Exporter',
    exportGpx: 'GPX',
    exportGeoJson: 'GeoJSON',
    exportCsv: 'CSV (feuille de route)',
    print: 'Imprimer',
    wayTitle: (names: string) => `Trajet ${names}`,
    demonstration: 'DÉMONSTRATION : données fictives',
  },
  en: {
    title: 'Way',
    intro: 'Choose two or more stops: a post, a place, or a point on the map.',
    stop: (letter: string) => `Stop ${letter}`,
    stopPlaceholder: 'Post, place or coordinates',
    choosing: (letter: string) => `A click on the map chooses stop ${letter}.`,
    pickOnMap: 'Choose on the map',
    stopPicking: 'Stop choosing on the map',
    addStop: 'Add a stop',
    reverse: 'Reverse',
    removeStop: (name: string) => `Remove ${name}`,
    moveUp: (name: string) => `Move ${name} up`,
    moveDown: (name: string) => `Move ${name} down`,
    drag: (name: string) => `Drag ${name}`,
    dragOnMap: (letter: string, name: string) =>
      `Stop ${letter}${name ? `, ${name}` : ''}: drag to move it, or arrow keys`,
    tooManyStops: 'Twenty stops at most.',
    postsGroup: 'Posts',
    placesGroup: 'Places',
    pointGroup: 'Coordinates',
    noHit: (text: string) => `No post or place for “${text}”.`,
    point: 'Chosen point',
    nearPlace: (name: string, distance: string) => `${distance} from ${name}`,
    unconfirmed: 'Unconfirmed position',
    unconfirmedDetail: (names: string) =>
      `The position of ${names} is not confirmed: the way holds for the point drawn, not for the post itself.`,
    options: 'Roads allowed',
    optionsNow: ({ crossing, documented, presumed }: AllowedRoads) =>
      [
        crossing ? 'neighbours' : 'Mauritania only',
        documented === false ? 'mapped' : 'documented',
        ...(presumed ? ['presumed'] : []),
      ].join(' · '),
    shortest: 'Shortest',
    byTime: 'by time',
    byDistance: 'by distance',
    result: 'Result',
    distanceLabel: 'Distance',
    timeLabel: 'Time',
    fuelLabel: 'Fuel',
    elevation: 'Elevations unknown: no ascent is told, and slopes count in neither the time nor the fuel.',
    totalUnknown: 'At least one leg has no known way, so there is no total.',
    byGrade: 'By what is known of the road',
    bySurface: 'By surface',
    grades: {
      mapped: 'Mapped',
      documented: 'Documented (schematic)',
      presumed: 'Presumed connector',
    },
    surfaces: { road: 'Road', track: 'Track', ferry: 'Ferry' },
    schematic: 'Schematic line',
    schematicDetail: (distance: string) =>
      `Schematic line: ${distance} follow a road whose length is published but whose course is in no survey. The dashed straight line is not where it runs.`,
    presumedDetail: (distance: string) =>
      `Presumed connectors: ${distance} cross holes of the map in a straight line. Nothing proves that one can pass: check on site.`,
    ferryDetail: (count: number) =>
      count > 1 ? 'The time counts a wait at each ferry.' : 'The time counts the wait for the ferry.',
    legs: 'Legs',
    legColumn: 'Leg',
    noWayShort: 'no known way',
    crossings: (count: number) =>
      `This way crosses the border ${count} ${plural('en', count, 'time', 'times')}`,
    crossingLine: (from: string, to: string) => `${from} → ${to}`,
    byFerry: 'by ferry',
    near: (name: string, distance: string) => `${distance} from ${name}`,
    noNear: 'far from any named place',
    countries: { MRT: 'Mauritania', MLI: 'Mali', SEN: 'Senegal' } as Record<string, string>,
    elsewhere: 'unknown country',
    noWay: {
      title: (from: string, to: string) => `No known way from ${from} to ${to}`,
      closedTitle: (from: string, to: string) => `No way from ${from} to ${to} on this day`,
      needs: (from: string, to: string) =>
        `The map knows no track between ${from} and ${to} with what is allowed.`,
      nothing: (from: string, to: string) =>
        `The map knows no track between ${from} and ${to}, even with everything else allowed.`,
      beyond: (name: string) => `${name} is on the other side of the border.`,
      gap: (distance: string) => `The smallest hole to bridge measures ${distance}.`,
      gapNear: (distance: string, place: string) =>
        `The smallest hole to bridge measures ${distance}, near ${place}.`,
      gapOf: (count: number, distance: string) =>
        `${count} connectors are missing; the longest measures ${distance}.`,
      gapOfNear: (count: number, distance: string, place: string) =>
        `${count} connectors are missing; the longest measures ${distance}, near ${place}.`,
      offNetwork: (name: string, distance: string) =>
        `${name} is ${distance} from the nearest allowed road: too far for the rest to mean anything (25 km at most).`,
      offNetworkUnknown: (name: string) => `No allowed road within 25 km of ${name}.`,
      closed: (from: string, to: string) =>
        `There is a way between ${from} and ${to}, but on this day it is closed by:`,
      show: 'See',
      drySeason: 'See the way of the dry season',
      seeGap: 'See the hole on the map',
      allow: {
        crossing: 'Allow passing through a neighbouring country',
        documented: 'Count documented roads',
        presumed: (limit: string) => `Count presumed connectors up to ${limit}`,
      },
      and: ' and ',
      offerResult: (distance: string, duration: string) => `${distance}, ${duration}`,
    },
    nineInTen: (duration: string) => `Nine times in ten in less than ${duration}.`,
    taught: (share: string, passages: number) =>
      `Times observed on ${share} of the way, ${passages} ${plural('en', passages, 'passage', 'passages')} at least.`,
    untaught: 'No recorded passage on this way: computed times.',
    onLevels: {
      'four-wheel-drive': (distance: string) => `${distance} for 4×4 only on this day (purple).`,
      slow: (distance: string) => `${distance} slowed on this day (ochre).`,
    },
    others: {
      title: 'Possible ways',
      proposed: 'the proposed way',
      shared: (share: string) => `${share} in common with the proposed way`,
      noDetail: 'Shares, legs and turns are known of the proposed way only.',
    },
    turns: {
      title: (count: number) => `Road book, ${count} ${plural('en', count, 'step', 'steps')}`,
      next: (distance: string) => `then ${distance}`,
      number: 'no.',
      leg: 'leg',
      words: 'step',
      at: 'from the start, km',
      length: 'to the next, km',
      minutes: 'time, min',
      litres: 'fuel, L',
      whole: 'whole leg',
      note: 'note',
    },
    avoid: {
      title: 'Areas to avoid',
      draw: 'Draw an area',
      keep: 'Avoid this area',
      cancel: 'Cancel',
      area: (number: number) => `Area ${number}`,
      remove: (number: number) => `No longer avoid area ${number}`,
    },
    pirogue: {
      label: 'Crossing by pirogue',
      no: 'no',
      onward: (vehicle: string) => `yes, then: ${vehicle}`,
      title: 'By pirogue',
      twoStops: 'A crossing by pirogue is looked for between two stops only.',
      none: 'No crossing by pirogue leads to the end.',
      noneAtHome:
        'No crossing by pirogue leads to the end without passing through a neighbouring country, which is not allowed.',
      wait: (duration: string) => `${duration} of it waiting`,
      from: (name: string, distance: string) => `from a point ${distance} from ${name}`,
      fromPlace: (name: string) => `from ${name}`,
    },
    connector: (name: string, straight: string, length: string, duration: string) =>
      `${name} is ${straight} off the road. Off the road, add ${length} and ${duration}: that stretch is in neither the distance nor the time.`,
    connectorTooLong: (name: string, straight: string) =>
      `${name} is ${straight} off the road, farther than this vehicle goes off the road: the last stretch is to be done otherwise.`,
    method:
      'Speeds by road class and ground, corrected by recorded passages. Breaks and checkpoints not counted.',
    computed: (milliseconds: string) => `Computed in ${milliseconds} ms`,
    computedHere: (milliseconds: string) => `Computed on this device in ${milliseconds} ms`,
    export: 'Export',
    exportGpx: 'GPX',
    exportGeoJson: 'GeoJSON',
    exportCsv: 'CSV (road book)',
    print: 'Print',
    wayTitle: (names: string) => `Way ${names}`,
    demonstration: 'DEMONSTRATION: fictional data',
  },
})
