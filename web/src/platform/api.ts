import type { Problem } from '@borne/api/contracts/problem'
import { noteAnswer, noteSilence } from './connection.ts'
import { parseProblem, silenceProblem } from './parse-problem.ts'
import { noteSessionEnd } from './session-end.ts'

export type { Problem }

export type ApiParams = Record<string, string | number | boolean | null | undefined>
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What the server answered instead of the thing that was asked; `problem` is in the person's language. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.detail}`)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

/** The reason of a failure in the person's language. */
export function reasonOf(error: unknown): string {
  return error instanceof ApiProblem ? error.problem.detail : String(error)
}

/** `path` begins with `/api/…`; parameters that are null or undefined are left out. */
export function getJson<T>(path: string, params: ApiParams = {}, signal?: AbortSignal): Promise<T> {
  return request<T>(withParams(path, params), { signal })
}

/** Bytes, with what names them; tells how many have come. `count` is known before from elsewhere. */
export async function getBytes(
  path: string,
  params: ApiParams,
  count: number,
  onProgress: (bytes: number) => void,
): Promise<{ buffer: ArrayBuffer; etag: string }> {
  const response = await answerTo(withParams(path, params), {})
  const bytes = new Uint8Array(count)
  let at = 0
  const reader = response.body!.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (at + part.value.length > count) throw new RangeError(`${path}: more than ${count} bytes`)
    bytes.set(part.value, at)
    at += part.value.length
    onProgress(at)
  }
  if (at < count) throw new RangeError(`${path}: ${at} bytes instead of ${count}`)
  return { buffer: bytes.buffer, etag: response.headers.get('etag') ?? '' }
}

/** An answer without a body (204) gives `undefined`. */
export function sendJson<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  return request<T>(path, {
    method,
    signal: signal ?? null,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
}

/** Answers that come one a line (NDJSON), each as soon as it is there. */
export async function* streamLines<T>(
  path: string,
  body: unknown,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const headers = { accept: 'application/x-ndjson', 'content-type': 'application/json' }
  const response = await answerTo(path, { method: 'POST', body: JSON.stringify(body), headers, signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield JSON.parse(line) as T
  }
  if (rest.trim()) yield JSON.parse(rest) as T
}

/**
 * Sends one file as multipart field `file`, with `fields` before it; tells the sent share (0–1) as it goes. With `PUT`,
 * the path names the thing, and what is sent twice is kept once.
 * XMLHttpRequest, because fetch does not report the progress of an upload.
 */
export function uploadFile<T>(
  path: string,
  file: File,
  onProgress?: (share: number) => void,
  fields: Record<string, string> = {},
  method: 'POST' | 'PUT' = 'POST',
): Promise<T> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file, file.name)
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open(method, path)
    upload.setRequestHeader('accept-language', language())
    upload.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total)
    }
    upload.onerror = () => {
      noteSilence()
      reject(new ApiProblem(silenceProblem(path, language())))
    }
    upload.onload = () => {
      noteAnswer()
      if (upload.status >= 200 && upload.status < 300) {
        resolve((upload.responseText ? JSON.parse(upload.responseText) : undefined) as T)
      } else reject(refusal(upload.status, upload.responseText, path))
    }
    upload.send(form)
  })
}

export function withParams(path: string, params: ApiParams): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  const response = await answerTo(path, init)
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** The answer as it is, or what the server said instead. */
export async function answerTo(path: string, init: RequestInit): Promise<Response> {
  const headers = { accept: 'application/json', 'accept-language': language(), ...init.headers }
  let response: Response
  try {
    response = await fetch(path, { ...init, headers })
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    noteSilence()
    throw new ApiProblem(silenceProblem(path, language()))
  }
  noteAnswer()
  if (!response.ok) throw refusal(response.status, await response.text(), path)
  return response
}

function refusal(status: number, text: string, path: string): ApiProblem {
  const problem = parseProblem(status, text, path, language())
  if (problem.code === 'sign-in-required') noteSessionEnd()
  return new ApiProblem(problem)
}

function language(): 'fr' | 'en' {
  return document.documentElement.lang === 'en' ? 'en' : 'fr'
}
