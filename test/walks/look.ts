/** What a person sees of a page, by roles and names. */
export type Seen = {
  /** With the query. */
  address: string
  title: string
  /** All that stands on the page, and in its fields. */
  text: string
  heading: string
  tab: string
  list: { caption: string; isBusy: boolean; rows: SeenRow[] } | null
  /** Under the list: "1–25 of 100". */
  place: string
  searchText: string
  open: SeenPhoto | null
  /** What can be undone: "Approve marisol.vega@lakemont.example". */
  undo: string[]
  /** The names of the dialogs, the uppermost last. */
  dialogs: string[]
  /** Of the dialog in which several are decided: what is selected, and whether it can be seen. */
  together: { photo: string; isSeen: boolean }[]
  focus: {
    isNowhere: boolean
    role: string
    name: string
    isInField: boolean
    isInDialog: boolean
    isInForm: boolean
  }
  alerts: string[]
  /** What the pages say by the way. */
  statuses: string[]
  fields: { name: string; value: string; isPassword: boolean }[]
  pictures: string[]
  record: { photo: number; decision: string; result: string }[] | null
}
export type SeenRow = { photo: number | null; words: string; picture: string }
export type SeenPhoto = {
  heading: string
  /** By the address of the page. */
  photo: number
  picture: string
  hasCome: boolean
  /** How much of the picture is in sight, from 0 to 1. */
  part: number
  facts: Record<string, string>
  pageLink: string
}

/**
 * Reads a page. It is also run in a browser, as text: so it uses nothing from around it.
 *
 * @param part how much of each picture is in sight, where there is no layout
 */
