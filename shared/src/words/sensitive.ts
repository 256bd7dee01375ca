import type { SensitiveKind } from '../board/sensitive.ts';

/** What is said before words with such a thing in them go to more people. */
export const sensitiveWords = {
  title: 'Kijk nog even goed',
  why: 'Wat op tafel ligt, kan iedereen aan tafel lezen. Ook iemand die niet mag weten waar je bent.',
  found: {
    postcode: 'een postcode',
    telefoon: 'een telefoonnummer',
    adres: 'een straat met huisnummer',
    'e-mail': 'een e-mailadres',
    burgerservicenummer: 'een burgerservicenummer (BSN)',
    school: 'de naam van een school of club',
  } satisfies Readonly<Record<SensitiveKind, string>>,
  sentence: (list: string): string => `In je tekst staat ${list}. Haal dat weg, of laat het staan als het veilig is.`,
  change: 'Ik pas het aan',
  leave: 'Het is veilig, laat staan',
};
