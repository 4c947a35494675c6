/**
 * The newest 25 pending photos, as an office might find them in the morning. Their portraits are p001 to p025, in this
 * order. `age` is in seconds before "now"; a score of null is a photo that has not been scored.
 */
type FirstPagePhoto = {
  name: string
  email: string
  identifier: string
  age: number
  score: number | null | 'unclassified'
  checks?: ('edited' | 'background' | 'approved-before' | 'automatic' | 'bot')[]
  documents?: number
}

export const firstPage: FirstPagePhoto[] = [
  {
    name: 'Lena Hoffmann',
    email: 'lena.hoffmann',
    identifier: '00451872',
    age: 172,
    score: 0.9312,
    checks: ['background'],
    documents: 1,
  },
  { name: 'Elijah Clarke', email: 'e.clarke', identifier: '00098317', age: 281, score: 0.8804 },
  {
    name: 'Marisol Vega',
    email: 'marisol.vega',
    identifier: 'L0027714',
    age: 459,
    score: 0.1187,
    checks: ['edited'],
    documents: 2,
  },
  {
    name: 'Amara Okafor',
    email: 'amara.okafor',
    identifier: '00451690',
    age: 808,
    score: 0.9127,
    checks: ['background', 'approved-before'],
    documents: 1,
  },
  {
    name: 'Johan Lindqvist',
    email: 'j.lindqvist',
    identifier: '00317745',
    age: 1119,
    score: 0.6411,
    checks: ['edited'],
  },
  {
    name: 'Priya Raman',
    email: 'priya.raman',
    identifier: '00450021',
    age: 1766,
    score: 0.9633,
    documents: 2,
  },
  { name: 'Theo Marchetti', email: 'theo.marchetti', identifier: '00882104', age: 2315, score: 0.3702 },
  {
    name: 'Hanna Kowalczyk',
    email: 'h.kowalczyk',
    identifier: '00451338',
    age: 3677,
    score: 0.8416,
    checks: ['background', 'edited'],
    documents: 1,
  },
  {
    name: 'Daniel Ortiz',
    email: 'daniel.ortiz',
    identifier: '00079466',
    age: 3749,
    score: null,
    checks: ['bot'],
  },
  { name: 'Wei Zhang', email: 'wei.zhang', identifier: '00451877', age: 4588, score: 0.9044, documents: 1 },
  {
    name: 'Sofia Papadaki',
    email: 's.papadaki',
    identifier: '00450932',
    age: 5421,
    score: 0.8123,
    checks: ['approved-before'],
  },
  {
    name: 'Ingrid Solheim',
    email: 'ingrid.solheim',
    identifier: '00312208',
    age: 5790,
    score: 0.9725,
    documents: 1,
  },
  { name: 'Aiko Tanabe', email: 'aiko.tanabe', identifier: '00451120', age: 6402, score: 0.9218 },
  {
    name: 'Callum Fraser',
    email: 'callum.fraser',
    identifier: '00203391',
    age: 6990,
    score: 0.8902,
    checks: ['automatic'],
  },
  {
    name: 'Grace Achterberg',
    email: 'grace.achterberg',
    identifier: '00451544',
    age: 7611,
    score: 0.8637,
    documents: 1,
  },
  {
    name: 'Rohan Deshpande',
    email: 'r.deshpande',
    identifier: '00098862',
    age: 8280,
    score: 0.7129,
    checks: ['background'],
  },
  { name: 'Olu Adeyemi', email: 'olu.adeyemi', identifier: '00451002', age: 8817, score: 0.9411 },
  {
    name: 'Camille Durand',
    email: 'c.durand',
    identifier: 'L0027802',
    age: 9433,
    score: 0.8204,
    checks: ['approved-before'],
  },
  {
    name: 'Bettina Krug',
    email: 'bettina.krug',
    identifier: '00010449',
    age: 10_120,
    score: 0.9008,
    documents: 2,
  },
  {
    name: 'Nadia Petrova',
    email: 'nadia.petrova',
    identifier: '00450377',
    age: 10_744,
    score: 'unclassified',
  },
  {
    name: 'Malik Johnson',
    email: 'malik.johnson',
    identifier: '00451913',
    age: 11_236,
    score: 0.9136,
    documents: 1,
  },
  {
    name: 'Eleni Stavrou',
    email: 'e.stavrou',
    identifier: '00399205',
    age: 11_950,
    score: 0.8719,
    documents: 1,
  },
  {
    name: 'Oskar Nyman',
    email: 'oskar.nyman',
    identifier: '00316670',
    age: 12_502,
    score: 0.5518,
    checks: ['edited'],
  },
  { name: 'Zanele Dube', email: 'zanele.dube', identifier: '00451259', age: 13_066, score: 0.8527 },
  { name: 'Seo Min-jun', email: 'minjun.seo', identifier: 'S-0045-18', age: 13_691, score: null },
]
