import type { RecomputedEvidence } from '@borne/api/contracts/coverage'
import { defineMessages, plural } from '../../../ui/language.tsx'

type ChangedInput = RecomputedEvidence['changedInputs'][number]

export const evidenceMessages = defineMessages({
  fr: {
    intro:
      'Chaque preuve garde ses chiffres et de quoi les retrouver : postes, routes, état, tracé, version du calcul.',
    keep: 'Garder comme preuve',
    keepTitle: 'Garder ces chiffres comme preuve',
    keepText:
      'Les chiffres sont mesurés maintenant et gardés avec tout ce dont ils sont faits. Une preuve ne se modifie pas.',
    name: 'Nom',
    nameMissing: 'Donnez un nom à la preuve.',
    confirm: 'Garder',
    cancel: 'Annuler',
    kept: (name: string) => `« ${name} » est gardé parmi les preuves`,
    list: 'Preuves gardées',
    emptyTitle: 'Aucune preuve',
    emptyText:
      'Depuis une mesure ou une comparaison, « Garder comme preuve » garde ici les chiffres et leurs données.',
    loadFailed: 'Les preuves',
    figure: (reached: string, total: string, minutes: string) =>
      `${reached} sur ${total} à portée en ${minutes}`,
    by: (name: string, when: string) => `${name}, le ${when}`,
    unknownPerson: 'compte supprimé',
    recompute: 'Recalculer',
    recomputing: 'Calcul…',
    identical: 'Identique : le calcul refait donne les mêmes chiffres.',
    different: (count: number) =>
      `${count} ${plural('fr', count, 'chiffre diffère', 'chiffres diffèrent')} de ceux qui sont gardés.`,
    changed: (inputs: string) => `Ce qui a changé depuis : ${inputs}.`,
    inputs: {
      roads: 'le réseau routier',
      settlements: 'les localités',
      border: 'le tracé de la frontière',
      ground: 'calendriers, coupures et vitesses',
      code: 'la version du calcul',
    } as Record<ChangedInput, string>,
    columns: { figure: 'Chiffre', was: 'Gardé', is: 'Recalculé' },
    more: (count: number) => `et ${count} ${plural('fr', count, 'autre', 'autres')}`,
    geojson: 'GeoJSON',
    csv: 'CSV',
    pdf: 'PDF, une page',
    details: 'De quoi c’est fait',
    network: 'Réseau',
    geometry: 'Tracé de la frontière',
    ground: 'Empreinte de l’état des routes',
    code: 'Version du calcul',
    demonstration: 'DÉMONSTRATION',
  },
  en: {
    intro:
      'Each piece of evidence keeps its figures and what it takes to find them again: posts, roads, state, border line, version of the computation.',
    keep: 'Keep as evidence',
    keepTitle: 'Keep these figures as evidence',
    keepText: 'The figures are measured now and kept with all that they are made of. Evidence is not edited.',
    name: 'Name',
    nameMissing: 'Give the evidence a name.',
    confirm: 'Keep',
    cancel: 'Cancel',
    kept: (name: string) => `“${name}” is kept as evidence`,
    list: 'Evidence kept',
    emptyTitle: 'No evidence',
    emptyText: 'From a measure or a comparison, “Keep as evidence” keeps the figures and their data here.',
    loadFailed: 'The evidence',
    figure: (reached: string, total: string, minutes: string) =>
      `${reached} of ${total} in reach within ${minutes}`,
    by: (name: string, when: string) => `${name}, ${when}`,
    unknownPerson: 'deleted account',
    recompute: 'Recompute',
    recomputing: 'Computing…',
    identical: 'Identical: computed again, the figures are the same.',
    different: (count: number) =>
      `${count} ${plural('en', count, 'figure differs', 'figures differ')} from those kept.`,
    changed: (inputs: string) => `Changed since: ${inputs}.`,
    inputs: {
      roads: 'the road network',
      settlements: 'the settlements',
      border: 'the border line',
      ground: 'calendars, closures and speeds',
      code: 'the version of the computation',
    },
    columns: { figure: 'Figure', was: 'Kept', is: 'Recomputed' },
    more: (count: number) => `and ${count} ${plural('en', count, 'other', 'others')}`,
    geojson: 'GeoJSON',
    csv: 'CSV',
    pdf: 'PDF, one page',
    details: 'What it is made of',
    network: 'Network',
    geometry: 'Border line',
    ground: 'Digest of the state of the roads',
    code: 'Version of the computation',
    demonstration: 'DEMONSTRATION',
  },
})
