/**
 * Closes every dialog, menu and panel that is open. Popovers that follow the pointer or the focus
 * (`popover="manual"`) close themselves.
 */
export function closeOverlays(): void {
  for (const dialog of document.querySelectorAll<HTMLDialogElement>("dialog[open]")) dialog.close();
  const popovers = document.querySelectorAll<HTMLElement>("[popover='']:popover-open");
  for (const popover of popovers) popover.hidePopover();
}

// The back/forward cache would bring the page back with them open.
addEventListener("pagehide", closeOverlays);
