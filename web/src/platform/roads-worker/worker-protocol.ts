/** What a worker can be asked, by kind: the question and its answer. */
export type Exchanges = Record<string, readonly [question: unknown, answer: unknown]>

/** One end of the line to a worker. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
}

interface Asked {
  readonly id: number
  readonly kind: string
  readonly question: unknown
}
type Answered = { readonly id: number } & ({ readonly answer: unknown } | { readonly fault: string })

/** The worker could not answer. */
export class WorkerFault extends Error {
  override name = 'WorkerFault'
}

interface Job {
  readonly asked: Asked
  readonly transfer: Transferable[]
  readonly resolve: (answer: never) => void
  readonly reject: (reason: unknown) => void
}

interface AskOptions {
  readonly signal?: AbortSignal
  /** Buffers that become the worker's. */
  readonly transfer?: Transferable[]
}

/**
 * Asks a worker one question at a time. A question that waits gives way to a later one of its kind: of the steps of a
 * drag only the last counts. One that is given up, or gave way, rejects with an `AbortError`.
 */
export class WorkerClient<E extends Exchanges> {
  readonly #port: Port
  #waiting: Job[] = []
  #running: Job | null = null
  #count = 0
  #fault: WorkerFault | null = null

  constructor(port: Port) {
    this.#port = port
    port.addEventListener('message', ({ data }) => this.#take(data as Answered))
  }

  ask<K extends keyof E & string>(
    kind: K,
    question: E[K][0],
    { signal, transfer = [] }: AskOptions = {},
  ): Promise<E[K][1]> {
    return new Promise((resolve, reject) => {
      if (this.#fault) return reject(this.#fault)
      if (signal?.aborted) return reject(givenUp())
      this.#giveUp(({ asked }) => asked.kind === kind)
      const job: Job = { asked: { id: ++this.#count, kind, question }, transfer, resolve, reject }
      signal?.addEventListener('abort', () => {
        this.#giveUp((other) => other === job)
        reject(givenUp())
      })
      this.#waiting.push(job)
      this.#next()
    })
  }

  /** The worker has died, or was ended: nothing will be answered any more. */
  end(reason: string): void {
    this.#fault = new WorkerFault(reason)
    for (const { reject } of [...(this.#running ? [this.#running] : []), ...this.#waiting])
      reject(this.#fault)
    this.#running = null
    this.#waiting = []
  }

  #giveUp(isSo: (job: Job) => boolean): void {
    const given = this.#waiting.filter(isSo)
    this.#waiting = this.#waiting.filter((job) => !given.includes(job))
    for (const { reject } of given) reject(givenUp())
  }

  #next(): void {
    if (this.#running) return
    this.#running = this.#waiting.shift() ?? null
    if (this.#running) this.#port.postMessage(this.#running.asked, this.#running.transfer)
  }

  #take(answered: Answered): void {
    const job = this.#running
    if (job?.asked.id !== answered.id) return
    this.#running = null
    if ('fault' in answered) job.reject(new WorkerFault(answered.fault))
    else job.resolve(answered.answer as never)
    this.#next()
  }
}

function givenUp(): DOMException {
  return new DOMException('another question took its place', 'AbortError')
}

/** Answers what comes through a port, in the worker. */
export function serveQuestions<E extends Exchanges>(
  port: Port,
  answers: { readonly [K in keyof E]: (question: E[K][0]) => E[K][1] },
): void {
  port.addEventListener('message', ({ data }) => {
    const { id, kind, question } = data as Asked
    const answerWith = answers[kind] as ((question: unknown) => unknown) | undefined
    try {
      if (!answerWith) throw new RangeError(`nobody answers ${kind}`)
      port.postMessage({ id, answer: answerWith(question) })
    } catch (error) {
      port.postMessage({
        id,
        fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      })
    }
  })
}
