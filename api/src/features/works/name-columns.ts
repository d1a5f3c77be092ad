import type { Language } from '../../platform/problems.ts'
import type { ImportRole } from './import-contract.ts'

const NAMES: Readonly<Record<ImportRole, Readonly<Record<Language, string>>>> = {
  package: { fr: 'lot', en: 'package' },
  code: { fr: 'n°', en: 'no.' },
  label: { fr: 'désignation', en: 'description' },
  unit: { fr: 'unité', en: 'unit' },
  quantity: { fr: 'quantité', en: 'quantity' },
  unitPrice: { fr: 'prix unitaire', en: 'unit price' },
  amount: { fr: 'montant', en: 'amount' },
  weight: { fr: 'pondération', en: 'weight' },
  duration: { fr: 'durée', en: 'duration' },
  predecessors: { fr: 'prédécesseurs', en: 'predecessors' },
  start: { fr: 'début', en: 'start' },
  notBefore: { fr: 'pas avant le', en: 'not before' },
  level: { fr: 'niveau', en: 'level' },
}

/** Columns as a person calls them, one after the other. */
export function nameColumns(roles: readonly ImportRole[], language: Language): string {
  return roles.map((role) => NAMES[role][language]).join(', ')
}
