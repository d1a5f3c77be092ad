import { addMonths } from '@borne/geodata/works/days'
import { ledger } from '@borne/geodata/works/ledger'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import { orUnknown, tellDay, tellMoney, tellPercent } from '../../../platform/documents/french-words.ts'
import { problem } from '../../../platform/problems.ts'
import type { RecordedEvent } from '../contract.ts'
import { contractFacts, contractOn, punchFacts, wholeState } from './contract-facts.ts'
import type { DocumentSource } from './document-source.ts'

const KINDS = ['pre-acceptance', 'provisional-acceptance', 'final-acceptance'] as const
type AcceptanceKind = (typeof KINDS)[number]

const WORDS: Readonly<Record<AcceptanceKind, { readonly nature: string; readonly article: string }>> = {
  'pre-acceptance': { nature: 'pré-réception', article: 'la pré-réception' },
  'provisional-acceptance': { nature: 'réception provisoire', article: 'la réception provisoire' },
  'final-acceptance': { nature: 'réception définitive', article: 'la réception définitive' },
}

/** What the minutes of an acceptance say: of what, when, with which réserves, and what follows from it. */
export function acceptanceFacts(source: DocumentSource): Facts {
  const { contract } = source
  const { kind, on, note } = findAcceptance(source)
  const then = contractOn(source, on)
  const { state } = then
  const { totals } = ledger(contract, state)
  const open = state.punchItems.filter((item) => item.state !== 'lifted')
  const lifted = state.punchItems.filter((item) => item.state === 'lifted')
  return {
    ...contractFacts(source, then),
    nature: WORDS[kind].nature,
    natureArticle: WORDS[kind].article,
    natureMajuscule: WORDS[kind].nature.toLocaleUpperCase('fr'),
    dateReception: tellDay(on),
    remarques: orUnknown(note),
    prereception: kind === 'pre-acceptance',
    provisoire: kind === 'provisional-acceptance',
    definitive: kind === 'final-acceptance',
    physique: tellPercent(state.progress.physicalPercent),
    nombreReserves: String(open.length),
    nombreReservesLevees: String(lifted.length),
    reserves: punchFacts(open),
    garantieMois: String(contract.terms.guaranteeMonths),
    garantieFin: tellDay(
      kind === 'pre-acceptance' ? null : guaranteeEnd(state.chain['provisional-acceptance'], contract),
    ),
    dateProvisoire: tellDay(state.chain['provisional-acceptance']),
    retenue: tellMoney(totals.retentionHeldMinor, contract.currency),
    certifie: tellMoney(totals.grossMinor, contract.currency),
  }
}

function guaranteeEnd(acceptedOn: string | null, { terms }: DocumentSource['contract']): string | null {
  return acceptedOn && addMonths(acceptedOn, terms.guaranteeMonths)
}

/** The acceptance that is asked for, or the latest one that counts. */
function findAcceptance(source: DocumentSource): { kind: AcceptanceKind; on: string; note: string } {
  const { chain } = wholeState(source)
  const { events, eventId, knownAt } = source
  const known = events.filter((event) => event.recordedAt <= knownAt)
  const asked = known.find(({ id }) => id === eventId)
  const kind =
    eventId === undefined
      ? KINDS.findLast((one) => chain[one] !== null)
      : KINDS.find((one) => one === asked?.kind)
  const on = kind && chain[kind]
  if (!kind || !on) throw problem('document-without-event', { kind: 'PV de réception' }, { field: 'event' })
  const last = known.findLast(
    (event): event is RecordedEvent & { kind: AcceptanceKind } =>
      event.kind === kind && event.happenedOn === on,
  )
  return { kind, on, note: last && 'note' in last.payload ? last.payload.note : '' }
}
