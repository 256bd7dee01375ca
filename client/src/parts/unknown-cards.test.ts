import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { emptyBoard } from '@samenbord/shared/board/board.ts';
import { unknownWords } from '@samenbord/shared/words/zones.ts';
import { UnknownCards } from './UnknownCards.tsx';

const shown = (n: number): string => {
  const unknown = Array.from({ length: n }, (_, index) => ({ id: `later${index}`, type: 'hologram' }));
  return renderToStaticMarkup(createElement(UnknownCards, { board: { ...emptyBoard, unknown } }));
};

test('T88 each thing of a later version is a card that says so, and none is nothing', () => {
  expect(shown(0)).toBe('');
  expect(shown(3).split(unknownWords.title)).toHaveLength(4);
  expect(shown(3)).not.toContain('hologram');
});
