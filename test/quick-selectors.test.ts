import { getRoles, queryAllByRole, queryAllByText } from '@testing-library/react'
import { JSDOM } from 'jsdom'
import { expect, it, onTestFinished } from 'vitest'

const html = `
  <header aria-label="Top"><a href="#">Away</a><a>Nowhere</a><a href>Here</a><map><area href="#" alt=""><area></map></header>
  <main role="none presentation"><h1>Photos</h1><h2 role="tab  heading">Tab</h2><p role="">Said <b>all</b></p>
    <button type="button">Go</button><button disabled tabindex="0">No</button><p tabindex="-1" contenteditable="TRUE">x</p><p contenteditable>y</p><button type="SUBMIT">Send</button><div role="button">Not</div><summary>So</summary>
    <form aria-label="Search"><label>Name <input></label><label for="mail">Mail</label><input id="mail" type="email" list="mails">
      <input type="checkbox"><input type="hidden"><input type="Radio"><input type="text"><input type="text" list="mails">
      <input type="search" list=""><input type="submit" value="Send"><input type="reset"><input type="image" alt="">
      <select><option>1</option></select><select multiple size="3"></select><select size="1"></select><textarea></textarea>
      <output>1</output><meter></meter><progress></progress><datalist id="mails"></datalist></form>
    <svg role="img" aria-label="Arrow"><title>Arrow</title><linearGradient></linearGradient><a href="#">Up</a></svg>
    <img alt="" src="#"><img alt="A"><img><section name="s"></section><section aria-labelledby="t"></section><aside></aside>
  </main>
  <table><caption>Many</caption><thead><tr><th scope="col">E-mail</th><th scope="COL">Name</th><th>On</th></tr></thead>
    <tbody><tr role="row"><th scope="row">1</th><td role="gridcell">2</td></tr><tr><th scope="rowgroup">1</th><td>2</td></tr></tbody>
  </table>
  <dialog open>Open</dialog><details open><summary>Less</summary></details><script></script><template></template>`

const alike = (elements: Iterable<Element> | null | undefined) =>
  elements ? [...elements].map((each) => each.outerHTML.slice(0, 60)) : elements

it('of what Testing Library asks, and what is like it, the quick selectors say what jsdom says', () => {
  const plain = new JSDOM('').window
  const [truth, quick] = [htmlIn(plain.document), htmlIn(document)]
  const asked = selectorsAskedOf(quick)
  expect(asked.matched.size).toBeGreaterThan(100)
  expect(asked.searched.size).toBeGreaterThan(40)
  const [all, quickAll] = [[...truth.querySelectorAll('*')], [...quick.querySelectorAll('*')]]
  const focusable =
    'input:not([type=hidden]):not([disabled]), button:not([disabled]), [contenteditable=""], [contenteditable="true"], a[href], [tabindex]:not([disabled]), details > summary'
  const alsoAsked = [
    focusable,
    'form > input',
    '.a',
    'INPUT',
    '[type]:checked',
    'a[href="#"]',
    'input[type="RADIO" i]',
    '#mail',
  ]
  for (const selector of [...asked.matched, ...alsoAsked])
    expect([selector, alike(quickAll.filter((each) => each.matches(selector)))]).toEqual([
      selector,
      alike(all.filter((each) => each.matches(selector))),
    ])
  // After each change, too: what is remembered is true as long as nothing has changed.
  for (const change of [() => {}, () => {}, ...changes]) {
    change(truth)
    change(quick)
    for (const selector of [...asked.searched, ...alsoAsked])
      expect([selector, alike(quick.querySelectorAll(selector))]).toEqual([
        selector,
        alike(truth.querySelectorAll(selector)),
      ])
  }
  expect(document.querySelectorAll('*').length).toBeGreaterThan(quick.querySelectorAll('*').length)
})

it('of each field the quick labels are what jsdom says', () => {
  const plain = new JSDOM('').window
  const labelsIn = (around: HTMLElement) =>
    [...around.querySelectorAll('*')].map((each) => [
      each.outerHTML,
      alike((each as HTMLInputElement).labels),
    ])
  const [truth, quick] = [htmlIn(plain.document), htmlIn(document)]
  expect(labelsIn(quick)).toEqual(labelsIn(truth))
  expect(labelsIn(quick).filter(([, labels]) => labels?.length === 1)).toHaveLength(2)
})

function htmlIn(page: Document): HTMLElement {
  const around = page.createElement('div')
  around.innerHTML = html
  page.body.append(around)
  return around
}

const changes = [
  (around: HTMLElement) => around.querySelector('button')?.remove(),
  (around: HTMLElement) => around.querySelector('p')?.setAttribute('role', 'button'),
  (around: HTMLElement) => around.querySelector('[role=button]')?.removeAttribute('role'),
  (around: HTMLElement) =>
    around.querySelector('tbody')?.append(around.ownerDocument.createElement('button')),
  (around: HTMLElement) =>
    around.querySelector('h1')?.insertAdjacentHTML('afterend', '<h1><a href="#">1</a></h1>'),
  (around: HTMLElement) => around.querySelector('main')?.replaceChildren('None'),
]

/** Whatever Testing Library asks of elements to find them by role and text. */
function selectorsAskedOf(around: HTMLElement) {
  const [matched, searched] = [new Set<string>(), new Set<string>()]
  const { matches, querySelectorAll } = Element.prototype
  onTestFinished(() => void Object.assign(Element.prototype, { matches, querySelectorAll }))
  const noting = (asked: Set<string>, whole: (selector: string) => unknown) =>
    function (this: Element, selector: string) {
      asked.add(selector)
      return whole.call(this, selector)
    }
  Object.assign(Element.prototype, {
    matches: noting(matched, matches),
    querySelectorAll: noting(searched, querySelectorAll),
  })
  const roles = Object.keys(getRoles(around))
  for (const role of [...roles, ...otherRoles]) queryAllByRole(around, role, { hidden: true })
  queryAllByText(around, 'Go')
  return { matched, searched }
}

const otherRoles =
  'alert alertdialog application cell columnheader combobox dialog directory feed grid gridcell img listbox log marquee menu menubar'
    .split(' ')
    .concat(
      'menuitem none note option presentation radiogroup region rowheader scrollbar searchbox separator slider'.split(
        ' ',
      ),
    )
