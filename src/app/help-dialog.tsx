import type { ReactNode } from 'react'
import { Dialog } from '../ui/dialog'
import { commands } from '../desk/commands/commands'
import { topics, type Topic } from '../fields/explanations'
import { Meaning } from '../fields/meanings'
import { passwordMeaning, tokenMeaning } from '../session/sign-in-words'

const places = [...new Set(commands.map(({ where }) => where))]

/** What things mean, and the keys. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Help" size="large" onClose={onClose}>
      <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2">
        <KeyTables />
        <Meanings />
      </div>
    </Dialog>
  )
}

/** The key map, drawn from the list of commands. */
function KeyTables() {
  return (
    <section aria-label="Keys" className="grid content-start gap-4">
      {places.map((place) => (
        <table key={place.label} className="w-full">
          <caption className="mb-1 text-left font-semibold">{place.label}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">Key</th>
              <th scope="col">What it does</th>
            </tr>
          </thead>
          <tbody>
            {commands
              .filter(({ where }) => where === place)
              .map(({ label, does }) => (
                <tr key={does} className="border-t border-line">
                  <th scope="row" className="w-28 py-1 pr-4 text-left font-normal whitespace-nowrap">
                    <kbd className="font-semibold">{label}</kbd>
                  </th>
                  <td className="py-1 text-text-2">{does}</td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
      <p className="text-xs text-text-2">
        Single-letter keys work while a photo is open and has the frame, never while you type in a field. You
        can turn them off in Settings.
      </p>
    </section>
  )
}

function Meanings() {
  return (
    <section aria-label="What things mean" className="grid content-start gap-6">
      {(Object.keys(topics) as Topic[]).map((topic) => (
        <Section key={topic} title={topics[topic].title}>
          <Meaning topic={topic} />
        </Section>
      ))}
      <Section title="Decisions">
        <p>
          Approving or denying sends the cardholder an e-mail that can&apos;t be taken back. Loupe waits a few
          seconds first, so that you can undo it. CloudCard doesn&apos;t save the reasons for a denial; My
          decisions keeps yours until you sign out.
        </p>
      </Section>
      <Section title="Passwords">
        <p>{passwordMeaning}</p>
        <p>{tokenMeaning}</p>
      </Section>
    </section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="font-semibold">{title}</h3>
      {children}
    </section>
  )
}
