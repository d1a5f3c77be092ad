import { defineMessages } from '../../ui/language.tsx'

/** Ways that a person forces over points, and stops for fuel alone. */
export const wayMessages = defineMessages({
  fr: {
    passBy: (leg: string) => `Passer par… ${leg}`,
    passes: (names: string) => `par ${names}`,
    point: 'un point de la carte',
    title: 'Passages imposés',
    none: 'Le chemin le plus rapide.',
    here: 'Passer par ici',
    hereHint: 'Touchez la carte à l’endroit voulu. Au clavier : Entrée sur la carte prend son centre.',
    stop: 'Ne plus choisir',
    byName: 'Ou par un lieu',
    nowhere: 'Aucun lieu de ce nom.',
    full: (most: number) => `${most} passages imposés au plus par étape.`,
    remove: (name: string) => `Retirer le passage imposé : ${name}`,
    removeHere: 'Retirer le passage imposé',
    unreached: 'aucune route n’y mène ce jour-là',
    grab: 'Glissez pour imposer un passage',
    handle: (name: string, leg: string) =>
      `Passage imposé : ${name}, ${leg}. Glissez pour le déplacer, Suppr. pour le retirer.`,
    lost: (legs: string) =>
      `Passage imposé retiré : le plan n’a plus cette étape, ou il est nouveau (${legs}).`,
    fuelText: 'Seul le carburant manque. Un arrêt de plus suffit :',
    fuelPurpose: 'Plein de carburant',
    fuelAdded: 'Plein ajouté à la demande : recalculez le plan',
  },
  en: {
    passBy: (leg: string) => `Pass by… ${leg}`,
    passes: (names: string) => `by ${names}`,
    point: 'a point on the map',
    title: 'Forced points',
    none: 'The quickest way.',
    here: 'Pass by here',
    hereHint: 'Touch the map at the place. By keyboard: Enter on the map takes its centre.',
    stop: 'Stop choosing',
    byName: 'Or by a place',
    nowhere: 'No place of this name.',
    full: (most: number) => `At most ${most} forced points in a leg.`,
    remove: (name: string) => `Take the forced point away: ${name}`,
    removeHere: 'Take the forced point away',
    unreached: 'no road leads there that day',
    grab: 'Drag to force a point',
    handle: (name: string, leg: string) =>
      `Forced point: ${name}, ${leg}. Drag to move it, Delete to take it away.`,
    lost: (legs: string) => `Forced point taken away: the plan has this leg no longer, or is new (${legs}).`,
    fuelText: 'Only fuel is lacking. One stop more is enough:',
    fuelPurpose: 'Fuel',
    fuelAdded: 'Stop for fuel added to the request: compute the plan again',
  },
})
