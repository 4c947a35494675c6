/** Something in front of Loupe answers in place of CloudCard, or of Loupe itself, and wants to know who is there. */
export const signOnEndedWords =
  'The sign-in in front of Loupe has ended: sign in again in a new tab and come back, and nothing is lost. Or load the page again.'
