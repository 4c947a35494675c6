import type { Row } from '../../cloudcard/photo'
import { checksOf } from '../../fields/checks'
import { gradeLabels, gradeOf, percentText, type Thresholds } from '../../fields/score'
import { joined, timeCell, timeHead, type Cell } from '../../desk/export/csv'

/** @param identifierLabel what the office calls the ID number */
export const photoHeads = (identifierLabel: string) => [
  'Photo id',
  'Status',
  'E-mail',
  'Name',
  identifierLabel,
  timeHead('Submitted'),
  timeHead('Last updated'),
  timeHead('Approved'),
  'Score',
  'Raw score',
  'Checks',
  'Documents',
  'Could not be read',
]

/**
 * A row of the list as a row of a file: the columns of the table, and what they leave out.
 *
 * @param name of the cardholder, where a detail was read: lists carry none
 */
export function photoCells(row: Row, name: string | undefined, thresholds: Thresholds | null): Cell[] {
  if (row.kind === 'unreadable') {
    return [
      row.row.id,
      ...photoHeads('')
        .slice(2)
        .map(() => ''),
      row.row.reason,
    ]
  }
  const { photo } = row
  const { cardholder, score } = photo
  const grade = gradeLabels[gradeOf(score, thresholds)]
  return [
    photo.id,
    photo.status,
    cardholder.email || cardholder.username,
    name ?? '',
    cardholder.identifier,
    timeCell(photo.dateCreated),
    timeCell(photo.lastUpdated),
    timeCell(photo.dateApproved),
    score === null ? grade : `${percentText(score, thresholds)} ${grade}`.trim(),
    score,
    joined(checksOf(photo)),
    joined(photo.documents.map((document) => document.name)),
    '',
  ]
}
