import type { WorksAlarmCode } from '@borne/geodata/works/results'
import type { ContractStage } from '@borne/geodata/works/state'
import type { AmountMinor, Currency, Day, GuaranteeType, StopCause } from '@borne/geodata/works/types'

/** Documents are in French: the language of the contracts. */
const NARROW = '\u202f'
const UNKNOWN = '—'
const DAYS = new Intl.DateTimeFormat('fr-FR', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** «1er octobre 2026» */
export function tellDay(day: Day | null): string {
  return day === null ? UNKNOWN : DAYS.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ')
}

/** «1 234 567,89», without its currency. */
export function tellAmount(amountMinor: AmountMinor): string {
  const [whole = '', hundredths] = (Math.abs(amountMinor) / 100).toFixed(2).split('.')
  return `${amountMinor < 0 ? '−' : ''}${group(whole)},${hundredths}`
}

export function tellMoney(amountMinor: AmountMinor, currency: Currency): string {
  return `${tellAmount(amountMinor)}${NARROW}${currency}`
}

/** Thousandths of a unit, with as many decimals as there are. */
export function tellQuantity(quantityMilli: number): string {
  const [whole = '', thousandths = ''] = (quantityMilli / 1000).toFixed(3).split('.')
  const decimals = thousandths.replace(/0+$/, '')
  return group(whole) + (decimals && `,${decimals}`)
}

/** 46.34 is «46,3 %». */
export function tellPercent(percent: number | null): string {
  if (percent === null) return UNKNOWN
  const text = percent.toFixed(1).replace(/\.0$/, '').replace('.', ',')
  return `${text}${NARROW}%`
}

/** Shares of the terms: 1 000 millionths are «0,1 %». */
export function tellShare(sharePpm: number): string {
  return `${String(sharePpm / 10_000).replace('.', ',')}${NARROW}%`
}

export function tellDays(days: number | null): string {
  return days === null ? UNKNOWN : `${group(String(days))}${NARROW}${days > 1 ? 'jours' : 'jour'}`
}

export const orUnknown = (text: string | null | undefined): string => text || UNKNOWN

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, NARROW)
}

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
