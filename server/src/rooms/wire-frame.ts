/** A binary message that is not split (RFC 6455, 5.2). */
const wholeBinary = 0x82;
const short = 126;
const medium = 0x10000;

const frames = new WeakMap<Uint8Array, Uint8Array>();

/**
 * Takes a message of the server, gives it as one frame of a WebSocket, header and all. A message for fifty sockets is framed once, and each of them gets the
 * same bytes in one write: nothing may change them afterwards.
 */
export function framed(message: Uint8Array): Uint8Array {
  const known = frames.get(message);
  if (known !== undefined) return known;
  const { length } = message;
  const head = length < short ? 2 : length < medium ? 4 : 10;
  const frame = new Uint8Array(head + length);
  frame[0] = wholeBinary;
  if (head === 2) frame[1] = length;
  else {
    const view = new DataView(frame.buffer);
    frame[1] = head === 4 ? short : short + 1;
    if (head === 4) view.setUint16(2, length);
    else view.setUint32(6, length);
  }
  frame.set(message, head);
  frames.set(message, frame);
  return frame;
}
