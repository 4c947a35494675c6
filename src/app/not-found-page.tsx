import { Link } from '../ui/link'
import { Message } from '../ui/message'
import { paths } from '../base/paths'

export function NotFoundPage() {
  return (
    <main className="flex flex-1 bg-surface">
      <title>Page not found – Loupe</title>
      <Message
        isPage
        title="Page not found"
        action={
          <Link to={paths.photos()} className="flex min-h-8 items-center text-accent underline">
            Go to pending photos
          </Link>
        }
      >
        Check the address, or go back to the photos.
      </Message>
    </main>
  )
}
