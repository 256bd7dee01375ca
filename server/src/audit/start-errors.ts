import { SettingsError } from '../settings.ts';
import { StorageError } from '../storage/storage.ts';
import type { StorageCode } from '../storage/storage.ts';
import { describeError } from './log.ts';

const ofStorage: Readonly<Record<StorageCode, string>> = {
  'geen-toegang':
    'in de map met gegevens (DATA_DIR) kan niet worden geschreven: kies een andere map of geef er rechten op.',
  'in-gebruik': 'de gegevens (DATA_DIR) zijn al in gebruik door een andere Samenbord: stop die eerst.',
  vol: 'er is geen ruimte om gegevens op te slaan (DATA_DIR): maak ruimte op de schijf.',
  'te-nieuw': 'de gegevens (DATA_DIR) zijn van een nieuwere Samenbord: installeer die versie.',
  sleutel: 'de sleutel (MASTER_KEY) ontbreekt of past niet bij de gegevens: geef de sleutel waarmee ze zijn gemaakt.',
  sleuteldienst: 'de sleuteldienst (KMS_URL) antwoordt niet of weigert: kijk of die draait en of KMS_TOKEN nog geldt.',
  beschadigd: 'de gegevens (DATA_DIR) zijn beschadigd: zet een reservekopie terug.',
  onbereikbaar: 'de opslag antwoordt niet: kijk of de map met gegevens (DATA_DIR) bereikbaar is.',
  gesloten: 'de opslag is al gesloten: start Samenbord opnieuw.',
  volgorde: 'de gegevens (DATA_DIR) worden door nog een Samenbord geschreven: stop die eerst.',
  onbekend: 'de gegevens (DATA_DIR) zijn niet volledig: zet een reservekopie terug.',
  'bestaat-al': 'de gegevens (DATA_DIR) worden door nog een Samenbord geschreven: stop die eerst.',
};

const ofSystem: Readonly<Record<string, string>> = {
  EADDRINUSE: 'de poort (PORT) is al in gebruik: stop wat daar draait of kies een andere poort.',
  EADDRNOTAVAIL: 'het adres (HOST) hoort niet bij deze machine: kies een ander adres.',
  ENOTFOUND: 'het adres (HOST) is niet te vinden: kies een ander adres.',
  ENOSPC: ofStorage.vol,
  EDQUOT: ofStorage.vol,
  EROFS: ofStorage['geen-toegang'],
  ENOTDIR: ofStorage['geen-toegang'],
  EEXIST: ofStorage['geen-toegang'],
};

/** Takes what stopped the start, gives one sentence that says what to do. */
export function sentenceFor(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof StorageError) return ofStorage[error.code];
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'EACCES' || code === 'EPERM') {
    const listening = error instanceof Error && 'syscall' in error && error.syscall === 'listen';
    return listening
      ? 'op deze poort (PORT) mag niet worden geluisterd: kies een poort vanaf 1024.'
      : ofStorage['geen-toegang'];
  }
  return ofSystem[code] ?? `er ging iets mis bij het starten (${Object.values(describeError(error)).join(', ')}).`;
}
