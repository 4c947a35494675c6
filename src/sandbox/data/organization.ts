/** The one office of the sandbox. Field names as documented; what is in the lists is invented. */
export const organization = {
  id: 4021,
  name: 'Lakemont University Card Office',
  domainClass: 'us.cloudcard.api.Organization',
  goodPhotoThreshold: 0.8,
  badPhotoThreshold: 0.4,
  personIdentifierLabel: 'ID number',
  idealHeadTop: 0.1,
  photoDimensions: { width: 300, height: 400, aspectRatio: 0.75 },
  photoRequirements: [
    {
      id: 811,
      name: 'Face centered',
      description: 'The whole face is in the middle of the photo',
      sortOrder: 1,
    },
    { id: 812, name: 'No sunglasses', description: 'Both eyes can be seen', sortOrder: 2 },
    { id: 813, name: 'Head uncovered', description: null, sortOrder: 3 },
    { id: 814, name: 'Plain background', description: 'One light colour, nobody else', sortOrder: 4 },
    { id: 815, name: 'Even lighting', description: 'No shadow on the face', sortOrder: 5 },
    { id: 816, name: 'Sharp and in focus', description: null, sortOrder: 6 },
    { id: 817, name: 'Shoulders visible', description: '', sortOrder: 7 },
    { id: 818, name: 'One person only', description: null, sortOrder: 8 },
    { id: 819, name: 'Hats & Glasses = No', description: 'But for reasons of faith or health', sortOrder: 9 },
  ],
  additionalPhotoTypes: [
    { id: 51, name: 'Government issued ID', required: true },
    { id: 52, name: 'Enrollment letter', required: false },
  ],
  customFields: ['Full Name', 'First Name', 'Last Name', 'Preferred Name', 'Card Type', 'Department'],
}
