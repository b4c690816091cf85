export interface ProgressLine {
  tell(this: void, text: string): void;
  remove(this: void): void;
}

/** One quiet line in the middle of the page while the demo gets ready. */
export function showProgress(element: HTMLElement, text: string): ProgressLine {
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.style.cssText = 'font: 14px system-ui, sans-serif; padding: 40vh 16px 0; text-align: center';
  line.textContent = text;
  element.append(line);
  return {
    tell: (next) => {
      line.textContent = next;
    },
    remove: () => {
      line.remove();
    },
  };
}
