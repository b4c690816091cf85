import { MlflowFailure } from './failure.ts';

const maxLocationLength = 2048;

function invalid(message: string): MlflowFailure {
  return new MlflowFailure('INVALID_PARAMETER_VALUE', message);
}

/** Refuses a location for artifacts that MLflow refuses, and any that climbs out of where it points. */
export function checkArtifactLocation(location: string): void {
  if (location.length > maxLocationLength) {
    throw invalid(`'artifact_location' exceeds the maximum length of ${maxLocationLength} characters`);
  }
  if (/[#?]/.test(location)) {
    throw invalid(`'artifact_location' URL can't include fragments or params.`);
  }
  if (/\p{Cc}/u.test(location) || /(?:^|[/\\:])\.\.(?:[/\\]|$)/.test(decodeFully(location))) {
    throw invalid("Invalid artifact location: it may not climb with '..' or hold control characters.");
  }
}

/** Decodes until nothing changes, so that no encoding of `..` passes. */
function decodeFully(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    return decoded === text ? text : decodeFully(decoded);
  } catch {
    return text;
  }
}
