/** What is pressed to get over a failure. */
export const recovering =
  /^(Try again|Reload|Reload anyway|Retry|Load them|Load again|Sign in|Use my decision|Look again|Send|Back to the list)$/
/** No words of ours, or none for a person. */
export const raw =
  /undefined|\bnull\b|NaN|\[object|\w+Error\b|Failed to fetch|fetch failed|JSON|Unexpected|<\/?[a-z]|\{|\bstatus \d/i
export const advice =
  /\b(try|tries|tried|retry|check|use my|ask|wait|look|sign in|load|reload|tell|choose|press|undo|nothing was|nothing is|by itself|go back|may have been|left|still selected|ends within)\b/i
