/** Treatments and services by any of their names, and which names mean the same thing. */
import data from './data/services.json' with { type: 'json' };
import { type TermGuard, TermIndex } from './terms.ts';
import type { Service, ServiceKind } from './types.ts';

interface ServiceData {
  services: Service[];
  notService: TermGuard[];
}

// The compiler widens the strings of a JSON module; the schema test holds the shape.
const catalog = data as unknown as ServiceData;

let byId: Map<string, Service> | undefined;
let byTerm: TermIndex<Service> | undefined;

/** Every service of the catalog. */
export function allServices(): readonly Service[] {
  return catalog.services;
}

/** Where words for services mean something else ("bed rest"). */
export function serviceGuards(): readonly TermGuard[] {
  return catalog.notService;
}

/** The service with this identifier. */
export function serviceById(id: string): Service | undefined {
  byId ??= new Map(catalog.services.map((service) => [service.id, service]));
  return byId.get(id);
}

/** The service that a whole phrase names ("EMG/NCV", "TENS unit"), or undefined. */
export function findService(phrase: string): Service | undefined {
  if (!byTerm) {
    byTerm = new TermIndex();
    for (const service of catalog.services) for (const term of service.terms) byTerm.add(term, service);
  }
  return byTerm.get(phrase);
}

function resolve(service: string): Service | undefined {
  return serviceById(service) ?? findService(service);
}

/** What kind of thing a service is, by identifier or phrase. */
export function serviceKind(service: string): ServiceKind | undefined {
  return resolve(service)?.kind;
}

/** A service and the wider ones that hold it. */
function lineage(service: Service): string[] {
  const ids: string[] = [];
  for (let at: Service | undefined = service; at && !ids.includes(at.id); ) {
    ids.push(at.id);
    at = at.genus === undefined ? undefined : serviceById(at.genus);
  }
  return ids;
}

/** Whether one service is a kind of another, by identifier or phrase: an epidural injection of an injection. */
export function isKindOf(service: string, wider: string): boolean {
  const [one, other] = [resolve(service), resolve(wider)];
  return one !== undefined && other !== undefined && one !== other && lineage(one).includes(other.id);
}

/** How two services compare. */
export type ServiceRelation = 'same' | 'genus' | 'near' | 'different';

/**
 * Compares two services by identifier or phrase: `same` for synonyms, `genus` when one is a kind of the
 * other (an epidural injection is an injection), `near` for services that letters name in one breath or that
 * share a wider one; undefined when either is unknown.
 */
export function serviceRelation(a: string, b: string): ServiceRelation | undefined {
  const left = resolve(a);
  const right = resolve(b);
  if (!left || !right) return undefined;
  if (left.id === right.id) return 'same';
  const mine = lineage(left);
  const theirs = lineage(right);
  if (mine.includes(right.id) || theirs.includes(left.id)) return 'genus';
  const near =
    left.near?.includes(right.id) || right.near?.includes(left.id) || mine.some((id) => theirs.includes(id));
  return near ? 'near' : 'different';
}

/** Whether two names mean the same service, or one is a kind of the other. */
export function sameService(a: string, b: string): boolean {
  const relation = serviceRelation(a, b);
  return relation === 'same' || relation === 'genus';
}
