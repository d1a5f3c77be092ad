import type { WorksAlarmCode } from '@borne/geodata/works/results'
import type { ContractStage } from '@borne/geodata/works/state'
import type { GuaranteeType, StopCause } from '@borne/geodata/works/types'

export const STAGES: Readonly<Record<ContractStage, string>> = {
  preparation: 'en préparation',
  tender: 'appel d’offres',
  award: 'attribué',
  signature: 'signé',
  started: 'en cours',
  stopped: 'arrêté',
  'pre-accepted': 'pré-réception faite',
  'provisionally-accepted': 'réception provisoire prononcée',
  'finally-accepted': 'réception définitive prononcée',
  closed: 'clos',
  terminated: 'résilié',
}
export const CAUSES: Readonly<Record<StopCause, string>> = {
  rain: 'pluie',
  flood: 'inondation',
  access: 'accès coupé',
  security: 'sécurité',
  supply: 'approvisionnement',
  payment: 'retard de paiement',
  other: 'autre cause',
}
export const GUARANTEES: Readonly<Record<GuaranteeType, string>> = {
  advance: 'garantie de l’avance',
  performance: 'garantie de bonne exécution',
  retention: 'garantie de la retenue',
  insurance: 'assurance',
}
export const SEVERITIES = { minor: 'mineure', major: 'majeure', blocking: 'bloquante' } as const
export const PUNCH_STATES = {
  open: 'ouverte',
  corrected: 'corrigée',
  checked: 'vérifiée',
  lifted: 'levée',
} as const
export const CERTIFICATES = { advance: 'avance', interim: 'acompte', final: 'solde' } as const
export const ALARMS: Readonly<Record<WorksAlarmCode, string>> = {
  'paid-ahead-of-works': 'payé plus que construit',
  'works-ahead-of-paid': 'construit plus que payé',
  late: 'en retard',
  'penalty-cap-near': 'plafond des pénalités proche',
  'guarantee-lapsed': 'garantie échue',
  'guarantee-expiring': 'garantie bientôt échue',
  'report-waiting': 'rapport à valider',
  'report-missing': 'rapport attendu',
  'punch-overdue': 'réserve en retard',
  'suspended-long': 'arrêt prolongé',
  'guarantee-period-ending': 'fin de garantie proche',
  'final-acceptance-overdue': 'réception définitive à prononcer',
}
