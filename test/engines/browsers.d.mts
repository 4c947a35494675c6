import type { WebKitPaths } from './webkit-hands'

export function findFirefox(): string | undefined
export function findWebKit(): WebKitPaths | undefined
export function installBrowsers(engines?: string[]): boolean
export function whyMissing(engine: string): string | undefined
