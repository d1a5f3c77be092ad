import { billTotalMinor } from '@borne/geodata/works/bill-total'
import { ledger } from '@borne/geodata/works/ledger'
import type { CertificateAmounts, LedgerLine } from '@borne/geodata/works/results'
import type { CertificateFact } from '@borne/geodata/works/state'
import type { Bill } from '@borne/geodata/works/types'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import {
  orUnknown,
  tellAmount,
  tellDay,
  tellMoney,
  tellQuantity,
  tellShare,
} from '../../../platform/documents/french-words.ts'
import { problem } from '../../../platform/problems.ts'
import { amountInWords } from './amount-in-words.ts'
import { contractFacts, contractOn, wholeState } from './contract-facts.ts'
import type { DocumentSource } from './document-source.ts'
import { CERTIFICATES, GUARANTEES } from './document-words.ts'

/** What a payment certificate says: every line of the bill, what is kept back, and the net in figures and in words. */
export function paymentCertificateFacts(source: DocumentSource): Facts {
  const { contract } = source
  const { currency } = contract
  const certificate = findCertificate(source)
  const then = contractOn(source, certificate.on)
  const lines = ledger(contract, then.state).lines
  const line = lines.find(({ certificateId }) => certificateId === certificate.id)
  const bill = then.state.bills.at(-1)?.bill
  if (!line || !bill) throw problem('works-without-bill')
  // The certificate of an advance measures nothing: what was measured before it stands.
  const before = lines.slice(0, lines.indexOf(line)).findLast(({ role }) => role !== 'advance')
  const measured = line.role === 'advance' ? before : line
  return {
    ...contractFacts(source, then),
    numero: String(certificate.number),
    natureDecompte: CERTIFICATES[certificate.role],
    dateDecompte: tellDay(certificate.on),
    remarques: orUnknown(certificate.note),
    lots: groupRows(bill, { measured, before }),
    totalMarche: tellAmount(billTotalMinor(bill)),
    totalCumul: tellAmount(line.toDate.grossMinor),
    totalPeriode: tellAmount(line.period.grossMinor),
    recapitulatif: summaryRows(source, line),
    netCumul: tellAmount(line.toDate.netMinor),
    netAvant: tellAmount(line.toDate.netMinor - line.period.netMinor),
    netPeriode: tellAmount(line.period.netMinor),
    netAPayer: tellMoney(line.period.netMinor, currency),
    netEnLettres: amountInWords(line.period.netMinor, currency),
    garantiesEchues: line.lapsedGuarantees.map(({ type, reference, expiresOn }) => ({
      garantie: GUARANTEES[type],
      referenceGarantie: reference,
      echeance: tellDay(expiresOn),
    })),
  }
}

function findCertificate(source: DocumentSource): CertificateFact {
  const { certificates } = wholeState(source)
  const { eventId } = source
  const found =
    eventId === undefined
      ? certificates.at(-1)
      : certificates.find(({ id, eventId: own }) => id === eventId || own === eventId)
  if (!found) throw problem('document-without-event', { kind: 'décompte' }, { field: 'event' })
  return found
}

interface Lines {
  readonly measured: LedgerLine | undefined
  readonly before: LedgerLine | undefined
}

function groupRows(bill: Bill, { measured, before }: Lines): Facts[] {
  const itemIn = (line: LedgerLine | undefined, code: string) =>
    line?.items.find(({ itemCode }) => itemCode === code)
  return bill.packages.map(({ code, label }) => {
    const items = bill.items
      .filter(({ packageCode }) => packageCode === code)
      .map((item) => {
        const { quantityMilli = 0, amountMinor = 0 } = itemIn(measured, item.code) ?? {}
        const periodMinor = amountMinor - (itemIn(before, item.code)?.amountMinor ?? 0)
        return { item, quantityMilli, amountMinor, periodMinor }
      })
    const sum = (of: (one: (typeof items)[number]) => number) =>
      tellAmount(items.reduce((all, one) => all + of(one), 0))
    return {
      lot: code,
      intituleLot: label,
      lignes: items.map(({ item, quantityMilli, amountMinor, periodMinor }) => ({
        numeroLigne: item.code,
        designation: item.label,
        unite: item.unit,
        quantiteMarche: tellQuantity(item.quantityMilli),
        prixUnitaire: tellAmount(item.unitPriceMinor),
        quantiteCumul: tellQuantity(quantityMilli),
        montantCumul: tellAmount(amountMinor),
        montantPeriode: tellAmount(periodMinor),
      })),
      sousTotalCumul: sum(({ amountMinor }) => amountMinor),
      sousTotalPeriode: sum(({ periodMinor }) => periodMinor),
    }
  })
}

/** Each sum to date, before and now; what is kept back with its sign. */
function summaryRows({ contract }: DocumentSource, { toDate, period }: LedgerLine): Facts[] {
  const { terms } = contract
  const row = (libelle: string, name: keyof CertificateAmounts, sign: 1 | -1 = 1) => ({
    libelle,
    cumul: tellAmount(sign * toDate[name]),
    avant: tellAmount(sign * (toDate[name] - period[name])),
    periode: tellAmount(sign * period[name]),
  })
  return [
    row('Travaux exécutés', 'grossMinor'),
    row(`Avance de démarrage (${tellShare(terms.advancePpm)})`, 'advanceMinor'),
    row('Remboursement de l’avance', 'recoveryMinor', -1),
    row(`Retenue de garantie (${tellShare(terms.retentionPpm)})`, 'retentionMinor', -1),
    row('Pénalités de retard', 'penaltiesMinor', -1),
    row(`Taxes (${tellShare(contract.taxPpm)})`, 'taxMinor'),
  ]
}
