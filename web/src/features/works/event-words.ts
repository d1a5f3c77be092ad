import type { GuaranteeType, StopCause, WorksEventKind } from '@borne/geodata/works/types'
import { defineMessages } from '../../ui/language.tsx'

interface EventWords {
  kinds: Record<WorksEventKind, string>
  causes: Record<StopCause, string>
  guarantees: Record<GuaranteeType, string>
  severities: Record<'minor' | 'major' | 'blocking', string>
  certificateRoles: Record<'advance' | 'interim' | 'final', string>
  planRoles: Record<'baseline' | 'current', string>
  natures: Record<'reserve' | 'nonconformity', string>
}

/** The names of what happens on a contract, the same on every screen. */
export const eventWords = defineMessages<EventWords>({
  fr: {
    kinds: {
      tender: 'Appel d’offres',
      award: 'Attribution',
      signature: 'Signature du marché',
      'start-order': 'Ordre de service de démarrage',
      'stop-order': 'Ordre d’arrêt',
      'resume-order': 'Ordre de reprise',
      'pre-acceptance': 'Pré-réception',
      'provisional-acceptance': 'Réception provisoire',
      'final-acceptance': 'Réception définitive',
      'retention-release': 'Libération de la retenue de garantie',
      termination: 'Résiliation',
      amendment: 'Avenant',
      bill: 'Bordereau',
      plan: 'Planning',
      'progress-report': 'Rapport d’avancement',
      'report-validated': 'Rapport validé',
      'report-rejected': 'Rapport rejeté',
      'lost-day': 'Jour sans travail',
      guarantee: 'Garantie',
      'guarantee-released': 'Mainlevée de garantie',
      certificate: 'Décompte',
      payment: 'Paiement',
      'punch-item': 'Réserve',
      'punch-corrected': 'Réserve corrigée',
      'punch-checked': 'Réserve vérifiée',
      'punch-lifted': 'Réserve levée',
      'punch-reopened': 'Réserve rouverte',
      inspection: 'Contrôle sur liste',
      withdrawal: 'Retrait',
    },
    causes: {
      rain: 'pluie',
      flood: 'inondation',
      access: 'accès coupé',
      security: 'sécurité',
      supply: 'approvisionnement',
      payment: 'retard de paiement',
      other: 'autre cause',
    },
    guarantees: {
      advance: 'Garantie de l’avance',
      performance: 'Garantie de bonne exécution',
      retention: 'Garantie de la retenue',
      insurance: 'Assurance',
    },
    severities: { minor: 'mineure', major: 'majeure', blocking: 'bloquante' },
    certificateRoles: { advance: 'avance', interim: 'situation', final: 'décompte final' },
    planRoles: { baseline: 'référence', current: 'en cours' },
    natures: { reserve: 'réserve', nonconformity: 'non-conformité' },
  },
  en: {
    kinds: {
      tender: 'Call for tenders',
      award: 'Award',
      signature: 'Contract signed',
      'start-order': 'Start order',
      'stop-order': 'Stop order',
      'resume-order': 'Resume order',
      'pre-acceptance': 'Pre-acceptance',
      'provisional-acceptance': 'Provisional acceptance',
      'final-acceptance': 'Final acceptance',
      'retention-release': 'Release of the retention',
      termination: 'Termination',
      amendment: 'Amendment',
      bill: 'Bill of quantities',
      plan: 'Schedule',
      'progress-report': 'Progress report',
      'report-validated': 'Report validated',
      'report-rejected': 'Report rejected',
      'lost-day': 'Day without work',
      guarantee: 'Guarantee',
      'guarantee-released': 'Guarantee released',
      certificate: 'Payment certificate',
      payment: 'Payment',
      'punch-item': 'Punch-list item',
      'punch-corrected': 'Item corrected',
      'punch-checked': 'Item checked',
      'punch-lifted': 'Item lifted',
      'punch-reopened': 'Item reopened',
      inspection: 'Checklist inspection',
      withdrawal: 'Withdrawal',
    },
    causes: {
      rain: 'rain',
      flood: 'flood',
      access: 'no access',
      security: 'security',
      supply: 'supply',
      payment: 'late payment',
      other: 'other cause',
    },
    guarantees: {
      advance: 'Advance guarantee',
      performance: 'Performance guarantee',
      retention: 'Retention guarantee',
      insurance: 'Insurance',
    },
    severities: { minor: 'minor', major: 'major', blocking: 'blocking' },
    certificateRoles: { advance: 'advance', interim: 'interim', final: 'final' },
    planRoles: { baseline: 'baseline', current: 'current' },
    natures: { reserve: 'punch-list item', nonconformity: 'nonconformity' },
  },
})
