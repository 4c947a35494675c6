/** Hand-written, in `pages/`; not part of the app that is built. */
export const benchPages = [
  'plain.html',
  'plain.js',
  'prototype.html',
  'prototype.js',
  'index-heap.html',
  'least.html',
  'least.js',
]

/** Made from parts of the app. */
export const builtBenchPages = ['index-heap.js']
