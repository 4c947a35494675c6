export function findNginx(): string | undefined
export function findOrInstallNginx(): string | undefined
