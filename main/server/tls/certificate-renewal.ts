import type { Result } from '../../../shared/lib/result.ts';
import { createMessages } from '../../../shared/messages/catalogue.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import type { Certificate } from './certificate.ts';

/** Keeps a long-running server from using a certificate that was replaced or has expired. */
export interface CertificateRenewal {
  /** Reads the certificate again; new connections get the new one. Never rejects. */
  refresh(): Promise<void>;
  /** Of the certificate in use; null without TLS. */
  fingerprint(): string | null;
}

const texts = createMessages().server;

/** Builds it. A server that started with TLS keeps its certificate until there is another usable one. */
export function createCertificateRenewal(options: {
  readonly first: Certificate | null;
  readonly open: () => Promise<Result<Certificate | null>>;
  readonly use: (certificate: Certificate) => void;
  readonly nowMs: () => number;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}): CertificateRenewal {
  const { open, use, nowMs, logger } = options;
  let current = options.first;
  const warn = (): void => {
    if (current !== null && current.endMs <= nowMs()) logger.warn(texts.certificateEnded);
  };
  warn();
  return {
    fingerprint: () => current?.fingerprint ?? null,
    async refresh() {
      if (current === null) return;
      const opened = await open();
      if (!opened.ok) logger.warn(opened.error);
      else if (opened.value !== null && opened.value.fingerprint !== current.fingerprint) {
        use(opened.value);
        current = opened.value;
        logger.info(texts.certificateReplaced(current.fingerprint));
      }
      warn();
    },
  };
}
