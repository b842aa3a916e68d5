/** Questions in the spelling of the stories that were found for them. */
import { expect, it } from 'vitest';
import { equivalentsIn, rewordings } from '../../src/editing/rewording.ts';

const first = (question: string, ...texts: string[]): string | undefined =>
  rewordings(question, texts)[0]?.question;

it.each([
  ['How long was the strike in Sao Marto?', 'Drivers in São Marto ended a strike.', 'São Marto'],
  ['Who is Ayse Celikkol?', 'A court freed Ayşe Çelikkol on Monday.', 'Ayşe Çelikkol'],
  ['What did Räsänen do?', 'The driver Rasanen left the track.', 'Rasanen'],
  ['Where does Łukasz live?', 'The singer Lukasz lives in Brenn.', 'Lukasz'],
])('writes the marks that the stories write: %s', (question, text, told) => {
  expect(first(question, text)).toContain(told);
  expect(rewordings(question, [text])[0]?.guesses).toEqual([]);
});

it.each([
  ['What did the World Health Organization say?', 'The WHO said so.', 'What did the WHO say?'],
  [
    'What did the WHO say?',
    'The World Health Organization said so.',
    'the World Health Organization',
  ],
  ['How did the UN vote?', 'The U.N. council voted.', 'the U.N. vote'],
  [
    'What is the NMU rate?',
    'The Northern Monetary Union raised its rate.',
    'Northern Monetary Union',
  ],
  ['What did the Northern Monetary Union do?', 'The NMU raised its rate.', 'What did the NMU do?'],
  ['What is the Kiev line?', 'The Kyiv line opened.', 'What is the Kyiv line?'],
])('calls by the name that the stories use: %s', (question, text, told) => {
  expect(first(question, text)).toContain(told);
});

it('uses the name of the nearest story where they use several', () => {
  const question = 'How did the United Nations vote?';
  expect(first(question, 'The U.N. voted.', 'The UN met.')).toBe('How did the U.N. vote?');
  expect(first(question, 'The UN met.', 'The U.N. voted.')).toBe('How did the UN vote?');
});

it.each([
  ['When do export-controls end?', 'The export controls end.', 'export controls'],
  ['Who died in the hit-and-run?', 'A hit - and - run. A hit-and-run.', 'hit and run'],
  ['When do exportcontrols end?', 'The export controls end.', 'export controls'],
])('takes compounds apart as the stories do: %s', (question, text, told) => {
  expect(first(question, text)).toContain(told);
});

it('reads a question in capitals in small letters', () => {
  expect(first('WHO IS THE MAYOR OF OSTREL?', 'Ostrel.')).toBe('who is the mayor of ostrel?');
});

it.each([
  ['Who is Petra Halam?', 'Halam', 'Hallam', 'The chief, Petra Hallam, left.'],
  ['Who is Petra Halalm?', 'Halalm', 'Hallam', 'The chief, Petra Hallam, left.'],
  ['What did Lira Bank cut?', 'Lira', 'Lyra', 'Lyra Bank cuts jobs.'],
  ['How much was Telnowa fined?', 'Telnowa', 'Telnova', 'The court fined Telnova.'],
  ['When did Klitchkow win?', 'Klitchkow', 'Klitschkow', 'The boxer Klitschkow won.'],
])(
  'takes a mistyped name for the one that was meant, and says so: %s',
  (question, typed, meant, text) => {
    const [guessed] = rewordings(question, [text]);
    expect(guessed?.guesses).toEqual([{ typed, meant }]);
    expect(guessed?.question).toBe(question.replace(typed, meant));
  },
);

it.each([
  ['What did Iran say?', 'The envoy of Iraq spoke.'],
  ['Who are the Texans?', 'The governor is Texan.'],
  ['Which Indian bank?', 'The mayor of Indiana spoke.'],
  ['Who is Hansen?', 'The mayor, Hanson, met the judge, Hansen.'],
  ['Who is Marten?', 'The mayor, Martin, met the judge, Morten.'],
  ['When was 2019?', 'In 2018 the Senate voted.'],
  ['Who is the lender?', 'They met a bender at the door.'],
])('guesses nothing where another name may be meant: %s', (question, text) => {
  expect(rewordings(question, [text]).flatMap(({ guesses }) => guesses)).toEqual([]);
});

it('comes to the point of a long question', () => {
  const long = `I read in the paper, ${'which I never do, '.repeat(12)}that a mine had an accident: what is the name of the manager of the Gornak mine?`;
  expect(rewordings(long, ['The Gornak mine.']).map(({ question }) => question)).toContain(
    'what is the name of the manager of the Gornak mine?',
  );
});

it('has nothing else to say for a question that is spelt as the stories are', () => {
  expect(rewordings('Who is Petra Hallam?', ['The chief, Petra Hallam, left.'])).toEqual([]);
  expect(rewordings('', [])).toEqual([]);
});

it('knows what short names stand for', () => {
  expect(equivalentsIn('What did the WHO say?')).toContain('World Health Organization');
  expect(equivalentsIn('who said so?')).toEqual([]);
});
