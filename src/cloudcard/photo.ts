/** 0..1, or null: not scored. */
export type Score = number | null

export type Picture = {
  /** As CloudCard sent them, the preferred one first. Not checked for safety. */
  urls: readonly string[]
  width: number | null
  height: number | null
}

/** A supporting document; '' and null stand for what is not known. Dates are epoch ms. */
export type SupportingDocument = {
  id: number | null
  name: string
  picture: Picture
  faceMatch: Score
  govId: Score
  /** CloudCard's own word for the ID check ("good"), for which no thresholds are published. */
  govIdWord: string
  goodFaceThreshold: number | null
  badFaceThreshold: number | null
  dateCreated: number | null
  expirationDate: number | null
}

/** Another photo of the same cardholder, as far as it is told. */
export type OtherPhoto = { id: number | null; picture: Picture; dateCreated: number | null }

/** A photo as lists and Get a Photo have it. Dates are epoch ms; a flag that was not sent is false. */
export type Photo = {
  id: number
  status: string
  version: number | null
  dateCreated: number | null
  lastUpdated: number | null
  dateApproved: number | null
  picture: Picture
  score: Score
  isAspectRatioWrong: boolean
  isManuallyEdited: boolean
  isBackgroundReplaced: boolean
  isDecidedAutomatically: boolean
  isBotWorking: boolean
  hasApprovedPhoto: boolean
  /** The upload before editing. */
  original: OtherPhoto | null
  /** The photo that the cardholder had approved before. */
  previouslyApproved: OtherPhoto | null
  /** '' where not known. */
  cardholder: {
    id: number | null
    email: string
    username: string
    identifier: string
    isDocumentRequired: boolean
  }
  documents: readonly SupportingDocument[]
}

/** A row that is no photo; `index` is its place in the answer, `reason` is in plain words. */
export type UnreadableRow = { index: number; id: number | null; reason: string }

export type Row = { kind: 'photo'; photo: Photo } | { kind: 'unreadable'; row: UnreadableRow }

/** A page of a list, each photo once, and what was found out about the place where it lies: see queue/page-read.ts. */
export type PhotoPage = {
  rows: readonly Row[]
  offset: number
  places: number
  isEnd: boolean
  isEndHinted: boolean
  mayMiss: boolean
  /** When it was read, by `browserClock`. */
  readAt: number
}
