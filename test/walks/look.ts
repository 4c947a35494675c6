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
    /** The name of the form of a verdict; '' where it is in none. */
    form: string
    /** The first that Tab comes to on the page, or in the dialog on top of it. */
    isFirst: boolean
    isLast: boolean
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
  // One way through the document for all that is asked of it: where there is no browser, selectors and live collections take most of
  // the time of a walk.
  const elements: Element[] = []
  const places = new Map<Element | Document, number>()
  /** By place: behind the last element inside. */
  const ends: number[] = []
  const byTag = new Map<string, Element[]>()
  const collect = (node: Node) => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue
      const element = child as Element
      const place = elements.push(element) - 1
      places.set(element, place)
      const tag = element.localName
      const known = byTag.get(tag)
      if (known) known.push(element)
      else byTag.set(tag, [element])
      collect(element)
      ends[place] = elements.length
    }
  }
  collect(document)
  const isIn = (element: Element, root: Document | Element) => {
    if (root === document) return true
    const [place, begin] = [places.get(element) ?? -1, places.get(root) ?? elements.length]
    return place > begin && place < (ends[begin] ?? 0)
  }
  const tags = <E extends Element = HTMLElement>(name: string, root: Document | Element = document) =>
    (byTag.get(name) ?? []).filter((element) => isIn(element, root)) as unknown as E[]
  const roles = elements.flatMap((element) => {
    const role = element.getAttribute('role')
    return role === null ? [] : [{ element: element as HTMLElement, role }]
  })
  const ofRole = (role: string, root: Document | Element | null = document) =>
    roles
      .filter((each) => each.role === role && root !== null && isIn(each.element, root))
      .map(({ element }) => element)
  const labelled = (tag: string, label: string) =>
    tags(tag).find((element) => element.getAttribute('aria-label') === label) ?? null
  const trimmed = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
  const text = (tag: string, root: Document | Element = document) => trimmed(tags(tag, root)[0]?.textContent)
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
  const isCome = (image: HTMLImageElement | null | undefined) =>
    image != null && image.complete && image.naturalWidth > 0
  const { pathname, search } = document.location
  const main = tags('main')[0] ?? null

  const rowOf = (row: Element): SeenRow => {
    const href = tags<HTMLAnchorElement>('a', row)
      .map((link) => link.getAttribute('href') ?? '')
      .find((each) => /photo=|\/photos\//.test(each))
    const id = /[?&]photo=(\d+)/.exec(href ?? '')?.[1] ?? /\/photos\/(\d+)/.exec(href ?? '')?.[1]
    return {
      photo: id ? Number(id) : null,
      words: trimmed(row.textContent),
      picture: tags('img', row)[0]?.getAttribute('src') ?? '',
    }
  }
  const tables = main ? tags('table', main) : []
  const table = tables.find((each) => each.hasAttribute('aria-rowcount')) ?? null
  const grid = ofRole('grid', main).find((each) => !each.closest('dialog')) ?? null
  const listed = table ?? grid
  const list = listed && {
    caption: table ? text('caption', table) : nameOf(listed),
    isBusy: listed.getAttribute('aria-busy') === 'true',
    rows: (table ? tags('tr', tags('tbody', table)[0] ?? table) : ofRole('gridcell', grid)).map(rowOf),
  }

  const dialogs = tags<HTMLDialogElement>('dialog').filter((each) => each.open)
  const compare = dialogs.find((each) => text('h2', each) === 'Compare')
  const photoPage = /^\/photos\/(\d+)/.exec(pathname)?.[1]
  const byQuery = /[?&]photo=(\d+)/.exec(search)?.[1]
  const around = compare ?? (photoPage ? main : labelled('section', 'Photo details'))
  const id = Number(photoPage ?? byQuery ?? 0)
  const facts: Record<string, string> = {}
  const told = photoPage ? (main ?? around) : around
  for (const term of told ? tags('dt', told) : [])
    facts[trimmed(term.textContent)] ??= trimmed(term.nextElementSibling?.textContent)
  const image = (around ? tags<HTMLImageElement>('img', around) : []).find((each) => each.getAttribute('alt'))
  const photo = around &&
    id > 0 && {
      heading: text(compare ? 'h3' : photoPage ? 'h1' : 'h2', around),
      photo: id,
      picture: image?.getAttribute('src') ?? '',
      hasCome: isCome(image),
      part: image ? partOf(image) : 0,
      facts,
      pageLink:
        tags<HTMLAnchorElement>('a', around).find((each) => nameOf(each).startsWith('Open photo page'))
          ?.pathname ?? '',
    }

  const top = dialogs.at(-1)
  const isTogether = top !== undefined && text('h2', top).endsWith('together')
  const together = (isTogether ? ofRole('gridcell', top) : [])
    .filter((cell) => cell.getAttribute('aria-selected') === 'true')
    .map((cell) => {
      const picture = tags<HTMLImageElement>('img', cell)[0]
      return {
        photo: picture?.getAttribute('src') ?? '',
        isSeen: picture !== undefined && isCome(picture) && partOf(picture) >= 0.75,
      }
    })

  const focused = document.activeElement
  const isNowhere = focused === null || focused === document.body || focused === document.documentElement
  const inputs = [...tags<HTMLInputElement>('input'), ...tags<HTMLInputElement>('textarea')]
  const texts = inputs.filter(({ type }) => !/^(checkbox|radio|range)$/.test(type))
  const isField = focused?.tagName === 'SELECT' || texts.includes(focused as HTMLInputElement)
  const reach = dialogs.at(-1) ?? document
  const stops = elements.filter(
    (element) =>
      isIn(element, reach) &&
      (element as HTMLElement).tabIndex >= 0 &&
      !(element as HTMLButtonElement).disabled &&
      (part !== null || element.checkVisibility()),
  )
  const recordTable = tables.find((each) => text('caption', each) === 'Decisions of this session')
  const fields = texts.map((field) => ({
    name: nameOf(field),
    value: field.value,
    isPassword: field.type === 'password',
  }))
  const pages = labelled('nav', 'Pages')
  const tray = labelled('section', 'Decisions')
  const status = labelled('nav', 'Photo status')
  return {
    address: pathname + search,
    title: document.title,
    text: `${trimmed(document.body.textContent)} ${fields.map(({ value }) => value).join(' ')}`,
    heading: text('h1'),
    tab: trimmed(
      (status ? tags('a', status) : []).find((each) => each.getAttribute('aria-current') === 'page')
        ?.textContent,
    ),
    list,
    place: trimmed((pages ? ofRole('status', pages)[0] : null)?.textContent),
    searchText: inputs.find(({ type }) => type === 'search')?.value ?? '',
    open: photo || null,
    undo: (tray ? tags('button', tray) : [])
      // What the button says of itself beside its name.
      .map((each) => each.title)
      .filter((name) => name.startsWith('Undo: '))
      .map((name) => name.slice('Undo: '.length)),
    dialogs: dialogs.map((each) => text('h2', each)),
    together,
    focus: {
      isNowhere,
      role: focused?.getAttribute('role') ?? focused?.tagName.toLowerCase() ?? '',
      name: focused && !isNowhere ? nameOf(focused) : '',
      isInField: isField,
      isInDialog: focused?.closest('dialog') != null,
      form: focused?.closest('[aria-label="Hold photo"]')
        ? 'Hold photo'
        : focused?.closest('[aria-label="Deny photo"], form')
          ? 'Deny photo'
          : '',
      isFirst: focused !== null && focused === stops[0],
      isLast: focused !== null && focused === stops.at(-1),
    },
    alerts: ofRole('alert').map((each) => trimmed(each.textContent)),
    statuses: ofRole('status').map((each) => trimmed(each.textContent)),
    fields,
    pictures: tags('img').map((each) => each.getAttribute('src') ?? ''),
    record:
      text('h1') === 'My decisions'
        ? (recordTable ? tags('tr', tags('tbody', recordTable)[0] ?? recordTable) : []).map((row) => {
            const cells = [...row.children].map((cell) => trimmed(cell.textContent))
            return {
              photo: Number.parseInt(cells[1] ?? '', 10),
              decision: cells[3] ?? '',
              result: cells[6] ?? '',
            }
          })
        : null,
  }
}
