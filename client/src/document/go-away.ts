import { homeWords } from '@samenbord/shared/words/home.ts';
import { apiPath } from './server.ts';

const channelName = 'samenbord-weg';
let gone = false;

/** Empties what this browser keeps of us for this tab and all others. The cookie is out of our reach: only the server ends it. */
export function emptyHere(): void {
  sessionStorage.clear();
  localStorage.clear();
  void indexedDB.databases?.().then(
    (all) => {
      for (const { name } of all) if (name !== undefined) indexedDB.deleteDatabase(name);
    },
    () => undefined,
  );
  if ('caches' in window)
    void caches.keys().then(
      (names) => Promise.all(names.map((name) => caches.delete(name))),
      () => undefined,
    );
}

/** Tells the server that nobody is in here any more. It goes out also when the page is already leaving. False when the server could not be told. */
export async function endSession(): Promise<boolean> {
  try {
    const answer = await fetch(apiPath('/leave'), { method: 'POST', keepalive: true, credentials: 'same-origin' });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The page that says nothing takes the place of this one in the history. */
export function showNothing(): void {
  gone = true;
  // At once: the next page may take a moment to come.
  document.documentElement.style.display = 'none';
  document.title = homeWords.leave.blank;
  for (const icon of document.querySelectorAll('link[rel~=icon]')) icon.remove();
  location.replace('/weg.html');
}

/** Every other tab of this browser leaves as well. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage('weg');
  channel.close();
}

/** Follows the other tabs, and keeps a page that was put aside whole from coming back with "back". What comes back ends it. */
export function followLeaving(): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', () => {
    emptyHere();
    showNothing();
  });
  const shown = (event: PageTransitionEvent): void => {
    if (event.persisted && gone) location.replace('/weg.html');
  };
  window.addEventListener('pageshow', shown);
  return () => {
    channel.close();
    window.removeEventListener('pageshow', shown);
  };
}
