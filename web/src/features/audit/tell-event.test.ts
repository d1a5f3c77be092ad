import { expect, test } from 'vitest'
import { roleNames } from '../../ui/role-words.ts'
import { eventWords } from './event-words.ts'
import { tellEvent } from './tell-event.ts'

const known = {
  words: eventWords.fr,
  roles: roleNames.fr,
  list: (items: readonly string[]) => new Intl.ListFormat('fr-FR').format(items),
}
const tell = (
  action: Parameters<typeof tellEvent>[0]['action'],
  subject: string,
  detail: Record<string, unknown> = {},
  subjectId = '',
) => tellEvent({ action, subject, subjectId, detail }, known).replaceAll('\u202f', ' ')

test('a line is told in one sentence', () => {
  expect(tell('sign-in', 'session', { method: 'password' })).toBe('Connexion par mot de passe')
  expect(tell('sign-out', 'session', { ended: 3 })).toBe('Déconnexion partout : 3 sessions')
  expect(tell('refused', 'session', { reason: 'code' })).toBe('Code refusé')
  expect(tell('refused', 'route', { permission: 'posts.edit' })).toBe('Accès refusé : modifier un poste')
  expect(tell('read', 'view-as', {}, 'partner')).toBe('Application vue comme : Partenaire')
  expect(tell('change', 'account', { created: true, role: 'viewer' })).toBe('Compte créé : Lecteur')
  expect(tell('change', 'account', { fields: ['role', 'postIds'], role: 'partner' })).toBe(
    'Compte modifié : rôle et postes nommés',
  )
  expect(tell('change', 'account', { left: false })).toBe('Retour enregistré')
  expect(tell('change', 'post', { action: 'moved', version: 3, fields: ['position'] })).toBe(
    'Poste déplacé : position',
  )
  expect(tell('change', 'closure', { action: 'updated', fields: ['geom', 'note'] })).toBe(
    'Coupure modifiée : tracé et note',
  )
  expect(tell('change', 'closure', { action: 'lifted', fields: ['lifted_at', 'lifted_by'] })).toBe(
    'Coupure levée',
  )
  expect(tell('change', 'vehicle', { action: 'updated', fields: ['topKmh'] }, 'lorry')).toBe(
    'Véhicule modifié : lorry',
  )
  expect(tell('export', 'closures')).toBe('Coupures exportées')
  expect(tell('share', 'link', { purpose: 'invitation' })).toBe('Lien d’invitation créé')
})

test('what nothing words is told by its action and its subject', () => {
  expect(tell('export', 'post')).toBe('Export : Poste')
  expect(tell('change', 'something-new')).toBe('Modification : something-new')
  expect(tell('refused', 'session', { reason: 'new' })).toBe('Refus : Session')
})
