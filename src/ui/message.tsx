import type { ReactNode } from 'react'

type MessageProps = {
  title: string
  children?: ReactNode
  action?: ReactNode
  icon?: ReactNode
  role?: 'alert'
  /** The page has nothing else, and no other heading. */
  isPage?: boolean
}

/** A few words in the place where the content would be: what is so, and the way on. */
export function Message({ title, children, action, icon, role, isPage = false }: MessageProps) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div role={role} className="m-auto flex max-w-[380px] flex-col items-center gap-1 p-4 pb-12 text-center">
      {icon && <div className="mb-2">{icon}</div>}
      <Title tabIndex={isPage ? -1 : undefined} className="text-base font-semibold">
        {title}
      </Title>
      {children && <div className="text-text-2">{children}</div>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  )
}

/** The same as the whole page. */
export function MessagePage({
  tab,
  isAlone = false,
  ...message
}: MessageProps & { tab?: string; /** Nothing stands around it. */ isAlone?: boolean }) {
  return (
    <main className={`flex flex-1 bg-surface ${isAlone ? 'min-h-dvh' : ''}`}>
      <title>{`${tab ?? message.title} – Loupe`}</title>
      <Message {...message} isPage />
    </main>
  )
}
