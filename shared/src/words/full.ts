/** Said before anything is refused for want of room. */
export const fullWords = {
  table:
    'Het bord is bijna vol. Haal weg wat jullie niet meer nodig hebben, of maak een nieuw bord. Als het vol is, kan er niets meer bij.',
  box: 'Je eigen plek is bijna vol. Haal weg wat je niet meer nodig hebt. Als het vol is, kan er niets meer bij.',
  self: 'Je hebt bijna zoveel op tafel gezet als één mens kan. Daarna kun je er niets meer bij zetten, anderen wel.',
  others: (namen: string) => `Bijna zoveel op tafel gezet als één mens kan: ${namen}.`,
} as const;
