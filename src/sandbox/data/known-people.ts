import type { JsonObject } from './json'

type KnownPerson = { email?: string; identifier?: string | null; look?: string; customFields?: JsonObject }

/** People whose names or numbers are hard to get right, by their place among the pending photos (known-places.ts). */
export const knownPeople: Readonly<Record<number, KnownPerson>> = {
  37: { identifier: '' },
  38: { identifier: null },
  46: {
    email: 'maximiliana.von.der.schulenburg-wolfe@cards.lakemont.example',
    customFields: { 'Full Name': 'Maximiliana von der Schulenburg-Wolfenbüttel', 'Card Type': 'Student' },
    look: 'f-light',
  },
  51: {
    email: 'fatima.alkhatib@lakemont.example',
    customFields: { 'Full Name': 'فاطمة الزهراء الخطيب', 'Preferred Name': 'فاطمة', 'Card Type': 'Student' },
    look: 'f-medium',
  },
  52: {
    email: 'noa.ben-david@lakemont.example',
    customFields: {
      'First Name': 'נועה',
      'Last Name': 'בן־דוד',
      'Preferred Name': null,
      'Card Type': 'Employee',
    },
    look: 'f-light',
  },
  53: {
    email: 'zixuan.ouyang@lakemont.example',
    customFields: { 'Full Name': '歐陽子軒', 'Preferred Name': 'Zixuan', 'Card Type': 'Student' },
    look: 'm-light',
  },
  54: {
    email: 'suharto@lakemont.example',
    customFields: { 'First Name': 'Suharto', 'Last Name': '', 'Preferred Name': '', 'Card Type': 'Faculty' },
    look: 'm-medium',
  },
  55: { customFields: { 'Full Name': null, 'Preferred Name': null, 'Card Type': 'No Response' } },
  56: { customFields: { 'Full Name': 'No Response', 'Preferred Name': '', 'Card Type': 'Student' } },
}
