export function findChromium(): string | undefined
export function findHeadlessShell(): string | undefined
export function findOrInstallChromium(): string | undefined
export function findOrInstallHeadlessShell(): string | undefined
