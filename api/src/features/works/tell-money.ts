import { contractState, END_OF_TIME } from '@borne/geodata/works/contract-state'
import { addDays } from '@borne/geodata/works/days'
import { shareOf } from '@borne/geodata/works/divide-rounded'
import { ledger } from '@borne/geodata/works/ledger'
import type { Ledger } from '@borne/geodata/works/results'
import type { ContractState } from '@borne/geodata/works/state'
import type { Bill, Day, WorksContract } from '@borne/geodata/works/types'
import { quantitiesAt } from './demonstration-bill.ts'
import type { ContractStory } from './demonstration-set.ts'
import type { EventWriter } from './event-writer.ts'

const PAID_AFTER_DAYS = 21
const PERFORMANCE_PPM = 50_000

interface Telling {
  readonly writer: EventWriter
  readonly contract: WorksContract
  readonly bill: Bill
  readonly statusDate: Day
}

/** Guarantees, the advance, the certificates and their payments, the retention: the amounts are those of the ledger. */
export function tellMoney(story: ContractStory, telling: Telling): void {
  const { writer } = telling
  tellGuarantees(story, telling)
  let number = 0
  if (story.advanceOn !== undefined) {
    number += 1
    const fields = { number, role: 'advance', quantities: [], penaltiesMinor: 0 } as const
    const about = writer.write('certificate', story.advanceOn, fields, { by: 'coordinator' })
    pay(telling, { about, on: addDays(story.advanceOn, PAID_AFTER_DAYS) })
  }
  for (const told of story.certificates ?? []) {
    const { on, percent, penaltyDays = 0 } = told
    number += 1
    const quantities = percent === undefined ? validatedOn(telling, on) : quantitiesAt(telling.bill, percent)
    const { amountMinor, terms } = telling.contract
    const penaltiesMinor = shareOf(amountMinor, terms.penaltyPerDayPpm * penaltyDays)
    const fields = { number, role: told.role ?? ('interim' as const), quantities, penaltiesMinor }
    const about = writer.write('certificate', on, fields, { by: 'coordinator' })
    const paidOn = told.paidOn === undefined ? addDays(on, PAID_AFTER_DAYS) : told.paidOn
    if (paidOn !== null) pay(telling, { about, on: paidOn })
  }
  if (story.releaseOn !== undefined) {
    const { retentionHeldMinor: amountMinor } = ledgerNow(telling).totals
    writer.write('retention-release', story.releaseOn, { amountMinor }, { by: 'coordinator' })
  }
}

function tellGuarantees(story: ContractStory, { writer, contract }: Telling): void {
  const { signature, 'start-order': start } = story.chain
  if (signature === undefined || start === undefined) return
  const end = addDays(start, contract.durationDays)
  const reference = (kind: string) => `${story.reference}-${kind}`
  const { amountMinor, terms } = contract
  const given = [
    {
      type: 'performance' as const,
      reference: reference('BE'),
      amountMinor: shareOf(amountMinor, PERFORMANCE_PPM),
      expiresOn: story.performanceExpiresOn ?? addDays(end, 540),
    },
    ...(story.advanceOn === undefined
      ? []
      : [
          {
            type: 'advance' as const,
            reference: reference('AV'),
            amountMinor: shareOf(amountMinor, terms.advancePpm),
            expiresOn: story.advanceGuaranteeExpiresOn ?? addDays(end, 180),
          },
        ]),
    ...(story.guarantees ?? []).map((one) => ({
      ...one,
      amountMinor: shareOf(amountMinor, PERFORMANCE_PPM),
    })),
  ]
  const final = story.chain['final-acceptance']
  for (const one of given) {
    const about = writer.write(
      'guarantee',
      signature,
      { ...one, issuer: 'Banque Exemple (fictive)' },
      { by: 'coordinator' },
    )
    if (final !== undefined) writer.write('guarantee-released', final, {}, { by: 'coordinator', about })
  }
}

function pay(telling: Telling, { about, on }: { readonly about: string; readonly on: Day }): void {
  if (on > telling.statusDate) return
  const line = ledgerNow(telling).lines.find(({ certificateId }) => certificateId === about)!
  const amountMinor = line.outstandingMinor
  telling.writer.write('payment', on, { amountMinor }, { by: 'coordinator', about })
}

function validatedOn(telling: Telling, on: Day) {
  return stateOn(telling, on).progress.items.flatMap(({ itemCode, quantityMilli }) =>
    quantityMilli === 0 ? [] : [{ itemCode, quantityMilli }],
  )
}

function ledgerNow(telling: Telling): Ledger {
  return ledger(telling.contract, stateOn(telling, END_OF_TIME.on))
}

function stateOn({ contract, writer }: Telling, on: Day): ContractState {
  return contractState(contract, writer.events, { ...END_OF_TIME, on })
}
