/** Text as it is searched and compared: however it is spelt, the same words are the same. */

/** Letters that are no other letter with a mark. */
const OWN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Small letters without marks: "São" and "sao" are one, "が" stays another than "か". */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  if (/^[\0-\x7f]*$/.test(small)) return small;
  return small
    .replace(/[ßæœøłđðþı]/g, (letter) => OWN_LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC');
}

/** Plain letters, with "1,200" as "1200" and "U.N." as "un". */
export function plainText(text: string): string {
  return plainLetters(text)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<![\p{L}\p{N}.])(?:\p{L}\.){2,8}(?!\p{L})/gu, (initials) =>
      initials.replaceAll('.', ''),
    );
}
