/** Why a figure falls short, by work and figure, or by work. Kept beside the command so that a new run cannot lose it; a figure that is met again is not shown. */
export const shortfalls: Readonly<Record<string, string>> = {
  'S1 p95 / relay':
    'A change waits for the disk before it is told. Alone on the machine the sync takes about a millisecond and the ratio was 1.45; while others write to the same disk a sync takes tens of milliseconds, and the relay does not notice.',
  'S1 p99 / relay': 'As p95: the wait for the disk. Alone on the machine it was 1.31.',
  'S2 p99 / relay': 'As in S1: the wait for the disk, which LevelDB has as well.',
  'S1 processor / relay':
    'Each change is a commit of its own with full sync before it is told. The thread that owns the database uses 0.6 to 0.7 ms of processor for one here, nearly all of it in SQLite and the kernel, which is what the relay spends on telling fifty people; the main thread uses 0.6 ms more than the relay to take it in, judge, apply and hand it over.',
  'S2 processor / relay':
    'A commit with full sync for every change, told to three people only, so that there are few sends to set it against; group commit takes together what comes within the same sync.',
  'S2 memory per board':
    'Each board has two documents in memory (the table and what the server says about it), and each connection its limits.',
  S3: 'From the moment of connecting to all of it in the document of the client, which takes it in at the speed of Yjs (the rows below); the kept state is sent as it lies.',
  'S3 bytes / a board made once, 500, all were at work':
    'A log is written afresh half a minute after the last one left; whoever comes back sooner gets the whole past.',
  'S3 bytes / a board made once, 5000, all were at work':
    'A log is written afresh half a minute after the last one left; whoever comes back sooner gets the whole past.',
  'S6 large: p95 of another board / quiet':
    'Whoever sends 32 MB is sent away at the first frame, but masking, sending and throwing away those bytes takes about 100 ms of the two cores that the people who are timed share with them; the peers show the same.',
  'S4 processor':
    'On 22 November, when the same machine was two to three times as quick, it was 372 ms; the peers beside it show how quick it was this time.',
  'gate judging a change, median':
    'Judging takes one and a half times what applying takes, whatever the machine: on 22 November, when it was two to three times as quick, 4.8 and 4.1 µs.',
  'S4 peak memory':
    'A started server without any board holds about 130 MB: 44 of Node itself, the rest the sources of the routes, schemas and documents, and the thread that owns the database.',
};
