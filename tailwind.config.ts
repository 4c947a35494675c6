import type { Config } from 'tailwindcss'

/** The design tokens by name; their values, light and dark, and the breakpoints are in src/index.css. */
const colors = [
  'canvas',
  'surface',
  'well',
  'hover',
  'selected',
  'line',
  'line-2',
  'control',
  'text',
  'text-2',
  'text-3',
  'accent',
  'accent-fill',
  'accent-press',
  'on-accent',
  'good',
  'fair',
  'fair-fill',
  'bad',
  'unscored',
]

export default {
  content: ['./index.html', './src/**/*.tsx'],
  theme: {
    extend: {
      colors: Object.fromEntries(colors.map((name) => [name, `var(--${name})`])),
      fontSize: { '2xl': ['1.75rem', '2rem'] },
      borderRadius: { box: '3px', row: '4px', control: '6px', dialog: '8px' },
      boxShadow: { dialog: 'var(--dialog-shadow)' },
      transitionDuration: { hover: '80ms', appear: '120ms' },
    },
  },
} satisfies Config
