/** Who may ask what, written down apart from the route table; the groups are those of `access/roles.ts`. */
const professionals = ['casusregisseur', 'medewerker-lt', 'medewerker-gi', 'gedragswetenschapper', 'hulpverlener'];
const speakers = [...professionals, 'ouder-met-gezag', 'ouder-zonder-gezag', 'jeugdige', 'netwerk'];
const everybody = [...speakers, 'facilitator', 'groot-scherm', 'waarnemer'];
/** Asked without opening the table: what is about oneself. */
export const atHome = [
  'get /boards/{board}',
  'get /boards/{board}/participants',
  'post /boards/{board}/erase',
  'post /boards/{board}/history/restore',
  'get /boards/{board}/meeting',
];
export const mayAsk: Readonly<Record<string, readonly string[]>> = {
  'get /boards/{board}': everybody,
  'delete /boards/{board}': ['casusregisseur'],
  'put /boards/{board}/facts': ['casusregisseur'],
  'get /boards/{board}/participants': everybody,
  'delete /boards/{board}/participants/{participant}': ['casusregisseur'],
  'post /boards/{board}/participants/{participant}/link': ['casusregisseur'],
  'post /boards/{board}/invitations': ['casusregisseur'],
  'post /boards/{board}/waiting-room': ['casusregisseur'],
  'get /boards/{board}/waiting': ['casusregisseur'],
  'post /boards/{board}/waiting/{entry}': ['casusregisseur'],
  'post /boards/{board}/versions': professionals,
  'get /boards/{board}/versions': everybody,
  'put /boards/{board}/positions': speakers,
  'get /boards/{board}/positions': speakers,
  'get /boards/{board}/analyses/{file}': speakers,
  'get /boards/{board}/meeting': everybody,
  'put /boards/{board}/meeting': ['casusregisseur'],
  'get /boards/{board}/meeting/preview': ['casusregisseur'],
  'post /boards/{board}/meeting/open': ['casusregisseur'],
  'post /boards/{board}/meeting/close': professionals,
  'post /boards/{board}/meeting/lead': professionals,
  'post /boards/{board}/meeting/steer': professionals,
  'post /boards/{board}/meeting/agenda': professionals,
  'put /boards/{board}/meeting/hand': speakers,
  'put /boards/{board}/meeting/pause': speakers,
  'post /boards/{board}/meeting/pause/seen': everybody,
  'get /boards/{board}/export': professionals,
  'post /boards/{board}/import': professionals,
  'post /boards/{board}/erase': everybody,
  'get /boards/{board}/history': [...speakers, 'facilitator', 'waarnemer'],
  'get /boards/{board}/history/moments': ['casusregisseur'],
  'get /boards/{board}/history/board': ['casusregisseur'],
  'get /boards/{board}/history/off': [...speakers, 'facilitator', 'waarnemer'],
  'post /boards/{board}/history/restore': everybody,
};
