export type Element = { name: string; text: string; children: Element[] };
export type Root = Element & { readonly names: readonly string[] };

const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/;
const entity = /&(?:amp|lt|gt|quot|#39);/g;
const plain: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Reads well-formed XML as strictly as a document needs it, and throws on anything else. Gives the tree and all attribute names. */
export function readXml(source: string): Root {
  const names: string[] = [];
  const open: Element[] = [{ name: '', text: '', children: [] }];
  if (!source.isWellFormed() || /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(source))
    throw new Error('a character that may not stand in XML');
  let rest = source;
  while (rest !== '') {
    const top = open.at(-1);
    if (top === undefined) throw new Error('closed too often');
    if (!rest.startsWith('<')) {
      const end = rest.indexOf('<') === -1 ? rest.length : rest.indexOf('<');
      top.text += unescape(rest.slice(0, end));
      rest = rest.slice(end);
      continue;
    }
    const found = tag.exec(rest);
    if (found === null) throw new Error(`no tag: ${rest.slice(0, 60)}`);
    const [whole, closing, name = '', attributes = '', empty] = found;
    rest = rest.slice(whole.length);
    if (closing === '/') {
      if (top.name !== name) throw new Error(`${top.name} closed by ${name}`);
      open.pop();
      continue;
    }
    for (const [, attribute = '', value = ''] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      names.push(attribute);
      unescape(value);
    }
    const element = { name, text: '', children: [] };
    top.children.push(element);
    if (empty !== '/') open.push(element);
  }
  const [root] = open[0]?.children ?? [];
  if (open.length !== 1 || root === undefined || open[0]?.text.trim() !== '') throw new Error('not one closed element');
  return { ...root, names };
}

function unescape(text: string): string {
  if (/[<>]/.test(text) || text.replaceAll(entity, '').includes('&')) throw new Error('a bare sign');
  return text.replaceAll(entity, (found) => plain[found] ?? '');
}
