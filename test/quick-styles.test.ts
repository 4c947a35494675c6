import { JSDOM } from 'jsdom'
import { expect, it } from 'vitest'

const html = `
  <header hidden><a href="#">Away</a></header>
  <main style="visibility: hidden; pointer-events: none">
    <h1>Photos</h1>
    <p style="visibility: visible; opacity: 0.5">Seen <b>all the same</b></p>
    <button style="pointer-events: auto" type="button">Go</button>
    <input type="hidden" style="display: block"><input type="checkbox"><input>
    <svg style="display: none"><title>Arrow</title><path d="M0 0"></path></svg>
  </main>
  <table><caption>Many</caption><thead hidden><tr><th>E-mail</th></tr></thead>
    <tbody style="transform: none"><tr hidden><td>1</td></tr><tr style="display: flex"><td><span hidden>2</span></td></tr></tbody>
  </table>
  <dialog><p>Shut</p></dialog><dialog open><p>Open</p></dialog>
  <details><summary>More</summary><p>Folded</p></details><details open><summary>Less</summary><p>Not</p></details>
  <div popover style="display: block">Shown</div><dialog popover>Shut</dialog><dialog popover open>Open</dialog><div popover="manual">Aside</div><div popover>Aside<p>In it</p></div><div hidden="until-found">Found<p>In it</p></div><div hidden><p>In <b>it</b></p></div>
  <ul style="display: contents"><li>One</li></ul><template><p>None</p></template><script></script>`

it('of each element the quick styles say what jsdom says', () => {
  const plain = new JSDOM('').window
  const [truth, quick] = [htmlIn(plain.document), htmlIn(document)]
  // Twice, and after a change: what is remembered of one is true for the next.
  for (const change of [() => {}, () => {}, changeAll]) {
    change(truth)
    change(quick)
    const wanted = [...truth.querySelectorAll('*')].map((each) =>
      stylesOf(each, plain.getComputedStyle(each)),
    )
    expect([...quick.querySelectorAll('*')].map((each) => stylesOf(each, getComputedStyle(each)))).toEqual(
      wanted,
    )
  }
})

function htmlIn(page: Document): HTMLElement {
  const around = page.createElement('div')
  around.innerHTML = html
  page.body.append(around)
  return around
}

const stylesOf = (element: Element, style: CSSStyleDeclaration) => [
  element.outerHTML.slice(0, 60),
  style.display,
  style.visibility,
  style.pointerEvents,
  style.opacity,
  ...['display', 'visibility', 'pointer-events', 'opacity', 'font-weight'].map((name) =>
    style.getPropertyValue(name),
  ),
]

function changeAll(around: HTMLElement) {
  around.style.visibility = 'hidden'
  around.querySelector('header')?.removeAttribute('hidden')
  around.querySelector('dialog')?.setAttribute('open', '')
  around.querySelector('main')?.removeAttribute('style')
  around.querySelector('input[type=checkbox]')?.setAttribute('type', 'hidden')
  around.querySelector('h1')?.setAttribute('hidden', '')
}
