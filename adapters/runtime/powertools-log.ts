import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '#use-cases/ports.ts';

/**
 * Log lines as JSON, one each, with the service's name and level from the environment (`POWERTOOLS_SERVICE_NAME`,
 * `POWERTOOLS_LOG_LEVEL`). It is never given an event, a body or a message: what it is not given it cannot tell (S4).
 */
export function powertoolsLog(logger: Logger = new Logger()): Log {
  return {
    info: (message, fields = {}) => logger.info(message, { ...fields }),
    warn: (message, fields = {}) => logger.warn(message, { ...fields }),
  };
}
