import type { Programme, Project, WorksParties } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { tellShare, useMoney } from './money.ts'
import { checkFilled } from './settings-draft.ts'
import { SettingDialog, TextRow } from './settings-form.tsx'
import { Loaded, SettingItem, SettingsList } from './settings-list.tsx'
import { settingsMessages } from './settings-messages.ts'
import { partyMessages } from './settings-party-messages.ts'
import { ProjectDialog } from './settings-project-form.tsx'
import { useSettingForm } from './use-setting-form.ts'

/** Programmes, and their projects with who pays them. */
export function ProjectsPart() {
  return (
    <Loaded query={useQuery(worksPartiesQuery)}>
      {(parties) => (
        <>
          <ProgrammeList programmes={parties.programmes} />
          <ProjectList parties={parties} />
        </>
      )}
    </Loaded>
  )
}

function ProgrammeList({ programmes }: { programmes: readonly Programme[] }) {
  const m = useMessages(partyMessages)
  const [open, setOpen] = useState<Programme | 'new'>()
  return (
    <>
      <SettingsList
        title={m.programmes}
        add={m.addProgramme}
        empty={m.noProgramme}
        isEmpty={programmes.length === 0}
        onAdd={() => setOpen('new')}
      >
        {programmes.map((one) => (
          <SettingItem key={one.id} {...one} onEdit={() => setOpen(one)} />
        ))}
      </SettingsList>
      {open && (
        <ProgrammeDialog programme={open === 'new' ? null : open} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function ProgrammeDialog({ programme, onClose }: { programme: Programme | null; onClose(): void }) {
  const m = useMessages(partyMessages)
  const words = useMessages(settingsMessages)
  const form = useSettingForm({ name: programme?.name ?? '' }, (draft) => checkFilled(draft, ['name']))
  const name = form.draft.name.trim()
  return (
    <SettingDialog
      title={programme ? words.editOf(programme.name) : m.addProgramme}
      error={form.error}
      isPending={form.isPending}
      onClose={onClose}
      onSave={() =>
        form.save(name, () =>
          programme
            ? {
                method: 'PUT',
                path: `programmes/${programme.id}`,
                body: { name, version: programme.version },
              }
            : { method: 'POST', path: 'programmes', body: { name } },
        )
      }
    >
      <TextRow
        label={words.name}
        value={form.draft.name}
        error={form.errorAt('name')}
        onChange={(text) => form.change({ name: text })}
      />
    </SettingDialog>
  )
}

function ProjectList({ parties }: { parties: WorksParties }) {
  const m = useMessages(partyMessages)
  const [open, setOpen] = useState<Project | 'new'>()
  const { projects, programmes } = parties
  const programmeNames = new Map(programmes.map(({ id, name }) => [id, name]))
  return (
    <>
      <SettingsList
        title={m.projects}
        add={m.addProject}
        isClosed={programmes.length === 0}
        empty={programmes.length === 0 ? { ...m.noProject, text: m.needsProgramme } : m.noProject}
        isEmpty={projects.length === 0}
        onAdd={() => setOpen('new')}
      >
        {projects.map((one) => (
          <SettingItem
            key={one.id}
            {...one}
            // What is not seen would be lost by a change.
            onEdit={one.contributions ? () => setOpen(one) : undefined}
          >
            {programmeNames.get(one.programmeId)} · {one.currency}
            <Contributions project={one} parties={parties} />
          </SettingItem>
        ))}
      </SettingsList>
      {open && (
        <ProjectDialog
          project={open === 'new' ? null : open}
          parties={parties}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

function Contributions({ project, parties }: { project: Project; parties: WorksParties }) {
  const m = useMessages(partyMessages)
  const { language } = useLanguage()
  const money = useMoney()
  const { contributions, currency } = project
  if (!contributions) return <p>{m.hidden}</p>
  if (contributions.length === 0) return <p>{m.noContribution}</p>
  const names = new Map(parties.donors.map(({ id, code }) => [id, code]))
  return (
    <p>
      {contributions
        .map(({ donorId, sharePpm, amountMinor }) => {
          const share = `${names.get(donorId)} ${tellShare(sharePpm, language)}`
          return amountMinor === null ? share : `${share} (${money.exact(amountMinor, currency)})`
        })
        .join(' · ')}
    </p>
  )
}
