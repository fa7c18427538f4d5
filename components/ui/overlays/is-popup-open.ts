const openPopups = ":is([role='dialog'], [role='alertdialog'], [role='menu'])[data-open]";

/** Keys then belong to what lies on top of the page. */
export function isPopupOpen(): boolean {
  return document.querySelector(openPopups) !== null;
}
