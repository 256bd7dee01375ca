import type { ToolName } from '@samenbord/shared/words/canvas.ts';

/** Line drawings of 24 by 24 for the tools: the same signs that stand on the paper. */
const paths: Readonly<Record<ToolName | 'in' | 'out' | 'all' | 'undo' | 'redo' | 'tidy' | 'past' | 'keep', string>> = {
  kies: 'M6 3l12 9.5-5.5 1 3.5 6.5-2.5 1.3-3.4-6.6L6 18.5z',
  persoon: 'M3 9h9v9H3zM21.5 13.5a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0M7.5 5v0',
  partners: 'M3 4h6v6H3zM21 7a3 3 0 1 1-6 0 3 3 0 0 1 6 0M6 10v8h12v-8',
  'kind-van': 'M4 4h16M12 4v9M12 13m-4 4a4 4 0 1 0 8 0 4 4 0 1 0-8 0',
  relatielijn: 'M3 12l3-5 4 10 4-10 4 10 3-5',
  band: 'M9 12a3 3 0 1 1-6 0 3 3 0 0 1 6 0M21 6a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M21 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0M8.7 10.7L16 7M8.7 13.3L16 17',
  huishouden: 'M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6',
  notitie: 'M5 4h14v11l-5 5H5zM14 20v-5h5M8 9h8M8 13h4',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  marker: 'M6 14l8-10 5 4-8 10H7zM4 20h9',
  gum: 'M8 19l-4-4L14 5l6 6-8 8zM10 9l6 6M8 19h12',
  gebeurtenis: 'M12 3v18M12 8h8l-3-2.5M12 14H5',
  besluit: 'M7 20h10M9 16h6l-1-6a3 3 0 1 0-4 0zM6 16h12',
  hulp: 'M12 12m-9 0a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 12m-3.5 0a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5.6 5.6l4 4M14.4 14.4l4 4M18.4 5.6l-4 4M9.6 14.4l-4 4',
  kracht:
    'M12 12m-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4',
  zorg: 'M7 18a4 4 0 0 1 0-8 5.5 5.5 0 0 1 10.5 1A3.5 3.5 0 0 1 17 18z',
  onbekend: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.2',
  verband: 'M4 17C8 5 15 5 19 12M19 12l.3-5M19 12l-4.6-1.6',
  'gedrag-kind': 'M12 7m-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M12 10v6M8 13h8M9 21l3-5 3 5',
  'ontwikkeling-kind': 'M12 21v-8M12 13c0-4-3-6-7-6 0 4 3 6 7 6M12 13c0-3 3-5 7-5 0 3-3 5-7 5',
  'gedrag-ouder': 'M9 6m-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M4 20v-5a5 5 0 0 1 10 0v5M15 9h5M18 6l3 3-3 3',
  'ontwikkeling-ouder': 'M9 6m-3 0a3 3 0 1 0 6 0 3 3 0 1 0-6 0M4 20v-5a5 5 0 0 1 10 0v5M20 9h-5M17 6l-3 3 3 3',
  'problemen-in-het-gezin': 'M4 11l8-7 8 7M6 10v10h12V10M12 11v4M12 17.5v.2',
  'hulp-in-patroon':
    'M12 12m-9 0a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 12m-3.5 0a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M5.6 5.6l4 4M14.4 14.4l4 4M18.4 5.6l-4 4M9.6 14.4l-4 4',
  patroonzin: 'M4 6h16v10h-8l-4 4v-4H4zM8 10h8M8 13h5',
  zwangerschap: 'M12 4l9 16H3z',
  verlies: 'M12 4l9 16H3zM9 14l6 4M15 14l-6 4',
  meerling: 'M12 4L6 14M12 4l6 10M6 14v6M18 14v6',
  huisdier: 'M12 3l9 9-9 9-9-9z',
  organisatie: 'M3 8h18v11H3zM8 8V4h8v4',
  geweld: 'M3 12l3-5 4 10 4-10 4 10 3-5',
  in: 'M12 5v14M5 12h14',
  out: 'M5 12h14',
  all: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  tidy: 'M4 4h6v6H4zM14 4h6v6h-6zM9 16h6v5H9zM7 10v3h10v-3M12 13v3',
  past: 'M4 12a8 8 0 1 0 3-6.2M4 4v4h4M12 8v4l3 2',
  keep: 'M12 4v11M8 11l4 4 4-4M5 20h14',
  undo: 'M9 6L4 11l5 5M4 11h10a5 5 0 0 1 0 10h-3',
  redo: 'M15 6l5 5-5 5M20 11H10a5 5 0 0 0 0 10h3',
};

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="canvas-icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
