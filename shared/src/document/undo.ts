import * as Y from 'yjs';
import { definitionOf, isThingType } from '../board/things.ts';

/**
 * The `deleteFilter` of every undo manager on a zone document. Takes an item that an undo wants to delete; gives false where that would leave a thing
 * without something it must have. Undo first puts the older value back, which replaces the newer one by itself. When a colleague changed
 * the same field at the same moment Yjs puts nothing back: then the value stays, instead of the gate refusing the undo.
 */
export function mayUndoDelete(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return false;
  const { parent, parentSub } = item;
  if (parentSub === null || !(parent instanceof Y.Map) || parent._item === null) return true;
  const type: unknown = parent.get('type');
  if (!isThingType(type)) return false;
  return parentSub !== 'weg' && !definitionOf(type).required.includes(parentSub);
}
