import { defineMessages, plural } from '../../ui/language.tsx'

interface AllowedRoads {
  crossing?: boolean | undefined
  documented?: boolean | undefined
  presumed?: boolean | undefined
}

export const messages = defineMessages({
  fr: {
    title: 'Couverture',
    intro: 'Ce qui se trouve à portée des postes : routes, frontière et localités.',
    posts: 'Postes de départ',
    allOperational: 'Tous les opérationnels',
    onePost: 'Au choix',
    choosePost: 'Ajouter un poste…',
    removePost: (name: string) => `Retirer ${name}`,
    minutes: 'Temps de route',
    offRoad: 'Distance à la route',
    offRoadHint:
      'La frontière et les localités comptent comme à portée jusqu’à cette distance d’une route atteinte.',
    options: 'Réglages',
    optionsNow: ({ crossing, documented, presumed }: AllowedRoads) =>
      [
        crossing ? 'pays voisins' : 'Mauritanie seule',
        documented === false ? 'cartographiées' : 'documentées',
        ...(presumed ? ['présumées'] : []),
      ].join(' · '),
    includeUnconfirmed: 'Compter les postes à position non confirmée',
    question: (posts: string, duration: string) => `Depuis ${posts}, en ${duration} de route.`,
    borderInReach: 'de frontière à portée',
    ofBorder: (total: string, share: string) => `sur ${total} en Guidimakha, soit ${share}`,
    segments: 'Par tronçon de frontière',
    segmentValue: (reached: string, total: string) => `${reached} sur ${total}`,
    settlements: (count: number) =>
      `${count} ${plural('fr', count, 'localité nommée', 'localités nommées')} à portée`,
    settlement: 'Localité',
    time: 'Temps',
    population: 'Habitants',
    populationNote: (known: string, unknownCount: number) =>
      `Population connue : ${known} ; inconnue pour ${unknownCount} ${plural('fr', unknownCount, 'localité', 'localités')}.`,
    populationAllUnknown: (count: number) =>
      `Population inconnue pour ${plural('fr', count, 'cette localité', `ces ${count} localités`)}.`,
    showAll: (count: number) => `Afficher les ${count}`,
    showLess: 'Afficher moins',
    noSettlement: 'Aucune localité nommée dans ce temps.',
    roads: (distance: string) => `${distance} de routes et de pistes atteintes`,
    leftOut: (count: number) => `${count} ${plural('fr', count, 'poste laissé', 'postes laissés')} de côté`,
    leftOutBecause: {
      unconfirmed: 'position non confirmée',
      'off-network': 'aucune route permise à proximité',
      'no-position': 'sans position',
    },
    noPost: 'Aucun poste de départ : choisissez-en un.',
    noOperational:
      'Aucun poste opérationnel n’a de position confirmée. Choisissez un poste, ou comptez les positions non confirmées.',
    method: (minutes: string, offRoad: string, version: string) =>
      `Portée = partie de la frontière à moins de ${offRoad} d’une route atteinte en ${minutes} depuis l’un des postes. Vitesses par classe de route et par sol, bacs avec attente. Tracé de la frontière : ${version}.`,
    schematicNote: 'En tirets : routes documentées (tracé schématique) et raccords présumés.',
    computed: (milliseconds: string) => `Calculé en ${milliseconds} ms`,
    computedHere: (milliseconds: string) => `Calculé sur cet appareil en ${milliseconds} ms`,
    legend: 'Légende',
    minutesTo: (minutes: string) => `≤ ${minutes}`,
    legendIn: 'Frontière à portée',
    legendOut: 'Frontière hors de portée',
    exportCsv: 'CSV',
    exportGeoJson: 'GeoJSON',
    print: 'Imprimer',
    demonstration: 'DÉMONSTRATION : données fictives',
    countries: { MRT: 'Mauritanie', MLI: 'Mali', SEN: 'Sénégal' } as Record<string, string>,
  },
  en: {
    title: 'Coverage',
    intro: 'What lies in reach of the posts: roads, border and settlements.',
    posts: 'Starting posts',
    allOperational: 'All operational',
    onePost: 'Chosen',
    choosePost: 'Add a post…',
    removePost: (name: string) => `Remove ${name}`,
    minutes: 'Time on the road',
    offRoad: 'Distance from the road',
    offRoadHint: 'The border and the settlements count as in reach up to this distance from a reached road.',
    options: 'Settings',
    optionsNow: ({ crossing, documented, presumed }: AllowedRoads) =>
      [
        crossing ? 'neighbours' : 'Mauritania only',
        documented === false ? 'mapped' : 'documented',
        ...(presumed ? ['presumed'] : []),
      ].join(' · '),
    includeUnconfirmed: 'Count posts whose position is not confirmed',
    question: (posts: string, duration: string) => `From ${posts}, within ${duration} on the road.`,
    borderInReach: 'of border in reach',
    ofBorder: (total: string, share: string) => `of ${total} in Guidimakha, ${share}`,
    segments: 'By border segment',
    segmentValue: (reached: string, total: string) => `${reached} of ${total}`,
    settlements: (count: number) =>
      `${count} named ${plural('en', count, 'settlement', 'settlements')} in reach`,
    settlement: 'Settlement',
    time: 'Time',
    population: 'Inhabitants',
    populationNote: (known: string, unknownCount: number) =>
      `Known population: ${known}; unknown for ${unknownCount} ${plural('en', unknownCount, 'settlement', 'settlements')}.`,
    populationAllUnknown: (count: number) =>
      `Population unknown for ${plural('en', count, 'this settlement', `these ${count} settlements`)}.`,
    showAll: (count: number) => `Show all ${count}`,
    showLess: 'Show fewer',
    noSettlement: 'No named settlement within this time.',
    roads: (distance: string) => `${distance} of roads and tracks reached`,
    leftOut: (count: number) => `${count} ${plural('en', count, 'post', 'posts')} left out`,
    leftOutBecause: {
      unconfirmed: 'position not confirmed',
      'off-network': 'no allowed road near',
      'no-position': 'without a position',
    },
    noPost: 'No starting post: choose one.',
    noOperational:
      'No operational post has a confirmed position. Choose a post, or count unconfirmed positions.',
    method: (minutes: string, offRoad: string, version: string) =>
      `Reach = the part of the border within ${offRoad} of a road reached in ${minutes} from one of the posts. Speeds by road class and ground, ferries with their wait. Border line: ${version}.`,
    schematicNote: 'Dashed: documented roads (schematic line) and presumed connectors.',
    computed: (milliseconds: string) => `Computed in ${milliseconds} ms`,
    computedHere: (milliseconds: string) => `Computed on this device in ${milliseconds} ms`,
    legend: 'Legend',
    minutesTo: (minutes: string) => `≤ ${minutes}`,
    legendIn: 'Border in reach',
    legendOut: 'Border out of reach',
    exportCsv: 'CSV',
    exportGeoJson: 'GeoJSON',
    print: 'Print',
    demonstration: 'DEMONSTRATION: fictional data',
    countries: { MRT: 'Mauritania', MLI: 'Mali', SEN: 'Senegal' } as Record<string, string>,
  },
})
