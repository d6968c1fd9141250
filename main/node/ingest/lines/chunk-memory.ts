import { overreadBytes } from '../wasm/needle-code.ts';

/** The part of WebAssembly that is used here: Node's types leave it out. */
interface WebAssemblyHost {
  readonly Memory: new (size: { readonly initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

const pageBytes = 64 * 1024;
/** Room at the end of a chunk's memory in which code may note what it found. */
export const noteBytes = 128 * 1024;
const host = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
const memories = new WeakMap<ArrayBufferLike, Memory>();

/** Memory for a chunk of a file, on which WebAssembly can work. Ordinary memory where there is none. */
export function createChunkMemory(bytes: number): Buffer {
  if (host === undefined) return Buffer.allocUnsafeSlow(bytes);
  const memory = new host.Memory({ initial: Math.ceil((bytes + overreadBytes + noteBytes) / pageBytes) });
  memories.set(memory.buffer, memory);
  return Buffer.from(memory.buffer, 0, bytes);
}

/**
 * Builds what runs code on chunks: it gives the code's functions for bytes that lie in chunk memory, and null for bytes
 * that lie elsewhere, or when the system refuses such code. The code must export what `Code` says.
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
