import { verifyChain } from './features/audit/verify-chain.ts'
import { findAccountByEmail } from './platform/access/accounts.ts'
import { linkUrl, makeLink } from './platform/access/one-time-links.ts'
import { appendAudit, LOCAL_AUTHOR } from './platform/audit.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import { problem } from './platform/problems.ts'
import type { Terminal } from './terminal.ts'

/** Computes the journal's chain of digests anew; a broken one ends the command with 1. */
export async function verifyJournal(db: Db, anchor: string | undefined, terminal: Terminal): Promise<void> {
  const [, seq, sha256] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(anchor ?? '') ?? []
  if (anchor !== undefined && (seq === undefined || sha256 === undefined)) {
    throw problem('anchor-unreadable', { value: anchor.slice(0, 100) })
  }
  const noted = seq !== undefined && sha256 !== undefined ? { seq: Number(seq), sha256 } : undefined
  const chain = await verifyChain(db, noted)
  if (chain.broken) {
    process.exitCode = 1
    terminal.line({
      fr: `Journal ROMPU à la ligne ${chain.broken.seq} (${chain.broken.reason}) ; ${chain.events} ligne(s) lue(s).`,
      en: `Journal BROKEN at line ${chain.broken.seq} (${chain.broken.reason}); ${chain.events} line(s) read.`,
    })
    return
  }
  terminal.line({
    fr: `Journal intact : ${chain.events} ligne(s). Notez ailleurs : ${chain.headSeq}:${chain.headHash}`,
    en: `Journal intact: ${chain.events} line(s). Note elsewhere: ${chain.headSeq}:${chain.headHash}`,
  })
}

/** A link for a new password, for when no administrator can come in any more. */
export async function linkFor(db: Db, email: string, config: Config, terminal: Terminal): Promise<void> {
  const account = await findAccountByEmail(db, email.trim().toLowerCase())
  if (!account || account.isDemonstration) throw problem('account-unknown', { email })
  const purpose = account.passwordHash === null ? 'invitation' : 'reset'
  const { token, expiresAt } = await db.transaction(async () => {
    const detail = { purpose }
    await appendAudit(db, LOCAL_AUTHOR, { action: 'share', subject: 'link', subjectId: account.id, detail })
    return makeLink(db, purpose, account.id)
  })
  const url = linkUrl(config.publicUrl ?? `http://${config.host}:${config.port}`, token)
  terminal.line({
    fr: `Lien à usage unique, valable jusqu’au ${expiresAt} :\n  ${url}`,
    en: `One-time link, valid until ${expiresAt}:\n  ${url}`,
  })
}
