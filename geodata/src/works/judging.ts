import { answered, type Fold } from './fold-event.ts'
import type { WorksRefusal, WorksRefusalCode } from './results.ts'
import type { AnyWorksEvent, WorksEvent, WorksEventKind } from './types.ts'

/** An event in front of what stands before it. */
export interface Judging<Kind extends WorksEventKind = WorksEventKind> {
  readonly fold: Fold
  readonly event: WorksEvent<Kind>
  /** Whoever records it; null = unknown. */
  readonly by: string | null
  /** Photos linked to it; null where that is not asked any more. */
  readonly photoCount: number | null
}

/** The refusals of one kind of event. */
export type Judge<Kind extends WorksEventKind> = (judging: Judging<Kind>) => WorksRefusal[]

/** Where in the event it is, for `refuseAt`. */
export interface Spot {
  readonly field?: string
  /** From 0. */
  readonly index?: number
}

export function refusal<Code extends string = WorksRefusalCode>(
  code: Code,
  params: WorksRefusal['params'] = {},
  { field, index }: Spot = {},
): WorksRefusal<Code> {
  return {
    code,
    ...(field === undefined ? {} : { field }),
    ...(index === undefined ? {} : { row: index + 1 }),
    params,
  }
}

/** A refusal where the claim holds, nothing where it does not. */
export function refuseIf(
  claim: boolean,
  ...what: Parameters<typeof refusal<WorksRefusalCode>>
): WorksRefusal[] {
  return claim ? [refusal(...what)] : []
}

/** Each later use of a code that was there before, by its row. */
export function refuseDuplicates(codes: readonly string[], field: string): WorksRefusal[] {
  const firstRows = new Map<string, number>()
  return codes.flatMap((code, index) => {
    const firstRow = firstRows.get(code)
    if (firstRow !== undefined) return [refusal('duplicate-code', { code, firstRow }, { field, index })]
    firstRows.set(code, index + 1)
    return []
  })
}

/** What is answered has to be there, and not after the answer: a day before it folds too early to be found. */
export function refuseWithout<Told extends { readonly id: string }>(
  { fold, event }: Judging,
  told: readonly Told[],
  judge: (one: Told) => WorksRefusal[],
): WorksRefusal[] {
  const one = answered(fold, told, event as AnyWorksEvent)
  return one === undefined ? [refusal('unknown-event', {}, { field: 'about' })] : judge(one)
}
