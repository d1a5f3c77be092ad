import type { Project, WorksParties } from '@borne/api/contracts/works'
import { CURRENCIES } from '@borne/geodata/works/types'
import { IconPlus } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './settings.module.css'
import { checkProject, draftOfProject, type ProjectDraft, projectInputOf } from './settings-draft.ts'
import { SelectRow, SettingDialog, SettingRows, TextRow } from './settings-form.tsx'
import { settingsMessages } from './settings-messages.ts'
import { partyMessages } from './settings-party-messages.ts'
import { type SettingForm, useSettingForm } from './use-setting-form.ts'

interface ProjectDialogProps {
  project: Project | null
  parties: WorksParties
  onClose(): void
}

/** A project, and which share of its contracts each donor pays. */
export function ProjectDialog({ project, parties, onClose }: ProjectDialogProps) {
  const m = useMessages(partyMessages)
  const words = useMessages(settingsMessages)
  const { language } = useLanguage()
  const form = useSettingForm(draftOfProject(project, language), checkProject)
  const { draft, change, errorAt } = form
  return (
    <SettingDialog
      title={project ? words.editOf(project.name) : m.addProject}
      isWide
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(draft.name.trim(), () => {
          const input = projectInputOf(draft)
          return project
            ? { method: 'PUT', path: `projects/${project.id}`, body: { ...input, version: project.version } }
            : { method: 'POST', path: 'projects', body: input }
        })
      }
    >
      <TextRow
        label={words.name}
        value={draft.name}
        error={errorAt('name')}
        onChange={(name) => change({ name })}
      />
      <div className={styles.pair}>
        <SelectRow
          label={m.programme}
          none={words.choose}
          options={parties.programmes.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.programmeId}
          error={errorAt('programmeId')}
          onChange={(programmeId) => change({ programmeId })}
        />
        <SelectRow
          label={m.currency}
          options={CURRENCIES.map((value) => ({ value, label: value }))}
          value={draft.currency}
          error={errorAt('currency')}
          onChange={(currency) => change({ currency })}
        />
      </div>
      <ContributionRows form={form} parties={parties} />
    </SettingDialog>
  )
}

function ContributionRows({ form, parties }: { form: SettingForm<ProjectDraft>; parties: WorksParties }) {
  const m = useMessages(partyMessages)
  const words = useMessages(settingsMessages)
  const {
    draft: { contributions, currency },
    change,
    errorAt,
  } = form
  const donors = parties.donors.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))
  const add = () =>
    change({
      contributions: [
        ...contributions,
        { key: crypto.randomUUID(), donorId: '', share: contributions.length === 0 ? '100' : '', amount: '' },
      ],
    })
  const error = errorAt('contributions')
  return (
    <fieldset className={styles.group}>
      <legend>{m.contributions}</legend>
      <p className={styles.muted}>{donors.length === 0 ? m.noDonor.title : m.contributionsHint}</p>
      <SettingRows
        label={m.contributions}
        rows={contributions}
        onChange={(rows) => change({ contributions: rows })}
        nameOf={(_, index) => m.contribution(index + 1)}
      >
        {(row, index, patch) => (
          <>
            <SelectRow
              label={m.donor}
              none={words.choose}
              options={donors}
              value={row.donorId}
              error={errorAt(`contributions.${index}.donorId`)}
              onChange={(donorId) => patch({ donorId })}
            />
            <TextRow
              label={m.share}
              inputMode="decimal"
              value={row.share}
              error={errorAt(`contributions.${index}.sharePpm`)}
              onChange={(share) => patch({ share })}
            />
            <TextRow
              label={m.promised(currency)}
              hint={m.promisedHint}
              inputMode="decimal"
              value={row.amount}
              error={errorAt(`contributions.${index}.amountMinor`)}
              onChange={(amount) => patch({ amount })}
            />
          </>
        )}
      </SettingRows>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        disabled={contributions.length >= donors.length}
        onClick={add}
      >
        {m.addContribution}
      </Button>
    </fieldset>
  )
}
