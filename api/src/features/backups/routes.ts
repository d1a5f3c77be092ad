import { basename } from 'node:path'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { BackupFile as KeptBackup } from '../../platform/backup/backup-folder.ts'
import type { MadeBackup as WrittenBackup } from '../../platform/backup/make-backup.ts'
import { type BackupFile, Backups, MadeBackup } from './contract.ts'

export const backupsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/backups',
    {
      config: { permission: 'backups.read' },
      schema: {
        tags: ['backups'],
        summary: 'The latest backup, whether it is old, what failed last, and the files that are kept',
        response: { 200: Backups },
      },
    },
    async () => {
      const { lastGoodAt, fileName, bytes, lastFailure, ...state } = await app.backups.describe()
      return {
        ...state,
        lastGoodAt: lastGoodAt?.toISOString() ?? null,
        fileName: fileName ?? null,
        bytes: bytes ?? null,
        lastFailure: lastFailure ? { ...lastFailure, at: lastFailure.at.toISOString() } : null,
        files: (await app.backups.list()).map(toBackupFile),
      }
    },
  )
  app.post(
    '/backups',
    {
      config: { permission: 'backups.make', audit: { action: 'backup', subject: 'backup' } },
      schema: {
        tags: ['backups'],
        summary: 'Makes a backup now and reads it back; refused while another one is made',
        response: { 201: MadeBackup },
      },
    },
    async (_request, reply) => reply.code(201).send(toMadeBackup(await app.backups.make())),
  )
}

function toBackupFile({ fileName, bytes, madeAt }: KeptBackup): BackupFile {
  return { fileName, bytes, madeAt: madeAt.toISOString() }
}

function toMadeBackup(made: WrittenBackup): MadeBackup {
  return {
    fileName: basename(made.file),
    bytes: made.bytes,
    madeAt: made.madeAt.toISOString(),
    rows: made.rows,
    photoFiles: made.files,
    missingPhotoFiles: [...made.missingFiles],
    tablesLeftOut: [...made.strays],
  }
}
