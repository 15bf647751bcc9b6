// The part of Node that the extension uses.

declare namespace NodeJS {
  interface Timeout { readonly hasRef: () => boolean }
}

declare function setTimeout(callback: () => void, milliseconds: number): NodeJS.Timeout
declare function clearTimeout(timeout: NodeJS.Timeout | undefined): void
declare function require(module: string): any
declare const module: { exports: any }
declare const process: { env: { [name: string]: string | undefined }, platform: string }

declare module 'fs' {
  const constants: { X_OK: number }
  function accessSync(path: string, mode: number): void
  function statSync(path: string): { isFile(): boolean }
}

declare module 'path' {
  function resolve(...paths: string[]): string
}
