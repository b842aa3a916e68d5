/** Cleaning cases: junk that must leave the text, each with the text that must stay. */
import type { Copy } from '../../../src/news/take.ts';

export type CleaningCase = {
  readonly name: string;
  /** paragraphs as a format gives them, below a headline */
  readonly in: readonly string[];
  readonly out: readonly string[];
  /** reasons that must be given */
  readonly why?: readonly string[];
  readonly expect?: Partial<Record<keyof Copy, unknown>>;
};

const LEDE = 'The harbour board of Westhaven said Tuesday that the ferry would run again.';
const NEXT = 'The board meets in Orno on Friday, according to its chair.';
/** Enough copy behind a caption for a page that was taken down as one line. */
const PAGE = `${LEDE} ${NEXT} Tickets for the first week will be sold at the pier, the board said, and by post.`;

export const JUNK: readonly CleaningCase[] = [
  {
    name: 'stray paragraph tags',
    in: [`${LEDE}</p><p>${NEXT}`],
    out: [LEDE, NEXT],
    why: ['stray tag'],
  },
  {
    name: 'line breaks as tags',
    in: [`${LEDE}<br/><br/>${NEXT}`],
    out: [LEDE, NEXT],
    why: ['stray tag'],
  },
  {
    name: 'inline tags',
    in: ['The <b>board</b> of <a href="https://x.example">Orno</a> met.', NEXT],
    out: ['The board of Orno met.', NEXT],
  },
  { name: 'tags escaped once', in: [`&lt;p&gt;${LEDE}&lt;/p&gt;`, NEXT], out: [LEDE, NEXT] },
  { name: 'scripts', in: [`<script>var a = 1</script>${LEDE}`, NEXT], out: [LEDE, NEXT] },
  {
    name: 'less-than signs of prose',
    in: ['The rate was < 5 percent and > 2 percent.', NEXT],
    out: ['The rate was < 5 percent and > 2 percent.', NEXT],
  },
  {
    name: 'entities',
    in: ['Fish &amp; ships caf&eacute; &#8212; caf&#xe9;&nbsp;now.', NEXT],
    out: ['Fish & ships café — café now.', NEXT],
  },
  {
    name: 'entities escaped twice',
    in: ['Fish &amp;amp; ships met.', NEXT],
    out: ['Fish & ships met.', NEXT],
  },
  {
    name: 'what only looks like an entity',
    in: ['Board &foobar; met in Q&A; then left.', NEXT],
    out: ['Board &foobar; met in Q&A; then left.', NEXT],
  },
  {
    name: 'control bytes',
    in: [`\u0002${LEDE}\u0003`, NEXT],
    out: [LEDE, NEXT],
    why: ['control characters'],
  },
  {
    name: 'thin spaces of agencies',
    in: ['The\u0008board\u001emet.', NEXT],
    out: ['The board met.', NEXT],
  },
  {
    name: 'zero-width and direction marks',
    in: ['The\u200b board \u202emet\u202c.', NEXT],
    out: ['The board met.', NEXT],
  },
  {
    name: 'Windows quotes in latin-1',
    in: ['The \u0093board\u0094 met\u0097late.', NEXT],
    out: ['The “board” met—late.', NEXT],
  },
  {
    name: 'typewriter quotes',
    in: ["``We sail,'' the chair said.", NEXT],
    out: ['"We sail," the chair said.', NEXT],
  },
  {
    name: 'underscores as dashes',
    in: ['The ferry _ built in 1990 _ sails.', NEXT],
    out: ['The ferry — built in 1990 — sails.', NEXT],
  },
  {
    name: 'white space',
    in: ['The   board\u00a0met\n  late  in Orno.', NEXT],
    out: ['The board met late in Orno.', NEXT],
  },
  {
    name: 'sign-off behind the last stop',
    in: [LEDE, `${NEXT} (Kyodo)`],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'sign-off of an agency nobody knows',
    in: [LEDE, `${NEXT} (Nordlys)`],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'sign-off behind a quotation',
    in: [LEDE, '"We sail at dawn." (AP)'],
    out: [LEDE, '"We sail at dawn."'],
  },
  {
    name: 'sign-off alone',
    in: [LEDE, NEXT, '(Reuters)'],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'sign-off with dashes',
    in: [LEDE, `${NEXT} --Kyodo`],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'an agency behind the last stop',
    in: [LEDE, `${NEXT} EFE`],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'an agency and the initials of its desk',
    in: [LEDE, NEXT, '(SDA/mf ba)'],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'initials of the desk',
    in: [LEDE, NEXT, 'ab/de/hmw'],
    out: [LEDE, NEXT],
    why: ['initials of the desk'],
  },
  {
    name: 'an agency between strokes',
    in: [LEDE, NEXT, '/ritzau/'],
    out: [LEDE, NEXT],
    why: ['agency sign-off'],
  },
  {
    name: 'a holder without a year',
    in: [LEDE, `${NEXT}(©NTB)`],
    out: [LEDE, NEXT],
    why: ['rights line'],
  },
  {
    name: 'letters that end a sentence of copy',
    in: [LEDE, 'The chair is of the Orno NATO'],
    out: [LEDE, 'The chair is of the Orno NATO'],
  },
  {
    name: 'brackets that belong to the last sentence',
    in: [LEDE, 'The chair leads the Orno Party (OP).'],
    out: [LEDE, 'The chair leads the Orno Party (OP).'],
  },
  {
    name: 'the end mark of printers',
    in: [LEDE, NEXT, '-30-'],
    out: [LEDE, NEXT],
    why: ['end mark'],
  },
  { name: 'hashes at the end', in: [LEDE, NEXT, '###'], out: [LEDE, NEXT] },
  { name: 'spaced hashes', in: [LEDE, NEXT, '# # #'], out: [LEDE, NEXT] },
  { name: 'ends in brackets', in: [LEDE, `${NEXT} (ends)`], out: [LEDE, NEXT], why: ['end mark'] },
  { name: 'ENDS alone', in: [LEDE, NEXT, 'ENDS'], out: [LEDE, NEXT] },
  { name: 'more to come', in: [LEDE, NEXT, '(MORE)'], out: [LEDE, NEXT] },
  {
    name: 'two tails at once',
    in: [LEDE, `${NEXT} (Kyodo)`, '-30-'],
    out: [LEDE, NEXT],
    why: ['agency sign-off', 'end mark'],
  },
  {
    name: 'rights line',
    in: [LEDE, NEXT, 'Copyright 2024 Nordlys Wire. All rights reserved.'],
    out: [LEDE, NEXT],
    why: ['rights line'],
  },
  {
    name: 'rights sign',
    in: [LEDE, NEXT, '© 2024 Nordlys Wire'],
    out: [LEDE, NEXT],
    why: ['rights line'],
  },
  {
    name: 'rights behind the last stop',
    in: [LEDE, `${NEXT} © 2024 Nordlys`],
    out: [LEDE, NEXT],
    why: ['rights line'],
  },
  {
    name: 'credits',
    in: [LEDE, NEXT, '(Reporting by Ada Lind; Editing by Bo Roe)'],
    out: [LEDE, NEXT],
    why: ['credit of the desk'],
  },
  {
    name: 'credits without brackets',
    in: [LEDE, NEXT, 'Reporting by Ada Lind in Orno; writing by Cy Moe; editing by Bo Roe'],
    out: [LEDE, NEXT],
  },
  {
    name: 'credits behind the last stop',
    in: [LEDE, `${NEXT} (Reporting by Ada Lind; Editing by Bo Roe)`],
    out: [LEDE, NEXT],
  },
  {
    name: 'contributors',
    in: [LEDE, NEXT, 'Nordlys writer Ada Lind in Orno contributed to this report.'],
    out: [LEDE, NEXT],
  },
  {
    name: 'reporting as prose',
    in: [LEDE, 'Reporting by the ministry was late this year, the chair said.'],
    out: [LEDE, 'Reporting by the ministry was late this year, the chair said.'],
  },
  {
    name: 'repeated paragraphs',
    in: [LEDE, NEXT, LEDE],
    out: [LEDE, NEXT],
    why: ['repeated paragraph'],
  },
  {
    name: 'short repetition that is meant',
    in: [LEDE, 'Why?', NEXT, 'Why?'],
    out: [LEDE, 'Why?', NEXT, 'Why?'],
  },
  { name: 'rulers', in: [LEDE, '_____', NEXT], out: [LEDE, NEXT], why: ['ruler'] },
  {
    name: 'addresses alone',
    in: [LEDE, 'https://x.example/more', NEXT],
    out: [LEDE, NEXT],
    why: ['address only'],
  },
  {
    name: 'page furniture',
    in: [LEDE, 'Read more: Ferries of the north', 'ADVERTISEMENT', NEXT],
    out: [LEDE, NEXT],
    why: ['page furniture'],
  },
  {
    name: 'calls to readers, wherever they stand',
    in: [
      'Send this page to a friend by e-mail',
      LEDE,
      'Sign up for the Harbour Letter newsletter. It tells you what moved on the quays this week, and why.',
      'Please use another browser for a more accessible video player 1:43 How a lock works',
      'Loading Something is loading. Thanks for signing up! Get it delivered right to your inbox.',
      'Follow the Westhaven Gazette on Facebook and YouTube',
      NEXT,
      'Do you have a story for our desk? Email us at desk@gazette.example',
    ],
    out: [LEDE, NEXT],
    why: ['page furniture'],
  },
  {
    name: 'marks of lists and hours of entries',
    in: [`08:12 GMT ${LEDE}`, `* ${NEXT}`, '10:30 GMT was late for the ferry of the island.'],
    out: [LEDE, NEXT, '10:30 GMT was late for the ferry of the island.'],
  },
  {
    name: 'labels and notices of releases',
    in: [
      LEDE,
      'PRESS RELEASE',
      NEXT,
      'Forward-looking statements: This release looks at what may never be.',
      'This press release contains forward-looking statements within the meaning of the Act.',
    ],
    out: [LEDE, NEXT],
    why: ['page furniture', 'legal notice'],
  },
  {
    name: 'entities that are none, whatever they are called',
    in: [LEDE, 'Between &toString; and &constructor; lies &valueOf; they said, &auml;nd so on.'],
    out: [LEDE, 'Between &toString; and &constructor; lies &valueOf; they said, änd so on.'],
  },
  {
    name: 'players and forms run into the copy',
    in: [
      `Get harbour updates directly to your inbox + Subscribe Thank you for subscribing! Could not subscribe, try again later Invalid Email ${LEDE}`,
      'Video Loading Video Unavailable Click to play Tap to play The video will start in 8 Cancel Play now The board said so. Scroll down for video The chair left.',
      NEXT,
    ],
    out: [LEDE, 'The board said so. The chair left.', NEXT],
  },
  {
    name: 'credits of pictures within the copy',
    in: [
      LEDE,
      'The chair left early (Photo: Interpix) and the board (in a hurry) went on. (Ada Lohm,Bo Rehn/The Coast Post) It met again.',
    ],
    out: [LEDE, 'The chair left early and the board (in a hurry) went on. It met again.'],
  },
  {
    name: 'calls that the copy tells of',
    in: [LEDE, 'Passengers can sign up by Friday, or cancel and read more at the pier.'],
    out: [LEDE, 'Passengers can sign up by Friday, or cancel and read more at the pier.'],
  },
  {
    name: 'a label of the page before the copy',
    in: [`EXCLUSIVE: ${LEDE}`, `(UPI) ${NEXT}`],
    out: [LEDE, NEXT],
  },
  {
    name: 'the headline run into the copy that tells it again',
    in: [`Ferry to run again ${LEDE} The ferry lay idle.`, NEXT],
    out: [`${LEDE} The ferry lay idle.`, NEXT],
  },
  {
    name: 'a sentence that begins as the headline does',
    in: ['Ferry to run again Monday after a long rest, says its owner.', NEXT],
    out: ['Ferry to run again Monday after a long rest, says its owner.', NEXT],
  },
  {
    name: 'a byline run into the dateline behind it',
    in: ['By Ada Lohm and Bo Rehn WESTHAVEN, Nov 6 (Interwire) - The board said so.', NEXT],
    out: ['The board said so.', NEXT],
  },
  {
    name: 'buttons and labels run into the copy',
    in: [
      `${LEDE} Click to share on WhatsApp (Opens in new window) Click to print (Opens in new window)`,
      'Photo WESTHAVEN, Orno — The board said so.',
      NEXT,
    ],
    out: [LEDE, 'The board said so.', NEXT],
  },
  {
    name: 'copy that tells of calls to readers',
    in: [
      LEDE,
      'Sign up for a berth early, the chair said, or wait until here is room in the newsletter list.',
      'Follow the money, auditors were told by e-mail.',
      'Watch officers on the quay stopped two boats.',
      NEXT,
    ],
    out: [
      LEDE,
      'Sign up for a berth early, the chair said, or wait until here is room in the newsletter list.',
      'Follow the money, auditors were told by e-mail.',
      'Watch officers on the quay stopped two boats.',
      NEXT,
    ],
  },
  {
    name: 'posts that a page embeds, and whose copy it is',
    in: [
      'AFP --',
      LEDE,
      'What a morning on the quay! pic.twitter.com/aB3xY -- Ada Lind (@adalind) March 4, 2032',
      'The ferry is back. — Bo Roe (@boroe) 4 March 2032',
      NEXT,
    ],
    out: [LEDE, NEXT],
    why: ['source line', 'embedded post'],
  },
  {
    name: 'headlines of other stories in capitals',
    in: [LEDE, NEXT, 'HARBOUR CHAIR DENIES SHE KNEW OF THE LEAK: REPORT', 'She spoke for an hour.'],
    out: [LEDE, NEXT, 'She spoke for an hour.'],
    why: ['headline of another story'],
  },
  {
    name: 'copy that is all in capitals',
    in: [
      'THE HARBOUR BOARD OF WESTHAVEN MET',
      'IT CHOSE A CHAIR FOR TWO YEARS',
      'NO ONE VOTED AGAINST HER AT ALL',
    ],
    out: [
      'THE HARBOUR BOARD OF WESTHAVEN MET',
      'IT CHOSE A CHAIR FOR TWO YEARS',
      'NO ONE VOTED AGAINST HER AT ALL',
    ],
  },
  {
    name: 'captions as pages credit them',
    in: [
      LEDE,
      'The ferry at its berth on Monday. (Ada Lind/Reuters)',
      'Two deckhands at the rail. Photograph: Bo Roe/AP',
      'The lock in the snow. (Ada Lind/Associated Press)',
      'The lock in the rain. ( /Associated Press)',
      'The lock in the fog. (Ada Lind/The Orno Post)',
      'Image caption The old lock of Orno',
      'This undated handout image shows the lock before it was rebuilt.',
      'The image shows a lock that nobody had seen before. It is 39 metres long.',
      NEXT,
    ],
    out: [LEDE, 'The image shows a lock that nobody had seen before. It is 39 metres long.', NEXT],
    why: ['photo caption'],
  },
  {
    name: 'captions that say that they are, and captions of a day in full',
    in: [
      'This photo released by the Harbour of Orno shows smoke over the lock, Sunday, Dec. 31, 2028. A statement says that 10 people were aboard. (Harbour of Orno via AP) ( /Associated Press)',
      'The lock is opened in this undated photo released by the Harbour of Orno on Aug. 30, 2028. [Photo/Agencies]',
      'Orno Harriers captain Bo Roe (7) runs past Per Alm (94) during the first half of a cup game Monday, Dec. 25, 2028, in Orno.',
      LEDE,
      'The lock was shut on Monday, Dec. 25, 2028, in Orno.',
      'The harbour board shut the old lock for good Monday, Dec. 25, 2028, the mayor said.',
      NEXT,
    ],
    out: [
      LEDE,
      'The lock was shut on Monday, Dec. 25, 2028, in Orno.',
      'The harbour board shut the old lock for good Monday, Dec. 25, 2028, the mayor said.',
      NEXT,
    ],
    why: ['photo caption'],
  },
  {
    name: 'the only sentence of a story is its copy, whatever it looks like',
    in: ['New lock', 'The mayor opens the new lock of the harbour Monday, July 13, 2028, in Orno.'],
    out: [
      'New lock',
      'The mayor opens the new lock of the harbour Monday, July 13, 2028, in Orno.',
    ],
  },
  {
    name: 'a page that is nothing but calls',
    in: ['Subscribe to our newsletter', 'Download our app here'],
    out: ['Subscribe to our newsletter', 'Download our app here'],
  },
  {
    name: 'the headline once more',
    in: ['Ferry to run again', LEDE, NEXT],
    out: [LEDE, NEXT],
    why: ['headline repeated'],
  },
  {
    name: 'byline in capitals',
    in: ['By ADA LIND', LEDE],
    out: [LEDE],
    why: ['byline'],
    expect: { byline: 'ADA LIND' },
  },
  {
    name: 'byline with agency',
    in: ['By Ada Lind, Nordlys Writer', LEDE],
    out: [LEDE],
    expect: { byline: 'Ada Lind' },
  },
  {
    name: 'byline on two lines',
    in: ['By ADA LIND\nNordlys Writer', LEDE],
    out: [LEDE],
    expect: { byline: 'ADA LIND' },
  },
  {
    name: 'byline with place',
    in: ['By Ada Lind in Orno', LEDE],
    out: [LEDE],
    expect: { byline: 'Ada Lind' },
  },
  {
    name: 'captions run into the first paragraph of a page taken down as one',
    in: [
      `Fans fill the square. (Ada Lind/The Orno Post) Fans fill the square. (Ada Lind/The Orno Post) ${PAGE}`,
    ],
    out: [PAGE],
    why: ['photo caption'],
    expect: { captions: ['Fans fill the square.'] },
  },
  {
    name: 'a caption with its credit in front of a dateline',
    in: [`The ferry at its pier (Photo: Ada Lind, Coast Images) ${PAGE}`],
    out: [PAGE],
    why: ['photo caption'],
    expect: { captions: ['The ferry at its pier'] },
  },
  {
    name: 'brackets in the midst of copy are no credit',
    in: [`The senator met Ann Roe (Liberal/Orno) on Monday. ${PAGE}`],
    out: [`The senator met Ann Roe (Liberal/Orno) on Monday. ${PAGE}`],
  },
  {
    name: 'byline of a desk',
    in: ['By Political Staff', LEDE],
    out: [LEDE],
    why: ['byline'],
    expect: { byline: 'Political Staff' },
  },
  {
    name: 'byline of two',
    in: ['By Ada Lind and Bo Roe', LEDE],
    out: [LEDE],
    expect: { byline: 'Ada Lind and Bo Roe' },
  },
  {
    name: 'German byline',
    in: ['Von Ada Lind', LEDE],
    out: [LEDE],
    expect: { byline: 'Ada Lind' },
  },
  {
    name: 'prose that begins with by',
    in: ['By Friday the ferry had sailed.', NEXT],
    out: ['By Friday the ferry had sailed.', NEXT],
    expect: { byline: null },
  },
  {
    name: 'dateline',
    in: ['ORNO, March 5 (Nordlys) -- The ferry sailed.', NEXT],
    out: ['The ferry sailed.', NEXT],
    why: ['dateline'],
  },
  {
    name: 'dateline under a byline',
    in: ['By Ada Lind', 'ORNO (AP) — The ferry sailed.'],
    out: ['The ferry sailed.'],
    why: ['dateline', 'byline'],
  },
];

