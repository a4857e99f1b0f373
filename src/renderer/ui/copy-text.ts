/**
 * Copies a text by the old way: the newer clipboard API asks for a permission, and every permission is denied here.
 * Says whether it worked.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement
  const carrier = document.createElement('textarea')
  carrier.value = text
  carrier.className = 'visually-hidden'
  // Inside an open dialog, or its focus trap would take the focus back before the text is copied.
  const host = before?.closest('[role="dialog"]') ?? document.body
  host.append(carrier)
  carrier.select()
  const done = document.execCommand('copy')
  carrier.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
