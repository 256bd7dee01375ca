import type { RefusalCode } from '../wire/socket.ts';

/** What somebody reads when the server did not take a change. Their own text stands beside it, so that they can use it again. */
export const refusalWords: Readonly<Record<RefusalCode | 'weg' | 'van-tafel', string>> = {
  onleesbaar: 'Je wijziging kwam niet goed aan. Je tekst is er nog: probeer het nog een keer.',
  vorm: 'Je wijziging kwam niet goed aan. Laad de pagina opnieuw en zet je tekst er dan weer in.',
  verwijzing: 'Het bord is intussen veranderd. Kijk of je kaart er nog staat en zet je tekst er dan weer in.',
  plaats: 'Wat je wilde veranderen staat niet meer op het bord. Maak een nieuwe kaart met je tekst.',
  waarde: 'Wat je invulde past hier niet. Maak het korter of kies iets anders.',
  recht:
    'Deze kaart kun jij niet veranderen. Maak er zelf een kaart bij, of vraag het aan de persoon van wie de kaart is.',
  'te-groot': 'Dit is te veel in één keer. Zet het in kleinere stukken op het bord.',
  'van-tafel':
    'Iemand haalde deze kaart van tafel terwijl jij erin schreef. Je woorden staan in de kaart. Wil je dat anderen ze zien? Zet de kaart dan terug op tafel.',
  'alleen-lezen':
    'Er is iets mis met de opslag van dit bord. Je kunt alles lezen, maar nu niets veranderen. Bewaar je tekst en waarschuw de beheerder.',
  weg: 'De kaart waar dit bij hoorde is intussen van het bord gehaald. Maak een nieuwe kaart met je tekst.',
};
