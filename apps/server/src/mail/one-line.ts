/** In one line, without what is no letter: a title cannot begin lines of its own, and cannot turn what follows around. */
export const oneLine = (text: string): string =>
  text.replaceAll(/[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
