import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Organization } from '../cloudcard/organization'
import { organizationQuery } from '../cloudcard/photos-query'
import type { Thresholds } from '../fields/kinds/grade'

const againInMs = 60_000

/**
 * The organization of the signed-in person, learnt once per session by reading one photo, since lists carry
 * none; null until then, and while it is null scores have no colour.
 */
export function useOrganization(samplePhotoId: number | null): Organization | null {
  const { data } = useQuery({
    ...organizationQuery(samplePhotoId),
    meta: { isAhead: true },
    // By itself, in a tab that somebody sees; never while it is known.
    refetchInterval: ({ state }) => (state.status === 'error' ? againInMs : false),
  })
  return data ?? null
}

/** null where no photo told them, undefined as long as one still may. */
export const thresholdsOf = ({
  data,
  isError,
}: Pick<UseQueryResult<Organization | null>, 'data' | 'isError'>): Thresholds | null | undefined =>
  data ?? (data === null || isError ? null : undefined)

export const useThresholds = () => thresholdsOf(useQuery(organizationQuery(null)))
