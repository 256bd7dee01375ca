/** Words of the fields that every statement has. */
export const statementFields = {
  over: 'Over wie gaat het?',
  soort: 'Feit, visie of duiding?',
  bron: 'Waar komt het vandaan?',
  onderbouwing: 'Wat op de tijdlijn hoort hierbij?',
} as const;

export const statementKinds = {
  feit: 'feit: dit is gebeurd of staat vast',
  visie: 'visie: zo ziet iemand het',
  duiding: 'duiding: zo leggen we het uit',
} as const;
