/** Who is meant in a sentence besides the words it has: full names behind short ones, and behind "he". */
import type { Study } from '../facts/study.ts';
import type { Entity, Mention } from '../reading/reading.ts';

const PERSONAL = /\b(?:he|she|his|her|him)\b/i;
/** "His younger brother was cleared" is of the brother. */
const OF_THEIRS = /^["“]?(?:his|her) /i;
/** A person who was named further back than this is seldom meant. */
const SENTENCES_BACK = 2;

/**
 * For each sentence the names, in full, of what it names and of the person whom its "he" or "she" means:
 * the one who is named first in the sentence before, or before that. Linear in the mentions.
 */
export function referentsIn(study: Study): readonly string[] {
  const { entities, mentionsIn, sentences } = study;
  const byId = new Map<number, Entity>(entities.map((entity) => [entity.id, entity]));
  const nameOf = ({ entity }: Mention): string => byId.get(entity)?.name ?? '';
  let person = '';
  let told = -1;
  return sentences.map((sentence, at) => {
    const mentions = mentionsIn[at] ?? [];
    const people = mentions.filter(({ kind }) => kind === 'person');
    const pronoun = PERSONAL.exec(sentence.text);
    const first = people[0];
    const isMeant =
      pronoun !== null &&
      !(OF_THEIRS.test(sentence.text) && !/\b(?:he|she|him)\b/i.test(sentence.text)) &&
      person !== '' &&
      at - told <= SENTENCES_BACK &&
      (first === undefined || first.start > sentence.start + pronoun.index);
    const names = mentions.map(nameOf);
    if (isMeant) names.push(person);
    if (first !== undefined) person = nameOf(first);
    if (first !== undefined || isMeant) told = at;
    return names.join(' ');
  });
}
