/** In words, what somebody would lose with the page; null for nothing. */
type Loss = () => string | null
const losses = new Set<Loss>()

/** To be called by whoever keeps something in memory alone. */
export const lostByReload = (loss: Loss): unknown => losses.add(loss)

export const lostNow = (): readonly string[] =>
  [...losses].map((loss) => loss()).filter((words) => words !== null)
