import type { Page } from '@playwright/test'

/** Click after click of the wheel, as fast as the page takes them; frames are told by their distance. */
export async function scroll(page: Page): Promise<{ slow: number; all: number }> {
  await page.bringToFront()
  await page.mouse.move(400, 400)
  await page.evaluate(() => {
    window.benchFrames = []
    let last = performance.now()
    const frame = (now: number) => {
      window.benchFrames.push(now - last)
      last = now
      window.benchFrame = requestAnimationFrame(frame)
    }
    window.benchFrame = requestAnimationFrame(frame)
  })
  for (let turn = 0; turn < 300; turn++) await page.mouse.wheel(0, 100)
  const frames = await page.evaluate(() => {
    cancelAnimationFrame(window.benchFrame)
    return window.benchFrames
  })
  return { slow: frames.filter((time) => time > 34).length, all: frames.length }
}

declare global {
  interface Window {
    benchFrames: number[]
    benchFrame: number
  }
}
