import type { Provenance } from '../../shared/domain/provenance.ts';

/** A badge's word, and the sentence that explains it. */
export interface ProvenanceText {
  readonly label: string;
  readonly title: string;
}

const texts = {
  official: { label: 'official', title: 'The provider said so.' },
  measured: { label: 'measured', title: 'Summed from the logs on this computer.' },
  estimated: { label: 'estimated', title: 'Reckoned from the logs; the provider does not tell this number.' },
  stale: { label: 'stale', title: 'The provider said so a while ago; it may have changed since.' },
  unknown: { label: 'unknown', title: 'Not known.' },
} as const satisfies Record<Provenance, ProvenanceText>;

/** Says where a number comes from. */
export function toProvenanceText(provenance: Provenance): ProvenanceText {
  return texts[provenance];
}
