/** How the connection to Discord stands, as its events tell. */

export type Tell = (state: string, how: 'here' | 'lost' | 'over') => void;

/** What was told last, and since when it has been bad. */
export class Standing {
  state = 'not connected';
  /** why it ended for good; null while it has not */
  over: string | null = null;
  #lostAt: number | null = null;

  tell(...[state, how]: Parameters<Tell>): void {
    this.state = state;
    this.over = how === 'over' ? state : null;
    this.#lostAt = how === 'lost' ? (this.#lostAt ?? performance.now()) : null;
  }

  /** How long it has been cut off (milliseconds); 0 while it is not. */
  lostMs(): number {
    return this.#lostAt === null ? 0 : performance.now() - this.#lostAt;
  }
}
