// The same requests and the same rows as a cold list of pending photos, with nothing in between.
const token = sessionStorage.getItem('bench.token')
const read = async (path) => (await fetch(`/cloudcard${path}`, { headers: { 'X-Auth-Token': token } })).json()

const photos = await read('/photo?status=PENDING&offset=0&max=25')
const table = document.querySelector('table')
for (const { links, person, dateCreated, lowestClassification } of photos) {
  const row = table.insertRow()
  const image = new Image(42, 56)
  image.referrerPolicy = 'no-referrer'
  image.src = links.bytes
  row.insertCell().append(image)
  for (const text of [person.email, person.identifier, dateCreated, lowestClassification]) {
    row.insertCell().textContent = String(text)
  }
}
await Promise.all([read('/photo?status=PENDING&offset=25&max=25'), read(`/photo/${photos[0].id}`)])
