export declare function buildIfNeeded(node: string, options?: { force?: boolean; inherit?: boolean }): string | null
