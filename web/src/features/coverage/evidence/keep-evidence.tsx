import type { CoverageEvidence, CoverageEvidenceInput } from '@borne/api/contracts/coverage'
import { IconRubberStamp } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sendJson } from '../../../platform/api.ts'
import { usePermission } from '../../../platform/use-permission.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { evidenceMessages } from './evidence-messages.ts'
import { EVIDENCE_KEY } from './evidence-queries.ts'

interface KeepEvidenceButtonProps {
  /** What is measured and kept; with where posts should stand, or with what it is compared to. */
  asked: Omit<CoverageEvidenceInput, 'name'>
  /** Proposed as the name. */
  title: string
  /** Names the button where there are several: «Garder A comme preuve». */
  label?: string
}

/** Keeps the figures of a question with all that they are made of. */
export function KeepEvidenceButton({ asked, title, label }: KeepEvidenceButtonProps) {
  const m = useMessages(evidenceMessages)
  const mayPlan = usePermission('coverage.plan')
  const [isOpen, setIsOpen] = useState(false)
  if (!mayPlan) return null
  return (
    <>
      <Button
        size="small"
        icon={<IconRubberStamp size={16} aria-hidden="true" />}
        onClick={() => setIsOpen(true)}
      >
        {label ?? m.keep}
      </Button>
      {isOpen && <KeepDialog asked={asked} title={title} onClose={() => setIsOpen(false)} />}
    </>
  )
}

interface KeepDialogProps extends Pick<KeepEvidenceButtonProps, 'asked' | 'title'> {
  onClose(): void
}

function KeepDialog({ asked, title, onClose }: KeepDialogProps) {
  const m = useMessages(evidenceMessages)
  const client = useQueryClient()
  const toast = useToast()
  const [name, setName] = useState(title)
  const isNameless = name.trim() === ''
  const keeping = useMutation({
    mutationFn: () =>
      sendJson<CoverageEvidence>('POST', '/api/coverage/evidence', { ...asked, name: name.trim() }),
    onSuccess: (kept) => {
      void client.invalidateQueries({ queryKey: [EVIDENCE_KEY] })
      toast.show(m.kept(kept.name))
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      title={m.keepTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button
            variant="primary"
            disabled={isNameless || keeping.isPending}
            onClick={() => keeping.mutate()}
          >
            {m.confirm}
          </Button>
        </>
      }
    >
      <p>{m.keepText}</p>
      <Field label={m.name} error={isNameless && m.nameMissing}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            dir="auto"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <FormProblem error={keeping.error} />
    </Dialog>
  )
}
