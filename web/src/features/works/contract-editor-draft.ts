import type { WorksContractDetail, WorksContractInput } from '@borne/api/contracts/works'
import { CURRENCIES } from '@borne/geodata/works/types'
import type { Language } from '../../ui/language.tsx'
import { readAmount, readShare, writeAmount, writeShare } from './money.ts'

/** What is typed of a contract, by the paths of the server. */
export const CONTRACT_FIELDS = [
  'reference',
  'title',
  'projectId',
  'contractorId',
  'currency',
  'amountMinor',
  'taxPpm',
  'durationDays',
  'terms.penaltyPerDayPpm',
  'terms.penaltyCapPpm',
  'terms.retentionPpm',
  'terms.advancePpm',
  'terms.advanceRecoveryFromPpm',
  'terms.advanceRecoveryToPpm',
  'terms.guaranteeMonths',
] as const
export type ContractField = (typeof CONTRACT_FIELDS)[number]
export type ShareField = Extract<ContractField, `${string}Ppm`>

export interface ContractDraft {
  readonly texts: Readonly<Record<ContractField, string>>
  readonly postIds: readonly string[]
}

export type ContractFault = 'missing' | 'amount' | 'share' | 'days' | 'months' | 'recovery'
export type ContractFaults = Partial<Record<ContractField | 'postIds', ContractFault>>

const MOST_DAYS = 3650
const MOST_MONTHS = 120
const WHOLE_PPM = 1_000_000

/** Nothing is assumed of the terms: each contract states its own. */
export function newContractDraft(): ContractDraft {
  const texts = Object.fromEntries(CONTRACT_FIELDS.map((field) => [field, ''])) as ContractDraft['texts']
  return { texts: { ...texts, currency: CURRENCIES[0] }, postIds: [] }
}

export function draftOfContract(contract: WorksContractDetail, language: Language): ContractDraft {
  const { terms } = contract
  const share = (ppm: number) => writeShare(ppm, language)
  return {
    texts: {
      reference: contract.reference,
      title: contract.title,
      projectId: contract.project.id,
      contractorId: contract.contractor?.id ?? '',
      currency: contract.currency,
      amountMinor: writeAmount(contract.amountMinor, language),
      taxPpm: share(contract.taxPpm),
      durationDays: String(contract.durationDays),
      'terms.penaltyPerDayPpm': share(terms.penaltyPerDayPpm),
      'terms.penaltyCapPpm': share(terms.penaltyCapPpm),
      'terms.retentionPpm': share(terms.retentionPpm),
      'terms.advancePpm': share(terms.advancePpm),
      'terms.advanceRecoveryFromPpm': share(terms.advanceRecoveryFromPpm),
      'terms.advanceRecoveryToPpm': share(terms.advanceRecoveryToPpm),
      'terms.guaranteeMonths': String(terms.guaranteeMonths),
    },
    postIds: contract.posts.map(({ id }) => id),
  }
}

/** Whether the advance is none: then nothing is asked of how it is paid back. */
export function isWithoutAdvance({ texts }: ContractDraft): boolean {
  return readShare(texts['terms.advancePpm']) === 0
}

export function checkContractDraft(draft: ContractDraft): ContractFaults {
  const { texts, postIds } = draft
  const faults: ContractFaults = postIds.length === 0 ? { postIds: 'missing' } : {}
  const skipped = new Set<ContractField>(['contractorId', ...(isWithoutAdvance(draft) ? RECOVERY : [])])
  for (const field of CONTRACT_FIELDS) {
    const fault = skipped.has(field) ? undefined : faultOf(field, texts[field])
    if (fault) faults[field] = fault
  }
  if (!isWithoutAdvance(draft) && !RECOVERY.some((field) => faults[field])) {
    const [from, to] = RECOVERY.map((field) => readShare(texts[field]) ?? 0)
    if (from! >= to!) faults['terms.advanceRecoveryToPpm'] = 'recovery'
  }
  return faults
}

const RECOVERY = ['terms.advanceRecoveryFromPpm', 'terms.advanceRecoveryToPpm'] as const

function faultOf(field: ContractField, text: string): ContractFault | undefined {
  if (text.trim() === '') return 'missing'
  if (field.endsWith('Ppm')) return isWithin(readShare(text), 0, WHOLE_PPM) ? undefined : 'share'
  switch (field) {
    case 'amountMinor':
      return isWithin(readAmount(text), 1, Number.MAX_SAFE_INTEGER) ? undefined : 'amount'
    case 'durationDays':
      return isWithin(readWhole(text), 1, MOST_DAYS) ? undefined : 'days'
    case 'terms.guaranteeMonths':
      return isWithin(readWhole(text), 0, MOST_MONTHS) ? undefined : 'months'
  }
}

function isWithin(value: number | null, least: number, most: number): boolean {
  return value !== null && value >= least && value <= most
}

function readWhole(text: string): number | null {
  return /^\d+$/.test(text.trim()) ? Number(text) : null
}

/** What is sent of a draft without faults. */
export function contractInputOf(draft: ContractDraft): WorksContractInput {
  const { texts, postIds } = draft
  const share = (field: ShareField) => readShare(texts[field])!
  const recovery = isWithoutAdvance(draft)
    ? { advanceRecoveryFromPpm: 0, advanceRecoveryToPpm: WHOLE_PPM }
    : {
        advanceRecoveryFromPpm: share('terms.advanceRecoveryFromPpm'),
        advanceRecoveryToPpm: share('terms.advanceRecoveryToPpm'),
      }
  return {
    reference: texts.reference.trim(),
    title: texts.title.trim(),
    projectId: texts.projectId,
    contractorId: texts.contractorId || null,
    postIds: [...postIds],
    currency: texts.currency as WorksContractInput['currency'],
    amountMinor: readAmount(texts.amountMinor)!,
    taxPpm: share('taxPpm'),
    durationDays: readWhole(texts.durationDays)!,
    terms: {
      penaltyPerDayPpm: share('terms.penaltyPerDayPpm'),
      penaltyCapPpm: share('terms.penaltyCapPpm'),
      retentionPpm: share('terms.retentionPpm'),
      advancePpm: share('terms.advancePpm'),
      ...recovery,
      guaranteeMonths: readWhole(texts['terms.guaranteeMonths'])!,
    },
  }
}

/** What two drafts say differently, in the order of the form. */
export function changedContractFields(
  one: ContractDraft,
  other: ContractDraft,
): (ContractField | 'postIds')[] {
  const fields = CONTRACT_FIELDS.filter((field) => one.texts[field].trim() !== other.texts[field].trim())
  const isSamePosts = [...one.postIds].sort().join() === [...other.postIds].sort().join()
  return isSamePosts ? fields : [...fields, 'postIds']
}
