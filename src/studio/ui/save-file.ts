/** Hands a file to the browser's downloads. */
export function saveFile(name: string, content: BlobPart, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken hold of the content once the click is through.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
