import type { WorksParties } from '@borne/api/contracts/works'
import { CURRENCIES } from '@borne/geodata/works/types'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { CheckList } from '../../ui/check-list.tsx'
import { Field } from '../../ui/field.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './contract-editor.module.css'
import { type ContractField, isWithoutAdvance } from './contract-editor-draft.ts'
import { contractEditorMessages } from './contract-editor-messages.ts'
import { tellShare } from './money.ts'
import type { ContractForm } from './use-contract-editor.ts'

interface PartProps {
  form: ContractForm
}

/** Which works, for which project, by whom, at which posts. */
export function ContractWhat({ form, parties }: PartProps & { parties: WorksParties }) {
  const m = useMessages(contractEditorMessages)
  const { data: posts } = useQuery(borderPostsQuery)
  const { draft } = form
  const programmes = new Map(parties.programmes.map(({ id, name }) => [id, name]))
  const postsId = useId()
  const postsError = form.errorAt('postIds')

  function chooseProject(id: string) {
    form.change('projectId', id)
    const currency = parties.projects.find((project) => project.id === id)?.currency
    // A contract is most often in the currency of its project, until somebody says otherwise.
    if (currency && draft.texts.amountMinor === '') form.change('currency', currency)
  }

  return (
    <>
      <PanelSection title={m.what}>
        <div className={styles.fields}>
          <TextRow form={form} field="reference" longest={60} />
          <TextRow form={form} field="title" longest={300} />
          <div aria-describedby={postsError ? postsId : undefined}>
            <CheckList
              label={m.fields.postIds}
              items={(posts?.features ?? []).map(({ id, properties }) => ({
                id: String(id),
                label: properties.name,
              }))}
              chosen={new Set(draft.postIds)}
              onChange={(chosen) => form.choosePosts([...chosen])}
            />
            {postsError && (
              <p id={postsId} className={styles.error}>
                {postsError}
              </p>
            )}
          </div>
        </div>
      </PanelSection>
      <PanelSection title={m.parties}>
        <div className={styles.fields}>
          <SelectRow
            form={form}
            field="projectId"
            none={m.choose}
            options={parties.projects.map(({ id, name, programmeId }) => ({
              value: id,
              label: [name, programmes.get(programmeId)].filter(Boolean).join(' · '),
            }))}
            onChange={chooseProject}
          />
          <ShareList projectId={draft.texts.projectId} parties={parties} />
          <SelectRow
            form={form}
            field="contractorId"
            none={m.noContractor}
            options={parties.contractors.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </PanelSection>
    </>
  )
}

/** Who pays which share of the contracts of a project. */
function ShareList({ projectId, parties }: { projectId: string; parties: WorksParties }) {
  const m = useMessages(contractEditorMessages)
  const { language } = useLanguage()
  const project = parties.projects.find(({ id }) => id === projectId)
  if (!project) return null
  if (!project.contributions) return <p className={styles.muted}>{m.hiddenShares}</p>
  if (project.contributions.length === 0) return <p className={styles.muted}>{m.noShares}</p>
  const names = new Map(parties.donors.map(({ id, code, name }) => [id, `${code} (${name})`]))
  return (
    <div>
      <p className={styles.muted}>{m.shares}</p>
      <ul className={styles.shares}>
        {project.contributions.map(({ donorId, sharePpm }) => (
          <li key={donorId}>
            {names.get(donorId)} <strong>{tellShare(sharePpm, language)}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function ContractMoney({ form, isSigned }: PartProps & { isSigned: boolean }) {
  const m = useMessages(contractEditorMessages)
  return (
    <PanelSection title={m.money}>
      <fieldset className={styles.fields} disabled={isSigned} aria-label={m.money}>
        {isSigned && <p className={styles.note}>{m.signed}</p>}
        <div className={styles.pair}>
          <TextRow form={form} field="amountMinor" inputMode="decimal" />
          <SelectRow
            form={form}
            field="currency"
            options={CURRENCIES.map((value) => ({ value, label: value }))}
          />
        </div>
        <div className={styles.pair}>
          <TextRow form={form} field="taxPpm" inputMode="decimal" />
          <TextRow form={form} field="durationDays" inputMode="numeric" />
        </div>
      </fieldset>
    </PanelSection>
  )
}

export function ContractTerms({ form, isSigned }: PartProps & { isSigned: boolean }) {
  const m = useMessages(contractEditorMessages)
  return (
    <PanelSection title={m.terms}>
      <fieldset className={styles.fields} disabled={isSigned} aria-label={m.terms}>
        <div className={styles.pair}>
          <TextRow form={form} field="terms.penaltyPerDayPpm" inputMode="decimal" />
          <TextRow form={form} field="terms.penaltyCapPpm" inputMode="decimal" />
        </div>
        <div className={styles.pair}>
          <TextRow form={form} field="terms.retentionPpm" inputMode="decimal" />
          <TextRow form={form} field="terms.guaranteeMonths" inputMode="numeric" />
        </div>
        <TextRow form={form} field="terms.advancePpm" inputMode="decimal" />
        {!isWithoutAdvance(form.draft) && (
          <div className={styles.pair}>
            <TextRow form={form} field="terms.advanceRecoveryFromPpm" inputMode="decimal" />
            <TextRow form={form} field="terms.advanceRecoveryToPpm" inputMode="decimal" />
          </div>
        )}
      </fieldset>
    </PanelSection>
  )
}

interface RowProps extends PartProps {
  field: ContractField
}

function TextRow({
  form,
  field,
  inputMode = 'text',
  longest = 40,
}: RowProps & { inputMode?: 'text' | 'decimal' | 'numeric'; longest?: number }) {
  const m = useMessages(contractEditorMessages)
  return (
    <Field label={m.fields[field]} hint={m.hints[field]} error={form.errorAt(field)}>
      {(control) => (
        <input
          {...control}
          inputMode={inputMode}
          maxLength={longest}
          value={form.draft.texts[field]}
          onChange={({ target }) => form.change(field, target.value)}
        />
      )}
    </Field>
  )
}

interface SelectRowProps extends RowProps {
  options: readonly { value: string; label: string }[]
  /** The first choice, which chooses nothing. */
  none?: string
  onChange?(value: string): void
}

function SelectRow({ form, field, options, none, onChange }: SelectRowProps) {
  const m = useMessages(contractEditorMessages)
  return (
    <Field label={m.fields[field]} hint={m.hints[field]} error={form.errorAt(field)}>
      {(control) => (
        <select
          {...control}
          value={form.draft.texts[field]}
          onChange={({ target }) => (onChange ? onChange(target.value) : form.change(field, target.value))}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
