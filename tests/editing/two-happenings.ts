/** Two happenings of one kind in one club, each told four times: for tests of what tells them apart. */
export type Telling = { readonly headline: string; readonly text: string };

/** In January, a goalkeeper. */
export const GOALKEEPER: readonly Telling[] = [
  {
    headline: 'Rovers goalkeeper Almqvist arrested for drunk driving',
    text: 'Ostby Rovers goalkeeper Tor Almqvist was arrested for drunk driving on January 6, police in Ostby said. His car had hit a bollard outside the fish market. Almqvist may still play in the cup final.',
  },
  {
    headline: 'Almqvist held after crash by market in Ostby',
    text: 'Five days before the cup final the Rovers goalkeeper Tor Almqvist failed a breath test. Officers took him from his car, which stood against a bollard of the fish market in Ostby, on January 6.',
  },
  {
    headline: 'Cup final in doubt for Rovers keeper held for drunk driving',
    text: 'The Ostby Rovers keeper Tor Almqvist, arrested for drunk driving at the fish market, hopes to play in the cup final. Almqvist had run into a bollard, police said.',
  },
  {
    headline: 'Rovers stand by Almqvist after drunk driving arrest',
    text: 'Ostby Rovers will let Tor Almqvist keep goal in the cup final although he was arrested for drunk driving. Police said that Almqvist had damaged a bollard by the fish market on January 6.',
  },
];

/** The goalkeeper's once more, by others. */
export const GOALKEEPER_AGAIN: readonly Telling[] = [
  {
    headline: 'Coach backs Almqvist for cup final',
    text: 'Tor Almqvist remains first choice for the cup final, the Rovers coach said, two days after police found the goalkeeper drunk at the wheel beside a broken bollard in Ostby.',
  },
  {
    headline: 'Goalkeeper charged over market crash',
    text: 'Prosecutors in Ostby charged Tor Almqvist with drunk driving on Thursday. The Rovers goalkeeper knocked over a bollard at the fish market and had twice the alcohol allowed in his blood.',
  },
  {
    headline: 'Fishmonger tells of Almqvist crash',
    text: 'A fishmonger who saw the Rovers goalkeeper Tor Almqvist drive into a bollard said he helped him out of the car before police came to the market in Ostby on January 6.',
  },
  {
    headline: 'Ostby Rovers goalkeeper says sorry for drunk driving',
    text: 'Tor Almqvist said sorry to his club and its supporters for driving drunk into a bollard at the Ostby fish market, and asked to be allowed to play in the cup final.',
  },
];

/** In February, a winger. */
export const WINGER: readonly Telling[] = [
  {
    headline: 'Rovers winger Sorin arrested for drunk driving',
    text: 'The Ostby Rovers winger Pavel Sorin, stopped on the ring road on February 9 at twice the limit of speed, was arrested for drunk driving and spent the night in a cell, police in Ostby said.',
  },
  {
    headline: 'Sorin kept in cell after chase on ring road',
    text: 'A chase along the ring road ended with Pavel Sorin, winger of the Rovers, failing a breath test on February 9. Officers in Ostby kept him in a cell until morning.',
  },
  {
    headline: 'Night in cell for Rovers winger held for drunk driving',
    text: 'The Ostby Rovers winger Pavel Sorin, arrested for drunk driving on the ring road, was let go after a night in a cell. Sorin had driven at twice the limit of speed, police said.',
  },
  {
    headline: 'Rovers fine Sorin after drunk driving arrest',
    text: 'Ostby Rovers will fine Pavel Sorin two weeks of pay after he was arrested for drunk driving. Police had chased Sorin along the ring road at twice the limit of speed on February 9.',
  },
];
