/** What is not proven is not shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { borneOut } from '../../src/editing/borne-out.ts';
import { verifyAnswer, verifyCard } from '../../src/editing/verify.ts';
import type { Answer } from '../../src/news/answer.ts';
import type { Card, Evidence } from '../../src/news/card.ts';

const TAKE = { id: 't1', text: 'The council agreed on Monday. It will meet again in May.' };

function cite(start: number, end: number, quote = TAKE.text.slice(start, end)): Evidence {
  return { take: TAKE.id, start, end, quote };
}

function cardWith(outcome: Card['outcome']): Card {
  return {
    title: 'Council agrees',
    summary: [],
    who: [],
    where: [],
    when: [],
    outcome,
    open: [],
    next: [],
    numbers: [],
    quotes: [],
    sources: [],
    origin: { analyst: 'offline', model: null, prompt: null, dropped: 1, note: null },
  };
}

const line = (...evidence: Evidence[]) => ({ text: 'The council agreed', evidence });

describe('verifyCard', () => {
  it('keeps a line whose evidence slices back', () => {
    const card = cardWith([line(cite(0, 18)), line(cite(0, 18), cite(30, 56))]);
    expect(verifyCard(card, [TAKE])).toEqual(card);
  });

  it.each([
    ['has no evidence', line()],
    ['quotes other words', line(cite(0, 18, 'The council denied'))],
    ['changes the case', line(cite(0, 18, 'the council agreed'))],
    ['points behind the text', line(cite(50, 500, TAKE.text.slice(50)))],
    ['counts from the end', line(cite(-4, 56, 'May.'))],
    ['cites an unknown take', line({ ...cite(0, 18), take: 't2' })],
    ['quotes nothing', line(cite(4, 4))],
    ['quotes white space', line(cite(3, 4))],
    ['has one wrong piece among right ones', line(cite(0, 18), cite(0, 3, 'Tho'))],
  ])('drops a line that %s and counts it', (_, wrong) => {
    const verified = verifyCard(cardWith([wrong, line(cite(0, 18))]), [TAKE]);
    expect(verified.outcome).toEqual([line(cite(0, 18))]);
    expect(verified.origin.dropped).toBe(2);
  });

  describe('a place', () => {
    const dateline = { place: 'PORT-AU-VENT', region: null, date: null, source: null };
    const placed = (place: string, evidence: Evidence) => ({
      ...cardWith([]),
      where: [{ place, evidence: [evidence] }],
    });

    it('stands when the dateline over its evidence names it', () => {
      const card = placed('Port-au-Vent', cite(0, 29));
      expect(verifyCard(card, [{ ...TAKE, dateline }]).where).toEqual(card.where);
    });

    it.each([
      ['nothing names it', 'Halden', cite(0, 29), dateline],
      ['the copy has no dateline', 'Port-au-Vent', cite(0, 29), null],
      ['its evidence does not stand under the dateline', 'Port-au-Vent', cite(30, 56), dateline],
    ])('falls when %s', (_, place, evidence, over) => {
      const verified = verifyCard(placed(place, evidence), [{ ...TAKE, dateline: over }]);
      expect(verified.where).toEqual([]);
      expect(verified.origin.dropped).toBe(2);
    });
  });

  it('drops unproven lines of every section', () => {
    const wrong = [cite(0, 3, 'Tho')];
    const nothing = { date: null, grain: null };
    const card: Card = {
      ...cardWith([{ text: 'x', evidence: wrong }]),
      summary: [{ text: 'x', evidence: wrong }],
      who: [{ name: 'x', role: null, organisation: null, evidence: wrong }],
      where: [{ place: 'x', evidence: wrong }],
      when: [{ text: 'x', ...nothing, evidence: wrong }],
      open: [{ text: 'x', evidence: wrong }],
      next: [{ text: 'x', place: null, when: null, firm: true, evidence: wrong }],
      numbers: [{ text: 'x', value: null, unit: null, evidence: wrong }],
      quotes: [{ text: 'x', speaker: null, evidence: wrong }],
    };
    const verified = verifyCard(card, [TAKE]);
    expect(verified).toEqual({ ...cardWith([]), origin: { ...card.origin, dropped: 10 } });
  });

  it('drops what a model wrote and its evidence does not bear out', () => {
    const origin = { ...cardWith([]).origin, analyst: 'openai' };
    const said = (text: string) => ({ text, evidence: [cite(0, 29)] });
    const honest = said('The council agreed on Monday.');
    const card = {
      ...cardWith([honest, said('The council did not agree on Monday.')]),
      summary: [said('The council agreed on Friday.')],
      origin,
    };
    expect(verifyCard(card, [TAKE])).toEqual(card);
    const verified = borneOut(card);
    expect(verified.outcome).toEqual([honest]);
    expect(verified.summary).toEqual([]);
    expect(verified.origin.dropped).toBe(3);
  });

  it('keeps exactly what slices back, whatever the span', () => {
    const spans = fc.tuple(fc.integer({ min: -3, max: 70 }), fc.integer({ min: -3, max: 70 }));
    fc.assert(
      fc.property(spans, ([start, end]) => {
        const real = start >= 0 && end <= TAKE.text.length && end > start;
        const quote = TAKE.text.slice(start, end);
        const kept = verifyCard(cardWith([line(cite(start, end))]), [TAKE]).outcome.length;
        expect(kept).toBe(real && quote.trim() !== '' ? 1 : 0);
      }),
    );
  });
});

describe('verifyAnswer', () => {
  const answer: Answer = { answer: 'x', abstained: false, evidence: [cite(0, 18)], stories: [] };

  it('keeps a proven answer and an abstention', () => {
    expect(verifyAnswer(answer, [TAKE])).toEqual(answer);
    const abstention = { ...answer, abstained: true, evidence: [] };
    expect(verifyAnswer(abstention, [TAKE])).toEqual(abstention);
  });

  it('gives none when a piece of evidence is wrong or all is missing', () => {
    expect(
      verifyAnswer({ ...answer, evidence: [cite(0, 18), cite(0, 3, 'Tho')] }, [TAKE]),
    ).toBeNull();
    expect(verifyAnswer({ ...answer, evidence: [] }, [TAKE])).toBeNull();
    const nearest = { ...answer, abstained: true, evidence: [cite(0, 3, 'Tho')] };
    expect(verifyAnswer(nearest, [TAKE])).toBeNull();
  });
});
