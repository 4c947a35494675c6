import type { ReactNode } from 'react'
import { Dialog } from '../../ui/dialog'
import { topics, type Topic } from '../../fields/explanations'
import { Meaning } from '../../fields/meanings'
import { passwordMeaning, tokenMeaning } from '../../session/sign-in-words'
import { KeyTables } from './key-tables'

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
