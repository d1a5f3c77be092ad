import type { Role } from '@borne/api/contracts/access'
import { defineMessages } from './language.tsx'

/** In the order of trust. A role that is left out does not compile. */
export const ROLES = Object.keys({
  administrator: true,
  coordinator: true,
  'focal-point': true,
  contractor: true,
  partner: true,
  viewer: true,
} satisfies Record<Role, true>) as Role[]

/** What each role sees and may do, in one sentence. */
export const roleSights = defineMessages<Record<Role, string>>({
  fr: {
    administrator: 'Voit et modifie tout ; gère les comptes, les réglages et les sauvegardes.',
    coordinator: 'Voit tout, modifie les postes, lit le journal.',
    'focal-point': 'Voit et modifie les postes de son bureau, contacts compris.',
    contractor: 'Voit les postes de ses marchés, sans les contacts ni les notes.',
    partner: 'Voit les postes nommés sur son compte et peut les exporter, sans les contacts ni les notes.',
    viewer: 'Voit tous les postes, mais seulement ce qui est public.',
  },
  en: {
    administrator: 'Sees and changes everything; manages accounts, settings and backups.',
    coordinator: 'Sees everything, edits the posts, reads the journal.',
    'focal-point': 'Sees and edits the posts of its office, contacts included.',
    contractor: 'Sees the posts of its contracts, without contacts and notes.',
    partner: 'Sees the posts named on its account and may export them, without contacts and notes.',
    viewer: 'Sees every post, but only what is public.',
  },
})
