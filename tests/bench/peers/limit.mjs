// The limit: a socket server that passes every update on and does nothing else. No document, no check, nothing on disk.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room);
  room.add(socket);
  socket.on('close', () => room.delete(socket));
  socket.on('message', (frame) => {
    // Only updates (sync message, kind 2): questions for a state have no answer here.
    if (frame[0] !== 0 || frame[1] !== 2) return;
    for (const other of room) if (other !== socket) other.send(frame);
  });
});
server.on('listening', () => console.log(`ready ${server.address().port}`));
