import { useState } from 'react'

/** Where the keyboard was before the dialog that is open, or before the first of several that followed each other. */
let home: Element | null = null

function remember(): void {
  const { activeElement } = document
  if (activeElement && activeElement !== document.body && !activeElement.closest('[role="dialog"], [role="menu"]')) home = activeElement
}

/**
 * For a dialog's `onCloseAutoFocus`: gives the focus back, which Radix does only for dialogs that have a button of their
 * own. Whoever has taken the focus since keeps it.
 */
export function useReturnFocus(): (event: Event) => void {
  // While the dialog is first drawn, the focus is still where it was.
  useState(remember)
  return (event) => {
    event.preventDefault()
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && home instanceof HTMLElement && home.isConnected) home.focus({ preventScroll: true })
  }
}
