/** The one table of keys: what is drawn in the Keys dialog. The lists and panes handle them where they are. */
export const keys = [
  { label: '↓ ↑', does: 'Next or previous row of the list' },
  { label: 'Home End', does: 'First or last row of the page' },
  { label: 'Enter', does: 'Open the photo of the row beside the list' },
  { label: '← →', does: 'Previous or next photo, in the open photo' },
  { label: 'Esc', does: 'Close the photo, back to its row' },
  { label: '/', does: 'Search' },
] as const
