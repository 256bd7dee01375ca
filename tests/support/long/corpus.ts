/** Frames that did something once, here or to others of our kind. Each is sent as it is and with flaws; one that breaks something is added with what it did. */
const kept = {
  'two to the twenty-fifth structs in ten bytes': '00020a80808010010a00',
  'a collected range of two to the forty-fifth': '000210010a0a000080808080808008',
  'a skip': '00020701010a000a0500',
  'a delete set without end': '000208000aff808080100000',
  'an empty update': '0002020000',
  'a state vector that claims two to the thirty-first clients': '000005ffffffff07',
  'a state vector with one number of nine bytes': '00000b018080808080808080800100',
  'presence of a crowd that is not there': '0105ffffffff0f',
  'presence of nobody': '010100',
  'a frame of a kind that only the server sends': '7801',
  'a length that goes past the end': '000280808004',
  'no bytes at all': '',
} as const;

export const corpus: readonly Uint8Array[] = Object.values(kept).map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')));
