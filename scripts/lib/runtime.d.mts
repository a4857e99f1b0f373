export interface Runtime {
  readonly kind: 'electron' | 'host'
  readonly binary: string
  readonly headless: boolean
  readonly env: Readonly<Record<string, string>>
  readonly command: string
  readonly args: readonly string[]
  readonly reason: string
}

export declare const root: string
export declare function onPath(...names: string[]): string | null
export declare function findElectron(): string | null
export declare function findChromium(): string | null
export declare function hasDisplay(): boolean
export declare function chooseRuntime(options?: { folder?: string; node?: string }): Runtime | null
export declare function findNode(): string | null
