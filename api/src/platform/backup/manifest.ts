import { z } from 'zod'

/** Raised when an archive is laid out otherwise than before: 2 holds the templates of documents. */
export const FORMAT = 2
export const MANIFEST_NAME = 'manifest.json'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.number().int().min(0)

const ArchivedTable = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** In the order of the values of a line. */
  columns: z.array(z.string()),
  rows: Count,
  bytes: Count,
  sha256: Sha256,
})
export type ArchivedTable = z.infer<typeof ArchivedTable>

const ArchivedFile = z.strictObject({
  /** Under the folder of files; named by its content. */
  path: z.string().regex(/^(?:[A-Za-z0-9_-]+\/)*[0-9a-f]{64}\.[a-z0-9]+$/),
  bytes: Count,
  sha256: Sha256,
})
export type ArchivedFile = z.infer<typeof ArchivedFile>

const ArchivedTemplate = z.strictObject({
  /** In the folder of templates: `site-minutes.docx`. */
  name: z.string().regex(/^[a-z][a-z0-9-]*\.docx$/),
  bytes: Count,
  sha256: Sha256,
})
export type ArchivedTemplate = z.infer<typeof ArchivedTemplate>

/** The first entry of an archive: what the others must be. */
export const Manifest = z.strictObject({
  product: z.literal('borne'),
  format: z.union([z.literal(1), z.literal(FORMAT)]),
  borneVersion: z.string(),
  madeAt: z.iso.datetime(),
  engine: z.enum(['embedded', 'server']),
  migrations: z.array(z.strictObject({ version: Count, name: z.string(), sha256: Sha256 })),
  tables: z.array(ArchivedTable),
  /** The number that each sequence gave last; null when it gave none. */
  sequences: z.array(
    z.strictObject({
      name: z.string(),
      lastValue: z
        .string()
        .regex(/^-?\d+$/)
        .nullable(),
    }),
  ),
  files: z.array(ArchivedFile),
  /** The office's own; absent from an archive of format 1, which tells nothing of them. */
  templates: z.array(ArchivedTemplate).optional(),
  /** Content names that a row holds and that the folder of files did not. */
  missingFiles: z.array(z.string()),
})
export type Manifest = z.infer<typeof Manifest>

/** What is read of any manifest, also of one to come. */
export const AnyManifest = z.object({
  product: z.literal('borne'),
  format: z.number().int(),
  borneVersion: z.string(),
})

export function tableEntryName(table: string): string {
  return `tables/${table}.jsonl`
}

export function fileEntryName(path: string): string {
  return `files/${path}`
}

export function templateEntryName(name: string): string {
  return `templates/${name}`
}

/** Whether a file of the folder of templates is one. */
export function isTemplateName(name: string): boolean {
  return ArchivedTemplate.shape.name.safeParse(name).success
}
