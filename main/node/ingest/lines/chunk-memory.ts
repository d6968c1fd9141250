import { overreadBytes } from '../wasm/needle-code.ts';

/** The part of WebAssembly that is used here: Node's types omit it. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

const pageBytes = 64 * 1024;
/** Space at the end of a chunk's memory in which code may write notes about what it found. */
export const noteBytes = 128 * 1024;
const host = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
const memories = new WeakMap<ArrayBufferLike, Memory>();

/** Memory for a chunk of a file, accessible to WebAssembly. Ordinary memory where WebAssembly is not available. */
export function createChunkMemory(bytes: number): Buffer {
  if (host === undefined) return Buffer.allocUnsafeSlow(bytes);
  const memory = new host.Memory({ initial: Math.ceil((bytes + overreadBytes + noteBytes) / pageBytes) });
  memories.set(memory.buffer, memory);
  return Buffer.from(memory.buffer, 0, bytes);
}

/**
 * Builds a loader for code that works on chunks: it returns the code's functions for bytes in chunk memory, and null
 * for bytes elsewhere, or when the system refuses such code. The code must export what `Code` declares.
 */
export function createCodeLoader<Code>(code: () => Uint8Array): (bytes: ArrayBufferLike) => Code | null {
  const loaded = new WeakMap<ArrayBufferLike, Code>();
  let module: object | null = null;
  let isRefused = host === undefined;
  return (bytes) => {
    const known = loaded.get(bytes);
    if (known !== undefined) return known;
    const memory = memories.get(bytes);
    if (host === undefined || memory === undefined || isRefused) return null;
    try {
      module ??= new host.Module(code());
      const instance = new host.Instance(module, { host: { memory } }).exports as Code;
      loaded.set(bytes, instance);
      return instance;
    } catch {
      isRefused = true;
      return null;
    }
  };
}
