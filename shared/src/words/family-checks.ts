/** Questions about what stands in the genogram and can hardly be. Never an error: dates are remembered wrong, and families are as they are. */
export const checkWords = {
  title: 'Klopt dit?',
  hint: 'Dit viel op in het genogram. Klopt het zo? Dan hoef je niets te doen.',
  questions: {
    'eigen-voorouder': (naam: string): string => `Klopt het dat ${naam} bij de eigen ouders of voorouders staat?`,
    'ouder-jonger': (ouder: string, kind: string): string => `Klopt het dat ${ouder} jonger is dan ${kind}?`,
    'ouder-heel-jong': (ouder: string, kind: string, jaar: number): string =>
      `Klopt het dat ${ouder} ${jaar} jaar was toen ${kind} geboren werd?`,
    'ouder-heel-oud': (ouder: string, kind: string, jaar: number): string =>
      `Klopt het dat ${ouder} ${jaar} jaar was toen ${kind} geboren werd?`,
    'pleeg-tegelijk': (kind: string, een: string, ander: string): string =>
      `Klopt het dat ${kind} tegelijk pleegkind was van ${een} en van ${ander}?`,
    'dood-voor-geboorte': (naam: string): string => `Klopt het dat ${naam} is overleden vóór de eigen geboorte?`,
    'relatie-voor-geboorte': (samen: string, naam: string): string =>
      `Klopt het dat de relatie van ${samen} begon voordat ${naam} geboren was?`,
    'relatie-na-overlijden': (samen: string, naam: string): string =>
      `Klopt het dat de relatie van ${samen} begon nadat ${naam} was overleden?`,
    'relatie-voorbij-voor-begin': (samen: string): string =>
      `Klopt het dat de relatie van ${samen} eindigde voordat die begon?`,
    'kind-na-overlijden': (kind: string, ouder: string): string =>
      `Klopt het dat ${kind} geboren is lang nadat ${ouder} was overleden?`,
    'meerling-andere-dag': (namen: string): string =>
      `Klopt het dat ${namen} bij één geboorte horen? Hun geboortedatums zijn verschillend.`,
    'meer-dan-twee-ouders': (kind: string, ouders: string): string =>
      `Klopt het dat ${ouders} allemaal biologische ouders van ${kind} zijn?`,
  },
} as const;

export type CheckCode = keyof typeof checkWords.questions;
