/** A model costs tokens each time it is asked: what one question may cost, however it is looked for. */
import type { Analyst, Hearing, QuestionRequest } from '../analysts/analyst.ts';
import type { Answer } from '../news/answer.ts';

/** How often a model is asked for one question in all: as it was typed, and once more. */
const ASKS_MAX = 2;

type Asked = Pick<Analyst, 'answer' | 'rules' | 'standing'>;

/**
 * An analyst for one question: its model answers the first two times, the rules beneath it all others. One
 * without a model is asked as often as there is something to ask.
 */
export class SparingAnalyst implements Pick<Analyst, 'answer' | 'rules'> {
  readonly #analyst: Asked;
  #left = ASKS_MAX;

  private constructor(analyst: Asked) {
    this.#analyst = analyst;
  }

  /** One that is for one question already stays as it is: what it has spent is spent. */
  static of(analyst: Asked): SparingAnalyst {
    return analyst instanceof SparingAnalyst ? analyst : new SparingAnalyst(analyst);
  }

  /** The rules beneath the model; undefined where there is none. */
  get rules(): Asked['rules'] {
    return this.#analyst.rules;
  }

  /** A model has been asked as often as it may. */
  get isSpent(): boolean {
    return this.rules !== undefined && this.#left <= 0;
  }

  async answer(request: QuestionRequest, hear?: Hearing): Promise<Answer> {
    if (this.isSpent) return (this.rules ?? this.#analyst).answer(request);
    // one that is off costs nothing
    if ((await this.#analyst.standing?.())?.off === null) this.#left -= 1;
    return this.#analyst.answer(request, hear);
  }
}
