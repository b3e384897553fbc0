import { bodyPart, findBodyPart } from '../catalog/index.ts';
import type { TermNode } from '../syntax/index.ts';

/** A term as printed. */
export interface PrintedTerm {
  node: TermNode;
  text: string;
}

/**
 * The words for the heading's part of the body that fit where another part is printed: an adjective for an adjective
 * ("lumbar" for "cervical"), a noun for a noun ("lumbar spine" for "shoulder").
 */
export function partInPlaceOf(printed: PrintedTerm, own: PrintedTerm): string {
  const isAdjective = ({ node, text }: PrintedTerm): boolean =>
    bodyPart(node.id)?.adjectives?.includes(text.toLowerCase()) === true;
  const part = findBodyPart(own.text) ?? bodyPart(own.node.id);
  if (isAdjective(printed)) return part?.adjectives?.[0] ?? own.text.toLowerCase();
  return isAdjective(own) ? (part?.terms[0] ?? own.text.toLowerCase()) : own.text;
}
