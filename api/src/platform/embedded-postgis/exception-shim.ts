/**
 * GEOS and PROJ report failures by C++ exceptions, which the WebAssembly build cannot unwind: the statement
 * would end without an answer and its transaction would commit. Here such a throw becomes an ordinary
 * PostgreSQL error (XX000), raised through the functions that the module itself exports.
 */

type NativeFunction = (...args: number[]) => number

interface NativeExports {
  readonly errstart: NativeFunction
  readonly errcode: NativeFunction
  readonly errmsg_internal: NativeFunction
  readonly errfinish: NativeFunction
  readonly malloc: NativeFunction
}

const ERROR_LEVEL = 21
const SQLSTATE_INTERNAL_ERROR = 2600
const IMPORTS_OF_THE_MAIN_MODULE = 100
const POINTER_BYTES = 4
const LONGEST_TEXT_BYTES = 2_000

interface Memory {
  readonly buffer: ArrayBuffer
}

type Imports = Record<string, Record<string, unknown>>
type Instantiated = { exports: object } | { instance: { exports: object } }

const host = (
  globalThis as unknown as {
    WebAssembly: { instantiate(source: object, imports?: Imports): Promise<Instantiated> }
  }
).WebAssembly

/** Wraps WebAssembly.instantiate until the returned function is called. */
export function translateNativeExceptions(): () => void {
  const original = host.instantiate
  host.instantiate = async (source, imports) => {
    const environment = imports?.env
    if (!environment || Object.keys(environment).length < IMPORTS_OF_THE_MAIN_MODULE) {
      return original(source, imports)
    }
    let native: NativeExports | undefined
    environment.__cxa_throw = (exception: number, type: number) => {
      raise(native!, environment.memory as Memory, exception, type)
    }
    const result = await original(source, imports)
    native = ('instance' in result ? result.instance.exports : result.exports) as NativeExports
    return result
  }
  return () => {
    host.instantiate = original
  }
}

/** Does not return: `errfinish` jumps to PostgreSQL's error handler. */
function raise(native: NativeExports, memory: Memory, exception: number, type: number): void {
  const message = `${describe(memory, exception, type)}\0`
  const bytes = new TextEncoder().encode(message)
  const format = new TextEncoder().encode('%s\0')
  const text = native.malloc(bytes.length)
  const pattern = native.malloc(format.length)
  const variadic = native.malloc(POINTER_BYTES)
  const heap = new Uint8Array(memory.buffer)
  heap.set(bytes, text)
  heap.set(format, pattern)
  new DataView(memory.buffer).setUint32(variadic, text, true)
  native.errstart(ERROR_LEVEL, 0)
  native.errcode(SQLSTATE_INTERNAL_ERROR)
  native.errmsg_internal(pattern, variadic)
  native.errfinish(0, 0, 0)
}

function describe(memory: Memory, exception: number, type: number): string {
  const what = textAt(memory, pointerAt(memory, exception + POINTER_BYTES))
  const name = textAt(memory, pointerAt(memory, type + POINTER_BYTES))
  return what || `native exception ${name || 'of unknown type'}`
}

function pointerAt(memory: Memory, address: number): number {
  const view = new DataView(memory.buffer)
  return address > 0 && address + POINTER_BYTES <= view.byteLength ? view.getUint32(address, true) : 0
}

function textAt(memory: Memory, address: number): string {
  if (address === 0 || address >= memory.buffer.byteLength) return ''
  const heap = new Uint8Array(
    memory.buffer,
    address,
    Math.min(LONGEST_TEXT_BYTES, memory.buffer.byteLength - address),
  )
  const end = heap.indexOf(0)
  return new TextDecoder().decode(heap.slice(0, Math.max(end, 0))).replace(/[^\x20-\x7e\u00a0-\uffff]/g, '?')
}
