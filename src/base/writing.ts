/** Whether the key belongs to an input method. Safari ends a composition before the Enter that ended it, which is then 229. */
export function isComposed({ isComposing, keyCode }: { isComposing?: boolean; keyCode?: number }): boolean {
  return isComposing === true || keyCode === 229
}

/** Whether letters are written into it, or choose in it. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const isText =
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return isText || target.matches('textarea, select, [contenteditable="true"]')
}
