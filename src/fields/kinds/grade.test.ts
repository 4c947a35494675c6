import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeOf, percentText } from './grade'

const thresholds = { goodPhotoThreshold: 0.8, badPhotoThreshold: 0.4 }

describe('the colour of a score', () => {
  it('is the office’s green, yellow and red, with the thresholds themselves being green and red', () => {
    expect([1, 0.8, 0.799, 0.401, 0.4, 0].map((score) => gradeOf(score, thresholds))).toEqual([
      'good',
      'good',
      'fair',
      'fair',
      'bad',
      'bad',
    ])
  })
  it('is grey where nothing was scored, and not known until the organization is', () => {
    expect(gradeOf(null, thresholds)).toBe('none')
    expect(gradeOf(0.9, null)).toBe('unknown')
    expect(gradeOf(0.9, { goodPhotoThreshold: null, badPhotoThreshold: 0.4 })).toBe('unknown')
  })
})

describe('a score in figures', () => {
  it('is a whole per cent', () => {
    expect(percentText(0.9014, thresholds)).toBe('90%')
    expect(percentText(0, thresholds)).toBe('0%')
    expect(percentText(1, null)).toBe('100%')
  })
  it('never contradicts its word: 79.96% is not shown as 80% Fair', () => {
    expect(percentText(0.7996, thresholds)).toBe('79.9%')
    expect(percentText(0.4001, thresholds)).toBe('40.1%')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
        const shown = Number.parseFloat(percentText(score, thresholds)) / 100
        expect(gradeOf(shown, thresholds)).toBe(gradeOf(score, thresholds))
      }),
    )
  })
})
