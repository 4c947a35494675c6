import { useEffect, useRef, useState, type ComponentProps, type FormEvent } from 'react'
import { signInWithPassword, signInWithToken, type SignedIn } from '../cloudcard/session-requests'
import { Button } from '../ui/button'
import { config } from '../base/config'
import { prepareSignOut } from './before-sign-out'
import { beginSession } from './begin-session'
import { getSession, isSamePerson, type Person } from './session'
import { passwordMeaning, signInWords, tokenMeaning, ways, type Way } from './sign-in-words'

/**
 * Signing in by e-mail and password or by a persistent access token; in the sandbox by one button.
 *
 * @param person who is to sign in again
 * @param takesFocus false where it comes while somebody types: their letters are no password
 */
export function SignInForm({
  person,
  takesFocus = person !== undefined,
  onSignedIn,
}: {
  person?: Person
  takesFocus?: boolean
  onSignedIn?: () => void
}) {
  // Roles are told to whoever signs in with a password.
  const [way, setWay] = useState<Way>(person && person.roles === null ? 'token' : 'password')
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // Browsers keep on the disk, to open a window again as it was, what stands in a field that they may fill in.
  const [isTyped, setIsTyped] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { sandbox } = config

  // Once it is in the page, and a dialog around it open.
  useEffect(() => {
    if (person === undefined) form.current?.querySelector('input')?.focus()
  }, [person])
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLElement>(`[name=${way}]`)?.focus()
  }, [takesFocus, way])

  async function signIn(attempt: () => Promise<SignedIn>) {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    try {
      const signedIn = await attempt()
      const known = getSession().person
      // What was decided until now goes out for whoever has decided it.
      if (known && !isSamePerson(known, signedIn)) await prepareSignOut()
      beginSession(signedIn)
      onSignedIn?.()
    } catch (error) {
      setProblem(signInWords(error, way))
      setIsBusy(false)
    }
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '')
    void signIn(() =>
      way === 'token'
        ? signInWithToken(text('token').trim())
        : signInWithPassword(text('username').trim(), text('password')),
    )
  }

  return (
    <>
      <div role="group" aria-label="How to sign in" className="mb-5 flex gap-4 border-b border-line">
        {(Object.keys(ways) as Way[]).map((key) => (
          <button
            key={key}
            type="button"
            aria-pressed={key === way}
            onClick={() => {
              setWay(key)
              setProblem(null)
            }}
            className="-mb-px h-10 border-b-2 border-transparent text-text-2 aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-text"
          >
            {ways[key]}
          </button>
        ))}
      </div>
      <form ref={form} onSubmit={onSubmit} aria-label="Sign in" className="grid gap-4">
        {way === 'password' && (
          <Field
            label="E-mail"
            name="username"
            type="text"
            autoComplete={isTyped ? 'off' : 'username'}
            onInput={() => setIsTyped(true)}
            defaultValue={person?.username}
          />
        )}
        <Field
          key={way}
          label={way === 'password' ? 'Password' : ways.token}
          name={way}
          type="password"
          autoComplete={way === 'password' ? 'current-password' : 'off'}
        />
        {problem && (
          <p role="alert" className="text-bad">
            {problem}
          </p>
        )}
        <Button
          type="submit"
          look="filled"
          className="mt-2 min-h-11"
          offReason={isBusy ? 'Signing in…' : undefined}
        >
          Sign in
        </Button>
        {person === undefined && (
          <p className="text-xs text-text-2">{way === 'password' ? passwordMeaning : tokenMeaning}</p>
        )}
      </form>
      {sandbox && (
        <div className="mt-8 grid gap-2 text-center">
          <Button
            className="min-h-11"
            onClick={() => void signIn(() => signInWithPassword(sandbox.username, sandbox.password))}
          >
            Open the sandbox
          </Button>
          <p className="text-text-2">
            {sandbox.photos.toLocaleString('en')} invented photos, no account needed.
          </p>
        </div>
      )}
    </>
  )
}

function Field({ label, ...rest }: ComponentProps<'input'> & { label: string }) {
  return (
    <label className="grid gap-1 text-text-2">
      {label}
      <input
        {...rest}
        required
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        dir="auto"
        className="h-11 w-full rounded-control border border-control bg-surface px-3 text-text"
      />
    </label>
  )
}
