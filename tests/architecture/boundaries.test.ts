import { describe, expect, test } from 'vitest'
import { readSources, type SourceFile, targetOf } from './source-files.ts'

const sources = readSources('geodata/*.ts', 'api/*.ts', 'migrations/*.ts', 'web/*.ts', 'web/*.tsx')
const isTest = (file: SourceFile): boolean => /\.test\.tsx?$/.test(file.path)

interface Rule {
  readonly name: string
  readonly of: (file: SourceFile) => boolean
  readonly forbids: (target: string, file: SourceFile) => boolean
}

const featureOf = (path: string): string | undefined =>
  path.match(/^(?:api|web)\/src\/features\/([^/]+)\//)?.[1]
const folderOf = (path: string): string => path.split('/').slice(0, 3).join('/')

const RULES: readonly Rule[] = [
  {
    name: 'geodata is pure: no Node, no database, no sibling package, except in import/',
    of: (file) =>
      file.path.startsWith('geodata/src/') && !file.path.startsWith('geodata/src/import/') && !isTest(file),
    forbids: (target) => /^(node:|pg$|@borne\/|fastify|react|api\/|web\/|migrations\/|tests\/)/.test(target),
  },
  {
    name: 'geodata/import knows Node and geodata alone',
    of: (file) => file.path.startsWith('geodata/src/import/'),
    forbids: (target) =>
      /^(pg$|@borne\/(?!geodata)|fastify|react|api\/|web\/|migrations\/|tests\/)/.test(target),
  },
  {
    name: 'api imports geodata and migrations only',
    of: (file) => file.path.startsWith('api/'),
    forbids: (target) =>
      /^(@borne\/(?!geodata\/|migrations$)|web\/|geodata\/|migrations\/|tests\/|react|maplibre-gl)/.test(
        target,
      ),
  },
  {
    name: 'web imports geodata and the contracts of api only',
    of: (file) => file.path.startsWith('web/src/') && !isTest(file),
    forbids: (target) =>
      /^(node:|pg$|fastify|api\/|geodata\/|migrations\/|tests\/|@borne\/(?!geodata\/|api\/contracts\/))/.test(
        target,
      ),
  },
  {
    name: 'migrations know the database client only',
    of: (file) => file.path.startsWith('migrations/') && !isTest(file),
    forbids: (target) => !/^(node:|pg$|migrations\/)/.test(target),
  },
  {
    name: 'a feature never imports another feature, except the types in its contract',
    of: (file) => featureOf(file.path) !== undefined,
    forbids: (target, file) => {
      const other = featureOf(target)
      return other !== undefined && other !== featureOf(file.path) && !target.endsWith('/contract.ts')
    },
  },
  {
    name: 'platform, map, ui and contract-kit never import a feature or the app',
    of: (file) => /^(api\/src\/(platform|contract-kit)|web\/src\/(platform|map|ui))\//.test(file.path),
    forbids: (target, file) =>
      /^(api|web)\/src\/(features|app)\b/.test(target) || (isKit(file) && !isKit({ path: target })),
  },
  {
    name: 'a feature of web never imports the app',
    of: (file) => file.path.startsWith('web/src/features/'),
    forbids: (target) => target.startsWith('web/src/app/'),
  },
]

const isKit = (file: { path: string }): boolean =>
  file.path.startsWith('api/src/contract-kit/') || !file.path.includes('/') || !file.path.startsWith('api/')

describe('boundaries', () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      const files = sources.filter(rule.of)
      expect(files.length, 'the rule guards no file').toBeGreaterThan(0)
      const broken = files.flatMap((file) =>
        file.imports
          .map((specifier) => targetOf(file, specifier))
          .filter((target) => rule.forbids(target, file))
          .map((target) => `${file.path} → ${target}`),
      )
      expect(broken).toEqual([])
    })
  }

  test('the database client is opened only by the database door', () => {
    const users = sources.filter(
      (file) => file.path.startsWith('api/') && file.imports.includes('pg') && !isTest(file),
    )
    expect(
      users.map((file) => folderOf(file.path)).filter((folder) => folder !== 'api/src/platform'),
    ).toEqual([])
  })

  test('one module alone knows the library that writes PPTX', () => {
    const users = sources.filter((file) => file.imports.includes('pptxgenjs'))
    expect(users.map((file) => file.path)).toEqual(['api/src/features/briefings/export/pptx-file.ts'])
  })

  test('nothing imports the tests', () => {
    const importers = sources.filter((file) =>
      file.imports.some((specifier) => specifier.startsWith('@borne/tests')),
    )
    expect(importers.map((file) => file.path)).toEqual([])
  })

  test('SQL is written in the sql tag: no string is pasted into a query', () => {
    const pasted = sources.filter(
      (file) =>
        /\/queries\.ts$/.test(file.path) &&
        /(?<!sql)`[^`]*\b(select|insert into|update|delete from)\b[^`]*\$\{/i.test(file.text),
    )
    expect(pasted.map((file) => file.path)).toEqual([])
  })
})
