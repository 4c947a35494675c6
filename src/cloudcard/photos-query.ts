import { CancelledError, queryOptions, type QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error'
import { learnNames } from './cardholder-names'
import { isEqual } from './keep-rows'
import { learnPhoto, photosStandIn } from './known-photos'
import { type Organization } from './organization'
import { readPhotoDetail, type PhotoDetail } from './photo-detail'
import { readPhotoRows, type Row } from './photo'
import { callCloudCard } from './call-cloudcard'
import type { RequestOptions } from './request'
import { priorityOf } from './waited-for'

/** One of CloudCard's status words, or 'ALL'. */
type PhotoFilter = { status: string }

const organizationKey = ['organization'] as const
const detailsKey = ['photo'] as const

/**
 * Get Photo List (documented): `max` rows (0..1000) from `offset`, in an order that nobody has documented; for 'ALL' the
 * status is left out. A page has no total: a short one is the last. Rejects as `request` does.
 */
export async function readPhotos(
  { status, offset, max }: PhotoFilter & { offset: number; max: number },
  options: Pick<RequestOptions, 'signal' | 'priority'>,
): Promise<Row[]> {
  const page = { offset, max }
  const query = status === 'ALL' ? page : { status, ...page }
  return readPhotoRows(await callCloudCard('list', {}, { query, ...options }))
}

/** Get a Photo (documented), with its classifications. Rejects as `request` does. */
export async function readPhoto(
  id: number,
  options: Pick<RequestOptions, 'signal' | 'priority'> = {},
): Promise<PhotoDetail> {
  const detail = readPhotoDetail(await callCloudCard('photo', { id }, options))
  // A decision about one photo must never meet the picture of another.
  if (detail.photo.id !== id) throw new ApiError('unreadable', 'CloudCard answered with another photo')
  return detail
}

/** Get a Photo, kept; it teaches `organizationQuery` and `namesQuery` as well. */
export const photoQuery = (id: number) =>
  queryOptions({
    queryKey: [...detailsKey, id] as const,
    // Thousands are looked at one after the other; only the last ones are come back to.
    gcTime: 60_000,
    queryFn: async ({ client, queryKey, signal }) => {
      const detail = await readPhoto(id, { signal, priority: () => priorityOf(client, queryKey) })
      // An abort may mean a sign-out: nothing of this person may come back into the cache.
      signal.throwIfAborted()
      return learntDetail(client, detail)
    },
  })

/**
 * The organization, for thresholds and denial reasons: lists and sign-in carry none, so it is learnt from one Get a Photo
 * per session, of any photo. null when CloudCard sent none with it; a later photo may still teach it.
 */
export const organizationQuery = (samplePhotoId: number | null) =>
  queryOptions({
    queryKey: organizationKey,
    queryFn: async ({ client }): Promise<Organization | null> => {
      if (samplePhotoId === null) throw new TypeError('The organization can only be learnt from a photo')
      const { organization } = await readSample(client, samplePhotoId)
      return organization
    },
    enabled: samplePhotoId !== null,
    // The photo's own query has retried already.
    retry: false,
    staleTime: Infinity,
    gcTime: Infinity,
  })

/** Asks once more where what would have taught the organization has failed: its reasons and thresholds are missed all day else. */
export function askOrganizationAgain(client: QueryClient): void {
  const query = client.getQueryCache().find({ queryKey: organizationKey })
  if (query?.state.status !== 'error' || query.state.fetchStatus !== 'idle') return
  const asking = query.observers.find(({ options }) => options.enabled === true)
  void asking?.refetch()
}

/** Keeps a detail that was read for something else. */
export function keepDetail(client: QueryClient, detail: PhotoDetail): void {
  client.setQueryData(photoQuery(detail.photo.id).queryKey, learntDetail(client, detail))
}

/** Learns what it says, and gives it with what is known of its photo now. Each brings the whole organization along: one of them is kept, not thousands. */
function learntDetail(client: QueryClient, detail: PhotoDetail): PhotoDetail {
  const known = client.getQueryData<Organization | null>(organizationKey) ?? null
  if (known === null && detail.organization !== null)
    client.setQueryData(organizationKey, detail.organization)
  const isKnown = known !== null && isEqual(known, detail.organization)
  const photo = learnPhoto(client, detail.photo)
  if (detail.cardholderName !== '') learnNames(client, new Map([[photo.id, detail.cardholderName]]))
  return { ...detail, photo, ...(isKnown && { organization: known }) }
}

const detailsIn = (client: QueryClient) => client.getQueriesData<PhotoDetail>({ queryKey: detailsKey })

photosStandIn({
  // Asking the cache for each took 140 ms of reading 100,000 photos.
  lookUp(client) {
    const photos = new Map(detailsIn(client).map(([, detail]) => [detail?.photo.id, detail?.photo]))
    return (id) => photos.get(id)
  },
  all: (client) => detailsIn(client).flatMap(([, detail]) => detail?.photo ?? []),
  put(client, photos) {
    for (const [id, photo] of photos) {
      // What else is known of it was not said of another one.
      if (photo.id === id)
        client.setQueryData(photoQuery(id).queryKey, (detail) => detail && { ...detail, photo })
    }
  },
})

async function readSample(client: QueryClient, id: number): Promise<PhotoDetail> {
  try {
    return await client.ensureQueryData(photoQuery(id))
  } catch (error) {
    // Somebody looked at the same photo and left before it came: that ended their request, not our wish.
    if (error instanceof CancelledError && error.revert) return client.ensureQueryData(photoQuery(id))
    throw error
  }
}
