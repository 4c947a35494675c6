import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Neither what it finds in order nor a selector for each element is written down: that takes longer than finding what is not. */
const options: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: rules },
  resultTypes: ['violations'],
  preload: false,
  selectors: false,
}

/**
 * The rules that see a colour. Another colour scheme changes nothing for the others; another width does, since other parts of
 * the page are shown there.
 */
const seesColor: typeof options = {
  ...options,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
}

const looks = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' }, width: 1366, options },
  {
    name: 'dark',
    media: { colorScheme: 'dark', forcedColors: 'none' },
    width: 1366,
    options: seesColor,
  },
  {
    name: 'forced colours',
    media: { colorScheme: 'dark', forcedColors: 'active' },
    width: 1366,
    options: seesColor,
  },
  { name: '320 px', media: { colorScheme: 'light', forcedColors: 'none' }, width: 320, options },
] as const

/**
 * What a checker finds, and what is wrong in numbers, in every look of one state of the app.
 *
 * @param of where only a part of the page is looked at: what lies half under an open menu is no target while it is open
 */
export async function findings(
  page: Page,
  state: string,
  { widths, of }: { widths?: readonly number[]; of?: string } = {},
): Promise<string[]> {
  const found: string[] = []
  for (const { name, media, width, options } of looks) {
    if (widths && !widths.includes(width)) continue
    await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 768 })
    // The checker is given to a document once: that takes as long as a look of its own. It begins each look anew.
    const isThere = await page.evaluate(() => 'axe' in window)
    // "Legacy" asks no second page for help, and so there is no other page in the window.
    const checker = new AxeBuilder({ page, ...(isThere && { axeSource: ';' }) })
      .options(options)
      .setLegacyMode()
    const { violations } = await (of === undefined ? checker : checker.include(of)).analyze()
    for (const { id, nodes } of violations)
      for (const node of nodes)
        found.push(`${state}, ${name}: ${id}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`)
    found.push(...(await smallTargets(page)).map((target) => `${state}, ${name}: small: ${target}`))
    found.push(...(await sidewaysScroll(page)).map((words) => `${state}, ${name}: ${words}`))
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  return found
}

/** Controls under 24 x 24 px, WCAG 2.5.8; a link inside a sentence may be as small as its line. */
async function smallTargets(page: Page): Promise<string[]> {
  const targets = page
    .getByRole('button')
    .or(page.getByRole('link'))
    .or(page.getByRole('textbox'))
    .or(page.getByRole('searchbox'))
    .or(page.getByRole('spinbutton'))
    .or(page.getByRole('combobox'))
    .or(page.getByRole('radio'))
    .or(page.getByRole('checkbox'))
  return targets.evaluateAll((elements) =>
    elements.flatMap((element) => {
      // The label belongs to the target, and the layer that makes a whole row clickable too.
      const area =
        element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
          ? element.closest('label')
          : null
      const { width, height } = (area ?? element).getBoundingClientRect()
      const isHidden = width === 0 || height === 0 || getComputedStyle(element).visibility === 'hidden'
      if (isHidden || getComputedStyle(element).display === 'inline') return []
      return width < 24 || height < 24 ? [`${element.outerHTML.slice(0, 120)} ${width} x ${height}`] : []
    }),
  )
}

export async function sidewaysScroll(page: Page): Promise<string[]> {
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  return scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} in ${clientWidth}`] : []
}
