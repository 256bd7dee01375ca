const tokenForm = /a\d{4,}z/g;
export const tokensIn = (text: string): string[] => text.match(tokenForm) ?? [];

/** Also words in the middle of which somebody else's words were put: they have a beginning and an end, so they are found from the inside out. */
export function allTokensIn(text: string): string[] {
  const found: string[] = [];
  for (let left = text.replaceAll(/[ éx]|😀/g, ''); ; left = left.replaceAll(tokenForm, '')) {
    const here = tokensIn(left);
    if (here.length === 0) return found;
    found.push(...here);
  }
}

/** The words in the bytes of a frame or a row. */
export const tokensOf = (bytes: Uint8Array): string[] =>
  tokensIn(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
