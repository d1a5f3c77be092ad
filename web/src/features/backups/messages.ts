import { defineMessages, plural } from '../../ui/language.tsx'

export const messages = defineMessages({
  fr: {
    failed: 'L’état des sauvegardes',
    noneTitle: 'Aucune sauvegarde',
    latest: (when: string) => `Dernière sauvegarde : ${when}`,
    notice: (when: string) => `Dernière sauvegarde ${when}`,
    noneText: 'Une panne de disque emporterait tout le registre. Faites une première sauvegarde.',
    oldText: 'Ce qui a été saisi depuis serait perdu avec le disque.',
    goodText: (file: string, size: string) => `${file}, ${size}, relue en entier.`,
    lastFailure: (when: string, why: string) => `La dernière tentative (${when}) a échoué : ${why}`,
    failures: {
      'backup-not-writable': 'le dossier des sauvegardes est protégé en écriture.',
      'disk-full': 'le disque est plein.',
      'backup-damaged': 'le fichier écrit n’a pas pu être relu en entier.',
    } as Record<string, string>,
    otherFailure: (code: string) => `code ${code}.`,
    make: 'Sauvegarder maintenant',
    making: 'Sauvegarde en cours…',
    made: (rows: string, size: string) => `Sauvegarde faite : ${rows} lignes, ${size}`,
    missingPhotos: (count: number) =>
      plural(
        'fr',
        count,
        '1 photo nommée par le registre manque sur le disque',
        `${count} photos nommées par le registre manquent sur le disque`,
      ),
    files: 'Fichiers gardés',
    caption: 'Sauvegardes',
    file: 'Fichier',
    date: 'Faite',
    size: 'Taille',
    keep: (count: number) =>
      plural('fr', count, 'Seule la plus récente est gardée.', `Les ${count} plus récentes sont gardées.`),
    advice:
      'Une sauvegarde sur le même disque ne protège pas d’un disque perdu : copiez le dernier fichier sur une clé ou un autre ordinateur. « pnpm borne restore FICHIER » le remet en place.',
    noticeLink: 'Voir les sauvegardes',
    dismiss: 'Masquer jusqu’à demain',
    label: 'Sauvegardes',
  },
  en: {
    failed: 'The state of the backups',
    noneTitle: 'No backup',
    latest: (when: string) => `Latest backup: ${when}`,
    notice: (when: string) => `Latest backup ${when}`,
    noneText: 'A broken disk would take the whole register. Make a first backup.',
    oldText: 'What was entered since would be lost with the disk.',
    goodText: (file: string, size: string) => `${file}, ${size}, read back whole.`,
    lastFailure: (when: string, why: string) => `The latest attempt (${when}) failed: ${why}`,
    failures: {
      'backup-not-writable': 'the folder of backups is write-protected.',
      'disk-full': 'the disk is full.',
      'backup-damaged': 'the written file could not be read back whole.',
    },
    otherFailure: (code: string) => `code ${code}.`,
    make: 'Back up now',
    making: 'Backing up…',
    made: (rows: string, size: string) => `Backup made: ${rows} rows, ${size}`,
    missingPhotos: (count: number) =>
      plural(
        'en',
        count,
        '1 photo that the register names is missing on the disk',
        `${count} photos that the register names are missing on the disk`,
      ),
    files: 'Kept files',
    caption: 'Backups',
    file: 'File',
    date: 'Made',
    size: 'Size',
    keep: (count: number) => plural('en', count, 'Only the latest is kept.', `The ${count} latest are kept.`),
    advice:
      'A backup on the same disk does not protect from a lost disk: copy the latest file to a stick or another computer. “pnpm borne restore FILE” puts it back.',
    noticeLink: 'See the backups',
    dismiss: 'Hide until tomorrow',
    label: 'Backups',
  },
})
