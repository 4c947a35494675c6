import { Button } from '../../ui/button'
import type { News } from '../../queue/news'

/** Says what has arrived; nothing moves until somebody asks for it. */
export function NewsLine({ news, onShow }: { news: News; onShow: () => void }) {
  return (
    <div role="status" className="flex items-center gap-1 whitespace-nowrap text-text">
      {news.kind !== 'none' && (
        <>
          {newsWords(news)}
          <Button
            look="quiet"
            // Beside it stands the button Refresh, which does more.
            aria-label={news.kind === 'changed' ? 'Refresh list' : undefined}
            onClick={onShow}
            className="text-accent"
          >
            {news.kind === 'arrived' ? 'Show' : 'Refresh'}
          </Button>
        </>
      )}
    </div>
  )
}

function newsWords(news: Exclude<News, { kind: 'none' }>): string {
  if (news.kind === 'changed') return 'the list changed'
  if (news.isMore) return `${news.count}+ new`
  return news.count === 1 ? '1 new photo' : `${news.count} new photos`
}
