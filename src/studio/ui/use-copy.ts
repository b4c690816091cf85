import { useEffect, useState } from 'react';

const saidMs = 1500;

/** Copies to the clipboard; `copied` is true for a moment afterwards. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => void } {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return undefined;
    const timer = setTimeout(() => setCopied(0), saidMs);
    return () => clearTimeout(timer);
  }, [copied]);
  return {
    copied: copied > 0,
    copy: (text) => void writeClipboard(text).then(() => setCopied((times) => times + 1)),
  };
}

async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyThroughSelection(text);
  }
}

/** Where a page may not use the clipboard directly (plain http on another host), a selection still can be copied. */
function copyThroughSelection(text: string): void {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  // oxlint-disable-next-line typescript/no-deprecated -- the only way that works there
  document.execCommand('copy');
  area.remove();
}
