import type { Role } from '@borne/api/contracts/access'
import { defineMessages } from './language.tsx'

/** The names of the roles, the same on every screen. */
export const roleNames = defineMessages<Record<Role, string>>({
  fr: {
    administrator: 'Administrateur',
    coordinator: 'Coordinateur',
    'focal-point': 'Point focal',
    contractor: 'Entreprise',
    partner: 'Partenaire',
    viewer: 'Lecteur',
  },
  en: {
    administrator: 'Administrator',
    coordinator: 'Coordinator',
    'focal-point': 'Focal point',
    contractor: 'Contractor',
    partner: 'Partner',
    viewer: 'Viewer',
  },
})