export const CAPTIONS: readonly CleaningCase[] = [
  {
    name: 'bracketed beside a credit',
    in: [LEDE, '(The ferry in the port of Orno.)', '[Pool photo]', NEXT],
    out: [LEDE, NEXT],
    why: ['photo credit', 'photo caption'],
    expect: { captions: ['The ferry in the port of Orno.'] },
  },
  {
    name: 'credit in front',
    in: [LEDE, '[Handout photo]', '(The ferry in port.)', NEXT],
    out: [LEDE, NEXT],
    expect: { captions: ['The ferry in port.'] },
  },
  {
    name: 'caption, tags and credit in one paragraph',
    in: [
      LEDE,
      '(The ferry in port.)</p><p>\n</p><p>[Pool photo]\n(The ferry in port.)',
      '[Pool photo]',
      NEXT,
    ],
    out: [LEDE, NEXT],
    why: ['repeated photo caption'],
    expect: { captions: ['The ferry in port.'] },
  },
  {
    name: 'who stands where',
    in: [LEDE, '(Ada Lind (L) and Bo Roe (R))', NEXT],
    out: [LEDE, NEXT],
    expect: { captions: ['Ada Lind (L) and Bo Roe (R)'] },
  },
  {
    name: 'sent twice',
    in: [LEDE, '(Crew on deck)', NEXT, '(Crew on deck)'],
    out: [LEDE, NEXT],
    expect: { captions: ['Crew on deck'] },
  },
  {
    name: 'file photo',
    in: [LEDE, 'FILE PHOTO: The ferry in port, May 3, 2020. REUTERS/Ada Lind', NEXT],
    out: [LEDE, NEXT],
    expect: { captions: ['FILE PHOTO: The ferry in port, May 3, 2020. REUTERS/Ada Lind'] },
  },
  {
    name: 'credit at the end of a caption',
    in: [LEDE, 'The ferry in port on Monday. (AP Photo/Ada Lind)', NEXT],
    out: [LEDE, NEXT],
    expect: { captions: ['The ferry in port on Monday. (AP Photo/Ada Lind)'] },
  },
  {
    name: 'credit alone',
    in: [LEDE, 'Photo by Ada Lind', NEXT],
    out: [LEDE, NEXT],
    why: ['photo credit'],
    expect: { captions: [] },
  },
  {
    name: 'credit in brackets',
    in: [LEDE, '(Photo: Ada Lind)', NEXT],
    out: [LEDE, NEXT],
    why: ['photo credit'],
  },
  {
    name: 'brackets of prose',
    in: [LEDE, '(The board has seven members.)', NEXT],
    out: [LEDE, '(The board has seven members.)', NEXT],
    expect: { captions: [] },
  },
  {
    name: 'prose about a photo',
    in: [LEDE, 'A photo by the crew shows the damage.', NEXT],
    out: [LEDE, 'A photo by the crew shows the damage.', NEXT],
  },
];

