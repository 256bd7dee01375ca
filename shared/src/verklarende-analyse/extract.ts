import { partOrder, partWords } from '../words/analysis.ts';
import type { PartLetter } from '../words/analysis.ts';
import type { Analysis, Part, Position, Reader } from './analysis.ts';
import { paragraph } from './build.ts';
import type { Builder } from './build.ts';
import { remarksOn } from './checks.ts';
import { contextOf, participantOf, personRef } from './context.ts';
import type { Context } from './context.ts';
import { accountPart, reactionPart } from './parts-account.ts';
import { behaviourPart, patternPart, safetyPart, sentencePart, strengthPart, trianglePart } from './parts-explain.ts';
import { headPart, peoplePart, questionPart, timelinePart } from './parts-family.ts';
import { changePart, endPart, goalPart, helpPart, openPart } from './parts-plan.ts';
import { picturesOf } from './pictures.ts';
import { stanceOn } from './stance.ts';
import type { Version } from './version.ts';

const notYet: Builder = () => ({ blokken: [paragraph('Dit deel staat nog niet op dit bord.')], ontbreekt: [] });

const builders: Readonly<Record<PartLetter, Builder>> = {
  A: headPart,
  B: questionPart,
  C: peoplePart,
  D: timelinePart,
  E: behaviourPart,
  F: trianglePart,
  G: strengthPart,
  H: safetyPart,
  I: notYet,
  J: patternPart,
  K: sentencePart,
  L: notYet,
  M: notYet,
  N: openPart,
  O: endPart,
  P: changePart,
  Q: goalPart,
  R: helpPart,
  S: reactionPart,
  T: accountPart,
};

/**
 * The verklarende analyse (design D9): takes a frozen version, the positions on it and the reader, gives the analysis as a value. Pure and without
 * a clock: same input, same bytes. It composes what people wrote and adds no meaning; what this reader may not see (a position kept to oneself,
 * who else was invited, on which ground) is cut here, before anything is rendered.
 */
export function extract(version: Version, positions: readonly Position[], reader: Reader): Analysis {
  const context = contextOf(version, positions, reader);
  const pictures = picturesOf(context.version);
  const delen = partOrder.map((letter): Part => {
    const { blokken, ontbreekt } = builders[letter](context, pictures);
    return { letter, ...partWords[letter], blokken, ontbreekt, posities: stanceOn(context, letter) };
  });
  return {
    titel: version.titel,
    bord: version.bord,
    nummer: version.nummer,
    gemaakt: version.gemaakt,
    door: { id: version.door.id, naam: version.door.naam },
    voor: { id: reader.id, naam: nameOfReader(context), professional: reader.professional },
    delen,
    geheel: stanceOn(context, 'geheel'),
    opmerkingen: reader.professional ? remarksOn(context, delen) : [],
  };
}

const nameOfReader = (context: Context): string =>
  participantOf(context, context.reader.id)?.naam ?? personRef(context, context.reader.persoon)?.naam ?? 'een lezer';
