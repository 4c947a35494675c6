/** On the buttons that open the dialog, and over it. */
export const exportWords = 'Export CSV'
