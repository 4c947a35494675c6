/** What the tabs of one browser talk to each other on; a page listens before it can answer. */
export const tabChannelName = 'loupe'
