/** Roles are told in full, no further, and of the person whose they are. */
import { describe, expect, it } from 'vitest';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';

/** [copy, name, role, organisation]; a role of null is none at all. */
type Row = readonly [copy: string, name: string, role: string | null, organisation: string | null];

function best(copy: string, name: string) {
  const read = readTake(takeOf(copy, '2020-03-04'));
  const role = read.entities.find((each) => each.name === name)?.roles[0];
  return { role: role?.role ?? null, organisation: role?.organisation ?? null };
}

function reads(rows: readonly Row[]): void {
  it.each(rows)('%s', (copy, name, role, organisation) => {
    expect(best(copy, name)).toEqual({ role, organisation });
  });
}

describe('words before a role that are not its own', () => {
  reads([
    ['It was good President Karin Holm had come.', 'Karin Holm', 'President', null],
    ['They met acting President Karin Holm.', 'Karin Holm', 'acting President', null],
  ]);
});

describe('a tail that belongs to the role', () => {
  reads([
    [
      'A lawyer representing the sisters, Erik Lund, told reporters so.',
      'Erik Lund',
      'lawyer representing the sisters',
      null,
    ],
    ['It was bad for the miners, Erik Lund, said.', 'Erik Lund', null, null],
    [
      'Karin Holm, the minister of education, science and technology, said so.',
      'Karin Holm',
      'minister of education, science and technology',
      null,
    ],
    [
      'With Karin Holm, head of research, food and money were there.',
      'Karin Holm',
      'head of research',
      null,
    ],
    ['Erik Lund, 35 - the pool hall owner, died there.', 'Erik Lund', 'pool hall owner', null],
    [
      'Karin Holm, director general of the World Harbour Organisation (WHO), said so.',
      'Karin Holm',
      'director general',
      'World Harbour Organisation',
    ],
  ]);
});

describe('an organisation in full, or none', () => {
  reads([
    [
      'Erik Lund, a lawyer for some of the Microsoft employees who left, said so.',
      'Erik Lund',
      'lawyer for some of the Microsoft employees',
      null,
    ],
    [
      "Erik Lund, deputy director of Microsoft's security team, said so.",
      'Erik Lund',
      'deputy director',
      "Microsoft's security team",
    ],
    [
      "It was late, said Erik Lund, a spokesman for Karin Holm's office. Karin Holm left.",
      'Erik Lund',
      'spokesman',
      "Karin Holm's office",
    ],
    [
      'Erik Lund, an analyst at Oslo-based Northern Bank, said so.',
      'Erik Lund',
      'analyst',
      'Northern Bank',
    ],
    [
      'Northern Bank raised its rate. The bank’s chief economist, Karin Holm, said so.',
      'Karin Holm',
      'chief economist',
      'Northern Bank',
    ],
    [
      'Northern Bank and Southern Bank agreed. The bank’s chief economist, Karin Holm, said so.',
      'Karin Holm',
      'bank’s chief economist',
      null,
    ],
    [
      "Erik Lund, deputy director of Norway's Judicial Inquiry agency, said so.",
      'Erik Lund',
      'deputy director',
      "Norway's Judicial Inquiry agency",
    ],
    [
      'Karin Holm, the Securities and Exchange Commission’s chairman, said so.',
      'Karin Holm',
      'chairman',
      'Securities and Exchange Commission',
    ],
    [
      'Karin Holm, the founder of Mothers Demand Action for Gun Control, said so.',
      'Karin Holm',
      'founder of Mothers Demand Action for Gun Control',
      null,
    ],
    ["Northern Bank's Karin Holm said so.", 'Karin Holm', '', 'Northern Bank'],
    [
      'Analyst Karin Holm, from the University of Oslo, said so.',
      'Karin Holm',
      'Analyst',
      'University of Oslo',
    ],
  ]);
});

describe('roles that are stated in passing', () => {
  reads([
    [
      'Karin Holm, who made the first one and is a co-founder of Northern Bank, said so.',
      'Karin Holm',
      'co-founder',
      'Northern Bank',
    ],
    ['Karin Holm, a technologist who builds masks, said so.', 'Karin Holm', 'technologist', null],
    ['Karin Holm, a matter of hours later, said so.', 'Karin Holm', null, null],
    [
      "Karin Holm, who chairs the parliament's finance committee, said so.",
      'Karin Holm',
      'chair',
      "parliament's finance committee",
    ],
    ['Senators Erik Lund and Karin Holm said so.', 'Karin Holm', 'Senator', null],
    ['Reps. Erik Lund, R-Ohio, and Karin Holm said so.', 'Erik Lund', 'Rep.', null],
    ['Reps. Erik Lund, R-Ohio, and Karin Holm said so.', 'Karin Holm', 'Rep.', null],
    ['The waiters at the Actors Studio said so.', 'Studio', null, null],
    ['The Swiss Crystal hit a pillar.', 'Crystal', null, null],
    ['They lost to the Chiefs, Karin Holm said.', 'Karin Holm', null, null],
    ['Karin Holm MP said so.', 'Karin Holm', 'MP', null],
    ['The Spaniard Erik Lund won the stage.', 'Erik Lund', 'Spaniard', null],
    ['Police named the suspect as Erik Lund.', 'Erik Lund', 'suspect', null],
    ['Police identified the victim on Thursday as Karin Holm.', 'Karin Holm', 'victim', null],
    ["Ann Roberts left. Roberts' publicist, Karin Holm, said so.", 'Karin Holm', 'publicist', null],
    ['The gunman, identified by the mayor as Erik Lund, fled.', 'Erik Lund', 'gunman', null],
    ['The winner was Karin Holm.', 'Karin Holm', 'winner', null],
    ["The driver was Karin Holm's husband.", 'Karin Holm', null, null],
  ]);
});
