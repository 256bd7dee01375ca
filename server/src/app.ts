import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { OpenAPIHono } from '@hono/zod-openapi';
import { attachSockets } from './rooms/upgrade.ts';
import { analysisFile } from './routes/analyses.ts';
import { listSheets, sheetFile } from './routes/afterwards.ts';
import { answerTo, around } from './routes/around.ts';
import { newBoard, setFacts, showBoard } from './routes/boards.ts';
import type { Deps } from './routes/deps.ts';
import { deleteBoard, erase } from './routes/erase.ts';
import { exportBoard, exportGedcom, importBoard } from './routes/files.ts';
import { help } from './routes/help.ts';
import { health } from './routes/health.ts';
import { listHistory, listMoments } from './routes/history.ts';
import { listOffTable, restore, showBoardThen } from './routes/history-restore.ts';
import { importGedcom } from './routes/import-gedcom.ts';
import { join, me } from './routes/join.ts';
import { leave } from './routes/leave.ts';
import { demandReader } from './routes/metrics.ts';
import { base, mount } from './routes/mount.ts';
import type { Env, Route } from './routes/mount.ts';
import { previewMeeting } from './routes/meeting-preview.ts';
import {
  askPause,
  changeAgenda,
  closeMeeting,
  leadMeeting,
  openMeeting,
  prepareMeeting,
  seePause,
  setHand,
  showMeeting,
  steerMeeting,
} from './routes/meetings.ts';
import { move, moveOff, previewMove } from './routes/moves.ts';
import { createPages } from './routes/pages.ts';
import { listPositions, setPosition } from './routes/positions.ts';
import { showRoomCode } from './routes/room-code.ts';
import { beginRound, endRound, revealRound } from './routes/rounds.ts';
import { showSince } from './routes/since.ts';
import { noteReading } from './routes/note-reading.ts';
import { setEnd, showEnd } from './routes/retention.ts';
import { showMyTrace, showTrace, traceFile } from './routes/trace.ts';
import { listVersions, newVersion } from './routes/versions.ts';
import { invite, listParticipants, renewLink, revokeParticipant } from './routes/participants.ts';
import { problemResponse } from './routes/problem.ts';
import { zoneReaders } from './routes/readers.ts';
import { readWhole } from './routes/reading.ts';
import { admit, listWaiting, myWaiting, openWaitingRoom, wait } from './routes/waiting.ts';
import { putSafetyFirst } from './routes/safety-first.ts';
import { setTrusted, showTrusted } from './routes/trusted.ts';
import { Refusal } from './sign-in/refusal.ts';
import { arrivalOf } from './sign-in/origin.ts';
import { askedOf, createAuthorise } from './sign-in/sitting.ts';

const board = '/boards/{board}';

