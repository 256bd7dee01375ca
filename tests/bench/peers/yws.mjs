// @y/websocket-server as its own start script sets it up: in memory, or on LevelDB when YPERSISTENCE names a folder.
import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
const http = createServer();
http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
});
http.listen(0, '127.0.0.1', () => console.log(`ready ${http.address().port}`));
