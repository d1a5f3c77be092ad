import type { WorksContractDetail, WorksContractInput, WorksFile } from '@borne/api/contracts/works'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiProblem, type Problem, sendJson } from '../../platform/api.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import {
  type ContractDraft,
  type ContractField,
  changedContractFields,
  checkContractDraft,
  contractInputOf,
  draftOfContract,
  newContractDraft,
} from './contract-editor-draft.ts'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { LEFT_CONTRACT } from './use-works-search.ts'
import { contractQuery } from './works-queries.ts'

/** What somebody else saved while this was typed. */
export interface ContractConflict {
  /** What both began from. */
  readonly base: ContractDraft
  readonly theirs: WorksContractDetail
  readonly theirDraft: ContractDraft
}

export interface ContractForm {
  readonly draft: ContractDraft
  change(field: ContractField, text: string): void
  choosePosts(postIds: readonly string[]): void
  errorAt(field: ContractField | 'postIds'): string | undefined
}

/** What happens between opening the form and leaving it: typing, saving, and two people saving. */
export function useContractEditor(file: WorksFile | null) {
  const m = useMessages(contractEditorMessages)
  const { language } = useLanguage()
  const toast = useToast()
  const client = useQueryClient()
  const leave = useLeaveEditor()
  const [base, setBase] = useState(file?.contract ?? null)
  const [opened, setOpened] = useState(() => (base ? draftOfContract(base, language) : newContractDraft()))
  const [conflict, setConflict] = useState<ContractConflict | null>(null)
  const { form, faultCount, check, problem, setProblem, setDraft } = useContractForm(opened)
  const hasLeft = useRef(false)
  const { mutateAsync: send, isPending } = useSendContract(base?.id ?? null)

  async function save(draft: ContractDraft, version: number) {
    setProblem(null)
    try {
      const saved = await send({ input: contractInputOf(draft), version })
      hasLeft.current = true
      toast.show(base ? m.saved(saved.reference) : m.created(saved.reference))
      await client.invalidateQueries({ queryKey: ['works'] })
      await leave(saved.id)
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      if (error.problem.code === 'works-changed-meanwhile' && base) await openConflict(base.id)
      else if (error.problem.code !== 'sign-in-required') setProblem(error.problem)
    }
  }

  async function openConflict(contractId: string) {
    const { contract: theirs } = await client.fetchQuery({ ...contractQuery(contractId), staleTime: 0 })
    setConflict({ base: opened, theirs, theirDraft: draftOfContract(theirs, language) })
  }

  function beginFrom({ theirs, theirDraft }: ContractConflict) {
    setBase(theirs)
    setOpened(theirDraft)
  }

  return {
    form,
    problem,
    conflict,
    isPending,
    faultCount,
    isBlocked: () => !hasLeft.current && changedContractFields(form.draft, opened).length > 0,
    leave: () => leave(base?.id ?? null),
    /** What was typed is given up with the contract that is archived. */
    leaveArchived: () => {
      hasLeft.current = true
      return leave(null)
    },
    submit: async () => {
      if (!check()) return
      if (base && changedContractFields(form.draft, opened).length === 0) toast.show(m.unchanged)
      else await save(form.draft, base?.version ?? 0)
    },
    /** Where both say the same, there is nothing to choose: what is saved is what was typed. */
    closeConflict: (closed: ContractConflict) => {
      setConflict(null)
      if (changedContractFields(form.draft, closed.theirDraft).length === 0) beginFrom(closed)
    },
    merge: async (merged: ContractDraft, merging: ContractConflict) => {
      setConflict(null)
      beginFrom(merging)
      setDraft(merged)
      const isTheirs = changedContractFields(merged, merging.theirDraft).length === 0
      const isWhole = Object.keys(checkContractDraft(merged)).length === 0
      if (isWhole && !isTheirs) await save(merged, merging.theirs.version)
    },
  }
}

function useSendContract(contractId: string | null) {
  return useMutation({
    mutationFn: ({ input, version }: { input: WorksContractInput; version: number }) =>
      contractId
        ? sendJson<WorksContractDetail>('PUT', `/api/works/contracts/${contractId}`, { ...input, version })
        : sendJson<WorksContractDetail>('POST', '/api/works/contracts', input),
  })
}

/** What is typed, and what is wrong with it: from the first try to save on, as one types. */
function useContractForm(opened: ContractDraft) {
  const m = useMessages(contractEditorMessages)
  const [draft, setDraft] = useState(opened)
  const [isChecked, setIsChecked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const faults = isChecked ? checkContractDraft(draft) : {}
  /** A field that is typed in again is no longer the one that was refused. */
  const forget = (field: string) =>
    setProblem((old) => {
      const errors = old?.errors?.filter((error) => error.field !== field)
      return old?.errors && errors?.length === 0 ? null : old && { ...old, errors }
    })
  const form: ContractForm = {
    draft,
    change: (field, text) => {
      setDraft((old) => ({ ...old, texts: { ...old.texts, [field]: text } }))
      forget(field)
    },
    choosePosts: (postIds) => {
      setDraft((old) => ({ ...old, postIds }))
      forget('postIds')
    },
    errorAt: (field) => {
      const fault = faults[field]
      return fault ? m.faults[fault] : problem?.errors?.find((error) => error.field === field)?.message
    },
  }
  const check = () => {
    setIsChecked(true)
    return Object.keys(checkContractDraft(draft)).length === 0
  }
  return { form, setDraft, check, problem, setProblem, faultCount: Object.keys(faults).length }
}

/** Back to the contract, or to the portfolio where there is none. */
export function useLeaveEditor() {
  const navigate = useNavigate()
  return (contractId: string | null) =>
    contractId
      ? navigate({ to: '/works/$contractId', params: { contractId }, search: (old) => old as never })
      : navigate({ to: '/works', search: (old) => ({ ...old, ...LEFT_CONTRACT }) as never })
}
