import { CHAIN_STEPS, type ChainStep, type ContractState } from '@borne/geodata/works/state'

export type Step = ChainStep | 'stop-order' | 'resume-order'

/** The next steps of the chain, the orders that a contract under way can get, and its end. */
export function possibleSteps({ chain, suspensions }: Pick<ContractState, 'chain' | 'suspensions'>): Step[] {
  if (chain.termination !== null || chain['final-acceptance'] !== null) return []
  const done = CHAIN_STEPS.findLastIndex((step) => chain[step] !== null)
  const isWorking = chain['start-order'] !== null && chain['provisional-acceptance'] === null
  const isStopped = suspensions.at(-1)?.to === null
  const order: Step[] = isWorking ? [isStopped ? 'resume-order' : 'stop-order'] : []
  const next = CHAIN_STEPS.slice(done + 1).filter(
    (step) =>
      step !== 'termination' &&
      (step !== 'final-acceptance' || chain['provisional-acceptance'] !== null) &&
      (!step.endsWith('acceptance') || chain['start-order'] !== null),
  )
  return [...order, ...next, ...(chain.signature === null ? [] : (['termination'] as const))]
}
