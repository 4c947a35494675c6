import { livesFor } from '../base/lifetimes'

/** What is known of a picture that the browser says it has loaded. */
export type Soundness = 'sound' | 'damaged' | 'blank'

const [width, height] = [24, 32]
/** Of 255: a picture of one color is one, whatever its compression made of it. */
const noVariation = 2

let canvas: CanvasRenderingContext2D | null = null
livesFor('document', () => (canvas = null))

/**
 * Looks at what came: browsers tell of a load, and even of having decoded it, where a file is cut off or broken, and paint
 * its upper part or nothing. A bitmap is made of a whole picture only, also where another host keeps its pixels to itself;
 * then it is not known whether it is all of one color.
 */
export async function inspectPicture(image: HTMLImageElement): Promise<Soundness> {
  let bitmap: ImageBitmap
  try {
    bitmap = await createImageBitmap(image, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'low',
    })
  } catch {
    return 'damaged'
  }
  canvas ??= createCanvas()
  try {
    canvas.clearRect(0, 0, width, height)
    canvas.drawImage(bitmap, 0, 0)
    return isOneColor(canvas.getImageData(0, 0, width, height).data) ? 'blank' : 'sound'
  } catch {
    // Drawn on once by a picture of another host, it would stay unreadable.
    canvas = null
    return 'sound'
  } finally {
    bitmap.close()
  }
}

function createCanvas() {
  const element = Object.assign(document.createElement('canvas'), { width, height })
  return element.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D
}

/** @param pixels red, green, blue and opacity of each */
function isOneColor(pixels: ArrayLike<number>): boolean {
  for (let channel = 0; channel < 4; channel++) {
    let [least, most] = [255, 0]
    for (let place = channel; place < pixels.length; place += 4) {
      least = Math.min(least, pixels[place] ?? 0)
      most = Math.max(most, pixels[place] ?? 0)
    }
    if (most - least > noVariation) return false
  }
  return true
}
