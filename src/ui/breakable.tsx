import { Fragment } from 'react'

/** An e-mail that is too long goes on in a new line behind its @ or a dot, not in the middle of a word. */
export function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@.])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}
