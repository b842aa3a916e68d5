/** Lines of a reply against a ground made by hand: what is shown of each, and what is not. */
import { describe, expect, it } from 'vitest';
import { isAhead, isFirm } from '../../../src/analysts/openai/ahead.ts';
import { sidsIn, type Ground } from '../../../src/analysts/openai/cite.ts';
import { numberedCopy } from '../../../src/analysts/openai/copy.ts';
import { figureLine, personLine } from '../../../src/analysts/openai/lines.ts';
import { quotationLine } from '../../../src/analysts/openai/quotations.ts';
import { completionIn, contentOf } from '../../../src/analysts/openai/reply.ts';
import { summaryLine } from '../../../src/analysts/openai/statements.ts';
import { storyOf, takeWith } from '../story.ts';

function groundOver(text: string, people: readonly string[] = []): Ground {
  const sentences = numberedCopy([storyOf(takeWith('t1', text))], []);
  return {
    sentences,
    bySid: new Map(sentences.map((each) => [each.sid, each])),
    texts: new Map([['t1', text]]),
    dateOf: () => ({ date: null, grain: null }),
    people,
    quoted: [],
  };
}

describe('sidsIn', () => {
  it.each([
    ['S3', ['S3']],
    ['[3]', ['S3']],
    ['s3, S5 and S3', ['S3', 'S5']],
    ['S3-S5', ['S3', 'S4', 'S5']],
    ['[S3] to [S4]', ['S3', 'S4']],
    ['S5-S3', ['S5']],
    ['S1-S900', ['S1', 'S2', 'S3', 'S4', 'S5', 'S6']],
    ['none', []],
  ])('reads %j', (text, sids) => {
    expect(sidsIn(text)).toEqual(sids);
  });
});

describe('quotationLine', () => {
  const TEXT = `"The road is open," Kwon Hae-jin told reporters. "It stays so."

"Nobody was asked," the army said in a statement to the mayors. "We are sorry," Ada Holm told Ivo Lund.`;
  const PEOPLE = ['Kwon Hae-jin', 'Ada Holm', 'Ivo Lund'];
  const shown = (quote: string, speaker: string | null, sid: string): unknown => {
    const checked = quotationLine({ sid, quote, speaker }, groundOver(TEXT, PEOPLE));
    return 'line' in checked ? [checked.line.text, checked.line.speaker] : checked.error;
  };

  it.each([
    ['The road is open', 'Kwon Hae-jin', 'S1', 'The road is open'],
    ['The road is open," Kwon Hae-jin told reporters', 'Kwon Hae-jin', 'S1', 'The road is open,'],
    ['Nobody was asked," the army said in', 'army', 'S3', 'Nobody was asked,'],
    ['We are sorry," Ada Holm told', 'Ada Holm', 'S4', 'We are sorry,'],
  ])('shows of %j what %s said', (quote, speaker, sid, told) => {
    expect(shown(quote, speaker, sid)).toEqual([told, speaker]);
  });

  it.each([
    ['Nobody was asked," the army said', 'mayors', 'S3'],
    ['The road is open," Kwon Hae-jin told reporters', 'reporters', 'S1'],
    ['We are sorry," Ada Holm told Ivo Lund', 'Kwon Hae-jin', 'S4'],
  ])('knows no speaker of %j where %s is named', (quote, speaker, sid) => {
    expect(shown(quote, speaker, sid)).toEqual([expect.any(String), null]);
  });

  it('shows no words that leave out what turns them', () => {
    const text = `"We did not get everything we wanted, but lorries will roll," Ada Holm said. "We shall sign if they pay," Ivo Lund said.`;
    const said = (quote: string, sid: string): unknown => {
      const line = { sid, quote, speaker: null };
      const checked = quotationLine(line, groundOver(text, PEOPLE));
      return 'line' in checked ? checked.line.text : checked.error;
    };
    expect(said('get everything we wanted', 'S1')).toMatch(/leaves out "not"/);
    expect(said('We shall sign', 'S2')).toMatch(/leaves out "if"/);
    expect(said('We did not get everything we wanted', 'S1')).toBe(
      'We did not get everything we wanted',
    );
    expect(said('We shall sign if they pay', 'S2')).toBe('We shall sign if they pay');
  });

  it('shows nothing that stands between no marks', () => {
    expect(shown('the army said in a statement', 'army', 'S3')).toMatch(/no quotation marks/);
    expect(shown('', 'army', 'S3')).toMatch(/quotes no words/);
  });
});

describe('figureLine', () => {
  const TEXT = 'More than 600 trucks waited at Dara. Some 40 of 90 drivers slept there.';
  const told = (text: string, value: number, sid: string): unknown => {
    const line = { sid, quote: '', text, value, unit: null };
    const checked = figureLine(line, groundOver(TEXT));
    return 'line' in checked ? checked.line.text : null;
  };

  it('gives a figure the bound that the copy has', () => {
    expect(told('600 trucks', 600, 'S1')).toBe('More than 600 trucks');
    expect(told('More than 600 trucks', 600, 'S1')).toBe('More than 600 trucks');
  });

  it.each([
    ['another number', '700 trucks', 700],
    ['another thing', '600 drivers', 600],
    ['another bound', 'Nearly 600 trucks', 600],
  ])('shows no figure with %s', (_, text, value) => {
    expect(told(text, value, 'S1')).toBeNull();
  });
});

