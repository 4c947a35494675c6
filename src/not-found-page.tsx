import { Link } from 'react-router-dom'
import { Message } from './components/message'
import { paths } from './paths'

export function NotFoundPage() {
  return (
    <main className="flex flex-1 bg-surface">
      <title>Page not found – Loupe</title>
      <Message
        isPage
        title="There is no such page"
        action={
          <Link to={paths.photos()} className="flex min-h-8 items-center text-accent underline">
            Go to the pending photos
          </Link>
        }
      >
        The address may be mistyped, or the page was moved.
      </Message>
    </main>
  )
}
