/** Roles of people: before the name, behind it, with the organisation split off. */
import { describe, expect, it } from 'vitest';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';

function best(
  copy: string,
  name: string,
): { role: string; organisation: string | null; words: string } | null {
  const read = readTake(takeOf(copy, '2020-03-04'));
  const role = read.entities.find((each) => each.name === name)?.roles[0];
  return role
    ? { role: role.role, organisation: role.organisation, words: copy.slice(role.start, role.end) }
    : null;
}

describe('roles', () => {
  it.each([
    ['Swedish trade minister Karin Holm said so.', 'Karin Holm', 'Swedish trade minister', null],
    ['Interior Minister Erik Lund said so.', 'Erik Lund', 'Interior Minister', null],
    ['Erik Lund, mayor of Bergen, said so.', 'Erik Lund', 'mayor of Bergen', null],
    ['Prime Minister Karin Holm said so.', 'Karin Holm', 'Prime Minister', null],
    ['Microsoft CEO Karin Holm said so.', 'Karin Holm', 'CEO', 'Microsoft'],
    ['Former Microsoft chairman Erik Lund left.', 'Erik Lund', 'Former chairman', 'Microsoft'],
    [
      'The deputy head of the World Bank, Erik Lund, said so.',
      'Erik Lund',
      'deputy head',
      'World Bank',
    ],
    [
      'Erik Lund, 43, a spokesman for the World Bank, said so.',
      'Erik Lund',
      'spokesman',
      'World Bank',
    ],
    [
      'Erik Lund, head of the loans department at the World Bank, said so.',
      'Erik Lund',
      'head of the loans department',
      'World Bank',
    ],
    ['Erik Lund, who chairs the Coastal Forum, said so.', 'Erik Lund', 'chair', 'Coastal Forum'],
    ['He met his Danish counterpart, Erik Lund, in Oslo.', 'Erik Lund', 'Danish counterpart', null],
    ['Analyst Erik Lund of Northern Bank said so.', 'Erik Lund', 'Analyst', 'Northern Bank'],
    ['Her Velkian counterpart, Erik Lund, said so.', 'Erik Lund', 'Velkian counterpart', null],
    ['Labour Minister Karin Holm said so.', 'Karin Holm', 'Labour Minister', null],
    ['Senator Karin Holm, a former teacher, said so.', 'Karin Holm', 'Senator', null],
    ['A navy spokesman, Colonel Erik Lund, said so.', 'Erik Lund', 'navy spokesman', null],
    ['It was wet, said its chief physician, Dr. Erik Lund.', 'Erik Lund', 'chief physician', null],
    ['It was wet, said Erik Lund, 34, a nurse on his way to work.', 'Erik Lund', 'nurse', null],
    [
      'Erik Lund, who follows the industry for Northern Bank, said so.',
      'Erik Lund',
      'follows the industry',
      'Northern Bank',
    ],
    [
      'It was wet, Superintendent of Police Rekha Negi said.',
      'Rekha Negi',
      'Superintendent of Police',
      null,
    ],
    ["Microsoft's owner, billionaire Erik Lund, said so.", 'Erik Lund', 'owner', 'Microsoft'],
    [
      'Erik Lund, a doctor at the World Bank and the report’s lead author, said so.',
      'Erik Lund',
      'doctor',
      'World Bank',
    ],
    ['U.S. Secretary of State Erik Lund said so.', 'Erik Lund', 'U.S. Secretary of State', null],
    [
      'Erik Lund was appointed director of the National Museum.',
      'Erik Lund',
      'director',
      'National Museum',
    ],
    ['The Northern Bank, led by Karin Holm, said so.', 'Karin Holm', 'leader', 'Northern Bank'],
    ['The inquiry panel is chaired by Karin Holm.', 'Karin Holm', 'chair', 'inquiry panel'],
    ['A panel led by former navy chief Erik Lund said so.', 'Erik Lund', 'former navy chief', null],
    [
      'The World Bank said so. Its vice president, Erik Lund, agreed.',
      'Erik Lund',
      'vice president',
      'World Bank',
    ],
    [
      'He met the World Bank. Its vice president, Erik Lund, agreed.',
      'Erik Lund',
      'vice president',
      null,
    ],
    [
      "It was late, said the bakers' union, whose secretary, Karin Holm, was there.",
      'Karin Holm',
      'secretary',
      "bakers' union",
    ],
    [
      'Erik Lund, who calls himself a general manager, said so.',
      'Erik Lund',
      'general manager',
      null,
    ],
    ['A lock keeper, Erik Lund, 50, raised the alarm.', 'Erik Lund', 'lock keeper', null],
    [
      'Another critic, Erik Lund of Northern Bank, said so.',
      'Erik Lund',
      'critic',
      'Northern Bank',
    ],
    ['It was late, said Erik Lund of the lobby group Clear Air.', 'Erik Lund', '', 'Clear Air'],
    ['Among the dead was the driver, 44-year-old Erik Lund.', 'Erik Lund', 'driver', null],
    [
      'A jury on Thursday convicted former mayor Erik Lund of theft.',
      'Erik Lund',
      'former mayor',
      null,
    ],
    ['She met the convicted robber Erik Lund.', 'Erik Lund', 'convicted robber', null],
    [
      'Karin Holm rested before beating defending champion Erik Lund.',
      'Erik Lund',
      'defending champion',
      null,
    ],
  ])('%s', (copy, name, role, organisation) => {
    expect(best(copy, name)).toMatchObject({ role, organisation });
  });

  it('spans the words that state it', () => {
    const copy = 'It was late, said Erik Lund, 43, a spokesman for the World Bank.';
    expect(best(copy, 'Erik Lund')?.words).toBe('a spokesman for the World Bank');
  });

  it('ends a name before a day in short', () => {
    const copy = 'He is to be sentenced by Judge Karin Holm on Feb. 3, a clerk said.';
    expect(best(copy, 'Karin Holm')).toMatchObject({ role: 'Judge' });
  });

  it('takes no role from the subject of another clause', () => {
    expect(
      best('Before it met Erik Lund, a spokesman said the bank was safe.', 'Erik Lund'),
    ).toBeNull();
    expect(best('"It was bad for the coach," Erik Lund said.', 'Erik Lund')).toBeNull();
  });
});