describe('personLine', () => {
  it('takes a name within a role for a part of it', () => {
    const text = 'Turanistan’s ambassador, Orkhan Bey, met Lea Roll, lawyer for Spyros Kall.';
    const people = ['Turanistan', 'Orkhan Bey', 'Lea Roll', 'Spyros Kall'];
    const roleOf = (name: string, role: string): unknown => {
      const given = { sid: 'S1', quote: '', name, role, organisation: null };
      const checked = personLine(given, groundOver(text, people));
      return 'line' in checked ? checked.line.role : checked.error;
    };
    expect(roleOf('Orkhan Bey', "Turanistan's ambassador")).toBe("Turanistan's ambassador");
    expect(roleOf('Lea Roll', 'lawyer for Spyros Kall')).toBe('lawyer for Spyros Kall');
    expect(roleOf('Spyros Kall', 'lawyer for Spyros Kall')).toBeNull();
    expect(roleOf('Lea Roll', "Turanistan's ambassador")).toBeNull();
  });
});

describe('summaryLine', () => {
  const TEXT = 'Dara closed its bridge on Monday. The mayor, Ada Holm, asked for soldiers.';
  const evidenceOf = (sentence: string, sids: string[] = []): unknown => {
    const checked = summaryLine({ sids, sentence }, groundOver(TEXT));
    return 'line' in checked ? [checked.line.text, checked.line.evidence.length] : checked.error;
  };

  it('finds what a sentence without numbers rests on', () => {
    expect(evidenceOf('Dara closed its bridge.')).toEqual(['Dara closed its bridge.', 1]);
    expect(evidenceOf('**Ada Holm** asked for soldiers [S2].')).toEqual([
      'Ada Holm asked for soldiers.',
      1,
    ]);
  });

  it('drops one that nothing bears out, and one that cites what does not', () => {
    expect(evidenceOf('Dara closed its harbour.')).toMatch(/lists no sentence, and/);
    expect(evidenceOf('Rell sold its ships.')).toMatch(/^it lists no sentence that/);
    expect(evidenceOf('Ada Holm asked for soldiers.', ['S9'])).toMatch(/no sentence that there is/);
  });
});

describe('isAhead', () => {
  it.each([
    ['Submissions close on Sept. 17.', true, true],
    ['The pact is on the table and the board meets at 0800.', true, true],
    ['He publishes data on the 20th.', true, true],
    ['A ban lapses at midnight unless it is prolonged.', true, false],
    ['The union called for a strike on June 22.', true, false],
    ['The board will meet.', true, true],
    ['The board met on Friday.', false, true],
    ["The board's vote on Tuesday ended in a row.", false, true],
    ['After talks on Friday both sides left.', false, true],
    ['Police ended work on Monday.', false, true],
  ])('%s', (sentence, ahead, firm) => {
    expect(isAhead(sentence)).toBe(ahead);
    if (ahead) expect(isFirm(sentence)).toBe(firm);
  });
});

describe('a stream', () => {
  const read = (...lines: string[]): unknown => {
    const content = contentOf(completionIn(lines.join('\n')));
    return content.ok ? content.value : content.why;
  };
  const piece = (delta: object, finish: string | null = null): string =>
    JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] });

  it.each([
    [
      'comments and keep-alives',
      ': ping',
      `data: ${piece({ content: '{"a":' })}`,
      '',
      ': ping',
      `data: ${piece({ content: '1}' }, 'stop')}`,
    ],
    ['no blank behind the colon', `data:${piece({ content: '{"a":1}' }, 'stop')}`, 'data:[DONE]'],
    [
      'names of events',
      'event: message',
      'id: 1',
      'retry: 5',
      `data: ${piece({ content: '{"a":1}' }, 'stop')}`,
    ],
    ['no end but a reason', `data: ${piece({ content: '{"a":1}' })}`, `data: ${piece({}, 'stop')}`],
    [
      'parts',
      `data: ${piece(
        {
          content: [
            { type: 'thinking', text: '{' },
            { type: 'text', text: '{"a":1}' },
          ],
        },
        'stop',
      )}`,
    ],
    [
      'two calls at the same time',
      `data: ${piece({ tool_calls: [{ index: 0, function: { arguments: '{"a":' } }] })}`,
      `data: ${piece({ tool_calls: [{ index: 1, function: { arguments: '{"b":' } }] })}`,
      `data: ${piece({ tool_calls: [{ index: 0, function: { arguments: '1}' } }] }, 'tool_calls')}`,
    ],
  ])('with %s is read', (_, ...lines) => {
    expect(read(...lines)).toEqual({ a: 1 });
  });

  it('that breaks off is none', () => {
    const cut = `data: ${piece({ content: '{"a":1}' })}`;
    expect(read(cut)).toMatch(/cut short/);
    expect(read(cut, `data: ${piece({ content: ' ' }, 'stop')}`.slice(0, -12))).toMatch(
      /cut short/,
    );
  });
});