export function look(document: Document, part: number | null): Seen {
  const all = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document) => [
    ...root.querySelectorAll<E>(selector),
  ]
  const trimmed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label')
    if (label) return label
    const by = element.getAttribute('aria-labelledby')
    if (by)
      return trimmed(
        by
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      )
    const labels = (element as HTMLInputElement).labels
    if (labels?.[0]) return trimmed(labels[0].textContent)
    return trimmed(element.getAttribute('alt') ?? element.textContent)
  }
  const text = (selector: string, root: ParentNode = document) =>
    trimmed(root.querySelector(selector)?.textContent)
  const partOf = (image: Element): number => {
    if (part !== null) return part
    const box = image.getBoundingClientRect()
    let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom]
    const clip = (other: { left: number; top: number; right: number; bottom: number }) => {
      left = Math.max(left, other.left)
      top = Math.max(top, other.top)
      right = Math.min(right, other.right)
      bottom = Math.min(bottom, other.bottom)
    }
    for (let around = image.parentElement; around; around = around.parentElement)
      if (getComputedStyle(around).overflow !== 'visible') clip(around.getBoundingClientRect())
    clip({ left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight })
    const area = Math.max(1, box.width * box.height)
    return (Math.max(0, right - left) * Math.max(0, bottom - top)) / area
  }
  const isCome = (image: HTMLImageElement | null) =>
    image !== null && image.complete && image.naturalWidth > 0
  const { pathname, search } = document.location

  const table = document.querySelector('main table.photo-table, main table[aria-rowcount]')
  const grid = all('main [role=grid]').find((each) => !each.closest('dialog')) ?? null
  const rowOf = (row: Element): SeenRow => {
    const link = row.querySelector<HTMLAnchorElement>('a[href*="photo="], a[href*="/photos/"]')
    const href = link ? new URL(link.href) : null
    const id = href?.searchParams.get('photo') ?? /\/photos\/(\d+)/.exec(href?.pathname ?? '')?.[1]
    return {
      photo: id ? Number(id) : null,
      words: trimmed(row.textContent),
      picture: row.querySelector('img')?.getAttribute('src') ?? '',
    }
  }
  const list = table
    ? {
        caption: text('caption', table),
        isBusy: table.getAttribute('aria-busy') === 'true',
        rows: all('tbody > tr', table).map(rowOf),
      }
    : grid && {
        caption: nameOf(grid),
        isBusy: grid.getAttribute('aria-busy') === 'true',
        rows: all('[role=gridcell]', grid).map(rowOf),
      }

  const dialogs = all<HTMLDialogElement>('dialog[open]')
  const compare = dialogs.find((each) => text('h2', each) === 'Compare')
  const photoPage = /^\/photos\/(\d+)/.exec(pathname)?.[1]
  const byQuery = new URLSearchParams(search).get('photo')
  const region = all('section[aria-label="Photo details"]')[0] ?? null
  const around = compare ?? (photoPage ? document.querySelector('main') : region)
  const id = Number(photoPage ?? byQuery ?? 0)
  const facts: Record<string, string> = {}
  for (const term of around ? all('dt', photoPage ? (document.querySelector('main') ?? around) : around) : [])
    facts[trimmed(term.textContent)] ??= trimmed(term.nextElementSibling?.textContent)
  const image = around?.querySelector<HTMLImageElement>('img[alt]:not([alt=""])') ?? null
  const photo = around &&
    id > 0 && {
      heading: text(photoPage && !compare ? 'h1' : compare ? 'h3' : 'h2', around),
      photo: id,
      picture: image?.getAttribute('src') ?? '',
      hasCome: isCome(image),
      part: image ? partOf(image) : 0,
      facts,
      pageLink:
        all<HTMLAnchorElement>('a', around).find((each) => nameOf(each).startsWith('Open photo page'))
          ?.pathname ?? '',
    }

  const top = dialogs.at(-1)
  const isTogether = (top ? text('h2', top) : '').endsWith('together')
  const together = (isTogether && top ? all('[role=gridcell]', top) : [])
    .filter((cell) => cell.getAttribute('aria-selected') === 'true')
    .map((cell) => {
      const picture = cell.querySelector('img')
      return {
        photo: picture?.getAttribute('src') ?? '',
        isSeen: isCome(picture) && picture !== null && partOf(picture) >= 0.75,
      }
    })

  const focused = document.activeElement
  const isNowhere = focused === null || focused === document.body || focused === document.documentElement
  const isField = (element: Element | null) =>
    element !== null &&
    element.matches('input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select')
  const tables = all('main table')
  const recordTable = tables.find((each) => text('caption', each) === 'Decisions of this session')
  const isRecord = text('h1') === 'My decisions'
  const fields = all<HTMLInputElement>('input:not([type=checkbox]):not([type=radio]), textarea').map(
    (field) => ({
      name: nameOf(field),
      value: field.value,
      isPassword: field.type === 'password',
    }),
  )
  return {
    address: pathname + search,
    title: document.title,
    text: `${trimmed(document.body.textContent)} ${fields.map(({ value }) => value).join(' ')}`,
    heading: text('h1'),
    tab: trimmed(
      document.querySelector('nav[aria-label="Photo status"] a[aria-current="page"]')?.textContent,
    ),
    list,
    place: text('nav[aria-label="Pages"] [role=status]'),
    searchText: document.querySelector<HTMLInputElement>('input[type=search]')?.value ?? '',
    open: photo || null,
    undo: all('section[aria-label="Decisions"] button')
      .map(nameOf)
      .filter((name) => name.startsWith('Undo: '))
      .map((name) => name.slice('Undo: '.length)),
    dialogs: dialogs.map((each) => text('h2', each)),
    together,
    focus: {
      isNowhere,
      role: focused?.getAttribute('role') ?? focused?.tagName.toLowerCase() ?? '',
      name: focused && !isNowhere ? nameOf(focused) : '',
      isInField: isField(focused),
      isInDialog: focused?.closest('dialog') != null,
      isInForm: focused?.closest('[aria-label="Deny photo"], form') != null,
    },
    alerts: all('[role=alert]').map((each) => trimmed(each.textContent)),
    statuses: all('[role=status]').map((each) => trimmed(each.textContent)),
    fields,
    pictures: all('img').map((each) => each.getAttribute('src') ?? ''),
    record: isRecord
      ? (recordTable ? all('tbody > tr', recordTable) : []).map((row) => {
          const cells = [...row.children].map((cell) => trimmed(cell.textContent))
          return { photo: Number(cells[1]), decision: cells[3] ?? '', result: cells[6] ?? '' }
        })
      : null,
  }
}
