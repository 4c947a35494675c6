/** Where what one signs in with comes from. */
export const passwordMeaning =
  "Sign in with your CloudCard account. Loupe has no passwords of its own: if you don't know yours, ask whoever manages CloudCard at your office."

export const tokenMeaning =
  'If your office uses single sign-on, sign in with a persistent access token instead. Whoever manages CloudCard at your office can create one for a service account; its history then names that account for everyone who uses the token.'
