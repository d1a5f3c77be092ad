import type { Highs, InitOptions } from 'highs'
import type { IntegerProgramme, MipSolver, ProgrammeAnswer } from './mip-solver.ts'

/**
 * Loads the solver HiGHS (WebAssembly, about 3.7 MB) and wraps it for siting.
 *
 * @param options Where the WebAssembly file is, in a browser: `{ locateFile: () => url }`; Node finds it by itself.
 * @returns A solver whose calls block: meant for a worker. Same programme, same answer, unless time runs out.
 * @see Huangfu & Hall (2018), Mathematical Programming Computation 10, 119–142.
 */
export async function loadHighs(options: InitOptions = {}): Promise<MipSolver> {
  const module = await import('highs')
  // Its types tell of a CommonJS module, what is imported is an ECMAScript one: the loader is one level higher.
  const load = module.default as unknown as typeof module.default.default
  return wrapHighs(await load(options))
}

function wrapHighs(highs: Highs): MipSolver {
  const { major, minor, patch } = highs.version
  return {
    name: `HiGHS ${major}.${minor}.${patch}`,
    solve: (programme, { seconds }) => solveWith(highs, programme, seconds),
  }
}

function solveWith(highs: Highs, programme: IntegerProgramme, seconds: number): ProgrammeAnswer {
  const { cost, isWhole, rowStart, rowColumn, rowValue, rowUpper, isAnyEnough } = programme
  const numCols = cost.length
  const scale = scaleOf(cost)
  const numRows = rowUpper.length
  const { modelStatus, objectiveSense } = highs.constants
  const model = highs.createModel({
    numCols,
    numRows,
    sense: objectiveSense.maximize,
    colCost: cost.map((worth) => worth * scale),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(numRows).fill(-highs.infinity),
    rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: rowStart, indices: rowColumn, values: rowValue },
    integrality: isWhole,
  })
  try {
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0 })
    // Where only a better solution than a good known one is sought, looking for good ones costs more than it brings.
    model.options.set(
      isAnyEnough ? { mip_max_improving_sols: 1 } : { mip_heuristic_effort: 0, mip_allow_restart: false },
    )
    model.run()
    const status = model.getModelStatus()
    const hasColumns = model.info.get('primal_solution_status') === 2
    return {
      columns: hasColumns ? model.getSolution().colValue : null,
      bound: Number(model.info.get('mip_dual_bound')) / scale,
      isOptimal: status === modelStatus.optimal,
      isInfeasible: status === modelStatus.infeasible,
    }
  } finally {
    model.dispose()
  }
}

/** A power of two that brings the worths into the range in which the solver's tolerances are fit. */
function scaleOf(cost: Float64Array): number {
  const most = cost.reduce((largest, worth) => Math.max(largest, worth), 0)
  if (most === 0 || (most >= 1 && most <= 2 ** 20)) return 1
  return 2 ** (10 - Math.round(Math.log2(most)))
}
