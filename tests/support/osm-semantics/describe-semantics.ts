import { blockOf, CASE_EXPLANATIONS, type ComparedCase, differs } from './compare-cases.ts'
import { type ComparedPair, OUTLIER_KINDS, type OutlierKind } from './compare-pairs.ts'

/** The page `docs/osm-semantics.md`. */
export function describeSemantics(
  cases: readonly ComparedCase[],
  pairs: ReadonlyMap<string, readonly ComparedPair[]>,
): string {
  return [
    '# How OpenStreetMap is read, beside Valhalla',
    '',
    'Written by `tests/integration/osm-semantics.test.ts` (with `--update`), which compares both engines again at each run.',
    '',
    '## Cases of tags',
    '',
    'From one end to the other of each block of `tests/fixtures/osm/every-case.osm`, in metres of the shortest way; — = no way. A dot marks a difference.',
    '',
    '| case | what | ours | Valhalla | |',
    '|---|---|---:|---:|---|',
    ...cases.map((item) => {
      const { name, what, ours, valhalla } = item
      return `| ${name} | ${what} | ${ours ?? '—'} | ${valhalla ?? '—'} | ${differs(item) ? '●' : ''} |`
    }),
    '',
    `${cases.filter(differs).length} of ${cases.length} answers differ:`,
    '',
    ...[...Map.groupBy(cases.filter(differs), blockOf)].map(
      ([block, items]) =>
        `- **${block}** (${items.map(({ mode }) => mode).join(', ')}): ${CASE_EXPLANATIONS[block] ?? 'not explained'}`,
    ),
    '',
    '## Random pairs in real extracts',
    '',
    'Shortest ways of a car between random middles of roads that are open to it. Paths are left out of ours, as Valhalla’s cars do not take them. Pairs that differ by more than a hundredth are looked into.',
    '',
    '| extract | pairs | both know a way | neither | ours alone | Valhalla alone |',
    '|---|---:|---:|---:|---:|---:|',
    ...[...pairs].map(([name, list]) => `| ${name} | ${countsOf(list).join(' | ')} |`),
    '',
    'Our length ÷ Valhalla’s, from the least to the greatest, by deciles:',
    '',
    `| extract | least | ${[1, 2, 3, 4].join(' | ')} | median | ${[6, 7, 8, 9].join(' | ')} | greatest |`,
    `|---|${'---:|'.repeat(11)}`,
    ...[...pairs].map(([name, list]) => `| ${name} | ${decilesOf(list).join(' | ')} |`),
    '',
    'What the outliers are:',
    '',
    `| kind | ${[...pairs.keys()].join(' | ')} | why |`,
    `|---|${'---:|'.repeat(pairs.size)}---|`,
    ...(Object.keys(OUTLIER_KINDS) as OutlierKind[]).map((kind) => {
      const counts = [...pairs.values()].map((list) => list.filter((pair) => pair.kind === kind).length)
      return `| ${kind} | ${counts.join(' | ')} | ${OUTLIER_KINDS[kind]} |`
    }),
    '',
  ].join('\n')
}

function countsOf(pairs: readonly ComparedPair[]): number[] {
  const count = (hasOurs: boolean, hasTheirs: boolean) =>
    pairs.filter(({ ours, valhalla }) => (ours !== null) === hasOurs && (valhalla !== null) === hasTheirs)
      .length
  return [pairs.length, count(true, true), count(false, false), count(true, false), count(false, true)]
}

function decilesOf(pairs: readonly ComparedPair[]): string[] {
  const ratios = ratiosOf(pairs)
  return Array.from({ length: 11 }, (_, i) => ratios[Math.round((i / 10) * (ratios.length - 1))]!.toFixed(3))
}

/** Ours ÷ Valhalla's, ascending. */
export function ratiosOf(pairs: readonly ComparedPair[]): number[] {
  return pairs
    .flatMap(({ ours, valhalla }) => (ours !== null && valhalla ? [ours / valhalla] : []))
    .toSorted((a, b) => a - b)
}
