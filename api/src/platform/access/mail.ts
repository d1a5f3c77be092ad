import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Language } from '../problems.ts'

const RESET_WORDS = {
  fr: {
    subject: 'Borne : nouveau mot de passe',
    text: (url: string) =>
      `Bonjour,\n\nPour choisir un nouveau mot de passe, ouvrez ce lien dans les deux heures :\n\n${url}\n\nSi vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.\n`,
  },
  en: {
    subject: 'Borne: new password',
    text: (url: string) =>
      `Hello,\n\nTo choose a new password, open this link within two hours:\n\n${url}\n\nIf you asked for nothing, do nothing: your password stays the same.\n`,
  },
} as const
const INVITATION_WORDS = {
  fr: {
    subject: 'Borne : votre compte',
    text: (url: string) =>
      `Bonjour,\n\nUn compte vous a été ouvert dans Borne. Choisissez votre mot de passe par ce lien, valable sept jours :\n\n${url}\n`,
  },
  en: {
    subject: 'Borne: your account',
    text: (url: string) =>
      `Hello,\n\nAn account was opened for you in Borne. Choose your password by this link, valid for seven days:\n\n${url}\n`,
  },
} as const
const WORDS = { reset: RESET_WORDS, invitation: INVITATION_WORDS }

/** Sends a one-time link by mail. Throws when the mail server refuses it. */
export async function sendLink(
  mail: NonNullable<Config['mail']>,
  letter: { to: string; purpose: 'invitation' | 'reset'; url: string; language: Language },
): Promise<void> {
  const { subject, text } = WORDS[letter.purpose][letter.language]
  const transport = createTransport(mail.smtpUrl, { from: mail.from })
  try {
    await transport.sendMail({ to: letter.to, subject, text: text(letter.url) })
  } finally {
    transport.close()
  }
}
