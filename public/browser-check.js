/* Says on the page itself that the browser is too old, in a form that one of 2018 still runs: no syntax beyond ES5, no inline
   style. docs/browsers.md names what is looked for here; src/main.tsx starts nothing where something is missing. */
;(function () {
  var css = window.CSS && CSS.supports
  var isNew =
    'noModule' in document.createElement('script') &&
    css &&
    CSS.supports('color', 'light-dark(#000, #fff)') &&
    window.URL &&
    typeof URL.canParse === 'function' &&
    typeof Object.hasOwn === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    typeof Array.prototype.toSorted === 'function' &&
    window.AbortSignal &&
    typeof AbortSignal.timeout === 'function' &&
    window.Request &&
    'keepalive' in Request.prototype &&
    typeof window.BroadcastChannel === 'function' &&
    typeof window.CSSPropertyRule === 'function'
  if (isNew) return

  document.documentElement.setAttribute('data-browser', 'too-old')
  document.addEventListener('DOMContentLoaded', function () {
    var main = document.createElement('main')
    add(main, 'h1', 'This browser is too old for Loupe')
    add(main, 'p', 'Update it, then open this page again. If you cannot, ask your IT department.')
    add(main, 'p', 'Loupe works in Chrome and Edge 123, Firefox 133, Safari 17.5, and later versions.')
    main.style.cssText =
      'position:fixed;top:0;right:0;bottom:0;left:0;overflow:auto;padding:48px 24px;background:#fff;color:#1a1a1a;font:16px/1.5 sans-serif'
    document.title = 'Browser too old – Loupe'
    document.body.insertBefore(main, document.body.firstChild)
  })

  function add(parent, name, words) {
    var element = document.createElement(name)
    element.appendChild(document.createTextNode(words))
    parent.appendChild(element)
  }
})()
