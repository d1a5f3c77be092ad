import { contractClock } from '@borne/geodata/works/contract-clock'
import { contractState, END_OF_TIME } from '@borne/geodata/works/contract-state'
import { daysBetween } from '@borne/geodata/works/days'
import { shareOf } from '@borne/geodata/works/divide-rounded'
import type { ContractClock } from '@borne/geodata/works/results'
import type { ContractState, PunchItem } from '@borne/geodata/works/state'
import type { Day } from '@borne/geodata/works/types'
import { DEMONSTRATION_MARK, type Facts } from '../../../platform/documents/document-facts.ts'
import {
  orUnknown,
  tellDay,
  tellDays,
  tellMoney,
  tellShare,
} from '../../../platform/documents/french-words.ts'
import type { DocumentSource } from './document-source.ts'
import { CAUSES, PUNCH_STATES, SEVERITIES, STAGES } from './document-words.ts'

export interface ContractOn {
  readonly state: ContractState
  readonly clock: ContractClock
}

export function contractOn({ contract, events, knownAt }: DocumentSource, on: Day): ContractOn {
  const state = contractState(contract, events, { on, knownAt })
  return { state, clock: contractClock(contract, state, on) }
}

/** With all that is recorded, whatever its day. */
export function wholeState({ contract, events, knownAt }: DocumentSource): ContractState {
  return contractState(contract, events, { on: END_OF_TIME.on, knownAt })
}

/** What every document says of the contract, as it stood on its day. */
export function contractFacts({ contract, knownAt }: DocumentSource, { state, clock }: ContractOn): Facts {
  const { currency } = contract
  const names = (items: readonly { readonly name: string }[]) => items.map(({ name }) => name).join(', ')
  const taxMinor = shareOf(state.amountMinor, contract.taxPpm)
  return {
    marque: contract.isDemonstration ? DEMONSTRATION_MARK : '',
    reference: contract.reference,
    intitule: contract.title,
    programme: contract.programme.name,
    projet: contract.project.name,
    bailleurs: orUnknown(names(contract.donors)),
    postes: orUnknown(names(contract.posts)),
    entreprise: orUnknown(contract.contractor?.name),
    devise: currency,
    montantSigne: tellMoney(contract.amountMinor, currency),
    montant: tellMoney(state.amountMinor, currency),
    tauxTaxes: tellShare(contract.taxPpm),
    montantTTC: tellMoney(state.amountMinor + taxMinor, currency),
    avenants: state.amendments.map((amendment) => ({
      numero: String(amendment.number),
      date: tellDay(amendment.on),
      montant: tellMoney(amendment.amountChangeMinor, currency),
      jours: tellDays(amendment.daysChange),
      objet: orUnknown(amendment.note),
    })),
    etat: STAGES[state.stage],
    dateSignature: tellDay(state.chain.signature),
    dateDemarrage: tellDay(clock.startedOn),
    delai: tellDays(state.durationDays),
    arrets: state.suspensions.map(({ from, to, cause, note }) => ({
      du: tellDay(from),
      au: to === null ? 'en cours' : tellDay(to),
      jours: tellDays(daysBetween(from, to !== null && to <= clock.on ? to : clock.on)),
      cause: CAUSES[cause],
      note: orUnknown(note),
    })),
    joursArret: tellDays(clock.suspendedDays),
    finPrevue: tellDay(clock.plannedEnd),
    joursEcoules: tellDays(clock.elapsedDays),
    joursRetard: tellDays(clock.delayDays),
    enRetard: clock.delayDays > 0,
    penalites: tellMoney(clock.penalty.exposureMinor, currency),
    edite: tellDay(knownAt.slice(0, 10)),
  }
}

/** Réserves and nonconformities as rows, numbered in the order in which they were made. */
export function punchFacts(items: readonly PunchItem[]): Facts[] {
  return items.map((item, index) => ({
    numero: String(index + 1),
    nature: item.nature === 'reserve' ? 'réserve' : 'non-conformité',
    designation: item.note ? `${item.label} (${item.note})` : item.label,
    gravite: SEVERITIES[item.severity],
    responsable: orUnknown(item.owner),
    echeance: tellDay(item.dueOn),
    etatReserve: PUNCH_STATES[item.state],
  }))
}