/** Every route below `/api/v1`, with who may ask in front. Tests are generated from this table: a route that is not here does not exist. */
export const routesOf = (deps: Deps): Route[] => [
  { access: 'iedereen', method: 'post', path: '/join', act: join(deps) },
  { access: 'iedereen', method: 'get', path: '/me', act: me(deps) },
  { access: 'iedereen', method: 'post', path: '/leave', act: leave(deps) },
  { access: 'iedereen', method: 'get', path: '/help', act: help(deps) },
  { access: 'iedereen', method: 'post', path: '/waiting', act: wait(deps) },
  { access: 'iedereen', method: 'get', path: '/waiting', act: myWaiting(deps) },
  { access: 'iedereen', method: 'post', path: '/boards', act: newBoard(deps) },
  { access: 'deelnemer', method: 'get', path: board, act: showBoard(deps) },
  { access: 'casusregisseur', method: 'delete', path: board, act: deleteBoard(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/zones/{zone}`, act: readWhole(deps) },
  { access: 'casusregisseur', method: 'put', path: `${board}/facts`, act: setFacts(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/participants`, act: listParticipants(deps) },
  {
    access: 'casusregisseur',
    method: 'delete',
    path: `${board}/participants/{participant}`,
    act: revokeParticipant(deps),
  },
  { access: 'casusregisseur', method: 'post', path: `${board}/participants/{participant}/link`, act: renewLink(deps) },
  { access: 'casusregisseur', method: 'post', path: `${board}/invitations`, act: invite(deps) },
  { access: 'casusregisseur', method: 'post', path: `${board}/waiting-room`, act: openWaitingRoom(deps) },
  { access: 'lezer', method: 'get', path: `${board}/waiting-room`, act: showRoomCode(deps) },
  { access: 'casusregisseur', method: 'get', path: `${board}/waiting`, act: listWaiting(deps) },
  { access: 'casusregisseur', method: 'post', path: `${board}/waiting/{entry}`, act: admit(deps) },
  { access: 'professional', method: 'post', path: `${board}/versions`, act: newVersion(deps) },
  { access: 'lezer', method: 'get', path: `${board}/versions`, act: listVersions(deps) },
  { access: 'spreker', method: 'put', path: `${board}/positions`, act: setPosition(deps) },
  { access: 'spreker', method: 'get', path: `${board}/positions`, act: listPositions(deps) },
  { access: 'spreker', method: 'get', path: `${board}/analyses/{file}`, act: analysisFile(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/meeting`, act: showMeeting(deps) },
  { access: 'casusregisseur', method: 'put', path: `${board}/meeting`, act: prepareMeeting(deps) },
  { access: 'casusregisseur', method: 'get', path: `${board}/meeting/preview`, act: previewMeeting(deps) },
  { access: 'casusregisseur', method: 'post', path: `${board}/meeting/open`, act: openMeeting(deps) },
  { access: 'professional', method: 'post', path: `${board}/meeting/close`, act: closeMeeting(deps) },
  { access: 'professional', method: 'post', path: `${board}/meeting/lead`, act: leadMeeting(deps) },
  { access: 'professional', method: 'post', path: `${board}/meeting/steer`, act: steerMeeting(deps) },
  { access: 'professional', method: 'post', path: `${board}/meeting/agenda`, act: changeAgenda(deps) },
  { access: 'spreker', method: 'put', path: `${board}/meeting/hand`, act: setHand(deps) },
  { access: 'spreker', method: 'put', path: `${board}/meeting/pause`, act: askPause(deps) },
  { access: 'lezer', method: 'post', path: `${board}/meeting/pause/seen`, act: seePause(deps) },
  { access: 'professional', method: 'post', path: `${board}/rounds`, act: beginRound(deps) },
  { access: 'professional', method: 'post', path: `${board}/rounds/{round}/reveal`, act: revealRound(deps) },
  { access: 'professional', method: 'post', path: `${board}/rounds/{round}/stop`, act: endRound(deps) },
  { access: 'lezer', method: 'get', path: `${board}/since`, act: showSince(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/readers`, act: zoneReaders(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/vertrouwd`, act: showTrusted(deps) },
  { access: 'deelnemer', method: 'put', path: `${board}/vertrouwd`, act: setTrusted(deps) },
  { access: 'deelnemer', method: 'post', path: `${board}/moves/preview`, act: previewMove(deps) },
  { access: 'deelnemer', method: 'post', path: `${board}/moves`, act: move(deps) },
  { access: 'spreker', method: 'post', path: `${board}/moves/off`, act: moveOff(deps) },
  { access: 'professional', method: 'put', path: `${board}/veiligheid-voorop`, act: putSafetyFirst(deps) },
  { access: 'spreker', method: 'get', path: `${board}/sheets`, act: listSheets(deps) },
  { access: 'spreker', method: 'get', path: `${board}/sheets/{file}`, act: sheetFile(deps) },
  { access: 'casusregisseur', method: 'get', path: `${board}/trace`, act: showTrace(deps) },
  { access: 'casusregisseur', method: 'get', path: `${board}/trace.csv`, act: traceFile(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/trace/mine`, act: showMyTrace(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/end`, act: showEnd(deps) },
  { access: 'casusregisseur', method: 'put', path: `${board}/end`, act: setEnd(deps) },
  { access: 'professional', method: 'get', path: `${board}/export`, act: exportBoard(deps) },
  { access: 'professional', method: 'get', path: `${board}/export.ged`, act: exportGedcom(deps) },
  { access: 'professional', method: 'post', path: `${board}/import`, act: importBoard(deps) },
  { access: 'professional', method: 'post', path: `${board}/import/gedcom`, act: importGedcom(deps) },
  { access: 'deelnemer', method: 'post', path: `${board}/erase`, act: erase(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/history`, act: listHistory(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/history/moments`, act: listMoments(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/history/board`, act: showBoardThen(deps) },
  { access: 'deelnemer', method: 'get', path: `${board}/history/off`, act: listOffTable(deps) },
  { access: 'deelnemer', method: 'post', path: `${board}/history/restore`, act: restore(deps) },
];

/** The whole HTTP side and the sockets, not yet listening. `stop` takes no more upgrades. */
export async function createApp(deps: Deps): Promise<{ server: Server; stop: () => void }> {
  const app = new OpenAPIHono<Env>();
  const page = await createPages(deps.settings.clientDir);

  app.use(around(deps, deps.metrics));
  for (const route of routesOf(deps)) mount(app, deps, route);
  app.doc31(`${base}/openapi.json`, { openapi: '3.1.0', info: { title: 'Samenbord', version: '1' } });
  app.get('/healthz', () => health(deps.storage));
  app.get('/metrics', (c) => {
    demandReader(askedOf(c.env.incoming), deps.settings.metricsToken);
    return deps.metrics.show();
  });
  app.get('*', async (c) => (await page(c.req.path, c.req.raw.headers)) ?? c.notFound());
  app.onError((error) => answerTo(error, deps.log));
  app.notFound(() => problemResponse(new Refusal('niet-gevonden')));

  const { storage, clock, rooms, table, settings, metrics } = deps;
  const { limits } = settings;
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  // Half a request is not waited for; Node looks for those only so often.
  const times = {
    requestTimeout: limits.requestMs,
    headersTimeout: limits.handshakeMs,
    connectionsCheckingInterval: 2000,
  };
  const server = createServer(times, (request, response) => {
    void listener(request, response);
  });
  server.maxConnections = limits.connections;
  const authorise = createAuthorise({
    storage,
    clock,
    trust: settings,
    noteOpen: (who, zone) => {
      table.noteOpen(who.board.id);
      noteReading(deps, who, zone);
    },
  });
  const stop = attachSockets(server, {
    rooms,
    authorise,
    limits,
    isOwn: (request) => request.headers.origin === arrivalOf(askedOf(request), settings).origin,
    addressOf: (request) => arrivalOf(askedOf(request), settings).network,
    onRefused: (status) => metrics.refusedUpgrade(status),
  });
  return { server, stop };
}
