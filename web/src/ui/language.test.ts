import { expect, test } from 'vitest'
import { defineMessages, plural } from './language.tsx'
import { typesetFrench } from './typeset.ts'

const N = '\u202f'

test('French spacing is put in, and what needs none is left alone', () => {
  expect(typesetFrench('Archiver « Ghabou » ?')).toBe(`Archiver «${N}Ghabou${N}»${N}?`)
  expect(typesetFrench('Sources : a ; b !')).toBe(`Sources${N}: a${N}; b${N}!`)
  expect(typesetFrench('à 14:05, http://127.0.0.1:8080/?a')).toBe('à 14:05, http://127.0.0.1:8080/?a')
})

test('words in groups and words of functions get the spacing too; English is left alone', () => {
  const words = defineMessages({
    fr: { title: 'Quoi ?', group: { named: (name: string) => `« ${name} »` }, lines: ['a :'] },
    en: { title: 'What ?', group: { named: (name: string) => `“${name}”` }, lines: ['a:'] },
  })
  expect(words.fr.title).toBe(`Quoi${N}?`)
  expect(words.fr.group.named('Ghabou')).toBe(`«${N}Ghabou${N}»`)
  expect(words.fr.lines).toEqual([`a${N}:`])
  expect(words.en.title).toBe('What ?')
})

test('zero is singular in French and plural in English', () => {
  expect(plural('fr', 0, 'poste', 'postes')).toBe('poste')
  expect(plural('fr', 2, 'poste', 'postes')).toBe('postes')
  expect(plural('en', 0, 'post', 'posts')).toBe('posts')
  expect(plural('en', 1, 'post', 'posts')).toBe('post')
})
