// The least that can be done for a key: the next picture, which is there and decoded, and a word. What a page needs beyond
// that is its own; what this one takes is due to the browser and the machine.
const token = sessionStorage.getItem('bench.token')
const headers = { 'X-Auth-Token': token }
const photos = await (await fetch('/cloudcard/photo?status=PENDING&offset=0&max=100', { headers })).json()
const pictures = []
for (const photo of photos) {
  if (!photo?.links?.bytes) continue
  const picture = new Image(450, 600)
  picture.src = photo.links.bytes
  pictures.push(picture)
  // Those that are dead are never shown.
  picture.decode().catch(() => pictures.splice(pictures.indexOf(picture), 1))
}
const section = document.querySelector('section')
const status = document.querySelector('p')
let place = 0
function next() {
  place++
  status.textContent = String(place)
  const { src } = pictures[place % pictures.length]
  const picture = new Image(450, 600)
  picture.src = src
  section.querySelector('img')?.remove()
  section.append(picture)
}
document.addEventListener('keydown', (event) => event.key === 'ArrowRight' && next())
document.querySelector('button').addEventListener('click', next)
