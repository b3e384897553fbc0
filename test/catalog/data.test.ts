import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  allBodyParts,
  allDrugClasses,
  allDrugs,
  allGuidelines,
  allRegions,
  allServices,
  bodyRegion,
  drugClass,
  familyById,
  guidelineById,
  regulation,
  serviceById,
} from '../../server/src/language/catalog/index.ts';
import { defects, type Schema } from './schema-check.ts';

const folder = new URL('../../server/src/language/catalog/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));

describe('catalog data', () => {
  it.each(['guidelines', 'regulations', 'drugs', 'body', 'services', 'specialties'])(
    '%s.json follows its schema',
    (name) => {
      expect(defects(read(`data/${name}.json`), read(`schema/${name}.schema.json`) as Schema)).toEqual([]);
    },
  );

  it('gives every entry an identifier of its own', () => {
    for (const list of [
      allGuidelines(),
      allDrugs(),
      allDrugClasses(),
      allRegions(),
      allBodyParts(),
      allServices(),
    ]) {
      const ids = list.map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    }
  });

  it('refers only to entries that exist', () => {
    const missing: string[] = [];
    const need = (what: string, there: unknown): void => {
      if (there === undefined) missing.push(what);
    };
    for (const guideline of allGuidelines()) {
      need(`${guideline.id} family`, familyById(guideline.family));
      for (const part of guideline.parts ?? []) need(`${guideline.id} ${part}`, guidelineById(part));
      if (guideline.adoptedBy !== null) need(`${guideline.id} adopted`, regulation(guideline.adoptedBy));
      const titles = new Set(guideline.topics.map(({ title }) => title));
      for (const topic of guideline.topics) {
        for (const title of [...(topic.related ?? []), ...(topic.parent ? [topic.parent] : [])]) {
          need(`${guideline.id}: ${title}`, titles.has(title) ? title : undefined);
        }
      }
    }
    for (const drug of allDrugs()) for (const id of drug.classes) need(`${drug.id} ${id}`, drugClass(id));
    for (const { id, parent } of allDrugClasses()) if (parent) need(`${id} ${parent}`, drugClass(parent));
    for (const region of allRegions()) {
      for (const id of [...(region.contains ?? []), ...(region.overlaps ?? [])])
        need(`${region.id} ${id}`, bodyRegion(id));
      for (const id of region.families) need(`${region.id} ${id}`, familyById(id));
    }
    for (const part of allBodyParts())
      for (const id of part.regions) need(`${part.id} ${id}`, bodyRegion(id));
    for (const service of allServices()) {
      for (const id of [...(service.near ?? []), ...(service.genus ? [service.genus] : [])]) {
        need(`${service.id} ${id}`, serviceById(id));
      }
    }
    expect(missing).toEqual([]);
  });

  it('keeps the pages of a topic in order and inside its guideline', () => {
    const wrong = allGuidelines().flatMap(({ id, topics, bounds }) =>
      topics
        .filter(({ first, last }) => first !== undefined && last !== undefined)
        .filter(({ first = 0, last = 0 }) => first > last || last > (bounds?.last ?? last))
        .map(({ title }) => `${id}: ${title}`),
    );
    expect(wrong).toEqual([]);
  });

  it('knows the topics that drug classes and services point to', () => {
    const known = new Set(
      allGuidelines().flatMap(({ topics }) =>
        topics.flatMap(({ title, aliases = [] }) => [title, ...aliases]),
      ),
    );
    for (const { topics = [] } of allServices()) for (const topic of topics) expect(known).toContain(topic);
  });
});
