import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '#contract/problem.ts';
import { describeError } from './error-state.tsx';

interface NameFieldProps {
  readonly label: string;
  readonly value: string;
  readonly className?: string;
  /** Rejects with a `Problem`, which the field then says. */
  readonly onSave: (value: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** A name edited in its place: Enter saves, Escape leaves it as it was. */
export function NameField({ label, value, className, onSave, onCancel }: NameFieldProps) {
  const [text, setText] = useState(value);
  const [failed, setFailed] = useState<string>();
  const save = async (): Promise<void> => {
    const next = text.trim();
    if (next === value || next === '') {
      onCancel();
      return;
    }
    try {
      await onSave(next);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFailed(describeError(error));
    }
  };
  return (
    <TextInput
      aria-label={label}
      className={className ?? ''}
      style={{ flex: 1, minInlineSize: 0 }}
      value={text}
      error={failed}
      ref={focusAll}
      onChange={(event) => {
        setFailed(undefined);
        setText(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}
      onBlur={() => {
        if (failed === undefined) void save();
      }}
    />
  );
}

function focusAll(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}
