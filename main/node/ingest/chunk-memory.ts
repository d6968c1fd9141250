import { overreadBytes, type NeedleCode } from './needle-code.ts';

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
const host = (globalThis as unknown as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
const memories = new WeakMap<ArrayBufferLike, Memory>();

/** Memory for a chunk of a file, in which needle code can search. Ordinary memory where there is no WebAssembly. */
export function createChunkMemory(bytes: number): Buffer {
  if (host === undefined) return Buffer.allocUnsafeSlow(bytes);
  const memory = new host.Memory({ initial: Math.ceil((bytes + overreadBytes) / pageBytes) });
  memories.set(memory.buffer, memory);
  return Buffer.from(memory.buffer, 0, bytes);
}

/** Builds what runs needle code on chunks; null for bytes that lie elsewhere, or when the system refuses such code. */
export function createCodeLoader(code: () => Uint8Array): (bytes: ArrayBufferLike) => NeedleCode | null {
  const loaded = new WeakMap<ArrayBufferLike, NeedleCode>();
  let module: object | null = null;
  let isRefused = host === undefined;
  return (bytes) => {
    const known = loaded.get(bytes);
    if (known !== undefined) return known;
    const memory = memories.get(bytes);
    if (host === undefined || memory === undefined || isRefused) return null;
    try {
      module ??= new host.Module(code());
      // The code exports this one function.
      const instance = new host.Instance(module, { host: { memory } }).exports as NeedleCode;
      loaded.set(bytes, instance);
      return instance;
    } catch {
      isRefused = true;
      return null;
    }
  };
}
