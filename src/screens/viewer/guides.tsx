import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Photo } from '../../cloudcard/photo'
import { photoQuery } from '../../cloudcard/photos-query'
import { guidesOf, type GuideLine } from '../../desk/look/guides'
import { useOffice } from '../../fields/use-office'
import { Button } from '../../ui/button'
import { say } from '../../ui/notice'
import './guides.css'

/** The places are in Get a Photo alone: it is asked for the photo that is open, and given up when one goes on. */
function useGuides(photo: Photo) {
  const detail = useQuery(photoQuery(photo.id))
  const office = useOffice()
  return { ...guidesOf(detail.data?.classifications ?? null, office, photo.picture), detail }
}

/** The guides over the photo; what they show is said by `GuideWords`. */
export function GuideLines({ photo }: { photo: Photo }) {
  const { wishes, lines, box } = useGuides(photo)
  const [left, width] = [`${box?.left}%`, `${(box?.right ?? 0) - (box?.left ?? 0)}%`]
  const [top, height] = [`${box?.top}%`, `${(box?.bottom ?? 0) - (box?.top ?? 0)}%`]
  return (
    <svg aria-hidden="true" className="guides">
      {wishes.map((line, index) => (
        <Line key={index} line={line} look="wish" />
      ))}
      {box && (
        <>
          <rect x={left} y={top} width={width} height={height} className="beside" />
          <rect x={left} y={top} width={width} height={height} />
          <text x={left} y={`${box.bottom}%`} dx="0.5em" dy="-0.5em">
            {box.name}
          </text>
        </>
      )}
      {lines.map((line, index) => (
        <Line key={index} line={line} />
      ))}
    </svg>
  )
}

/** All across the picture, with its name at the end where no other name is. */
function Line({ line, look = '' }: { line: GuideLine; look?: 'wish' | '' }) {
  const [x, y] = 'x' in line ? [`${line.x}%`, null] : [null, `${line.y}%`]
  const ends = { x1: x ?? '0%', x2: x ?? '100%', y1: y ?? '0%', y2: y ?? '100%' }
  const isAtStart = look && x === null
  return (
    <>
      <line {...ends} className={`beside ${look}`} />
      <line {...ends} className={look} />
      <text
        x={isAtStart ? ends.x1 : ends.x2}
        y={ends.y2}
        dx={isAtStart ? '0.5em' : '-0.5em'}
        dy="-0.5em"
        textAnchor={isAtStart ? 'start' : 'end'}
      >
        {line.name}
      </text>
    </>
  )
}

/** What the guides show, in a sentence that is heard as well. */
export function GuideWords({ photo }: { photo: Photo }) {
  const { words, detail } = useGuides(photo)
  useEffect(() => {
    if (words) say(words, { isOnlyHeard: true })
  }, [words])
  if (detail.isError && !detail.data) {
    return (
      <p className="flex flex-wrap items-center justify-between gap-2">
        CloudCard's numbers could not be read.
        <Button onClick={() => void detail.refetch()}>Try again</Button>
      </p>
    )
  }
  return <p className="wrap-anywhere">{words || 'Reading the numbers…'}</p>
}

/** What the style sheet shows a photo in: nothing of it is kept or sent. */
export function LightFilters() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <filter id="light-shadows" colorInterpolationFilters="sRGB">
        <feComponentTransfer>
          <feFuncR type="gamma" exponent="0.5" />
          <feFuncG type="gamma" exponent="0.5" />
          <feFuncB type="gamma" exponent="0.5" />
        </feComponentTransfer>
      </filter>
      <filter id="light-edges" x="0" y="0" width="1" height="1" colorInterpolationFilters="sRGB">
        <feColorMatrix type="saturate" values="0" />
        <feConvolveMatrix
          order="3"
          kernelMatrix="-3 -3 -3 -3 24 -3 -3 -3 -3"
          edgeMode="duplicate"
          preserveAlpha="true"
        />
      </filter>
    </svg>
  )
}
