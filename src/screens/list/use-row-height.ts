import { useMemo } from 'react'
import { useSettings } from '../../session/settings'

/** From this width of the list on, in rem, a row has fewer than three lines; as in index.css. */
const wideFrom = 40

/** The heights in px of every row and of the head above them, as the style sheet has them for this width of the list. */
export function useRowHeight(listWidth: number): { height: number; headHeight: number } {
  const { density } = useSettings()
  const rem = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, [])
  if (listWidth < wideFrom * rem) return { height: 5.25 * rem, headHeight: 0 }
  return { height: (density === 'roomy' ? 5 : 3.5) * rem, headHeight: 2 * rem }
}