export const NOTES: readonly CleaningCase[] = [
  {
    name: 'copy that stands in for other copy',
    in: ['N i e u w bericht, vervangt: Ferry to stay in port', LEDE, NEXT],
    out: [LEDE, NEXT],
    why: ['note not for publication'],
  },
  {
    name: 'a notice between rulers',
    in: ['-------- KORREKTUR-HINWEIS Im zweiten Absatz richtig: Mai. --------', LEDE, NEXT],
    out: [LEDE, NEXT],
    expect: {
      notes: [{ text: 'KORREKTUR-HINWEIS Im zweiten Absatz richtig: Mai.', public: true }],
    },
  },
  {
    name: 'Eds line',
    in: ['Eds: UPDATES with quotes from board.', LEDE],
    out: [LEDE],
    expect: {
      notes: [{ text: 'Eds: UPDATES with quotes from board.', public: false }],
      signal: 'update',
    },
  },
  {
    name: 'note to editors',
    in: [LEDE, 'Note to editors: photos follow.'],
    out: [LEDE],
    expect: { notes: [{ text: 'Note to editors: photos follow.', public: false }] },
  },
  {
    name: 'phone of a reporter',
    in: [LEDE, 'Ada Lind, Orno desk, tel. +46 70 555 01 99'],
    out: [LEDE],
    expect: { notes: [{ text: 'Ada Lind, Orno desk, tel. +46 70 555 01 99', public: false }] },
  },
  {
    name: 'mail of a reporter',
    in: [LEDE, 'ada.lind@nordlys.example'],
    out: [LEDE],
    expect: { notes: [{ text: 'ada.lind@nordlys.example', public: false }] },
  },
  {
    name: 'section not for publication',
    in: [
      LEDE,
      'The following information is not intended for publication',
      'The chair is ill, a source told us.',
      'Ada Lind, +46 70 555 01 99',
    ],
    out: [LEDE],
  },
  {
    name: 'section that ends',
    in: [LEDE, '--- Not for publication ---', 'Secret.', 'End of note', NEXT],
    out: [LEDE, NEXT],
  },
  {
    name: 'public note',
    in: [LEDE, "Editor's note: This story was first told in May."],
    out: [LEDE],
    expect: { notes: [{ text: "Editor's note: This story was first told in May.", public: true }] },
  },
  {
    name: 'public note with a phone is not public',
    in: [LEDE, "Editor's note: call the desk at +46 70 555 01 99"],
    out: [LEDE],
    expect: {
      notes: [{ text: "Editor's note: call the desk at +46 70 555 01 99", public: false }],
    },
  },
  {
    name: 'what an update adds',
    in: ['(Adds quote in paragraph 3)', LEDE],
    out: [LEDE],
    expect: { signal: 'update', notes: [{ text: 'Adds quote in paragraph 3', public: true }] },
  },
  {
    name: 'what a correction corrects',
    in: ['(Corrects number of ferries in paragraph 2)', LEDE],
    out: [LEDE],
    expect: {
      signal: 'correction',
      notes: [{ text: 'Corrects number of ferries in paragraph 2', public: true }],
    },
  },
  {
    name: 'what a correction corrects in an earlier story',
    in: ['(In March 4 story, corrects number of ferries in paragraph 2)', LEDE],
    out: [LEDE],
    expect: {
      signal: 'correction',
      notes: [
        { text: 'In March 4 story, corrects number of ferries in paragraph 2', public: true },
      ],
    },
  },
  {
    name: 'this version corrects',
    in: [LEDE, '(This version corrects the name of the chair.)'],
    out: [LEDE],
    expect: { signal: 'correction' },
  },
  {
    name: 'phones in prose',
    in: [LEDE, 'The ministry said callers may dial 0800 555 1234 for help.'],
    out: [LEDE, 'The ministry said callers may dial 0800 555 1234 for help.'],
    expect: { notes: [] },
  },
];
