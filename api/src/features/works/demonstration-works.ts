import { seeded } from '@borne/geodata/itinerary/seeded'
import { CHAIN_STEPS } from '@borne/geodata/works/state'
import type { AnyWorksEvent, Bill, Day, WorksContract } from '@borne/geodata/works/types'
import { billFromShares, planFromBill } from './demonstration-bill.ts'
import {
  type ContractStory,
  type DemonstrationSet,
  readDemonstrationSet,
  type ToldPunchItem,
} from './demonstration-set.ts'
import {
  createEventWriter,
  demonstrationId,
  type EventWriter,
  inOrderOfRecording,
  type Recorder,
} from './event-writer.ts'
import { tellMoney } from './tell-money.ts'
import { tellProgress } from './tell-progress.ts'

/** A fictional contract with everything that happened on it up to the demonstration's today. */
export interface DemonstrationContract extends WorksContract {
  readonly key: string
  readonly reference: string
  readonly title: string
  readonly projectKey: string
  readonly contractorKey: string | null
  /** Keys of the demonstration's posts. */
  readonly postKeys: readonly string[]
  /** In the order of their recording; `recordedBy` is a role (see `Recorder`), whose account it stands for. */
  readonly events: readonly AnyWorksEvent[]
}

export type DemonstrationWorks = Pick<
  DemonstrationSet,
  'statusDate' | 'programmes' | 'donors' | 'contractors' | 'projects' | 'rates'
> & { readonly contracts: readonly DemonstrationContract[] }

/** The firm of the demonstration's contractor account: on its contracts that account reports, on the others the focal point. */
export const DEMONSTRATION_FIRM = 'exemple'

/** The checklists that inspections of the demonstration answer, with the ids of their items. */
export type ChecklistItems = Readonly<Record<string, readonly string[]>>

/**
 * Works out the fictional works from their file: the same each time, and by the functions that judge and sum up real works.
 *
 * @param checklists Of the database; an inspection of another checklist is left out.
 */
export async function buildDemonstrationWorks(checklists: ChecklistItems): Promise<DemonstrationWorks> {
  const set = await readDemonstrationSet()
  const { statusDate, programmes, donors, contractors, projects, rates } = set
  const contracts = set.contracts.map((story, index) =>
    tellContract(set, { story, number: index + 1, checklists }),
  )
  return { statusDate, programmes, donors, contractors, projects, rates, contracts }
}

/** Whoever reports on a contract, and whoever decides. */
interface People {
  readonly proposer: Recorder
  readonly decider: Recorder
}

function tellContract(
  { projects, bills, statusDate }: DemonstrationSet,
  { story, number, checklists }: { story: ContractStory; number: number; checklists: ChecklistItems },
): DemonstrationContract {
  const { key, reference, title, projectKey, contractorKey, postKeys, amountMinor, durationDays, terms } =
    story
  const { currency, taxPpm } = projects.find((project) => project.key === projectKey)!
  const contract = { id: demonstrationId(number, 0), currency, amountMinor, taxPpm, durationDays, terms }
  const bill = billFromShares(bills[story.works]!, amountMinor)
  const writer = createEventWriter(number, contract.id)
  const people: People =
    contractorKey === DEMONSTRATION_FIRM
      ? { proposer: 'contractor', decider: 'focal-point' }
      : { proposer: 'focal-point', decider: 'coordinator' }
  tellAgreement(story, { writer, bill })
  tellProgress(story, { writer, bill, statusDate, ...people, random: seeded(number) })
  tellMoney(story, { writer, contract, bill, statusDate })
  tellQuality(story, { writer, checklists, ...people })
  const events = inOrderOfRecording(writer.events)
  return { ...contract, key, reference, title, projectKey, contractorKey, postKeys, events }
}

function tellAgreement(story: ContractStory, { writer, bill }: { writer: EventWriter; bill: Bill }): void {
  const by = 'coordinator'
  const { chain, durationDays, replan } = story
  const start = chain['start-order']
  const billOn = story.billOn ?? chain.tender ?? chain.signature
  if (billOn !== undefined) writer.write('bill', billOn, bill, { by })
  for (const step of CHAIN_STEPS) if (chain[step] !== undefined) writer.write(step, chain[step], {}, { by })
  for (const { on, ...payload } of story.amendments ?? []) {
    writer.write('amendment', on, { ...payload, bill: null }, { by })
  }
  for (const { from, to, cause, note } of story.suspensions ?? []) {
    writer.write('stop-order', from, { cause, note: `Fictif : ${note}` }, { by })
    if (to !== null) writer.write('resume-order', to, {}, { by })
  }
  if (start === undefined) return
  const plan = (on: Day, role: 'baseline' | 'current', days: number) => {
    const name = role === 'baseline' ? 'Planning de référence' : 'Planning révisé'
    writer.write('plan', on, planFromBill(bill, { role, name, days }), { by })
  }
  plan(start, 'baseline', durationDays)
  if (replan !== undefined) plan(replan.on, 'current', replan.days)
}

function tellQuality(
  { lostDays, inspections, punchItems }: ContractStory,
  { writer, checklists, ...people }: People & { writer: EventWriter; checklists: ChecklistItems },
): void {
  for (const [on, cause, rainMillimetres] of lostDays ?? []) {
    const note = 'Fictif : relevé du chantier.'
    writer.write('lost-day', on, { cause, rainMillimetres, note }, { by: 'focal-point' })
  }
  for (const { on, checklistId, faults } of inspections ?? []) {
    const answers = (checklists[checklistId] ?? []).map((itemId) => {
      const isFault = faults.includes(itemId)
      return {
        itemId,
        result: isFault ? ('nonconforming' as const) : ('conforming' as const),
        note: isFault ? 'Fictif : à reprendre.' : '',
      }
    })
    if (answers.length > 0) writer.write('inspection', on, { checklistId, answers }, { by: 'focal-point' })
  }
  for (const item of punchItems ?? []) tellPunchItem(writer, item, people)
}

function tellPunchItem(
  writer: EventWriter,
  { on, steps, ...fields }: ToldPunchItem,
  { proposer, decider }: People,
): void {
  const about = writer.write('punch-item', on, { ...fields, pin: null }, { by: 'focal-point' })
  for (const step of steps) {
    const by = step.kind === 'punch-corrected' ? proposer : decider
    writer.write(step.kind, step.on, {}, { by, about })
  }
}
